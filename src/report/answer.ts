/**
 * The answer to "is there a trend break?", in words that belong to the verdict.
 *
 * Chosen by rule from verdict, class, strength, interval and flags. An inconclusive
 * outcome is never worded as "no change", and one that cannot be assessed says why.
 *
 * Source: specification of the trend-break indicator, parts 5.4, 5.5, 5.7 and 5.10.
 */
import type { BreakEntry } from '../core/results.ts'
import type { Context } from './context.ts'
import { pointsSize, roundHalfAway } from './format.ts'
import { people, plainPoints, predicate, waveNameOf } from './labels.ts'
import { betweenPoints } from './phrases.ts'
import { shockDuring } from './settings.ts'

export interface Answer {
  /** the answer itself, one sentence or two */
  readonly lead: string
  /** the difference with its interval, and what it means */
  readonly evidence: readonly string[]
  /** how strong the evidence is and what it depends on */
  readonly reservations: readonly string[]
}

export function answerOf(context: Context): Answer {
  const { messages } = context.text
  const { verdict } = context.results
  const { trendBreak } = context.focus
  const lead = verdict ? messages.answers[verdict.overall] : messages.noVerdict
  if (trendBreak === null) return { lead, evidence: [messages.noBreak], reservations: [] }
  if (trendBreak.assessed === null) {
    return { lead, evidence: [whyNot(context, trendBreak)], reservations: flagged(context, trendBreak) }
  }
  return {
    lead,
    evidence: [
      delta(context, trendBreak),
      meaning(context, trendBreak),
      ...shock(context, trendBreak),
      ...(trendBreak.standard === null ? [] : [messages.corrected]),
    ],
    reservations: reservations(context, trendBreak),
  }
}

function whyNot({ text }: Context, entry: BreakEntry): string {
  const { reasons, otherReason } = text.messages
  const pre = Object.values(entry.roles).filter(role => role === 'pre' || role === 'baseline').length
  if (!entry.shown) return reasons.suppressed(pre)
  return Object.hasOwn(reasons, entry.reason ?? '') ? reasons[entry.reason!](pre) : otherReason
}

function delta(context: Context, { assessed, source, measure, domain }: BreakEntry): string {
  const { text, lang } = context
  const at = waveNameOf(context, source, assessed!.wave)
  const about = [at, people(context, domain.target), predicate(context, measure)] as const
  const between = betweenPoints(context, assessed!.ci95)
  const size = pointsSize(assessed!.delta, lang)
  const way = assessed!.delta < 0 ? text.words.lower : text.words.higher
  return roundHalfAway(assessed!.delta * 100, 1) === 0
    ? text.messages.deltaNone(...about, size, between)
    : text.messages.delta(...about, way, size, between)
}

function meaning({ text }: Context, entry: BreakEntry): string {
  const { classes } = text.messages
  return classes[`${entry.class}/${entry.subclass}`] ?? classes[entry.class]
}

function shock(context: Context, entry: BreakEntry): string[] {
  if (!entry.flags.includes('period_shock')) return []
  const wave = context.results.waves.find(
    each => each.source === entry.source && each.wave === entry.assessed?.wave,
  )
  const label = wave ? shockDuring(context.results, wave.fieldwork) : null
  return [context.text.messages.shock(label ?? context.text.messages.someShock)]
}

function flagged({ text: { messages } }: Context, { flags }: BreakEntry): string[] {
  return flags.filter(flag => Object.hasOwn(messages.flags, flag)).map(flag => messages.flags[flag])
}

function reservations(context: Context, entry: BreakEntry): string[] {
  const { messages, trend } = context.text
  const margin = context.text.words.points(plainPoints(context, entry.margin))
  const found = entry.class !== 'inconclusive' && entry.class !== 'continuation'
  return [
    entry.strength === 'strong' && found && messages.strong(margin),
    entry.strength === 'moderate' && found && messages.moderate(margin),
    entry.breakState === 'equivalent' && messages.equivalent(margin),
    entry.class === 'inconclusive' &&
      entry.continuationAttainable === false &&
      messages.cannotShowContinuation,
    found && entry.robust?.robust === false && messages.notRobust,
    ...flagged(context, entry),
    trend.noCausality,
  ].filter(sentence => sentence !== false)
}
