/** The rows of the change figure: the target by measure and standard, then each sex and each age. */
import type { ChangeEntry } from '../../core/results.ts'
import { isDomain, levelsOf, mainMeasure, mainStandard } from './survey.ts'
import { type Context, capital, measureName } from './wording.ts'

export interface ChangeRow {
  readonly label: string
  /** in a sentence */
  readonly name: string
  readonly entry: ChangeEntry
}
export type Drawn = ChangeEntry & { readonly diff: number; readonly ci95: [number, number] }
export type DrawnRow = ChangeRow & { readonly entry: Drawn }

export interface Section {
  readonly heading: string
  readonly rows: readonly ChangeRow[]
}

export interface Changes {
  readonly from: string
  readonly to: string
  readonly sections: readonly Section[]
  readonly drawn: readonly DrawnRow[]
}

const ALPHA = 0.05

/** Null without two waves, or where no change may be shown. */
export function changes(on: Context): Changes | null {
  const [before, latest] = on.survey.waves.slice(-2)
  if (latest === undefined) return null
  const [from, to] = [before.wave, latest.wave]
  const sections = [totals(on, from, to), ...groups(on, from, to)].filter(({ rows }) => rows.length > 0)
  const drawn = sections.flatMap(({ rows }) => rows).filter(isDrawnRow)
  return drawn.length === 0 ? null : { from, to, sections, drawn }
}

export function isDrawn(entry: ChangeEntry): entry is Drawn {
  return entry.shown && entry.diff !== null && entry.ci95 !== null
}

export function isDrawnRow(row: ChangeRow): row is DrawnRow {
  return isDrawn(row.entry)
}

function totals(on: Context, from: string, to: string): Section {
  const { results, survey, text } = on
  const measures = [...new Set([mainMeasure(results), 'lonely', 'severe'])]
  const standard = mainStandard(results, survey)
  const rows = measures.flatMap(measure =>
    [...new Set([null, standard])].flatMap(one => {
      const entry = entryOf(on, from, to, measure, one, {})
      const is = text.common.words.is[measure] ?? measure
      const how = one === null ? text.common.words.crude : text.common.standardised
      const name = `${is}, ${how}`
      return entry === undefined ? [] : [{ label: name, name, entry }]
    }),
  )
  return { heading: capital(text.common.people(survey.target)), rows }
}

/** Each sex and each age, for the measure of the verdict, as measured. */
function groups(on: Context, from: string, to: string): Section[] {
  const { results, survey, text } = on
  const { words } = text.common
  const is = measureName(on)
  return (['sex', 'age'] as const).map(dimension => ({
    heading: `${capital(is)}, ${words.crude}: ${words.dimensions[dimension]}`,
    rows: levelsOf(results, survey, dimension).flatMap(level => {
      const entry = entryOf(on, from, to, mainMeasure(results), null, { [dimension]: level })
      if (entry === undefined) return []
      const sex = words.levels[level] ?? level
      return dimension === 'sex'
        ? [{ label: sex, name: sex, entry }]
        : [{ label: text.common.age(level), name: text.common.people(level), entry }]
    }),
  }))
}

function entryOf(
  { results, survey }: Context,
  from: string,
  to: string,
  measure: string,
  standard: string | null,
  dimensions: Readonly<Record<string, string>>,
): ChangeEntry | undefined {
  return results.changes.find(
    entry =>
      entry.source === survey.source &&
      entry.from === from &&
      entry.to === to &&
      entry.measure === measure &&
      entry.standard === standard &&
      isDomain(entry.domain, { target: survey.target, ...dimensions }),
  )
}

/** After Holm's correction where there is one. */
export function isClear({ entry }: DrawnRow): boolean {
  return entry.pHolm === null ? entry.ci95[0] > 0 || entry.ci95[1] < 0 : entry.pHolm < ALPHA
}

export function isTotal({ domain }: ChangeEntry): boolean {
  return Object.keys(domain).length === 1
}
