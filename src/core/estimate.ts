/**
 * An estimate with its uncertainty, as it travels between stages.
 *
 * Variances travel, standard errors are made at the end. `value` is null for an
 * empty domain. Units: proportions 0-1, mean scores in points.
 */
export interface Estimate {
  readonly value: number | null
  readonly variance: number
  /** PSUs with domain members − strata with domain members; Infinity for register or published figures */
  readonly df: number
  /** records with a valid score in the domain */
  readonly n: number
  /** records of the domain without a valid score */
  readonly nMissing: number
  /** records with the event; null for means */
  readonly events: number | null
  /** Σ weight of the members with a valid score */
  readonly population: number
  readonly deff: number | null
  /** effective sample size, n / deff */
  readonly neff: number | null
}

/** Estimates of several domains of one sample, with their full covariance. */
export interface DomainEstimates {
  readonly estimates: readonly Estimate[]
  readonly covariance: readonly (readonly number[])[]
  /** df of the union of the domains */
  readonly df: number
}

export type LonelyPsu = 'adjust' | 'certainty' | 'average' | 'remove' | 'fail'
