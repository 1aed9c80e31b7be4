/**
 * The variance of a figure that somebody published.
 *
 * From its 95 % interval, else p(1−p)·deff/n, else there is none. An interval
 * is read back by the rule that reproduces it best: half its width over z, or
 * that on the logit scale times p(1−p). A published value is rounded, and for
 * a large survey that error is larger than the sample's: unit²/12 is added, the
 * unit taken from the digits where nobody says it (0.56 = whole percents,
 * 0.563 = tenths), so that a figure never passes for more precise than it is.
 * An interval that was made with t and few degrees of freedom, or was rounded
 * itself, is not undone: every variance made here is approximate.
 *
 * Units: proportions 0-1 or mean scores; `unit` likewise.
 * Source: the method paper, part 1; Sheppard (1897), Proc. Lond. Math. Soc. 29, for unit²/12.
 * Checked against: R 4.2.
 */
import { normalQuantile } from '../core/distributions.ts'
import type { PublishedFigure } from '../core/study.ts'
import { type Limits, logitInterval, normalInterval } from './interval.ts'

export interface PublishedEstimate {
  readonly value: number
  /** null where nothing published tells */
  readonly variance: number | null
  /** as published where it was, else made from the variance */
  readonly interval: { readonly kind: 'published' | 'logit'; readonly limits: Limits } | null
  readonly n: number | null
  readonly deff: number | null
  readonly neff: number | null
  readonly flags: readonly PublishedFlag[]
}

export type PublishedFlag =
  | 'published'
  | 'model_estimate'
  | 'rounded'
  | 'approx_variance'
  | 'design_effect_unknown'
  | 'no_variance'

type Kind = 'proportion' | 'mean'

export function publishedEstimate(figure: PublishedFigure, kind: Kind): PublishedEstimate {
  const { value, n, deff } = figure
  const sampling = samplingVariance(figure, kind)
  const unit = figure.unit ?? commonUnit([value], kind)
  const variance = sampling === null ? null : sampling + unit ** 2 / 12
  const spread = kind === 'proportion' ? value * (1 - value) : null
  const neff = sampling === null || spread === null ? null : spread / sampling
  const flags: readonly [PublishedFlag, boolean][] = [
    ['published', true],
    ['model_estimate', figure.model === true],
    ['rounded', unit > 0],
    ['approx_variance', variance !== null],
    ['design_effect_unknown', variance !== null && limitsOf(figure) === null && deff === undefined],
    ['no_variance', variance === null],
  ]
  return {
    value,
    variance,
    interval: intervalOf(figure, variance),
    n: n ?? null,
    deff: deff ?? (n === undefined || neff === null || limitsOf(figure) === null ? null : n / neff),
    neff,
    flags: flags.flatMap(([flag, holds]) => (holds ? [flag] : [])),
  }
}

function samplingVariance(figure: PublishedFigure, kind: Kind): number | null {
  const { value, n, deff = 1 } = figure
  const limits = limitsOf(figure)
  if (kind === 'mean') return limits === null ? null : wald(limits) ** 2
  if (!isInside(value)) return null
  if (limits !== null) return seOfInterval(value, limits) ** 2
  return n === undefined ? null : (value * (1 - value) * deff) / n
}

/** Null for an interval that rounding left without a width: it says nothing. */
function limitsOf({ low, high }: PublishedFigure): Limits | null {
  return low === undefined || high === undefined || !(high > low) ? null : [low, high]
}

/** By the rule whose interval lies nearest to the published one. */
function seOfInterval(value: number, limits: Limits): number {
  const symmetric = wald(limits)
  if (!limits.every(isInside)) return symmetric
  const [low, high] = limits.map(limit => Math.log(limit / (1 - limit)))
  const skewed = ((high - low) / (2 * Z)) * value * (1 - value)
  const missOf = (made: Limits) => Math.max(...made.map((limit, i) => Math.abs(limit - limits[i])))
  const missBySkewed = missOf(logitInterval(value, skewed ** 2, Infinity))
  return missBySkewed < missOf(normalInterval(value, symmetric ** 2, Infinity)) ? skewed : symmetric
}

const Z = normalQuantile(0.975)

function wald([low, high]: Limits): number {
  return (high - low) / (2 * Z)
}

function intervalOf(figure: PublishedFigure, variance: number | null): PublishedEstimate['interval'] {
  const limits = limitsOf(figure)
  if (limits !== null) return { kind: 'published', limits }
  if (variance === null) return null
  return { kind: 'logit', limits: logitInterval(figure.value, variance, Infinity) }
}

/** The coarsest unit that all values are multiples of; 0 = not rounded, as far as anybody can see. */
export function commonUnit(values: readonly number[], kind: Kind): number {
  const isMultiple = (unit: number) => (value: number) =>
    Math.abs(value / unit - Math.round(value / unit)) < 1e-9
  return UNITS[kind].find(unit => values.every(isMultiple(unit))) ?? 0
}

const UNITS: Readonly<Record<Kind, readonly number[]>> = { proportion: [0.01, 0.001], mean: [0.1, 0.01] }

function isInside(share: number): boolean {
  return share > 0 && share < 1
}
