/** What ejz knows beforehand of the files of one source: names of columns, codes of answers. */
import type { Answers } from '../core/binding.ts'
import type { Code, SourceId } from '../core/study.ts'

export type ColumnName = 'id' | 'weight' | 'stratum' | 'psu' | 'fpc' | 'age' | 'sex' | 'municipality'

export interface Profile {
  readonly id: SourceId
  /** names under which a column may stand in the file, tried in this order */
  readonly names: Readonly<Record<Exclude<ColumnName, 'weight'>, readonly string[]>>
  /** names of the items, item 1 first */
  readonly items: readonly string[]
  readonly weight: WeightRule
  /** null where only the study file or value labels can tell */
  readonly answers: Answers | null
  readonly sex: { readonly male: readonly Code[]; readonly female: readonly Code[] } | null
  /** columns without which a file of this source is not what it says */
  readonly required: readonly ColumnName[]
}

export type WeightRule =
  | { readonly kind: 'any'; readonly names: readonly string[] }
  | {
      readonly kind: 'by-year'
      readonly ofYear: Readonly<Record<string, string>>
      /** weights that belong to other questions or other years, and why they may not be used */
      readonly traps: readonly string[]
      readonly trap: string
    }
