/** Waar? Municipalities in the order of their names, each with its interval: a table, never a ranking. */
import { quantile } from 'simple-statistics'
import type { EstimateEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import type { Figures } from '../figure.ts'
import { count, percent, percentDigits, percentInterval } from '../format.ts'
import { type Html, html } from '../html.ts'
import { levelName, waveName } from '../labels.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'
import { dimensionsIn, ownEstimates } from './group-estimates.ts'
import { waveCells, waveColumns, waveGroups } from './group-table.ts'

/** Null without figures by municipality. */
export function whereSection(context: Context, figures: Figures): Section | null {
  const { text, focus } = context
  const entries = ownEstimates(context, focus.target).filter(
    entry => dimensionsIn(entry).join() === 'municipality',
  )
  if (entries.length === 0) return null
  const last = entries.filter(entry => entry.wave === focus.last.wave)
  const body = html`${range(context, last)}<p>${text.where.noRanking}</p>
${figures('municipalities')}${everyMunicipality(context, entries)}`
  return { id: 'where', heading: text.where.heading, body }
}

function range(context: Context, entries: readonly EstimateEntry[]): Html {
  const { text, lang, focus } = context
  const shown = entries.filter(entry => entry.value !== null && entry.low !== null && entry.high !== null)
  const hidden = entries.length - shown.length
  const [lowest, highest] = [...shown]
    .sort((a, b) => a.value! - b.value!)
    .filter((_, i, all) => i === 0 || i === all.length - 1)
  const both = (entry: EstimateEntry): [string, string] => {
    const digits = percentDigits(entry)
    return [percent(entry.value!, lang, digits), percentInterval(entry.low!, entry.high!, lang, digits)]
  }
  const sentence =
    highest !== undefined &&
    text.where.range(
      count(shown.length, lang),
      waveName(context, focus.last),
      ...both(lowest),
      ...both(highest),
    )
  return html`<p>${sentence} ${middle(context, shown)} ${hidden > 0 && text.where.hidden(count(hidden, lang))}</p>\n`
}

/** The spread over municipalities, each counted once; quartiles say little of a few. */
function middle({ text, lang }: Context, shown: readonly EstimateEntry[]): string | null {
  if (shown.length < FEWEST) return null
  const values = shown.map(entry => entry.value!)
  const [low, median, high] = [0.25, 0.5, 0.75].map(share => percent(quantile(values, share), lang, 0))
  return text.where.middle(median, low, high)
}

const FEWEST = 8

function everyMunicipality(context: Context, entries: readonly EstimateEntry[]): Html {
  const { text, focus, lang } = context
  const codes = [...new Set(entries.map(entry => entry.domain.municipality))]
  const rows = codes.map(code => ({ code, name: levelName(context, 'municipality', code) }))
  rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  return html`<details>
<summary>${text.where.open(count(codes.length, lang))}</summary>
${table({
  id: 'municipalities',
  caption: text.where.caption(focus.waves.map(wave => waveName(context, wave)).join(', ')),
  columns: [{ name: text.where.municipality }, ...waveColumns(context)],
  groups: waveGroups(context),
  rows: rows.map(({ code, name }) => [
    name,
    ...waveCells(context, { target: focus.target, municipality: code }),
  ]),
})}
</details>`
}
