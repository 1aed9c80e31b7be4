/** How the columns and codes of one file answer to the canonical ones. */
import type { AgeRange, Code, MissingRule, ScaleId } from './study.ts'
import type { Warning } from './warning.ts'

export interface Binding {
  readonly scale: ScaleId
  readonly missingRule: MissingRule
  /** emotional and social lonely from this sub-scale score on */
  readonly subscaleCutoff: number
  /** canonical → column of the file; absent where the file has none */
  readonly columns: Readonly<
    Partial<Record<'id' | 'weight' | 'stratum' | 'psu' | 'fpc' | 'age' | 'sex' | 'municipality', string>>
  >
  /** item number (1-11) → column; empty where scores were delivered in their place */
  readonly items: ReadonlyMap<number, string>
  readonly answers: Answers
  readonly sex: { readonly male: readonly Code[]; readonly female: readonly Code[] }
  /** further columns named under `by`: canonical → column of the file */
  readonly by: ReadonlyMap<string, string>
  readonly warnings: readonly Warning[]
  /** absent where the items are all there is */
  readonly delivered?: Delivered
  /** of a file with several waves: the rows of this one hold `value` */
  readonly rows?: { readonly column: string; readonly value: string }
  /** the column in which each record says its year, and the year of the wave */
  readonly year?: { readonly column: string; readonly expected: number }
  /** where `age` holds classes: code → first and last whole year of age */
  readonly ageClasses?: ReadonlyMap<number, AgeRange>
  /** absent where nobody is looked for twice */
  readonly duplicates?: Duplicates
}

/** Scores as the data holder made them. */
export type Delivered =
  | {
      /** every measure is made from these */
      readonly use: 'scored'
      /** delivered = that of the data holder, not known here */
      readonly missingRule: MissingRule | 'delivered'
      readonly scores: readonly DeliveredScore[]
    }
  /** the items are scored, and their total is held against this one */
  | { readonly use: 'compared'; readonly total: DeliveredScore }

export interface DeliveredScore {
  readonly holds: ScoreName
  readonly column: string
  /** value of the file → value here; what is neither here nor missing is an unknown code */
  readonly values: ReadonlyMap<number, number>
  readonly missing: readonly Code[]
}

/**
 * total, emotional and social are scores; category is 0 not, 1 moderately,
 * 2 severely, 3 very severely lonely; the others are 0 no, 1 yes.
 */
export type ScoreName = 'total' | 'emotional' | 'social' | 'category' | Flag
export type Flag = 'is_lonely' | 'is_severe' | 'is_emotional' | 'is_social'

export interface Duplicates {
  /** keep the most complete record of a person, refuse, or only count them */
  readonly rule: 'keep-most-complete' | 'reject' | 'count'
  /** columns that together say who somebody is */
  readonly identity: readonly string[]
}

/** Codes by meaning; blank, system-missing and every number ≤ −1 are missing without being declared. */
export interface Answers {
  readonly yes: readonly Code[]
  readonly moreOrLess: readonly Code[]
  readonly no: readonly Code[]
  readonly missing: readonly Code[]
}
