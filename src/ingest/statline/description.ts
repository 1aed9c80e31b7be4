/**
 * What a StatLine download says about its own table: titles, code tables, units.
 *
 * Filled from whichever of its files are there; what is unknown stays out. Keys
 * are unpadded.
 */
export interface Description {
  id: string | null
  title: string | null
  /** as the data holder counts them, where it says so */
  observations: number | null
  readonly dimensions: Map<string, DescribedDimension>
  /** by key of the dimension, then by code */
  readonly codes: Map<string, Map<string, DescribedCode>>
  readonly measures: Map<string, DescribedMeasure>
}

export interface DescribedDimension {
  readonly title: string
  readonly kind: 'period' | 'region' | 'other' | null
}

export interface DescribedCode {
  readonly title: string
  /** periods only: false where the table calls it definite, null where it says nothing */
  readonly provisional: boolean | null
}

export interface DescribedMeasure {
  readonly title: string
  readonly unit: string | null
  readonly decimals: number | null
  /** a name or a code, no number */
  readonly isText: boolean
}

export function emptyDescription(): Description {
  return {
    id: null,
    title: null,
    observations: null,
    dimensions: new Map(),
    codes: new Map(),
    measures: new Map(),
  }
}

/** TimeDimension, GeoDimension, GeoDetail, Dimension: the words of both generations of OData. */
export function kindOf(word: string): DescribedDimension['kind'] {
  if (/^Time/i.test(word)) return 'period'
  if (/^Geo/i.test(word)) return 'region'
  return 'other'
}

/** Definitief, Voorlopig, NaderVoorlopig; null where nothing is said. */
export function isProvisional(status: string): boolean | null {
  return status === '' ? null : /voorlopig|provisional/i.test(status)
}

export function wholeNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null
}
