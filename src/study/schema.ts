/**
 * The study file: every key a user may write, with what it means.
 *
 * One zod schema gives the checks, the types and the JSON Schema for editors.
 * Unknown keys are errors. Defaults are not written here but in `defaults.ts`.
 *
 * Units: proportions from 0 to 1 (0.02 = two percentage points); ages in whole years.
 */
import { z } from 'zod'
import { date, MEASURES, plannedSchema, proportion, waveSchema } from './wave-schema.ts'

const text = z.string().min(1)
const age = z.number().int().min(0).max(120)
const share = z.number().lt(1)
const label = z.union([text, z.number()], { error: 'must be a text' })

const ascendingAges = z
  .array(age)
  .min(1)
  .refine(
    ages => ages.every((bound, i) => i === 0 || bound > ages[i - 1]),
    'must ascend, such as [75, 80, 85]',
  )

const programmeSchema = z.strictObject({
  name: text.optional().describe('Name of the programme.'),
  start: date.optional().describe('Day on which the programme began.'),
  exposureFrom: date.optional().describe('Day from which it can have reached people.'),
})

const targetSchema = z.strictObject({
  age: z
    .tuple([age, age.nullable()], { error: 'must be [first age, last age], the last null for no limit' })
    .refine(([from, to]) => to === null || from <= to, 'the last age lies before the first')
    .describe('First and last age of the people the verdict is about; null = no upper limit.'),
})

const bandsSchema = z.strictObject({
  target: ascendingAges.optional().describe('Lower bounds of the age bands of the target population.'),
  all: ascendingAges.optional().describe('Lower bounds of the age bands for tables over all respondents.'),
})

const bySchema = z.array(
  z.union([text, z.array(text).min(1)], { error: 'must be a column name or a list of them' }),
)

const primarySchema = z.strictObject({
  source: text.describe('Source of the verdict.'),
  measure: z.enum(MEASURES).optional().describe('Measure of the verdict.'),
  wave: z
    .union([text, z.number().int()], { error: 'must be the name of a wave, such as "2020"' })
    .describe('Wave on which the verdict rests.'),
})

const decisionSchema = z.strictObject({
  margin: share.positive().optional().describe('Smallest break that matters, as a proportion.'),
  tau: z
    .union([share.min(0), z.record(z.string(), share.min(0))], {
      error: 'must be a proportion below 1, or one for each source',
    })
    .optional()
    .describe('Non-sampling error of a wave as a proportion: one for all sources, or one for each.'),
  maxDrift: share.min(0).optional().describe('Largest drift per year that the trend may have had by itself.'),
  alpha: share.positive().optional().describe('Significance level.'),
  scale: z.enum(['identity', 'logit']).optional().describe('Scale on which the earlier trend is continued.'),
  lag: z.number().min(0).optional().describe('Years after the start before a wave counts as post.'),
  minPre: z.number().int().min(2).optional().describe('Fewest waves before the programme.'),
})

const shockSchema = z
  .strictObject({
    from: date.describe('First day.'),
    to: date.describe('Last day.'),
    label: text.describe('What happened.'),
  })
  .refine(({ from, to }) => from <= to, 'ends before it begins')

const disclosureSchema = z.strictObject({
  minN: z.number().int().min(0).optional().describe('Fewest records behind a figure; 0 = no minimum.'),
  minEvents: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Fewest lonely, and not lonely, records; 0 = no minimum.'),
  presentation: z.enum(['nchs', 'off']).optional().describe('Presentation standard for proportions.'),
})

const municipalitiesSchema = z.strictObject({
  register: text.optional().describe('CSV of municipalities and when they joined the programme.'),
  geometry: text.optional().describe('GeoJSON with their boundaries.'),
  threshold: proportion.optional().describe('Proportion lonely above which an area is flagged.'),
})

const reportKeys = {
  edition: label.optional().describe('Number or name of this edition of the report.'),
  status: text.optional().describe('Status of the report, such as concept.'),
  client: text.optional().describe('Who commissioned the report.'),
  date: date.optional().describe('Date of publication.'),
  contact: text.optional().describe('Whom to ask about the report.'),
  reference: label.optional().describe('Reference, such as a Kamerstuk number.'),
}

export const REPORT_KEYS = ['edition', 'status', 'client', 'date', 'contact', 'reference'] as const

export const studySchema = z.strictObject({
  title: text.describe('Title of the report.'),
  language: z.enum(['nl', 'en']).optional().describe('First language of the report.'),
  output: text.optional().describe('Folder for the results.'),
  programme: programmeSchema.optional().describe('The programme whose effect on the trend is asked after.'),
  target: targetSchema.optional().describe('The people the verdict is about.'),
  bands: bandsSchema.optional().describe('Age bands: lower bounds, the last band open.'),
  by: bySchema.optional().describe('Tables: a column each; a list of columns is a crossing.'),
  design: z
    .strictObject({
      lonelyPsu: z
        .enum(['adjust', 'certainty', 'average', 'remove', 'fail'])
        .optional()
        .describe('What a stratum with a single sampling unit adds to the variance.'),
    })
    .optional()
    .describe('Sampling design.'),
  standard: z
    .array(text)
    .min(1)
    .optional()
    .describe(
      'Standard populations, the first is primary: first-wave, last-wave, nl-<year>, esp2013 or a CSV.',
    ),
  primary: primarySchema.optional().describe('What the verdict rests on, fixed before the wave is opened.'),
  decision: decisionSchema.optional().describe('Rules of the judgement, fixed before the wave is opened.'),
  shocks: z.array(shockSchema).optional().describe('Periods in which something else moved the figures.'),
  disclosure: disclosureSchema.optional().describe('What may be shown.'),
  waves: z.array(waveSchema).min(1).describe('The data, wave by wave.'),
  planned: z
    .array(plannedSchema)
    .optional()
    .describe('Waves that are still to come, for the table of sources.'),
  population: text.optional().describe('built-in, or a CSV with year, sex, ageFrom, persons.'),
  forecast: text.optional().describe('CSV with a population forecast.'),
  municipalities: municipalitiesSchema.optional().describe('Register and map of municipalities.'),
  ...reportKeys,
})

export type StudyFile = z.infer<typeof studySchema>
