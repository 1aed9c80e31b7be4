/** Print formats of SPSS: F8.2, A12, DATE11 … and which of them show a date. */
export interface SavFormat {
  readonly type: number
  readonly width: number
  readonly decimals: number
}

export function unpackFormat(packed: number): SavFormat {
  return { type: (packed >> 16) & 0xff, width: (packed >> 8) & 0xff, decimals: packed & 0xff }
}

export function formatName({ type, width, decimals }: SavFormat): string {
  const name = NAMES.get(type) ?? `FORMAT${type}.`
  return decimals > 0 ? `${name}${width}.${decimals}` : `${name}${width}`
}

/** The number behind the format is seconds since 14 October 1582, midnight. */
export function isDate({ type }: SavFormat): boolean {
  return DATES.has(NAMES.get(type) ?? '')
}

/** The packed form of a name such as F8.2, or FORMAT99.8 as `formatName` calls the unknown; null where it is none. */
export function packFormat(name: string): number | null {
  const match = /^(FORMAT\d+\.|[A-Z]+)(\d+)(?:\.(\d+))?$/.exec(name.toUpperCase())
  const type =
    [...NAMES].find(([, known]) => known === match?.[1])?.[0] ?? /^FORMAT(\d+)/.exec(match?.[1] ?? '')?.[1]
  if (match === null || type === undefined || Number(type) > 255) return null
  return (Number(type) << 16) | (Math.min(Number(match[2]), 255) << 8) | Number(match[3] ?? 0)
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'A'],
  [2, 'AHEX'],
  [3, 'COMMA'],
  [4, 'DOLLAR'],
  [5, 'F'],
  [6, 'IB'],
  [7, 'PIBHEX'],
  [8, 'P'],
  [9, 'PIB'],
  [10, 'PK'],
  [11, 'RB'],
  [12, 'RBHEX'],
  [15, 'Z'],
  [16, 'N'],
  [17, 'E'],
  [20, 'DATE'],
  [21, 'TIME'],
  [22, 'DATETIME'],
  [23, 'ADATE'],
  [24, 'JDATE'],
  [25, 'DTIME'],
  [26, 'WKDAY'],
  [27, 'MONTH'],
  [28, 'MOYR'],
  [29, 'QYR'],
  [30, 'WKYR'],
  [31, 'PCT'],
  [32, 'DOT'],
  [33, 'CCA'],
  [34, 'CCB'],
  [35, 'CCC'],
  [36, 'CCD'],
  [37, 'CCE'],
  [38, 'EDATE'],
  [39, 'SDATE'],
  [40, 'MTIME'],
  [41, 'YMDHMS'],
])

const DATES: ReadonlySet<string> = new Set([
  'DATE',
  'DATETIME',
  'ADATE',
  'JDATE',
  'MOYR',
  'QYR',
  'WKYR',
  'EDATE',
  'SDATE',
  'YMDHMS',
])
