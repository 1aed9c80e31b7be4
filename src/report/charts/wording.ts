/** Phrases that every chart needs: values with their wave, lists, the scale, the source, what is hidden. */
import type { EstimateEntry, Results } from '../../core/results.ts'
import type { Language } from '../../core/study.ts'
import {
  count,
  date,
  decimal,
  percent,
  percentDigits,
  percentInterval,
  roundHalfAway,
  year,
} from '../format.ts'
import { MARKS } from '../marks.ts'
import { type ChartText, chartText } from './catalogue.ts'
import { wavesApart } from './comparable.ts'
import type { FigureSpec } from './figure-spec.ts'
import { isShown, mainMeasure, type Shown, type Survey } from './survey.ts'

/** Everything a chart is made from. */
export interface Context {
  readonly results: Results
  readonly survey: Survey
  readonly language: Language
  readonly text: ChartText
}

export function context(results: Results, survey: Survey, language: Language): Context {
  return { results, survey, language, text: chartText(language) }
}

export function id(kind: string, survey: Survey, several: boolean): string {
  const name = several ? `${survey.source}-${survey.instrument}` : survey.source
  const plain = name.normalize('NFD').toLowerCase()
  return `${kind}-${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`
}

export function valueText(entry: Shown, language: Language): string {
  return percent(entry.value, language, percentDigits(entry))
}

/** "54,1 tot 57,3%", or "" without interval */
export function intervalText(entry: EstimateEntry, language: Language): string {
  if (entry.low === null || entry.high === null) return ''
  return percentInterval(entry.low, entry.high, language, percentDigits(entry))
}

/** "56% (54 tot 58%)", or "56%" without interval */
export function valueAndInterval(entry: Shown, language: Language): string {
  const interval = intervalText(entry, language)
  const value = valueText(entry, language)
  return interval === '' ? value : `${value} (${interval})`
}

/** "2020", or "2019 (meting H)" where the name of the wave does not say when it was */
export function waveName({ survey, text }: Pick<Context, 'survey' | 'text'>, wave: string): string {
  const found = survey.waves.find(one => one.wave === wave)
  if (found === undefined) return clipped(wave)
  if (/\d{4}/.test(wave)) return clipped(wave)
  return text.common.words.otherWave(year(found.time), clipped(wave))
}

/** A name from a study file or a data file, short enough for a chart. */
export function clipped(name: string, most = 32): string {
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`
}

/** What a table shows for an estimate that is not shown: the signs of Dutch statistics. */
export function sign(entry: { readonly reason?: string | undefined }): string {
  return entry.reason === 'empty_cell' ? '' : UNRELIABLE.test(entry.reason ?? '') ? '.' : 'x'
}

const UNRELIABLE = /neff|width|no_df/

export function tableCells(entry: EstimateEntry | undefined, language: Language): [string, string] {
  if (entry === undefined) return ['', '']
  if (!isShown(entry)) return [sign(entry), '']
  const mark = entry.cite === undefined ? '' : ` ${MARKS.published}`
  const doubt = entry.flags.includes('approx_variance') ? ` ${MARKS.approximate}` : ''
  return [`${valueText(entry, language)}${mark}`, `${intervalText(entry, language)}${doubt}`]
}

/** "56" for titles, where the interval stands elsewhere */
export function wholePercent(value: number): string {
  return String(roundHalfAway(value * 100, 0))
}

/** A margin in percentage points: "2" or "2,5" */
export function marginText(margin: number, language: Language): string {
  const digits = Number.isInteger(roundHalfAway(margin * 100, 1)) ? 0 : 1
  return decimal(margin * 100, language, digits)
}

export function list(words: readonly string[], text: ChartText): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${text.common.words.and} ${words[words.length - 1]}`
}

export function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}

/** "De Jong Gierveld, 11 vragen, score 3 of hoger" */
export function scaleText(on: Context, measure: string | null): string {
  const { survey, text } = on
  const { instrument } = survey
  const name = text.common.words.instruments[instrument] ?? instrument
  return measure === null ? name : `${name}, ${cutoffText(on, measure)}`
}

/** "score 3 of hoger"; a publication may leave it out */
export function cutoffText({ survey, text }: Context, measure: string): string {
  const [{ subscaleCutoff }] = survey.waves
  const unsaid = subscaleCutoff === null && (measure === 'emotional' || measure === 'social')
  return unsaid
    ? text.common.unknownCutoff
    : text.common.cutoff(measure, survey.instrument, subscaleCutoff ?? 0)
}

/** The measure of the verdict as a predicate: "eenzaam" */
export function measureName({ text, results }: Context): string {
  const measure = mainMeasure(results)
  return text.common.words.is[measure] ?? measure
}

export function sourceName({ survey, text }: Context): string {
  return text.common.words.sources[survey.source] ?? survey.source
}

/** A finding names its study, unless it is the one the verdict rests on. */
export function finding(on: Context, title: string): string {
  const { results, survey } = on
  const main = results.verdict?.primary.source ?? results.waves[0]?.source
  return survey.source === main
    ? title
    : `${sourceName(on)}: ${title.replace(/^\p{L}/u, letter => letter.toLowerCase())}`
}

/** Above this number only the first and the last day of all fieldwork are named. */
const MOST_PERIODS = 4

export function sourcesText(on: Context): string {
  const { survey, text, language, results } = on
  const spoken = ([first, last]: readonly [string, string]) =>
    text.common.words.period(date(first, language), date(last, language))
  const fieldwork =
    survey.waves.length <= MOST_PERIODS
      ? survey.waves.map(wave => spoken(wave.fieldwork))
      : [spoken([survey.waves[0].fieldwork[0], survey.waves[survey.waves.length - 1].fieldwork[1]])]
  const waves = list(
    survey.waves.map(({ wave }) => waveName(on, wave)),
    text,
  )
  return text.common.sources(sourceName(on), waves, fieldwork.join('; '), results.synthetic)
}

/** What the marks of published figures mean, and where these stand; none where nothing was published. */
export function publishedNotes(on: Context, entries: readonly EstimateEntry[]): string[] {
  const { text } = on
  const cited = entries.filter(({ cite }) => cite !== undefined)
  if (cited.length === 0) return []
  const places = [...new Set(cited.map(({ wave, cite }) => `${waveName(on, wave)}: ${cite}`))]
  return [
    `${MARKS.published} ${text.common.published(places.join('; '))}`,
    ...(cited.some(({ flags }) => flags.includes('approx_variance'))
      ? [`${MARKS.approximate} ${text.common.approximate}`]
      : []),
    ...(cited.some(({ low }) => low === null) ? [text.common.noInterval] : []),
  ]
}

/** A note that names what is not drawn; none where all is. */
export function hiddenNote(hidden: readonly string[], text: ChartText): string[] {
  return hidden.length === 0 ? [] : [text.common.hidden(hidden.join('; '))]
}

/** Waves that may not share the axis, by measure. */
export function apartNote(on: Context, measures: readonly string[]): string[] {
  const { results, survey, text } = on
  const apart = measures.flatMap(measure => {
    const waves = wavesApart(results, survey, measure).map(wave => waveName(on, wave))
    return waves.length === 0
      ? []
      : [`${text.common.words.measures[measure] ?? measure} ${list(waves, text)}`]
  })
  return apart.length === 0 ? [] : [text.common.apart(apart.join('; '))]
}

/** A table of estimates, one to a row, after the columns that say which one it is. */
export function estimateTable(
  { text, language }: Context,
  caption: string,
  names: readonly string[],
  rows: readonly { readonly labels: readonly string[]; readonly entry: EstimateEntry }[],
): FigureSpec['table'] {
  const { percentage, interval, respondents } = text.common
  return {
    caption,
    columns: [
      ...names.map(name => ({ name, align: 'left' as const })),
      ...[percentage, interval, respondents].map(name => ({ name, align: 'right' as const })),
    ],
    rows: rows.map(({ labels, entry }) => [
      ...labels,
      ...tableCells(entry, language),
      respondentsText(entry, language),
    ]),
  }
}

export function respondentsText(entry: EstimateEntry | undefined, language: Language): string {
  return entry !== undefined && isShown(entry) && entry.n !== null ? count(entry.n, language) : ''
}

/** wave, time, value, low, high, n */
export function estimateRow({ wave, time, value, low, high, n }: Shown): (string | number | null)[] {
  return [wave, time, value, low, high, n]
}

/** "leeftijd en geslacht van 2012" */
export function standardName(on: Context, standard: string): string {
  const { waves } = on.survey
  const [first, last] = [waves[0], waves[waves.length - 1]].map(({ wave }) => waveName(on, wave))
  return on.text.common.standard(standard, first, last)
}
