/**
 * Power by simulation: how often a design shows a break that is there.
 *
 * Surveys are drawn in which the judged wave lies `effect` below a level line,
 * and δ is tested with the standard error of the drawn survey itself. Other
 * people in every wave: binomial counts of the effective number n/deff. The
 * same people: correlated normal numbers per person, cut at the prevalences
 * (a Gaussian copula; latent correlation sin(πρ/2)), the test on the sum of a
 * person's weighted answers. τ is drawn and tested with.
 *
 * Units: proportions 0-1.
 * Checked against: R 4.2, with its own draws.
 */
import { drawBinomial } from '../core/binomial-draw.ts'
import { normalQuantile } from '../core/distributions.ts'
import { EjzError } from '../core/error.ts'
import { dot, type Vector } from '../core/linear.ts'
import { factorOfPositive } from '../core/positive-definite.ts'
import { type Random, seededRandom } from '../core/random.ts'
import type { PowerDesign } from './power-design.ts'

export interface Simulation {
  /** share of draws with a significant δ, and with one in the right direction */
  readonly power: number
  readonly rightSign: number
  /** Monte Carlo standard error of `power` */
  readonly mcSe: number
  readonly draws: number
}

export interface SimulationOptions {
  readonly contrast: Vector
  /** how far the judged wave lies below the line */
  readonly effect: number
  readonly alpha: number
  readonly draws: number
  readonly seed: number
  /** share of the draws done */
  readonly onProgress?: (share: number) => void
}

interface DrawnDelta {
  readonly delta: number
  readonly variance: number
}

export function simulatePower(design: PowerDesign, options: SimulationOptions): Simulation {
  const { draws, alpha, seed, onProgress } = options
  const random = seededRandom(seed)
  const drawDelta = surveyDrawer(design, options, random)
  const critical = normalQuantile(1 - alpha / 2)
  const step = Math.ceil(draws / STEPS)
  let [below, above] = [0, 0]
  for (let i = 0; i < draws; i++) {
    if (i % step === 0) onProgress?.(i / draws)
    const { delta, variance } = drawDelta()
    const bound = critical * Math.sqrt(variance)
    if (delta < -bound) below++
    else if (delta > bound) above++
  }
  const power = (below + above) / draws
  return { power, rightSign: below / draws, mcSe: Math.sqrt((power * (1 - power)) / draws), draws }
}

const STEPS = 20

function surveyDrawer(design: PowerDesign, options: SimulationOptions, random: Random): () => DrawnDelta {
  const { contrast, effect } = options
  const { p, post, tau, times } = design
  if (!(effect > 0 && effect < p)) {
    throw new EjzError(
      'effect-beyond-prevalence',
      `a break of ${effect} below a prevalence of ${p} cannot be drawn`,
      'simulate a design that finds a break smaller than the prevalence',
      'usage',
    )
  }
  const shares = times.map((_, i) => (i === post ? p - effect : p))
  const sampled =
    design.correlation === null
      ? otherPeople(design, contrast, shares, random)
      : samePeople(design, contrast, shares, random)
  const noise = tau ** 2 * dot(contrast, contrast)
  if (noise === 0) return sampled
  return () => {
    const { delta, variance } = sampled()
    return { delta: delta + Math.sqrt(noise) * random.normal(), variance: variance + noise }
  }
}

function otherPeople(
  { n, deff }: PowerDesign,
  contrast: Vector,
  shares: Vector,
  random: Random,
): () => DrawnDelta {
  const effective = n.map((respondents, i) => effectiveNumber(respondents, deff[i]))
  return () => {
    const drawn = shares.map((share, i) => drawBinomial(random, effective[i], share) / effective[i])
    const variances = drawn.map((share, i) => (contrast[i] ** 2 * share * (1 - share)) / effective[i])
    return { delta: dot(contrast, drawn), variance: variances.reduce((a, b) => a + b, 0) }
  }
}

function samePeople(
  { correlation, n, deff }: PowerDesign,
  contrast: Vector,
  shares: Vector,
  random: Random,
): () => DrawnDelta {
  const people = panelSize(n, deff)
  const latent = correlation!.map(row => row.map(rho => (rho === 1 ? 1 : Math.sin((Math.PI / 2) * rho))))
  const factor = factorOfPositive(latent)
  if (factor === null) throw impossible()
  const cuts = shares.map(normalQuantile)
  const independent = shares.map(() => 0)
  return () => {
    let [total, squares] = [0, 0]
    for (let person = 0; person < people; person++) {
      const answer = weightedAnswer(factor, cuts, contrast, independent, random)
      total += answer
      squares += answer * answer
    }
    const delta = total / people
    const variance = (squares / people - delta ** 2) / (people - 1)
    return { delta, variance }
  }
}

/** One person's share in δ; `independent` is filled anew. */
function weightedAnswer(
  factor: readonly Vector[],
  cuts: Vector,
  contrast: Vector,
  independent: number[],
  random: Random,
): number {
  let answer = 0
  for (let wave = 0; wave < cuts.length; wave++) {
    independent[wave] = random.normal()
    let latent = 0
    for (let k = 0; k <= wave; k++) latent += factor[wave][k] * independent[k]
    if (latent < cuts[wave]) answer += contrast[wave]
  }
  return answer
}

/** People of a panel are the same in every wave, so that their number is one. */
function panelSize(n: Vector, deff: Vector): number {
  const sizes = n.map((respondents, i) => effectiveNumber(respondents, deff[i]))
  if (sizes.every(size => size === sizes[0]) && sizes[0] >= 2) return sizes[0]
  throw new EjzError(
    'panel-sizes-differ',
    'a panel can be simulated with one number of people only, of at least two',
    'give one number of respondents and one design effect for all waves',
    'usage',
  )
}

function effectiveNumber(respondents: number, deff: number): number {
  return Math.max(1, Math.round(respondents / deff))
}

function impossible(): EjzError {
  return new EjzError(
    'power-correlation-impossible',
    'no people can answer with these correlations between the waves',
    'give one correlation of 0 to less than 1',
    'usage',
  )
}
