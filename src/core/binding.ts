/** How the columns and codes of one file answer to the canonical ones. */
import type { Code, MissingRule, ScaleId } from './study.ts'
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
  /** item number (1-11) → column */
  readonly items: ReadonlyMap<number, string>
  readonly answers: Answers
  readonly sex: { readonly male: readonly Code[]; readonly female: readonly Code[] }
  /** further columns named under `by`: canonical → column of the file */
  readonly by: ReadonlyMap<string, string>
  readonly warnings: readonly Warning[]
}

/** Codes by meaning; blank, system-missing and every number ≤ −1 are missing without being declared. */
export interface Answers {
  readonly yes: readonly Code[]
  readonly moreOrLess: readonly Code[]
  readonly no: readonly Code[]
  readonly missing: readonly Code[]
}
