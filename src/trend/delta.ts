/**
 * δ: how far a wave after the start lies from the expected course.
 *
 * δ = p_b − µ₀(t_b) = c'p with c 1 at the judged wave and minus the weights of
 * the line at the pre waves; variance c'Σc, Σ with τ² and with the covariance
 * of waves that share persons. On the logit scale the same in log odds, and
 * beside it in proportions by the delta method: there it is judged.
 * δ < 0 is favourable.
 *
 * Units: `fitted` on the scale of the line, `inProportions` 0-1.
 * Checked against: R 4.2.
 */
import { normalQuantile, normalTwoSided } from '../core/distributions.ts'
import { dot, quadraticForm, type Vector } from '../core/linear.ts'
import type { PreLine } from './pre-line.ts'
import { type DriftBounds, driftBounds } from './robustness.ts'
import type { WaveSeries } from './wave-series.ts'

export interface PostDelta {
  readonly wave: string
  readonly time: number
  readonly fitted: Departure
  readonly inProportions: Departure
  /** weights of δ (on the scale of the line) on the waves in order of time */
  readonly contrast: Vector
  /** change of slope at the start that would give δ, per year; null when the wave is not after it */
  readonly slopeChange: { readonly slope: number; readonly se: number } | null
  readonly yearsBeyondLastPre: number
  /** on the scale of the line; null when the wave is not beyond the last pre wave */
  readonly drift: DriftBounds | null
}

export interface Departure {
  readonly observed: number
  readonly expected: number
  readonly seExpected: number
  readonly delta: number
  readonly se: number
  readonly z: number
  readonly p: number
  readonly ci95: [number, number]
  readonly ci90: [number, number]
}

export interface DeltaOptions {
  readonly t0: number
  readonly alpha: number
  /** per year, in proportions */
  readonly maxDrift: number
}

/** `at` is the position of the judged wave in the series. */
export function deltaAt(series: WaveSeries, line: PreLine, at: number, options: DeltaOptions): PostDelta {
  const { waves, link } = series
  const { wave, time, p } = waves[at]
  const expected = line.at(time)
  const share = link.from(expected.value)
  const contrast = contrastOf(series, at, expected.weights)
  const fitted = departure(
    { observed: series.values[at], expected: expected.value, seExpected: expected.se },
    { delta: dot(contrast, series.values), se: Math.sqrt(quadraticForm(contrast, series.covariance)) },
    options.alpha,
  )
  const gradient = contrast.map((weight, i) =>
    i === at ? 1 : (weight * link.slope(waves[i].p)) / link.slope(share),
  )
  const inProportions = departure(
    { observed: p, expected: share, seExpected: expected.se / link.slope(share) },
    { delta: p - share, se: Math.sqrt(quadraticForm(gradient, series.covarianceOfP)) },
    options.alpha,
  )
  const sinceStart = time - options.t0
  const years = time - waves[series.pre.at(-1)!].time
  const drift = { maxDrift: options.maxDrift * link.slope(share), years, alpha: options.alpha }
  return {
    wave,
    time,
    fitted,
    inProportions,
    contrast,
    slopeChange: sinceStart > 0 ? { slope: fitted.delta / sinceStart, se: fitted.se / sinceStart } : null,
    yearsBeyondLastPre: years,
    drift: years > 0 ? driftBounds(fitted, drift) : null,
  }
}

function contrastOf(series: WaveSeries, at: number, weights: Vector): number[] {
  const contrast = series.waves.map(() => 0)
  for (const [i, position] of series.pre.entries()) contrast[position] = -weights[i]
  contrast[at] = 1
  return contrast
}

function departure(
  level: Pick<Departure, 'observed' | 'expected' | 'seExpected'>,
  { delta, se }: Pick<Departure, 'delta' | 'se'>,
  alpha: number,
): Departure {
  const interval = (z: number): [number, number] => [delta - z * se, delta + z * se]
  return {
    ...level,
    delta,
    se,
    z: delta / se,
    p: normalTwoSided(delta / se),
    ci95: interval(normalQuantile(1 - alpha / 2)),
    ci90: interval(normalQuantile(1 - alpha)),
  }
}
