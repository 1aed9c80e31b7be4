/** Estimates of a model apart from everything that was measured: a table of their own, and no line through them. */
import type { EstimateEntry } from '../../core/results.ts'
import { intervalCell, valueCell } from '../cells.ts'
import type { Context } from '../context.ts'
import { count } from '../format.ts'
import { type Html, html } from '../html.ts'
import { levelName, measureName, people, sourceName, waveNameOf } from '../labels.ts'
import { isModel, markNotes } from '../marks.ts'
import { table } from '../table.ts'

/** False without such estimates. */
export function modelTable(context: Context): Html | false {
  const { text, lang } = context
  const entries = context.results.estimates.filter(isModel)
  if (entries.length === 0) return false
  const whole = entries.filter(({ domain }) => Object.keys(domain).every(key => PEOPLE.includes(key)))
  const areas = new Set(entries.map(areaOf).filter(area => area !== ''))
  return html`<p class="intro">${text.marks.modelIntro}</p>
${whole.length > 0 && estimates(context, whole)}
${areas.size > 0 && html`<p class="note">${text.marks.areas(count(areas.size, lang))}</p>\n`}`
}

const PEOPLE = ['target', 'age', 'sex']

function estimates(context: Context, entries: readonly EstimateEntry[]): Html {
  const { text } = context
  return table({
    id: 'model-estimates',
    caption: text.marks.modelCaption,
    columns: [
      { name: text.trend.study },
      { name: text.headline.wave },
      { name: text.headline.measure },
      { name: text.marks.group },
      { name: text.headline.value, align: 'right' },
      { name: text.headline.interval, align: 'right' },
    ],
    rows: entries.map(entry => [
      sourceName(context, entry.source),
      waveNameOf(context, entry.source, entry.wave),
      measureName(context, entry.measure),
      groupName(context, entry),
      valueCell(context, entry),
      intervalCell(context, entry),
    ]),
    notes: markNotes(context, entries),
  })
}

function groupName(context: Context, { domain: { target, age, sex } }: EstimateEntry): string {
  const whom = people(context, age ?? target)
  return sex === undefined ? whom : `${whom}, ${levelName(context, 'sex', sex)}`
}

function areaOf({ domain }: EstimateEntry): string {
  return Object.entries(domain)
    .filter(([key]) => !PEOPLE.includes(key))
    .map(([, code]) => code)
    .join(' ')
}
