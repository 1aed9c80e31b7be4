/**
 * One wave of a study file: where its data lie and how to read them.
 *
 * Every key says what it is for; the JSON Schema for editors is made from here.
 */
import { z } from 'zod'
import type { ScaleId, SourceId } from '../core/study.ts'

export const SOURCES = ['lasa', 'gezondheidsmonitor', 'cbs', 'nivel', 'rivm', 'microdata'] as const
/** The scale that a source uses unless the wave says otherwise. */
export const SCALE_OF: Readonly<Record<SourceId, ScaleId>> = {
  lasa: 'djg11',
  gezondheidsmonitor: 'djg11',
  cbs: 'djg6',
  nivel: 'djg6',
  rivm: 'djg11',
  microdata: 'djg11',
}

export const MEASURES = ['lonely', 'severe', 'very_severe', 'emotional', 'social', 'score'] as const

const text = z.string().min(1)
const path = text
export const proportion = z.number().min(0).max(1)
export const date = z.iso.date()

const code = z.union([z.number(), text], { error: 'must be a number or a text' })
const codes = z.union([code, z.array(code).min(1)], {
  error: 'must be a code or a list of codes, such as [1]',
})

const codesSchema = z.strictObject({
  yes: codes.optional().describe('Codes of the answer yes.'),
  moreOrLess: codes.optional().describe('Codes of the answer more or less.'),
  no: codes.optional().describe('Codes of the answer no.'),
  missing: codes
    .optional()
    .describe('Codes that mean no answer. Blanks and every number of −1 or less are missing anyway.'),
  sex: z.strictObject({ male: codes, female: codes }).optional().describe('Codes of the two sexes.'),
})

/** a proportion or a mean score; which of the two is checked beside its measure, where 56 for 0.56 is told apart */
const figure = z.number().min(0).max(100)

export const figureSchema = z.strictObject({
  measure: z.enum(MEASURES).describe('What the figure measures.'),
  domain: z.record(z.string(), text).describe('Whom it is about, such as { target: 75+, sex: female }.'),
  value: figure.describe('The published value: a proportion from 0 to 1, or a mean score.'),
  low: figure.optional().describe('Lower bound of its published 95 % interval.'),
  high: figure.optional().describe('Upper bound of its published 95 % interval.'),
  n: z.number().int().positive().optional().describe('Number of respondents behind it.'),
  deff: z.number().positive().optional().describe('Design effect, where no interval was published.'),
  unit: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'What the value was rounded to: 0.01 = whole percents, 0 = not rounded; otherwise by its digits.',
    ),
  cite: text.describe('Where it was published.'),
})

const fieldwork = z
  .tuple([date, date], { error: 'must be two dates, [first day, last day]' })
  .refine(([first, last]) => first <= last, 'ends before it begins')

const filesAndTime = {
  files: z.array(path).min(1).optional().describe('Data files of the wave: .sav, .csv or .parquet.'),
  folder: path.optional().describe('Folder whose files are found by their names (LASA).'),
  published: path
    .optional()
    .describe(
      'What was published, in place of microdata: a StatLine table of CBS or RIVM, or a CSV with the columns of `figures`.',
    ),
  figures: z.array(figureSchema).min(1).optional().describe('Published figures used in place of microdata.'),
  fieldwork: fieldwork
    .optional()
    .describe('First and last day of the fieldwork, YYYY-MM-DD. Required for all sources but LASA.'),
}

const reading = {
  scale: z.enum(['djg11', 'djg6']).optional().describe('De Jong Gierveld scale of 11 or 6 items.'),
  missingRule: z
    .enum(['manual', 'lasa-one', 'lasa-two', 'complete'])
    .optional()
    .describe(
      'How many items may be missing: manual = one, none in a sub-scale; lasa-one = one in both (LASA until G); lasa-two = two and one (LASA from H); complete = none.',
    ),
  subscaleCutoff: z
    .literal([2, 3])
    .optional()
    .describe('Emotionally and socially lonely from this sub-scale score on.'),
  scoring: z
    .enum(['items', 'delivered'])
    .optional()
    .describe(
      'Score the items, or take the scores as the data holder made them; otherwise the items where there are any.',
    ),
  duplicates: z
    .enum(['keep-most-complete', 'reject'])
    .optional()
    .describe('What to do with two records of one person.'),
  columns: z.record(z.string(), text).optional().describe('Canonical column → column of the file.'),
  codes: codesSchema.optional().describe('Answer codes by meaning.'),
  decimal: z
    .enum(['point', 'comma'])
    .optional()
    .describe('Decimal mark of a CSV file, where it is in doubt.'),
  encoding: text.optional().describe('Character encoding of the files, where it is in doubt.'),
}

export const waveSchema = z.strictObject({
  source: z.enum(SOURCES).describe('The study the data come from; microdata = any other survey.'),
  name: text.optional().describe('Own name of a microdata source, as it will stand in the report.'),
  wave: z
    .union([text, z.number().int()], { error: 'must be a name, such as "2012"' })
    .describe('Name of the wave, such as 2012.'),
  ...filesAndTime,
  role: z
    .enum(['pre', 'baseline', 'transition', 'post'])
    .optional()
    .describe('Place of the wave in the judgement; otherwise decided by its date.'),
  mode: text
    .optional()
    .describe('How people were interviewed, such as web+paper; a change of it is warned about.'),
  available: date.optional().describe('Day on which its data came, for the table of sources.'),
  panel: z.boolean().optional().describe('Whether the same people are followed from wave to wave.'),
  ...reading,
})

export const plannedSchema = z.strictObject({
  source: text.describe('The study, as named under `waves`.'),
  wave: z.union([text, z.number().int()]).describe('Name of the wave to come, such as 2028.'),
  expected: date.describe('The day on which its data should be available, YYYY-MM-DD.'),
})

export type WaveFile = z.infer<typeof waveSchema>

/** The name of a wave's source in the results. */
export function sourceName(wave: WaveFile): string {
  return wave.source === 'microdata' ? (wave.name ?? 'microdata') : wave.source
}
