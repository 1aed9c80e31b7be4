/**
 * Who is lonely: ages and sexes side by side, and ages for each sex, with every wave in one group.
 *
 * A difference is called clear only where the 95% intervals do not overlap: stricter than a test.
 */
import { percent, points } from '../format.ts'
import { agePanels, ageSexPanels, type Group, type Panel } from './age-data.ts'
import { ageAxis, ageDrawing, wavesOf } from './age-drawing.ts'
import type { FigureSpec } from './figure-spec.ts'
import { NARROW, WIDE } from './sheet.ts'
import { isShown, mainMeasure, type Shown } from './survey.ts'
import { labelled } from './value-axis.ts'
import {
  type Context,
  capital,
  estimateRow,
  estimateTable,
  finding,
  hiddenNote,
  list,
  measureName,
  scaleText,
  sourceName,
  sourcesText,
  valueText,
  waveName,
  wholePercent,
} from './wording.ts'

type Kind = 'age' | 'age-sex'

export function ageProfile(on: Context, id: string): FigureSpec | null {
  return profile(on, id, 'age', agePanels(on))
}

export function ageSexProfile(on: Context, id: string): FigureSpec | null {
  return profile(on, id, 'age-sex', ageSexPanels(on))
}

function profile(on: Context, id: string, kind: Kind, panels: readonly Panel[]): FigureSpec | null {
  if (panels.length === 0) return null
  const { text, survey, language } = on
  const is = measureName(on)
  const people = text.common.people(survey.target)
  const title = finding(on, kind === 'age' ? ageTitle(on, panels) : sexTitle(on, panels))
  const alt = { short: shortAlt(on, panels), long: longAlt(on, panels) }
  const meta = { id, title, description: alt.short, language }
  const groups = panels.flatMap(panel => panel.groups)
  const rows = groups.flatMap(group =>
    group.entries.map(entry => ({ entry, labels: [capital(group.name), waveName(on, entry.wave)] })),
  )
  const hidden = rows.filter(({ entry }) => !isShown(entry)).map(({ labels }) => labels.join(' '))
  const caption = kind === 'age' ? text.age.caption(is, people) : text.age.captionSex(is, people)
  return {
    id,
    kind,
    source: survey.source,
    title,
    subtitle: text.age.subtitle(people, is, scaleText(on, mainMeasure(on.results)), sourceName(on)),
    spec: ageDrawing(panels, on, meta, WIDE),
    narrow: ageDrawing(panels, on, meta, NARROW),
    alt,
    table: estimateTable(on, caption, [text.common.group, text.common.wave], rows),
    data: {
      columns: ['age', 'sex', 'wave', 'time', 'value', 'low', 'high', 'n'],
      rows: groups.flatMap(({ age, sex, shown }) => shown.map(entry => [age, sex, ...estimateRow(entry)])),
    },
    notes: [
      text.age.clearNote,
      ...(ageAxis(panels).broken ? [text.common.brokenAxis] : []),
      ...hiddenNote(hidden, text),
    ],
    sources: sourcesText(on),
  }
}

interface Point {
  readonly group: Group
  readonly entry: Shown
}

/** The points of the latest wave that has any. */
function latest(groups: readonly Group[]): Point[] {
  const all = groups.flatMap(group => group.shown.map(entry => ({ group, entry })))
  const time = Math.max(...all.map(({ entry }) => entry.time))
  return all.filter(({ entry }) => entry.time === time)
}

function ageTitle({ text }: Context, panels: readonly Panel[]): string {
  const points = latest(panels[0].groups)
  const high = points.reduce((best, next) => (next.entry.value > best.entry.value ? next : best))
  const low = points.reduce((best, next) => (next.entry.value < best.entry.value ? next : best))
  if (!clearlyAbove(high.entry, low.entry)) return text.age.alike
  return text.age.differs(
    high.group.name,
    wholePercent(high.entry.value),
    low.group.name,
    wholePercent(low.entry.value),
  )
}

function clearlyAbove(a: Shown, b: Shown): boolean {
  return a.low !== null && b.high !== null && a.low > b.high
}

/** Compares the first two panels, men and women, age by age in the latest wave. */
function sexTitle({ text }: Context, panels: readonly Panel[]): string {
  const [first, second] = panels.map(panel => latest(panel.groups))
  const pairs = (first ?? []).flatMap(one => {
    const other = second?.find(({ group }) => group.age === one.group.age)
    return other === undefined ? [] : [[one.entry, other.entry] as const]
  })
  const firstAbove = pairs.filter(([a, b]) => clearlyAbove(a, b)).length
  const secondAbove = pairs.filter(([a, b]) => clearlyAbove(b, a)).length
  if (firstAbove > 0 && secondAbove > 0) return text.age.sexMixed
  const clear = firstAbove + secondAbove
  if (clear === 0) return text.age.sexAlike
  const names = panels.map(panel => panel.title.toLowerCase())
  const [higher, lower] = firstAbove > 0 ? names : [names[1], names[0]]
  return clear === pairs.length
    ? text.age.sexAll(higher, lower)
    : text.age.sexSome(clear, pairs.length, higher, lower)
}

function shortAlt(on: Context, panels: readonly Panel[]): string {
  const { text, survey, language } = on
  const points = panels.flatMap(panel => latest(panel.groups))
  const values = points.map(({ group, entry }) => `${group.name} ${valueText(entry, language)}`)
  const wave = waveName(on, points[0].entry.wave)
  return text.age.short(measureName(on), text.common.people(survey.target), wave, values.join('; '))
}

/** Above this number the table tells the courses. */
const MOST_COURSES = 8

function longAlt(on: Context, panels: readonly Panel[]): string {
  const { text, language } = on
  const groups = panels.flatMap(panel => panel.groups).filter(({ shown }) => shown.length > 0)
  const waves = wavesOf(panels, on).map(wave => waveName(on, wave))
  const high = percent(labelled(ageAxis(panels))[1], language, 0)
  const courses = groups
    .filter(({ shown }) => shown.length > 1)
    .map(({ name, shown }) =>
      text.age.course(name, valueText(shown[0], language), valueText(shown.at(-1)!, language)),
    )
  return [
    text.age.long(groups.length, list(waves, text), high),
    ...(courses.length > 0 && courses.length <= MOST_COURSES ? [`${capital(courses.join('; '))}.`] : []),
    ...largestChange(on, groups),
    text.age.uncertainty,
  ].join(' ')
}

function largestChange({ text, language }: Context, groups: readonly Group[]): string[] {
  const changes = groups
    .filter(({ shown }) => shown.length > 1)
    .map(({ name, shown }) => ({ name, diff: shown.at(-1)!.value - shown[0].value }))
  if (changes.length === 0) return []
  const most = changes.reduce((best, next) => (Math.abs(next.diff) > Math.abs(best.diff) ? next : best))
  return [text.age.largest(most.name, points(most.diff, language))]
}
