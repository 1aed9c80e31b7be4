/**
 * Loneliness as CBS publishes it: StatLine 85766NED, Sociale samenhang & Welzijn.
 *
 * The percentages stand per degree, three to a group: not, somewhat and strongly
 * lonely. "Lonely" is somewhat and strongly together, taken as 1 − not lonely:
 * the same share with one rounding instead of two, and its interval mirrored.
 * Severe is strongly lonely. On the sub-scales somewhat or strongly is a score
 * of 1 or more, strongly of 3.
 *
 * Units: proportions 0-1.
 * Checked against: the 90 cells of 2022 on the page of the table.
 */
import type { StatLineCategory, StatLineDimension, StatLineTable } from '../core/statline.ts'
import type { AgeRange, PublishedFigure, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { agesOf, isAllAges } from './age-category.ts'
import { FIRST_YEAR, refuseEarlierScale } from './cbs-earlier-scale.ts'
import { type Degrees, degreesOf, refuseWrongSums } from './published-degrees.ts'
import {
  ageDomain,
  citeOf,
  limitsOf,
  marginAxis,
  measureLabels,
  type PublishedRequest,
  type PublishedTable,
  periodLabels,
  refuseNoPercentages,
  roundingOf,
  tableWarnings,
  topicsAbsent,
  withMargin,
} from './published-wave.ts'
import { type Labels, labelled, type Margin, slice, tableError, tableName, yearOf } from './statline-slice.ts'

const TOPICS: ReadonlyMap<string, string> = new Map([
  ['eenzaamheid', 'total'],
  ['emotioneleeenzaamheid', 'emotional'],
  ['socialeeenzaamheid', 'social'],
])

export function isCbsLoneliness(table: StatLineTable): boolean {
  return degreeDimension(table) !== undefined
}

export function cbsFigures(table: StatLineTable, request: PublishedRequest): PublishedTable {
  const { wave, target } = request
  refuseEarlierScale(wave)
  const topics = measureLabels(table, TOPICS)
  if (!topics.includes('total')) throw topicsAbsent(table, ['Eenzaamheid'], wave)
  const { period, group, degree } = dimensionsOf(table)
  const periods = periodLabels(table, period, wave)
  const groups = group.categories.map(category => domainOf(category, target))
  const axes = new Map<StatLineDimension, Labels>([
    [period, periods],
    [group, groups.map(domain => domain && labelOf(domain))],
    [degree, labelled(degree, ({ key }) => key)],
    ...marginAxis(table),
  ])
  const cells = slice(table, { measures: topics, axes })
  refuseNoPercentages(table, cells)
  const degrees = degreesOf(table, degree, cells)
  refuseWrongSums(table, degrees, cells)
  const subscaleCutoff = cutoffOf(table, wave)
  const cite = citeOf('CBS', table, wave)
  const domains = new Map(groups.flatMap(domain => (domain === null ? [] : [[labelOf(domain), domain]])))
  const figures = [...domains.values()].flatMap(domain =>
    MEASURES.flatMap(({ measure, topic }) => {
      const strongly = measure === 'severe' || (topic !== 'total' && subscaleCutoff === 3)
      const share = shareIn(table, cells, `${topic}|${labelOf(domain)}`)
      const limits = strongly ? limitsOf(margin => share(degrees.strongly, margin)) : lonely(share, degrees)
      if (limits === null) return []
      return [{ measure, domain, ...limits, ...roundingOf(table.measures[topics.indexOf(topic)]), cite }]
    }),
  )
  return {
    figures,
    instrument: 'djg6',
    subscaleCutoff,
    warnings: [
      ...tableWarnings(table, request, [period, periods], figures),
      ...bySizeWarnings(table, degrees, wave),
      ...earlierPeriods(table, period, wave),
    ],
  }
}

const MEASURES = [
  { measure: 'lonely', topic: 'total' },
  { measure: 'severe', topic: 'total' },
  { measure: 'emotional', topic: 'emotional' },
  { measure: 'social', topic: 'social' },
] as const

type Share = (degree: string | undefined, margin: Margin) => number | undefined

function shareIn(table: StatLineTable, cells: ReadonlyMap<string, number>, about: string): Share {
  return (degree, margin) => {
    const key = degree === undefined ? null : withMargin(table, `${about}|${degree}`, margin)
    return key === null ? undefined : cells.get(key)
  }
}

const MIRRORED = { value: 'value', low: 'high', high: 'low' } as const

/** Everyone who is not "not lonely"; where that is not published, the sum of the other two, without an interval. */
function lonely(share: Share, degrees: Degrees): ReturnType<typeof limitsOf> {
  const rest = limitsOf(margin => {
    const not = share(degrees.not, MIRRORED[margin])
    return not === undefined ? undefined : 100 - not
  })
  const [somewhat, strongly] = [share(degrees.somewhat, 'value'), share(degrees.strongly, 'value')]
  if (rest !== null || somewhat === undefined || strongly === undefined) return rest
  return limitsOf(margin => (margin === 'value' ? somewhat + strongly : undefined))
}

function degreeDimension({ dimensions }: StatLineTable): StatLineDimension | undefined {
  return dimensions.find(
    ({ key, title }) => /^mate ?van ?eenzaamheid/i.test(key) || /^mate van eenzaamheid/i.test(title),
  )
}

interface Dimensions {
  readonly period: StatLineDimension
  readonly group: StatLineDimension
  readonly degree: StatLineDimension
}

function dimensionsOf(table: StatLineTable): Dimensions {
  const period = table.dimensions.find(({ kind }) => kind === 'period')
  const group = table.dimensions.find(({ key, title }) => /kenmerk/i.test(key) || /kenmerk/i.test(title))
  const degree = degreeDimension(table)
  if (period !== undefined && group !== undefined && degree !== undefined) return { period, group, degree }
  const wanted = { Perioden: period, Kenmerken: group, MateVanEenzaamheid: degree }
  const absent = Object.entries(wanted).flatMap(([name, found]) => (found === undefined ? [name] : []))
  throw tableError(
    table,
    'dimension-absent',
    `${tableName(table)} is not divided by ${absent.join(' and ')}`,
    'download the table again with all its dimensions',
  )
}

const SEX_KEYS: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ['3000', 'male'],
  ['4000', 'female'],
])

/** Total, sexes and ages; other characteristics of people are not asked for. */
function domainOf({ key, title }: StatLineCategory, target: AgeRange): PublishedFigure['domain'] | null {
  const words = title.toLowerCase().replace(/^[a-z]+: ?/, '')
  if (key === 'T009002' || /^totaal(?: personen)?$/.test(words)) return { target: 'all' }
  const sex = /^mannen$/.test(words) ? 'male' : /^vrouwen$/.test(words) ? 'female' : SEX_KEYS.get(key)
  if (sex !== undefined) return { target: 'all', sex }
  const ages = agesOf({ key, title: words })
  return ages === null || isAllAges(ages) ? null : ageDomain(ages, target)
}

function labelOf(domain: PublishedFigure['domain']): string {
  return Object.values(domain).join(' ')
}

/** Degrees give a sub-scale score of 1 or more, or of 3, and nothing between. */
function cutoffOf(table: StatLineTable, { subscaleCutoff, where }: WaveSpec): number {
  if (subscaleCutoff !== 2) return subscaleCutoff ?? 1
  throw tableError(
    table,
    'cutoff-not-published',
    `${tableName(table)} does not tell who scores 2 or more on a sub-scale`,
    'leave `subscaleCutoff` out (somewhat and strongly, 1 or more), or write 3 (strongly)',
    where,
  )
}

function bySizeWarnings(table: StatLineTable, { not, somewhat, bySize }: Degrees, wave: WaveSpec): Warning[] {
  if (bySize !== true) return []
  const message = `${tableName(table)} has codes without titles: ${not} is taken as not lonely and ${somewhat} as somewhat lonely, by their size`
  const hint =
    'keep the code tables of the download (metadata.csv, MateVanEenzaamheidCodes.csv) beside the table'
  return [{ code: 'degrees_by_size', message, hint, source: wave.source, wave: wave.wave }]
}

function earlierPeriods(table: StatLineTable, { categories }: StatLineDimension, wave: WaveSpec): Warning[] {
  const earlier = categories.flatMap(category => {
    const year = yearOf(category)
    return year !== null && Number(year) < FIRST_YEAR ? [year] : []
  })
  if (earlier.length === 0) return []
  const message = `${tableName(table)} also holds ${earlier.join(', ')}, when CBS used another scale: those figures are left aside`
  return [
    {
      code: 'instrument_change',
      message,
      source: wave.source,
      wave: wave.wave,
      values: { values: earlier.join(', ') },
    },
  ]
}
