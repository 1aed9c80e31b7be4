/**
 * A study: everything the user decided, complete with defaults, every path absolute.
 *
 * Written once by `study/`, read everywhere. Proportions 0-1, dates YYYY-MM-DD.
 */
import type { LonelyPsu } from './estimate.ts'

export interface Study {
  /** absolute path of the study file; null when everything came from the command line */
  readonly file: string | null
  readonly title: string
  readonly language: Language
  /** absolute path of the output folder */
  readonly output: string
  readonly programme: { readonly name: string; readonly start: string; readonly exposureFrom: string }
  readonly target: { readonly age: AgeRange }
  readonly bands: { readonly target: readonly number[]; readonly all: readonly number[] }
  /** each entry a table: one column, or several that are crossed */
  readonly by: readonly (readonly string[])[]
  readonly design: { readonly lonelyPsu: LonelyPsu }
  /** the first is primary; a CSV is an absolute path */
  readonly standard: readonly string[]
  readonly primary: { readonly source: string; readonly measure: string; readonly wave: string } | null
  readonly decision: Decision
  readonly shocks: readonly { readonly from: string; readonly to: string; readonly label: string }[]
  readonly disclosure: {
    readonly minN: number
    readonly minEvents: number
    readonly presentation: 'nchs' | 'off'
  }
  readonly waves: readonly WaveSpec[]
  /** waves that are still to come: they stand in Tabel 1 */
  readonly planned: readonly PlannedWave[]
  /** `built-in` or the absolute path of a CSV: year, sex, ageFrom, persons */
  readonly population: string
  readonly forecast: string | null
  readonly municipalities: {
    readonly register: string | null
    readonly geometry: string | null
    readonly threshold: number
  }
  readonly report: Readonly<
    Partial<Record<'edition' | 'status' | 'client' | 'date' | 'contact' | 'reference', string>>
  >
}

export type Language = 'nl' | 'en'
/** first and last whole year of age; null = no upper bound */
export type AgeRange = readonly [number, number | null]

export interface Decision {
  readonly margin: number
  /** non-sampling error of a wave; one for all sources or one per source */
  readonly tau: number | Readonly<Record<string, number>>
  readonly maxDrift: number
  readonly alpha: number
  readonly scale: 'identity' | 'logit'
  /** years after the programme's start before a wave counts as post */
  readonly lag: number
  readonly minPre: number
}

export type SourceId = 'lasa' | 'gezondheidsmonitor' | 'cbs' | 'nivel' | 'rivm' | 'microdata'
export type Role = 'pre' | 'baseline' | 'transition' | 'post'
export type MissingRule = 'manual' | 'lasa-one' | 'lasa-two' | 'complete'
export type ScaleId = 'djg11' | 'djg6'

export interface WaveSpec {
  /** the profile that reads it */
  readonly profile: SourceId
  /** the name in the results: the profile, or the own name of a `microdata` source */
  readonly source: string
  readonly wave: string
  /** absolute paths */
  readonly files: readonly string[]
  /** absolute path of a folder whose files are found by their names (LASA) */
  readonly folder: string | null
  readonly fieldwork: readonly [string, string]
  readonly role: Role | null
  readonly mode: string | null
  readonly panel: boolean
  readonly scale: ScaleId
  readonly missingRule: MissingRule
  readonly subscaleCutoff: 2 | 3 | null
  /** score the items, or take the scores as the data holder made them; null = the items where the files have them */
  readonly scoring: 'items' | 'delivered' | null
  /** null = not said */
  readonly duplicates: 'keep-most-complete' | 'reject' | null
  /** canonical column → column of the file */
  readonly columns: Readonly<Record<string, string>>
  readonly codes: CodeOverrides
  readonly decimal: 'point' | 'comma' | null
  readonly encoding: string | null
  /** absolute path of a published table used in place of microdata */
  readonly published?: string
  /** published figures used in place of microdata */
  readonly figures?: readonly PublishedFigure[]
  /** the day on which its data came, YYYY-MM-DD, where the study file says so */
  readonly available?: string
  /** file:line:column of the wave in the study file, for messages */
  readonly where: string | null
}

export interface PlannedWave {
  readonly source: string
  readonly wave: string
  /** the day on which its data should be available, YYYY-MM-DD */
  readonly expected: string
}

/** A figure somebody published, with the place where it stands. Proportions 0-1. */
export interface PublishedFigure {
  readonly measure: string
  readonly domain: Readonly<Record<string, string>>
  readonly value: number
  readonly low?: number
  readonly high?: number
  readonly n?: number
  readonly deff?: number
  /** what the value was rounded to, as a proportion: 0.01 = whole percents, 0 = not rounded; absent = by its digits */
  readonly unit?: number
  /** an estimate of a model (SMAP), not of a sample: it never enters a series */
  readonly model?: true
  readonly cite: string
}

/** Answer codes by meaning; a value is a number, or a text for files that hold texts. */
export interface CodeOverrides {
  readonly yes?: readonly Code[]
  readonly moreOrLess?: readonly Code[]
  readonly no?: readonly Code[]
  readonly missing?: readonly Code[]
  readonly sex?: { readonly male: readonly Code[]; readonly female: readonly Code[] }
}
export type Code = number | string
