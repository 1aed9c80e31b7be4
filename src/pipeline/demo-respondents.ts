/**
 * The respondents of the synthetic demo study: the same for the same seed and scenario.
 *
 * Everything here is invented. Only the national figures of the scenario are
 * aimed at; the report of these data says nothing about anyone.
 */
import { type Random, seededRandom } from '../core/random.ts'
import {
  answersOf,
  type Draws,
  drawNoise,
  drawPlaces,
  type ItemAnswers,
  solveTraits,
} from './demo-answers.ts'
import { AGE_CLASSES, type DemoSample, drawSample } from './demo-sample.ts'
import type { DemoFigures, DemoScenario, DemoWaveTargets } from './demo-scenario.ts'

export interface DemoWave {
  readonly targets: DemoWaveTargets
  readonly sample: DemoSample
  readonly answers: ItemAnswers
}

export function demoRespondents({ seed, scenario }: { seed: number; scenario: DemoScenario }): DemoWave[] {
  const random = seededRandom(seed)
  const places = drawPlaces(random)
  return scenario.waves.map(targets => drawWave(random, targets, places))
}

function drawWave(random: Random, targets: DemoWaveTargets, places: readonly number[]): DemoWave {
  const sample = drawSample(random, targets.year, targets.adultFrom)
  const draws = drawNoise(random, sample, places)
  return { targets, sample, answers: answersOf(draws, solveTraits(draws, targetsByClass(draws, targets))) }
}

/** The figures of adults, 75+ and 85+ as shares of the separate age classes. */
function targetsByClass(draws: Draws, targets: DemoWaveTargets): { lonely: number; severe: number }[] {
  const weight = validWeights(draws)
  const lonely = unravel(targets.lonely, weight)
  const severe = unravel(targets.severe, weight)
  return AGE_CLASSES.map((_, ageClass) => ({ lonely: lonely[ageClass], severe: severe[ageClass] }))
}

/** Σ weight of the people with at most one gap, by age class. */
function validWeights({ sample, gap }: Draws): number[] {
  const weights = AGE_CLASSES.map(() => 0)
  for (const [i, weight] of sample.weight.entries()) {
    const gaps = gap.filter(item => item[i] !== 0).length
    if (gaps <= 1) weights[sample.ageClass[i]] += weight
  }
  return weights
}

/** Both classes below 75 get the same share; nested totals are taken apart by weight. */
function unravel(figures: DemoFigures, [adult, from65, from75, from85]: readonly number[]): number[] {
  const old = from75 + from85
  const young = adult + from65
  const class75 = (figures.from75.value * old - figures.from85.value * from85) / from75
  const below75 = (figures.adults.value * (young + old) - figures.from75.value * old) / young
  return [below75, below75, class75, figures.from85.value]
}
