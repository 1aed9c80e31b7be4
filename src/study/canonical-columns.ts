/** The names ejz gives to the columns of any survey; a study file maps a file's own names to them. */
const FIXED = ['id', 'wave', 'weight', 'stratum', 'psu', 'fpc', 'age', 'sex', 'municipality'] as const
const SCORES = ['score', 'emotional', 'social'] as const
const ITEMS = Array.from({ length: 11 }, (_, i) => `item${i + 1}`)

export function isCanonical(name: string): boolean {
  return canonicalColumns().includes(name) || /^replicate[1-9]\d*$/.test(name)
}

export function canonicalColumns(): string[] {
  return [...FIXED, ...ITEMS, ...SCORES, 'replicate1']
}
