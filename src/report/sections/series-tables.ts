/** The percentage of each wave: as measured, and standardised to each standard. */
import type { EstimateEntry, WaveEntry } from '../../core/results.ts'
import { countCell, intervalCell, valueCell } from '../cells.ts'
import type { Context } from '../context.ts'
import { type Html, html, type Part } from '../html.ts'
import {
  fieldwork,
  instrumentName,
  people,
  predicate,
  sourceName,
  standardName,
  waveName,
} from '../labels.ts'
import { markNotes } from '../marks.ts'
import { table } from '../table.ts'

/** False where nothing was measured. */
export function crudeTable(context: Context): Html | false {
  const { text, focus, results } = context
  const measured = results.waves.filter(wave => wave.published?.model !== true)
  if (measured.length === 0) return false
  const sources = [...new Set(measured.map(wave => wave.source))]
  const several = new Set(measured.map(({ source, instrument }) => `${source} ${instrument}`)).size > 1
  return table({
    id: 'crude',
    caption: text.levels.crudeCaption(predicate(context, focus.measure), people(context, focus.target)),
    columns: [
      { name: text.headline.wave },
      ...(several ? [{ name: text.trend.study }, { name: text.studies.instrument }] : []),
      { name: text.studies.moment },
      { name: text.headline.value, align: 'right' },
      { name: text.headline.interval, align: 'right' },
      { name: text.headline.n, align: 'right' },
    ],
    rows: sources.flatMap(source =>
      measured.filter(wave => wave.source === source).map(wave => crudeRow(context, source, wave, several)),
    ),
    notes: markNotes(
      context,
      measured.map(wave => crudeEntry(context, wave)),
    ),
  })
}

function crudeRow(context: Context, source: string, wave: WaveEntry, several: boolean): Part[] {
  const entry = crudeEntry(context, wave)
  return [
    waveName(context, wave),
    ...(several ? [sourceName(context, source), instrumentName(context, wave.instrument)] : []),
    html`<span class="moment">${fieldwork(context, wave.fieldwork)}</span>`,
    valueCell(context, entry),
    intervalCell(context, entry),
    countCell(context, entry?.n),
  ]
}

function crudeEntry(context: Context, { source, wave }: WaveEntry): EstimateEntry | undefined {
  const { measure, target } = context.focus
  return context.find({ source, wave, measure, domain: { target }, standard: null })
}

/** Every standard beside the crude figure; false where nothing was standardised. */
export function standardisedTable(context: Context): Html | false {
  const { text, focus } = context
  const standards = standardsOf(context)
  if (standards.length === 0) return false
  return table({
    id: 'standardised',
    caption: text.levels.standardCaption(predicate(context, focus.measure), people(context, focus.target)),
    columns: [
      { name: text.headline.wave },
      ...[null, ...standards].flatMap(() => [
        { name: text.headline.value, align: 'right' as const },
        { name: text.headline.interval, align: 'right' as const },
      ]),
    ],
    groups: [null, ...standards].map(standard => ({ name: standardName(context, standard), span: 2 })),
    rows: focus.waves.map(wave => [
      waveName(context, wave),
      ...[null, ...standards].flatMap(standard => {
        const { source, measure, target } = focus
        const entry = context.find({ source, wave: wave.wave, measure, domain: { target }, standard })
        return [valueCell(context, entry), intervalCell(context, entry)]
      }),
    ]),
  })
}

/** The standards of the study the report is about, the primary one first. */
export function standardsOf({ results, focus }: Context): string[] {
  const own = results.estimates.filter(
    entry => entry.source === focus.source && entry.measure === focus.measure,
  )
  const standards = [...new Set(own.map(entry => entry.standard).filter(standard => standard !== null))]
  return standards.sort((a, b) => Number(b === focus.standard) - Number(a === focus.standard))
}
