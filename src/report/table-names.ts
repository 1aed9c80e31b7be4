/** The tidy tables that lie beside the report, in reading order: tables/<name>.csv. */
export const TABLES = [
  'estimates',
  'changes',
  'trends',
  'decompositions',
  'breaks',
  'sensitivity',
  'projections',
  'scale',
  'register',
  'comparability',
  'bridges',
  'warnings',
] as const

export type TableName = (typeof TABLES)[number]
