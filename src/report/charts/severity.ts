/**
 * Severity and kinds of loneliness: a panel each, side by side on one axis, points with intervals over time.
 */
import { points } from '../format.ts'
import type { FigureSpec } from './figure-spec.ts'
import { type Kind, severityAxis, severityDrawing } from './severity-drawing.ts'
import { NARROW, WIDE } from './sheet.ts'
import { drawable, isShown, type Shown, series } from './survey.ts'
import { labelled } from './value-axis.ts'
import {
  apartNote,
  type Context,
  capital,
  cutoffText,
  estimateRow,
  estimateTable,
  finding,
  hiddenNote,
  list,
  publishedNotes,
  scaleText,
  sourceName,
  sourcesText,
  valueText,
  waveName,
  wholePercent,
} from './wording.ts'

const KINDS = ['lonely', 'severe', 'emotional', 'social'] as const

/** Null with fewer than two kinds: then the trend says it all. */
export function severity(on: Context, id: string): FigureSpec | null {
  const { text, survey, language, results } = on
  const all = KINDS.map(measure => ({ measure, entries: series(results, survey, measure) }))
  const kinds = all.map(({ measure, entries }) => kind(on, measure, drawable(entries))).filter(hasPoints)
  if (kinds.length < 2) return null
  const title = finding(on, severityTitle(on, kinds))
  const alt = { short: shortAlt(on, kinds), long: longAlt(on, kinds) }
  const meta = { id, title, description: alt.short, language }
  const rows = all.flatMap(({ measure, entries }) =>
    entries.map(entry => ({
      entry,
      labels: [name(on, measure), cutoffText(on, measure), waveName(on, entry.wave)],
    })),
  )
  const hidden = rows.filter(({ entry }) => !isShown(entry)).map(({ labels }) => `${labels[0]} ${labels[2]}`)
  return {
    id,
    kind: 'severity',
    source: survey.source,
    title,
    subtitle: text.severity.subtitle(text.common.people(survey.target), scaleText(on, null), sourceName(on)),
    spec: severityDrawing(kinds, on, meta, WIDE),
    narrow: severityDrawing(kinds, on, meta, NARROW),
    alt,
    table: estimateTable(
      on,
      text.severity.caption(text.common.people(survey.target)),
      [text.severity.kind, text.severity.cutoff, text.common.wave],
      rows,
    ),
    data: {
      columns: ['measure', 'wave', 'time', 'value', 'low', 'high', 'n'],
      rows: kinds.flatMap(one => one.entries.map(entry => [one.measure, ...estimateRow(entry)])),
    },
    notes: [
      text.severity.overlapNote,
      ...publishedNotes(
        on,
        kinds.flatMap(one => one.entries),
      ),
      ...apartNote(on, KINDS),
      ...hiddenNote(hidden, text),
    ],
    sources: sourcesText(on),
  }
}

function kind(on: Context, measure: string, entries: readonly Shown[]): Kind {
  return { measure, name: name(on, measure), cutoff: cutoffText(on, measure), entries }
}

function hasPoints({ entries }: Kind): boolean {
  return entries.length > 0
}

function name({ text }: Context, measure: string): string {
  return text.common.words.measures[measure]
}

/** The latest estimate of a kind, where it belongs to the latest wave that is drawn at all. */
function latest(kinds: readonly Kind[], measure: string): Shown | undefined {
  const time = Math.max(...kinds.map(one => one.entries.at(-1)!.time))
  return kinds.find(one => one.measure === measure)?.entries.find(entry => entry.time === time)
}

function severityTitle({ text, survey }: Context, kinds: readonly Kind[]): string {
  const words = text.severity
  const [lonely, severe, emotional, social] = KINDS.map(measure => latest(kinds, measure))
  const people = text.common.people(survey.target)
  if (lonely === undefined) return capital(words.caption(people))
  return [
    words.title(people, wholePercent(lonely.value)),
    severe === undefined ? '' : words.severe(wholePercent(severe.value)),
    above(social, emotional) ? words.socialMore : above(emotional, social) ? words.emotionalMore : '',
  ].join('')
}

/** The whole interval of `a` lies above that of `b`. */
function above(a: Shown | undefined, b: Shown | undefined): boolean {
  return a?.low != null && b?.high != null && a.low > b.high
}

function shortAlt(on: Context, kinds: readonly Kind[]): string {
  const { text, survey, language } = on
  const values = kinds.map(one => {
    const [first, last] = [one.entries[0], one.entries.at(-1)!]
    const at = (entry: Shown) => text.trend.valueIn(valueText(entry, language), waveName(on, entry.wave))
    const kindName = text.common.words.is[one.measure]
    if (first === last) return text.severity.single(kindName, at(last))
    return text.severity.course(kindName, at(first), at(last))
  })
  return text.severity.short(text.common.people(survey.target), values.join('; '))
}

function longAlt(on: Context, kinds: readonly Kind[]): string {
  const { text, survey, language } = on
  const waves = list(
    survey.waves.map(({ wave }) => waveName(on, wave)),
    text,
  )
  const high = `${Math.round(100 * labelled(severityAxis(kinds))[1])}%`
  const changes = kinds.map(one => ({ one, diff: one.entries.at(-1)!.value - one.entries[0].value }))
  const largest = changes.reduce((best, next) => (Math.abs(next.diff) > Math.abs(best.diff) ? next : best))
  return [
    text.severity.long(kinds.length, waves, high),
    ...(largest.diff === 0 || kinds.some(one => one.entries.some(({ low }) => low === null))
      ? []
      : [text.severity.largest(text.common.words.is[largest.one.measure], points(largest.diff, language))]),
    text.age.uncertainty,
    text.severity.overlapNote,
  ].join(' ')
}
