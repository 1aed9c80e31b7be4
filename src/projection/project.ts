/**
 * The number of lonely people in a year to come, under one scenario.
 *
 * L = Σ N_g expit(logit p_g + βh): the forecast population of each cell times its
 * prevalence, h years of slope beyond the base wave. The point is at the
 * estimates; intervals are percentiles of draws in which start and slope go
 * together and the population errs by one common factor exp(σZ − σ²/2). The
 * standard error by the delta method stands beside the spread of the draws:
 * where they differ, L is too bent for either to be trusted alone.
 *
 * Units: persons, proportions 0-1, log odds, years.
 * Source: the method paper, part 7.
 * Checked against: R 4.2: points and delta method 1e-9, draws within four Monte Carlo standard errors.
 */
import { dot, type Matrix, quadraticForm, sum, type Vector } from '../core/linear.ts'
import type { Draws } from './draws.ts'
import { expit } from './logit-cells.ts'
import { percentile } from './percentile.ts'

export interface Start {
  /** logits of the waves before the programme, the base wave last */
  readonly values: Vector
  readonly covariance: Matrix
  readonly slope: { readonly beta: number; readonly weights: Vector }
}

export interface Horizon {
  /** forecast, per cell */
  readonly persons: Vector
  readonly slopeYears: number
  /** standard error of the logarithm of the population */
  readonly popLogSe: number
}

export interface Projection {
  readonly L: number
  readonly prev: number
  readonly ci80: readonly [number, number]
  readonly ci95: readonly [number, number]
  readonly pOver1m: number
  readonly sd: number
  readonly mcSe: number
  readonly seDelta: number
  /** prevalence at which a million people are lonely */
  readonly breakEven: number
}

const MILLION = 1_000_000

export function project(start: Start, horizon: Horizon, draws: Draws): Projection {
  const { persons } = horizon
  const L = dot(persons, prevalences(start, horizon))
  const numbers = numbersOf(horizon, draws)
  const R = numbers.length
  const mean = sum(numbers) / R
  const sd = Math.sqrt(numbers.reduce((total, number) => total + (number - mean) ** 2, 0) / (R - 1))
  const sorted = numbers.toSorted()
  const between = (tail: number) => [percentile(sorted, tail), percentile(sorted, 1 - tail)] as const
  return {
    L,
    prev: L / sum(persons),
    ci80: between(0.1),
    ci95: between(0.025),
    pOver1m: numbers.filter(number => number > MILLION).length / R,
    sd,
    mcSe: sd / Math.sqrt(R),
    seDelta: Math.hypot(surveySe(start, horizon), horizon.popLogSe * L),
    breakEven: MILLION / sum(persons),
  }
}

/** By cell, in the year of the horizon. */
export function prevalences({ values, slope }: Start, { persons, slopeYears }: Horizon): number[] {
  const base = values.slice(values.length - persons.length)
  return base.map(value => expit(value + slope.beta * slopeYears))
}

/** Covariance of the cells of the base wave, then those of the horizon, by the delta method. */
export function jointCovariance(start: Start, horizon: Horizon): number[][] {
  const gradients = [...cellGradients(start, { ...horizon, slopeYears: 0 }), ...cellGradients(start, horizon)]
  const products = gradients.map(gradient => start.covariance.map(row => dot(row, gradient)))
  return gradients.map(a => products.map(product => dot(a, product)))
}

/** Of L by sampling alone; the population counts as known. */
export function surveySe(start: Start, horizon: Horizon): number {
  const gradients = cellGradients(start, horizon)
  const total = start.values.map((_, i) => sum(gradients.map((row, g) => horizon.persons[g] * row[i])))
  return Math.sqrt(quadraticForm(total, start.covariance))
}

/** ∂p_g/∂logits: its own logit in the base wave, and every logit that the slope is made of. */
function cellGradients(start: Start, horizon: Horizon): number[][] {
  const first = start.values.length - horizon.persons.length
  return prevalences(start, horizon).map((p, g) =>
    start.slope.weights.map(
      (weight, i) => p * (1 - p) * (horizon.slopeYears * weight + (i === first + g ? 1 : 0)),
    ),
  )
}

function numbersOf({ persons, slopeYears, popLogSe }: Horizon, { base, beta, population }: Draws) {
  return beta.map((slope, r) => {
    let lonely = 0
    for (let g = 0; g < persons.length; g++) lonely += persons[g] * expit(base[g][r] + slope * slopeYears)
    return lonely * Math.exp(popLogSe * population[r] - popLogSe ** 2 / 2)
  })
}
