/** What ejz knows beforehand of the files of one source: names of columns, codes of answers. */
import type { Answers, Delivered, ScoreName } from '../core/binding.ts'
import type { AgeRange, Code, ScaleId, SourceId } from '../core/study.ts'

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
  /** columns that files of this source need not hold, even where the study file asks for tables by them */
  readonly mayLack?: readonly ColumnName[]
  /** scores that the data holder made */
  readonly scores?: readonly ScoreVariable[]
  /** the rule by which that holder let answers be missing; absent = not known */
  readonly scoreRule?: Extract<Delivered, { use: 'scored' }>['missingRule']
  /** columns that together are one person in the whole country: then somebody may be in a file twice */
  readonly person?: { readonly required: string; readonly besides: readonly string[] }
  /** the column in which a record says its year */
  readonly year?: readonly string[]
  /** columns that divide people into groups, by the name under which `by` may ask for them */
  readonly groups?: Readonly<Record<string, readonly string[]>>
  /** columns with classes of age, tried where there is no age in years; null = only their labels tell the ages */
  readonly ageClasses?: readonly {
    readonly name: string
    readonly ages: ReadonlyMap<number, AgeRange> | null
  }[]
}

export interface ScoreVariable {
  readonly holds: ScoreName
  readonly name: string
  /** of which scale; absent = of the wave's */
  readonly scale?: ScaleId
  /** value of the file → value here; absent = every score of the scale stands for itself */
  readonly values?: ReadonlyMap<number, number>
  readonly missing: readonly Code[]
  /** of emotionally or socially lonely: from which score on */
  readonly cutoff?: 2 | 3
}

export type WeightRule =
  | { readonly kind: 'any'; readonly names: readonly string[] }
  | {
      readonly kind: 'by-year'
      readonly ofYear: Readonly<Record<string, string>>
      /** years whose weight was not seen in a codebook, but taken from other years */
      readonly unseen: readonly string[]
      /** weights that belong to other questions or other years, and why they may not be used */
      readonly traps: readonly string[]
      readonly trap: string
    }
