/**
 * Loneliness as RIVM publishes it for municipalities, districts and neighbourhoods:
 * StatLine 50052NED, 50120NED, 50150NED and their successors.
 *
 * The figures are estimates of a model (SMAP) that fills in what the
 * Gezondheidsmonitor did not measure there: each is marked as such and none is
 * a sample. Topics are found by their stem: the numbers behind them move with
 * every revision, and "ernstig/zeer ernstig" became "sterk". There are figures
 * of 18 and older, 18 to 65, and 65 and older; none of 75 and older.
 *
 * Units: proportions 0-1; 11 items, 3 and more = lonely, 9 and more = severe.
 * Checked against: the figures of the Netherlands and of six neighbourhoods of Ede in 2022.
 */
import type { StatLineCategory, StatLineDimension, StatLineTable } from '../core/statline.ts'
import type { AgeRange, PublishedFigure, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { type Ages, agesOf } from './age-category.ts'
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
import { type Labels, slice, tableError, tableName } from './statline-slice.ts'

const TOPICS: ReadonlyMap<string, string> = new Map([
  ['eenzaam', 'lonely'],
  ['ernstigzeerernstigeenzaam', 'severe'],
  ['sterkeenzaam', 'severe'],
  ['emotioneeleenzaam', 'emotional'],
  ['sociaaleenzaam', 'social'],
])
const MEASURES = ['lonely', 'severe', 'emotional', 'social']

/** By a topic of loneliness and a dimension of regions. */
export function isRivmLoneliness(table: StatLineTable): boolean {
  return regionDimension(table) !== undefined && measureLabels(table, TOPICS).some(label => label !== null)
}

export function rivmFigures(table: StatLineTable, request: PublishedRequest): PublishedTable {
  const { wave, target } = request
  const topics = measureLabels(table, TOPICS)
  if (!topics.includes('lonely')) throw topicsAbsent(table, ['Eenzaam'], wave)
  const { period, age, region } = dimensionsOf(table)
  const periods = periodLabels(table, period, wave)
  const bands = age.categories.map(agesOf)
  const regions = region.categories.map(category => regionOf(category, request.by))
  refuseNoRegion(table, region, regions)
  const axes = new Map<StatLineDimension, Labels>([
    [period, periods],
    [age, bands.map(ages => ages && labelOf(ages))],
    [region, regions.map(one => one && placeOf(one))],
    ...marginAxis(table),
  ])
  const cells = slice(table, { measures: topics, axes })
  refuseNoPercentages(table, cells)
  const cite = citeOf('RIVM', table, wave)
  const groups = domainsOf(bands, regions, target)
  const figures = MEASURES.flatMap(measure => {
    const rounding = roundingOf(table.measures[topics.indexOf(measure)])
    return groups.flatMap(({ label, domain }) => {
      const limits = limitsOf(margin => cells.get(withMargin(table, `${measure}|${label}`, margin) ?? ''))
      return limits === null ? [] : [{ measure, domain, ...limits, ...rounding, model: true as const, cite }]
    })
  })
  return {
    figures,
    instrument: 'djg11',
    subscaleCutoff: cutoffOf(table, wave),
    warnings: [
      ...tableWarnings(table, request, [period, periods], figures),
      ...levelWarnings(table, regions, request),
      ...cutoffWarnings(table, wave),
    ],
  }
}

interface Region {
  /** '' for the whole country */
  readonly level: string
  readonly code: string
}

const LEVELS: ReadonlyMap<string, string> = new Map([
  ['LD', 'part'],
  ['PV', 'province'],
  ['GG', 'ggd'],
  ['GM', 'municipality'],
  ['WK', 'district'],
  ['BU', 'neighbourhood'],
])

/** The country always; a region of a level that is asked for; null for the rest, and for names without a code. */
function regionOf({ key, title }: StatLineCategory, by: readonly string[]): Region | null {
  if (/^NL\d*$/.test(key) || /^nederland$/i.test(title)) return { level: '', code: 'NL' }
  const level = /^[A-Z]{2}\d+$/.test(key) ? LEVELS.get(key.slice(0, 2)) : undefined
  return level !== undefined && by.includes(level) ? { level, code: key } : null
}

function placeOf({ level, code }: Region): string {
  return `${level} ${code}`.trim()
}

function refuseNoRegion(
  table: StatLineTable,
  region: StatLineDimension,
  regions: readonly (Region | null)[],
): void {
  if (regions.some(one => one !== null)) return
  const titles = region.categories.slice(0, 4).map(({ title }) => title)
  throw tableError(
    table,
    'region-absent',
    `${tableName(table)} has neither the Netherlands nor a region that is asked for under \`by\`: ${titles.join(', ')}`,
    'name the level under `by` (municipality, ggd, district, neighbourhood), or download the table with the Netherlands; regions are known by their codes only',
  )
}

/** A level that is asked for and not there: also where the table has names of regions and no codes. */
function levelWarnings(
  table: StatLineTable,
  regions: readonly (Region | null)[],
  { by, wave }: PublishedRequest,
): Warning[] {
  const asked = [...LEVELS.values()].filter(level => by.includes(level))
  return asked
    .filter(level => !regions.some(region => region?.level === level))
    .map(level => ({
      code: 'empty_domain',
      message: `${tableName(table)} has no codes of regions by ${level}`,
      hint: 'download the table with that level, as CSV with codes',
      source: wave.source,
      wave: wave.wave,
    }))
}

function regionDimension({ dimensions }: StatLineTable): StatLineDimension | undefined {
  return dimensions.find(({ kind, key }) => kind === 'region' || /^wijken ?en ?buurten/i.test(key))
}

function dimensionsOf(table: StatLineTable) {
  const period = table.dimensions.find(({ kind }) => kind === 'period')
  const age = table.dimensions.find(({ key, title }) => /^leeftijd/i.test(key) || /^leeftijd/i.test(title))
  const region = regionDimension(table)
  if (period !== undefined && age !== undefined && region !== undefined) return { period, age, region }
  const wanted = { Perioden: period, Leeftijd: age, WijkenEnBuurten: region }
  const absent = Object.entries(wanted).flatMap(([name, found]) => (found === undefined ? [name] : []))
  throw tableError(
    table,
    'dimension-absent',
    `${tableName(table)} is not divided by ${absent.join(' and ')}`,
    'download the table again with all its dimensions',
  )
}

interface Group {
  /** of its cells */
  readonly label: string
  readonly domain: PublishedFigure['domain']
}

function domainsOf(
  bands: readonly (Ages | null)[],
  regions: readonly (Region | null)[],
  target: AgeRange,
): Group[] {
  const known = bands.filter(ages => ages !== null)
  const [youngest] = adults(known)
  return known.flatMap(ages => {
    const isAll = ages[0] === youngest && ages[1] === null
    const people = isAll ? { target: 'all' } : ageDomain(ages, target)
    return regions.flatMap(region => {
      if (region === null) return []
      const place = region.level === '' ? {} : { [region.level]: region.code }
      return [{ label: `${labelOf(ages)}|${placeOf(region)}`, domain: { ...people, ...place } }]
    })
  })
}

/** All adults: the open band that begins first. */
function adults(bands: readonly Ages[]): AgeRange {
  return [Math.min(...bands.filter(([, to]) => to === null).map(([from]) => from)), null]
}

function labelOf([from, to]: Ages): string {
  return to === null ? `${from}+` : `${from}-${to - 1}`
}

/** In the tables of the 2016 monitor 2 and more; what later tables use is published in two ways. */
function cutoffOf({ id }: StatLineTable, { subscaleCutoff }: WaveSpec): number | null {
  return subscaleCutoff ?? (id === '50052NED' ? 2 : null)
}

function cutoffWarnings(table: StatLineTable, wave: WaveSpec): Warning[] {
  if (cutoffOf(table, wave) !== null) return []
  return [
    {
      code: 'sub_scale_cutoff',
      message: `it is not known from which sub-scale score ${tableName(table)} calls people emotionally or socially lonely: 2 until 2016, 3 in later texts`,
      hint: 'say it under `subscaleCutoff` where you know it',
      source: wave.source,
      wave: wave.wave,
    },
  ]
}
