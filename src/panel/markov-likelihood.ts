/**
 * The two-state process that makes the observed changes most likely, for intervals that differ.
 *
 * For a given speed κ = λ + μ the best share π = λ/κ is unique: the likelihood
 * is concave in it. Over the speeds it may have several tops, so the highest of
 * a fine range is refined. It has none where the fastest does best: then the
 * second interview tells nothing of the first.
 *
 * Units: per person-year; intervals in years.
 * Source: Kalbfleisch & Lawless (1985), JASA 80, 863.
 * Checked against: msm 1.7.
 */
import type { Observed } from './hazard.ts'

export interface Rates {
  readonly onset: number
  readonly recovery: number
}

/** At least one event in each group. */
export function mostLikely(free: readonly Observed[], lonely: readonly Observed[]): Rates | null {
  const seen = columnsOf(free, lonely)
  const years = seen.years.reduce((total, one) => total + one, 0) / seen.years.length
  const heightAt = (logSpeed: number) => profile(seen, Math.exp(logSpeed) / years).height
  const heights = LOG_SPEEDS.map(heightAt)
  const best = heights.indexOf(Math.max(...heights))
  if (best === LOG_SPEEDS.length - 1) return null
  const logSpeed = topBetween(heightAt, LOG_SPEEDS[Math.max(0, best - 1)], LOG_SPEEDS[best + 1])
  const speed = Math.exp(logSpeed) / years
  const { share } = profile(seen, speed)
  return { onset: share * speed, recovery: (1 - share) * speed }
}

/** ln of speed × mean interval, from one change in a million intervals to thirty in one */
const LOG_SPEEDS = Array.from({ length: 40 }, (_, i) => Math.log(1e-6) + (i / 39) * Math.log(3e7))

/** Those not lonely at the first interview before those who were. */
interface Columns {
  readonly years: Float64Array
  readonly event: Uint8Array
  /** number of those not lonely */
  readonly free: number
}

function columnsOf(free: readonly Observed[], lonely: readonly Observed[]): Columns {
  const seen = [...free, ...lonely]
  return {
    years: Float64Array.from(seen.map(({ years }) => years)),
    event: Uint8Array.from(seen.map(({ event }) => (event ? 1 : 0))),
    free: free.length,
  }
}

/** The best share at a speed, and the logarithm of the likelihood there. */
function profile({ years, event, free }: Columns, speed: number) {
  const moved = years.map(interval => -Math.expm1(-speed * interval))
  const share = bestShare({ event, free, moved })
  let height = 0
  for (let i = 0; i < moved.length; i++) {
    const chance = (i < free ? share : 1 - share) * moved[i]
    height += Math.log(event[i] === 1 ? chance : 1 - chance)
  }
  return { share, height }
}

/** `moved` = 1 − e^−κt. */
interface AtSpeed extends Pick<Columns, 'event' | 'free'> {
  readonly moved: Float64Array
}

/** Root of the score in π, which falls from +∞ to −∞: Newton, kept between its bounds. */
function bestShare(seen: AtSpeed): number {
  let [low, high, share] = [0, 1, 0.5]
  for (let round = 0; round < 100; round++) {
    const { score, fall } = scoreAt(seen, share)
    const newton = share + score / fall
    if (Math.abs(newton - share) <= 1e-13) return newton
    if (score > 0) low = share
    else high = share
    share = newton > low && newton < high ? newton : (low + high) / 2
  }
  return share
}

function scoreAt({ event, free, moved }: AtSpeed, share: number) {
  let score = 0
  let fall = 0
  for (let i = 0; i < moved.length; i++) {
    const own = i < free ? share : 1 - share
    const slope = event[i] === 1 ? 1 / own : -moved[i] / (1 - own * moved[i])
    score += i < free ? slope : -slope
    fall += slope * slope
  }
  return { score, fall }
}

/** Golden section search for the top of a function with one top between the bounds. */
function topBetween(height: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [from, to]
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)]
  let [heightA, heightB] = [height(a), height(b)]
  while (high - low > 1e-9) {
    if (heightA < heightB) {
      ;[low, a, heightA] = [a, b, heightB]
      b = low + golden * (high - low)
      heightB = height(b)
    } else {
      ;[high, b, heightB] = [b, a, heightA]
      a = high - golden * (high - low)
      heightA = height(a)
    }
  }
  return (low + high) / 2
}
