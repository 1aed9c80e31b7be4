/**
 * What a reader must know about a number without its being wrong: one code each.
 *
 * `message` is English, for the terminal and the machine; a report renders its
 * own language from `code`, `where`, `count` and `values`.
 */
export const WARNING_CODES = [
  'unknown_code',
  'unusable_weight',
  'unweighted',
  'missing_age',
  'implausible_age',
  'missing_sex',
  'duplicate_records',
  'encoding_guessed',
  'stratum_from_municipality',
  'no_stratum',
  'lonely_psu',
  'empty_domain',
  'no_df',
  'standard_skipped',
  'cells_collapsed',
  'standard_sensitive',
  'period_shock',
  'mode_change',
  'instrument_change',
  'cutoff_change',
  'population_differs',
  'private_households_only',
  'covid_period',
  'ggd_part_only',
  'few_waves',
  'no_residual_df',
  'continuation_unattainable',
  'approx_variance',
  'rounded_figures',
  'design_effect_unknown',
  'no_variance',
  'model_estimate',
  'panel_covariance_missing',
  'age_floor_unknown',
  'suppressed',
  'synthetic',
  'labels_reversed',
  'sub_scale_cutoff',
  'missing_answers',
  'instruments_differ',
  'cutoffs_differ',
  'panel_as_independent',
  'regional_only',
  'boundaries_changed',
  'provisional',
  'weight_change',
  'wave_overdue',
  'unknown_category',
  'missing_part',
  'probably_cut_off',
  'duplicate_column',
  'duplicate_observation',
  'telephone_six_items',
  'telephone_included',
  'person_not_found',
  'age_computed',
  'implausible_date',
  'date_assumed',
  'ambiguous_code',
  'codes_not_documented',
  'residence_at_baseline',
  'missing_rule_change',
  'rule_not_verified',
  'degrees_by_size',
  'scores_delivered',
  'scores_differ',
  'wave_contradicted',
  'weight_doubtful',
  'age_classes',
  'missing_identity',
  'length_unknown',
] as const

export type WarningCode = (typeof WARNING_CODES)[number]

export interface Warning {
  readonly code: WarningCode
  readonly message: string
  readonly hint?: string
  readonly source?: string
  readonly wave?: string
  /** file, variable or row */
  readonly where?: string
  readonly count?: number
  readonly values?: Readonly<Record<string, string | number>>
}
