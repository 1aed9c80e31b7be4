/**
 * What stands in a table cell for an estimate, a difference or their absence.
 *
 * A figure that is not shown is a sign: x confidential, . not reliable enough,
 * blank where none can exist; the reason follows for those who listen.
 */
import type { EstimateEntry } from '../core/results.ts'
import type { Context } from './context.ts'
import {
  count,
  decimal,
  percent,
  percentDigits,
  percentInterval,
  pointsInterval,
  pValue,
  signedPoints,
} from './format.ts'
import { type Html, html, type Part } from './html.ts'
import { intervalMark, valueMark } from './marks.ts'

export function valueCell(context: Context, entry: EstimateEntry | undefined): Part {
  if (entry === undefined) return blank(context)
  if (entry.value === null) return sign(context, entry.reason)
  const { lang } = context
  const value =
    entry.measure === 'score'
      ? decimal(entry.value, lang, scoreDigits(entry))
      : percent(entry.value, lang, percentDigits(entry))
  const mark = valueMark(context, entry)
  return mark === false ? value : html`${value}${mark}`
}

export function intervalCell(context: Context, entry: EstimateEntry | undefined): Part {
  if (entry === undefined || entry.value === null) return blank(context)
  if (entry.low === null || entry.high === null) return sign(context, entry.reason ?? 'no_df')
  const interval = intervalText(context, entry, [entry.low, entry.high])
  const mark = intervalMark(context, entry)
  return mark === false ? interval : html`${interval}${mark}`
}

function intervalText(
  { text, lang }: Context,
  entry: EstimateEntry,
  [low, high]: readonly [number, number],
): string {
  if (entry.measure !== 'score') return percentInterval(low, high, lang, percentDigits(entry))
  const [from, to] = [low, high].map(bound => decimal(bound, lang, scoreDigits(entry)))
  return `${from} ${text.words.to} ${to}`
}

export function countCell(context: Context, n: number | null | undefined): Part {
  return n === null || n === undefined ? blank(context) : count(n, context.lang)
}

/** In percentage points; the column says so. */
export function pointsCell(context: Context, diff: number | null | undefined): Part {
  return diff === null || diff === undefined ? blank(context) : signedPoints(diff, context.lang)
}

export function pointsIntervalCell(
  context: Context,
  pair: readonly [number, number] | null | undefined,
): Part {
  return pair === null || pair === undefined ? blank(context) : pointsInterval(...pair, context.lang)
}

/** Points a year are small: two decimals. */
export function slopeCell(context: Context, slope: number | null | undefined): Part {
  return slope === null || slope === undefined ? blank(context) : signedPoints(slope, context.lang, 2)
}

export function slopeIntervalCell(
  context: Context,
  pair: readonly [number, number] | null | undefined,
): Part {
  return pair === null || pair === undefined ? blank(context) : pointsInterval(...pair, context.lang, 2)
}

export function pCell(context: Context, p: number | null): Part {
  return p === null ? blank(context) : pValue(p, context.lang)
}

export function sign({ text }: Context, reason: string | undefined): Html | string {
  if (reason === 'empty_cell') return hiddenText(text.signs.empty)
  const secret = SECRET.test(reason ?? '')
  const unknown = reason === 'no_variance' ? text.signs.unknown : text.signs.unreliable
  const [mark, meaning] = secret ? ['x', text.signs.secret] : ['.', unknown]
  return html`<span aria-hidden="true">${mark}</span>${hiddenText(meaning)}`
}

/** Reasons of the disclosure stage that protect people, or may; all others are about reliability. */
const SECRET = /^suppressed(_n|_events|_complementary)?$/

function blank({ text }: Context): Html {
  return hiddenText(text.signs.empty)
}

function hiddenText(text: string): Html {
  return html`<span class="unseen">${text}</span>`
}

/** A mean score: two decimals where its interval is that narrow. */
function scoreDigits({ low, high }: EstimateEntry): number {
  return low !== null && high !== null && (high - low) / 2 < 0.05 ? 2 : 1
}
