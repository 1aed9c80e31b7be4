/** What the synthetic answers come to: totals by the rule of the manual, weighted shares. */
import { SCALES } from '../scale/scale.ts'
import { type ItemAnswers, MORE_OR_LESS, NO, YES } from './demo-answers.ts'
import type { DemoWave } from './demo-respondents.ts'

const ITEMS = SCALES.djg11.items

/** Null with more than one answer missing. */
export function totalOf(answers: ItemAnswers, i: number): number | null {
  let [score, gaps] = [0, 0]
  for (const [k, { subscale }] of ITEMS.entries()) {
    const answer = answers[k][i]
    if (!(answer >= YES && answer <= NO)) gaps++
    else if (answer === MORE_OR_LESS || answer === (subscale === 'emotional' ? YES : NO)) score++
  }
  return gaps > 1 ? null : score
}

/** Weighted share with a total from `cutoff` on, of people from this age on with a valid total. */
export function shareReached({ sample, answers }: DemoWave, ageFrom: number, cutoff: number): number {
  let [valid, above] = [0, 0]
  for (const [i, age] of sample.age.entries()) {
    const total = age >= ageFrom ? totalOf(answers, i) : null
    if (total === null) continue
    valid += sample.weight[i]
    if (total >= cutoff) above += sample.weight[i]
  }
  return above / valid
}
