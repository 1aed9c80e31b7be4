/** What the tables of CBS and RIVM share: the year of a wave, topics by stem, proportions from percentages. */
import { bandLabel } from '../core/domain.ts'
import type { EjzError } from '../core/error.ts'
import type { StatLineDimension, StatLineMeasure, StatLineTable } from '../core/statline.ts'
import type { AgeRange, PublishedFigure, ScaleId, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Ages } from './age-category.ts'
import {
  type Labels,
  labelled,
  type Margin,
  marginOf,
  tableError,
  tableName,
  yearOf,
} from './statline-slice.ts'

export interface PublishedRequest {
  readonly wave: WaveSpec
  /** figures about exactly these ages are about the target */
  readonly target: AgeRange
  /** the regions that are asked for: municipality, ggd, district, neighbourhood …; the whole country always is */
  readonly by: readonly string[]
}

export interface PublishedTable {
  readonly figures: readonly PublishedFigure[]
  readonly instrument: ScaleId
  /** emotionally and socially lonely from this sub-scale score on; null = not known */
  readonly subscaleCutoff: number | null
  readonly warnings: readonly Warning[]
}

/** The year in the name of a wave, else that of its fieldwork. */
export function yearOfWave({ wave, fieldwork }: Pick<WaveSpec, 'wave' | 'fieldwork'>): string {
  return /(?:19|20)\d{2}/.exec(wave)?.[0] ?? fieldwork[0].slice(0, 4)
}

/** The one period of the wave; where it is not among them, the periods there are. */
export function periodLabels(table: StatLineTable, dimension: StatLineDimension, wave: WaveSpec): Labels {
  const year = yearOfWave(wave)
  const labels = labelled(dimension, category => (yearOf(category) === year ? '' : null))
  if (labels.includes('')) return labels
  const periods = dimension.categories.map(({ title }) => title)
  throw tableError(
    table,
    'period-absent',
    `${tableName(table)} has no figures of ${year}; its periods are ${periods.join(', ')}`,
    'name the wave after one of these periods, or download the table with this one',
    wave.where,
  )
}

/** Value and bounds where the table has them; a table without margins holds values only. */
export function marginAxis(table: StatLineTable): [StatLineDimension, Labels][] {
  const dimension = table.dimensions.find(({ kind }) => kind === 'margin')
  return dimension === undefined ? [] : [[dimension, labelled(dimension, marginOf)]]
}

/** The key of a cell in a slice whose last axis is the margins, where there are any. */
export function withMargin(table: StatLineTable, key: string, margin: Margin): string | null {
  if (table.dimensions.some(({ kind }) => kind === 'margin')) return `${key}|${margin}`
  return margin === 'value' ? key : null
}

/** What each measure stands for, by its stem or title in any spelling. */
export function measureLabels(table: StatLineTable, meaning: ReadonlyMap<string, string>): Labels {
  return table.measures.map(measure => namesOf(measure).flatMap(name => meaning.get(name) ?? [])[0] ?? null)
}

/** "Ernstig/zeer ernstig eenzaam (%)" and "ErnstigZeerErnstigEenzaam" are one name. */
function namesOf({ stem, title }: StatLineMeasure): string[] {
  return [stem, title, title.split('|').at(-1) ?? title].map(name =>
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  )
}

export function topicsAbsent(table: StatLineTable, wanted: readonly string[], wave: WaveSpec): EjzError {
  const stems = [...new Set(table.measures.map(({ stem }) => stem))]
  return tableError(
    table,
    'topics-absent',
    `${tableName(table)} lacks ${wanted.join(' and ')}; its topics are ${stems.join(', ')}`,
    'download the table again with these topics',
    wave.where,
  )
}

/**
 * "CBS, StatLine 85766NED, 2022"; by the title of the table where nothing gives its
 * id. Invented figures are nobody's: what calls itself synthetic is cited as such.
 */
export function citeOf(holder: 'CBS' | 'RIVM', table: StatLineTable, wave: WaveSpec): string {
  const name = table.id ?? table.title ?? tableName(table)
  return /synthe/i.test(table.title ?? '')
    ? `synthetisch / synthetic: StatLine ${name}, ${yearOfWave(wave)}`
    : `${holder}, StatLine ${name}, ${yearOfWave(wave)}`
}

/** Ages as a domain: the target itself, or an age band of all. */
export function ageDomain([from, to]: Ages, [first, last]: AgeRange): PublishedFigure['domain'] {
  const label = bandLabel(from, to)
  const isTarget = from === first && to === (last === null ? null : last + 1)
  return isTarget ? { target: label } : { target: 'all', age: label }
}

/** Percent to proportion, without the dust of binary fractions. */
export function proportion(percent: number): number {
  return Math.round(percent * 1e6) / 1e8
}

/** Value and interval of a figure from where the margins were found; null where there is no value. */
export function limitsOf(
  percentOf: (margin: Margin) => number | undefined,
): Pick<PublishedFigure, 'value' | 'low' | 'high'> | null {
  const [value, low, high] = [percentOf('value'), percentOf('low'), percentOf('high')]
  if (value === undefined) return null
  const bounds =
    low === undefined || high === undefined ? {} : { low: proportion(low), high: proportion(high) }
  return { value: proportion(value), ...bounds }
}

/** What the percentages of a measure were rounded to, as a proportion, where the table says so. */
export function roundingOf(measure: StatLineMeasure | undefined): Pick<PublishedFigure, 'unit'> {
  const decimals = measure?.decimals ?? null
  return decimals === null ? {} : { unit: 10 ** (-decimals - 2) }
}

export function refuseNoPercentages(table: StatLineTable, cells: ReadonlyMap<string, number>): void {
  for (const [key, value] of cells) {
    if (value >= 0 && value <= 100) continue
    throw tableError(
      table,
      'no-percentage',
      `${tableName(table)} holds ${value} where a percentage belongs (${key.replaceAll('|', ', ')})`,
      'check that the table was not changed after it was downloaded',
    )
  }
}

/** What a reader must know of every published table: that its figures may change, that the target is not in it. */
export function tableWarnings(
  table: StatLineTable,
  { wave, target }: PublishedRequest,
  [dimension, labels]: readonly [StatLineDimension, Labels],
  figures: readonly PublishedFigure[],
): Warning[] {
  const about = { source: wave.source, wave: wave.wave }
  const warnings: Warning[] = table.warnings.map(warning => ({ ...warning, ...about }))
  if (dimension.categories.some((category, i) => labels[i] !== null && category.provisional)) {
    const message = `the figures of ${yearOfWave(wave)} in ${tableName(table)} are provisional`
    warnings.push({ code: 'provisional', message, ...about })
  }
  if (figures.every(({ domain }) => domain.target === 'all')) {
    const wanted = bandLabel(target[0], target[1] === null ? null : target[1] + 1)
    const ages = [...new Set(figures.map(({ domain }) => domain.age ?? 'all'))]
    const message = `${tableName(table)} has no figures of ${wanted}, only of ${ages.join(', ')}: none of them is taken for it`
    warnings.push({ code: 'empty_domain', message, ...about, values: { target: wanted } })
  }
  return warnings
}
