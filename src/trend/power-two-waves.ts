/**
 * Power between two waves: of a mean score, and of people who change side.
 *
 * Mean score in standard deviations of a person: se = √(d₁/n₁ + d₂/n₂ −
 * 2ρ√(d₁d₂/(n₁n₂))) with design effects d, which is √(2(1 − ρ)/n) for n people
 * asked twice. McNemar: se of the net change is √(share who change side/pairs).
 *
 * Units: standard deviations; proportions 0-1.
 * Source: Lachin (1981), Controlled Clinical Trials 2, 93; Connor (1987), Biometrics 43, 207.
 * Checked against: R 4.2.
 */
import { EjzError } from '../core/error.ts'
import { minimalDetectable } from './detectable.ts'
import { checkLevels, type Levels } from './power-levels.ts'

export interface TwoWaves {
  readonly n: readonly [number, number]
  readonly deff: readonly [number, number]
  /** of a person's scores in both waves; 0 = other people */
  readonly rho: number
}

/** Smallest detectable difference of the mean score, in standard deviations. */
export function detectableScoreChange({ n, deff, rho }: TwoWaves, levels: Levels): number {
  checkLevels(levels)
  const [a, b] = [deff[0] / n[0], deff[1] / n[1]]
  const variance = a + b - 2 * rho * Math.sqrt(a * b)
  return minimalDetectable(Math.sqrt(variance), levels.alpha, levels.power)
}

/** People in each of two waves for a difference of `d` standard deviations. */
export function requiredForScoreChange(
  d: number,
  { deff, rho }: Pick<TwoWaves, 'deff' | 'rho'>,
  levels: Levels,
): number {
  return requiredFor(d, detectableScoreChange({ n: [1, 1], deff, rho }, levels))
}

/** Smallest detectable net change of `pairs` people of whom a share of `discordant` changes side. */
export function detectableNetChange(pairs: number, discordant: number, levels: Levels): number {
  checkLevels(levels)
  if (!(discordant > 0 && discordant <= 1)) {
    throw new EjzError(
      'discordant-impossible',
      `the share of people who change side cannot be ${discordant}`,
      'give a proportion above 0, such as 0.26',
      'usage',
    )
  }
  return minimalDetectable(Math.sqrt(discordant / pairs), levels.alpha, levels.power)
}

export function requiredForNetChange(change: number, discordant: number, levels: Levels): number {
  return requiredFor(change, detectableNetChange(1, discordant, levels))
}

/** The standard error falls with the root of the number. */
function requiredFor(effect: number, withOne: number): number {
  if (effect > 0) return Math.ceil((withOne / effect) ** 2)
  throw new EjzError(
    'effect-impossible',
    `an effect of ${effect} needs more people than there are`,
    'give an effect above 0',
    'usage',
  )
}
