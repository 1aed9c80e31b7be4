/**
 * Why a series cannot be judged; the first reason that holds, or null.
 *
 * Not assessable is an answer: one wave before the programme draws no line,
 * a changed instrument makes two series of one, and a wave without a variance
 * (0 or 100 %, one PSU, a published value alone) would pass for certain. A
 * covariance that no data can give is a fault of the caller and is thrown.
 */
import { EjzError } from '../core/error.ts'
import { definiteness } from './definiteness.ts'
import { block, type WaveSeries } from './wave-series.ts'

export type Refusal =
  | 'instrument_or_mode_break'
  | 'no_post_wave'
  | 'fewer_than_two_pre_waves'
  | 'fewer_than_min_pre_waves'
  | 'assessed_wave_not_post'
  | 'duplicate_times'
  | 'post_wave_before_last_pre_wave'
  | 'no_variance'
  | 'assessed_wave_absent'
  | 'panel_covariance_missing'
  | 'age_floor_unknown'
  | 'logit_of_zero_or_one'
  | 'singular_covariance'

export interface RefusalOptions {
  readonly comparable: boolean
  /** what the caller knows to stand in the way */
  readonly barrier: Refusal | null
  /** a line needs two, whatever is asked */
  readonly minPre: number
  /** the wave named in advance, or `last` */
  readonly assess: string
}

export function refusal(series: WaveSeries, options: RefusalOptions): Refusal | null {
  const { pre, post, waves } = series
  if (!options.comparable) return 'instrument_or_mode_break'
  if (options.barrier !== null) return options.barrier
  if (post.length === 0) return 'no_post_wave'
  if (pre.length < 2) return 'fewer_than_two_pre_waves'
  if (pre.length < options.minPre) return 'fewer_than_min_pre_waves'
  const assessed = assessedPosition(series, options.assess)
  if (!post.includes(assessed)) return 'assessed_wave_not_post'
  if (waves.some((wave, i) => i > 0 && wave.time === waves[i - 1].time)) return 'duplicate_times'
  if (assessed < pre.at(-1)!) return 'post_wave_before_last_pre_wave'
  if ([...pre, assessed].some(i => !hasVariance(series, i))) return 'no_variance'
  const used = [...pre, ...post.filter(i => hasVariance(series, i))].sort((a, b) => a - b)
  if (series.link.name === 'logit' && used.some(i => !isInside(waves[i].p))) return 'logit_of_zero_or_one'
  return isSingular(series, used) ? 'singular_covariance' : null
}

/** The named wave where the series has it, else the last post wave. */
export function assessedPosition({ waves, post }: WaveSeries, assess: string): number {
  const named = waves.findIndex(wave => wave.wave === assess)
  return named === -1 ? post.at(-1)! : named
}

export function hasVariance({ sampling }: WaveSeries, position: number): boolean {
  return sampling[position][position] > 0
}

function isInside(p: number): boolean {
  return p > 0 && p < 1
}

function isSingular(series: WaveSeries, used: readonly number[]): boolean {
  const found = definiteness(block(series.covarianceOfP, used))
  if (found === 'indefinite') {
    throw new EjzError(
      'covariance-not-psd',
      'the covariance of the waves is not positive semi-definite',
      'variances must be at least 0 and correlations between −1 and 1',
      'bug',
    )
  }
  return found === 'singular'
}
