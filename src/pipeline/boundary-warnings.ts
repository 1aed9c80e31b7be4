/**
 * Municipalities that one wave has and another has not: their boundaries may have
 * changed between the waves. Nothing is converted to the division of one year.
 *
 * Only where municipalities are compared: they are a dimension of the cells. A
 * small sample may miss a municipality by chance; that is said too.
 */
import type { Cells } from '../core/cells.ts'
import type { Warning } from '../core/warning.ts'

export function boundaryWarnings({
  name,
  cells,
}: {
  readonly name: string
  readonly cells: Pick<Cells, 'dimensions' | 'codes'>
}): Warning[] {
  const at = (dimension: string) => cells.dimensions.findIndex(each => each.name === dimension)
  const [wave, municipality] = [at('wave'), at('municipality')]
  if (wave === -1 || municipality === -1) return []
  const waves = cells.dimensions[wave].levels
  const seen = waves.map(() => new Set<number>())
  cells.codes[municipality].forEach((code, row) => {
    if (code >= 0) seen[cells.codes[wave][row]].add(code)
  })
  const known = waves.map((label, i) => ({ label, codes: seen[i] })).filter(({ codes }) => codes.size > 0)
  const all = new Set(known.flatMap(({ codes }) => [...codes]))
  const partial = [...all].filter(code => known.some(({ codes }) => !codes.has(code)))
  if (partial.length === 0) return []
  const levels = cells.dimensions[municipality].levels
  const named = partial
    .toSorted((a, b) => a - b)
    .slice(0, NAMED)
    .map(code => {
      const having = known.filter(({ codes }) => codes.has(code)).map(({ label }) => label)
      return `${levels[code]} (${having.join(', ')})`
    })
  return [
    {
      code: 'boundaries_changed',
      source: name,
      count: partial.length,
      message: `${partial.length} of ${all.size} municipalities are not in every wave: ${named.join(', ')}${partial.length > NAMED ? ' …' : ''}`,
      hint: 'changed boundaries, or nobody was interviewed there: compare a municipality only between waves of the same division',
      values: { municipalities: named.join(', ') },
    },
  ]
}

const NAMED = 3
