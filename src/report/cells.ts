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

export function valueCell(context: Context, entry: EstimateEntry | undefined): Part {
  if (entry === undefined) return blank(context)
  if (entry.value === null) return sign(context, entry.reason)
  if (entry.measure === 'score') return decimal(entry.value, context.lang, scoreDigits(entry))
  return percent(entry.value, context.lang, percentDigits(entry))
}

export function intervalCell(context: Context, entry: EstimateEntry | undefined): Part {
  if (entry === undefined || entry.value === null) return blank(context)
  if (entry.low === null || entry.high === null) return sign(context, 'no_df')
  if (entry.measure !== 'score') {
    return percentInterval(entry.low, entry.high, context.lang, percentDigits(entry))
  }
  const [low, high] = [entry.low, entry.high].map(bound => decimal(bound, context.lang, scoreDigits(entry)))
  return `${low} ${context.text.words.to} ${high}`
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
  const [mark, meaning] = secret ? ['x', text.signs.secret] : ['.', text.signs.unreliable]
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
