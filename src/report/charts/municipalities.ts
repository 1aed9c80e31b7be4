/**
 * Where: every municipality with its interval, from low to high, beside the percentage of the whole study.
 *
 * Few municipalities are rows with their names; many stand side by side without, because the
 * order between neighbours is chance. It is never a ranking.
 */
import type { EstimateEntry } from '../../core/results.ts'
import { percent } from '../format.ts'
import type { FigureSpec } from './figure-spec.ts'
import { MOST_ROWS, municipalityDrawing, type Place, placesAxis } from './municipality-drawing.ts'
import { NARROW, WIDE } from './sheet.ts'
import { isShown, levelsOf, mainMeasure, type Shown, series } from './survey.ts'
import {
  type Context,
  capital,
  estimateRow,
  estimateTable,
  finding,
  scaleText,
  sourceName,
  sourcesText,
  valueText,
  waveName,
  wholePercent,
} from './wording.ts'

/** Null with fewer than two municipalities that may be shown. */
export function municipalities(on: Context, id: string): FigureSpec | null {
  const all = latestByCode(on)
  const places = all.filter(isPlace).sort((a, b) => a.entry.value - b.entry.value || compare(a.code, b.code))
  if (places.length < 2) return null
  const { text, survey, results } = on
  const latest = places[0].entry.wave
  const wave = waveName(on, latest)
  const whole = series(results, survey, mainMeasure(results))
    .filter(isShown)
    .find(entry => entry.wave === latest)
  const is = text.common.words.is[mainMeasure(results)] ?? mainMeasure(results)
  const people = text.common.people(survey.target)
  const [low, high] = [places[0].entry, places[places.length - 1].entry]
  const title = finding(
    on,
    text.places.title(places.length, is, wholePercent(low.value), wholePercent(high.value)),
  )
  const alt = alternatives(on, places, whole)
  const meta = { id, title, description: alt.short, language: on.language }
  return {
    id,
    kind: 'municipalities',
    source: survey.source,
    title,
    subtitle: text.places.subtitle(people, is, wave, scaleText(on, mainMeasure(results)), sourceName(on)),
    spec: municipalityDrawing(on, places, whole, meta, WIDE),
    narrow: municipalityDrawing(on, places, whole, meta, NARROW),
    alt,
    table: estimateTable(
      on,
      capital(text.places.caption(people, is, wave)),
      [text.places.municipality],
      all.map(({ code, entry }) => ({ labels: [code], entry })),
    ),
    data: {
      columns: ['municipality', 'wave', 'time', 'value', 'low', 'high', 'n'],
      rows: [...places]
        .sort((a, b) => compare(a.code, b.code))
        .map(({ code, entry }) => [code, ...estimateRow(entry)]),
    },
    notes: [
      text.places.note,
      ...axisNote(on, places, whole),
      ...(all.length > places.length ? [text.places.hidden(all.length - places.length)] : []),
    ],
    sources: sourcesText(on),
  }
}

interface Code {
  readonly code: string
  readonly entry: EstimateEntry
}

/** In order of code, of the latest wave that has municipalities at all. */
function latestByCode({ results, survey }: Context): Code[] {
  const codes = levelsOf(results, survey, 'municipality').sort(compare)
  const all = codes.flatMap(code =>
    series(results, survey, mainMeasure(results), null, { municipality: code }).map(entry => ({
      code,
      entry,
    })),
  )
  const time = Math.max(...all.map(({ entry }) => entry.time))
  return all.filter(({ entry }) => entry.time === time)
}

function isPlace(one: Code): one is Place {
  return isShown(one.entry)
}

/** By code unit: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function axisNote({ text }: Context, places: readonly Place[], whole: Shown | undefined): string[] {
  if (!placesAxis(places, whole).broken) return []
  return [places.length > MOST_ROWS ? text.common.brokenAxis : text.places.cutAxis]
}

function alternatives({ text, language }: Context, places: readonly Place[], whole: Shown | undefined) {
  const [low, high] = [places[0].entry, places[places.length - 1].entry].map(e => valueText(e, language))
  const short = text.places.short(places.length, low, high)
  const inside = places.filter(
    ({ entry }) =>
      whole !== undefined &&
      entry.low !== null &&
      entry.high !== null &&
      entry.low <= whole.value &&
      whole.value <= entry.high,
  )
  const value = whole === undefined ? [] : [percent(whole.value, language, 1)]
  const long = value.map(one => text.places.long(inside.length, places.length, one))
  return { short, long: [short, ...long, text.places.uncertain].join(' ') }
}
