/** The calculation behind the verdict, as a list of quantities. */
import type { BreakEntry } from '../../core/results.ts'
import {
  intervalCell,
  pointsCell,
  pointsIntervalCell,
  slopeCell,
  slopeIntervalCell,
  valueCell,
} from '../cells.ts'
import { type Context, targetEstimate } from '../context.ts'
import { decimal, pEquals, percent, percentDigits, percentInterval, roundHalfAway } from '../format.ts'
import type { Html, Part } from '../html.ts'
import { named, plainPoints, waveNameOf } from '../labels.ts'
import { around } from '../phrases.ts'
import { table } from '../table.ts'

export function breakFacts(context: Context, entry: BreakEntry): Html {
  const { trend } = context.text
  return table({
    id: 'break-facts',
    caption: trend.factsCaption,
    columns: [
      { name: trend.fact },
      { name: trend.value, align: 'right' },
      { name: trend.interval, align: 'right' },
    ],
    rows: [...figures(context, entry), ...outcome(context, entry), ...limits(context, entry)],
    notes: entry.preFit?.p == null ? [] : [trend.preFit(pEquals(entry.preFit.p, context.lang))],
  })
}

function figures(context: Context, entry: BreakEntry): Part[][] {
  const { trend } = context.text
  const at = waveNameOf(context, entry.source, entry.assessed!.wave)
  const observed = targetEstimate(context, entry.assessed!.wave, entry.measure, entry.standard)
  const expected = around(entry.expected!, entry.seExpected!)
  const [low, high] = expected
  const digits = percentDigits({ low, high, neff: observed?.neff ?? null, n: observed?.n ?? null })
  const { preSlope, changeSinceLastPre: since } = entry
  return [
    [trend.observed(at), valueCell(context, observed), intervalCell(context, observed)],
    [
      trend.expected(at),
      percent(entry.expected!, context.lang, digits),
      percentInterval(...expected, context.lang, digits),
    ],
    [
      trend.delta,
      pointsCell(context, entry.assessed!.delta),
      pointsIntervalCell(context, entry.assessed!.ci95),
    ],
    [trend.preSlope, slopeCell(context, preSlope?.slope), slopeIntervalCell(context, preSlope?.ci95)],
    [trend.sinceLast, pointsCell(context, since?.diff), pointsIntervalCell(context, since?.ci95)],
  ]
}

function outcome({ text }: Context, { class: found, strength }: BreakEntry): Part[][] {
  const { trend, words } = text
  return [
    [trend.class, named(words.classes, found), ''],
    ...(strength === null ? [] : [[trend.strength, words.strengths[strength], '']]),
  ]
}

function limits(context: Context, entry: BreakEntry): Part[][] {
  const { trend } = context.text
  const size = (value: number | null) => (value === null ? '' : decimal(value * 100, context.lang, 1))
  return [
    [trend.margin, plainPoints(context, entry.margin), ''],
    [trend.tau, plainPoints(context, roundHalfAway(entry.tau, 5)), ''],
    [trend.mde, size(entry.mde80), ''],
    [trend.provable, size(entry.minProvableMargin), ''],
    ...(entry.robust && entry.class !== 'inconclusive'
      ? [[trend.breakdown, decimal(entry.robust.breakdownDrift * 100, context.lang, 2), '']]
      : []),
  ]
}
