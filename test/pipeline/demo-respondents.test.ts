import { describe, expect, it } from 'vitest'
import { sum } from '../../src/core/linear.ts'
import { seededRandom } from '../../src/core/random.ts'
import { UNKNOWN } from '../../src/pipeline/demo-answers.ts'
import { type DemoWave, demoRespondents } from '../../src/pipeline/demo-respondents.ts'
import { DEMO_MUNICIPALITIES, drawSample } from '../../src/pipeline/demo-sample.ts'
import { PUBLISHED_FIGURES } from '../../src/pipeline/demo-scenario.ts'
import { reliability } from '../../src/scale/reliability.ts'
import { SCALES } from '../../src/scale/scale.ts'

const ITEMS = SCALES.djg11.items
const waves = demoRespondents({ seed: 75, scenario: PUBLISHED_FIGURES })

/** Bit masks of lonely and missing answers of one person, by the rule of the manual. */
function patternOf({ answers }: DemoWave, i: number): { lonely: number; missing: number; n: number } {
  let [lonely, missing] = [0, 0]
  for (const [k, { subscale }] of ITEMS.entries()) {
    const answer = answers[k][i]
    if (Number.isNaN(answer) || answer === UNKNOWN) missing |= 1 << k
    else if (answer === 2 || answer === (subscale === 'emotional' ? 1 : 3)) lonely |= 1 << k
  }
  return { lonely, missing, n: 1 }
}

function bits(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length
}

function share(wave: DemoWave, ageFrom: number, cutoff: number): number {
  const { age, weight } = wave.sample
  const valid = [...age.keys()]
    .filter(i => age[i] >= ageFrom)
    .map(i => ({ ...patternOf(wave, i), weight: weight[i] }))
    .filter(({ missing }) => bits(missing) <= 1)
  const above = valid.filter(({ lonely }) => bits(lonely) >= cutoff)
  return sum(above.map(person => person.weight)) / sum(valid.map(person => person.weight))
}

describe.each(waves)('the synthetic wave of $targets.year', wave => {
  it('reaches its figures for adults, 75+ and 85+ within a fifth of a percentage point', () => {
    for (const [ageFrom, group] of [
      [18, 'adults'],
      [75, 'from75'],
      [85, 'from85'],
    ] as const) {
      expect(Math.abs(share(wave, ageFrom, 3) - wave.targets.lonely[group].value)).toBeLessThan(0.002)
      expect(Math.abs(share(wave, ageFrom, 9) - wave.targets.severe[group].value)).toBeLessThan(0.002)
    }
  })

  it('has a scale as good as the real one: alpha .80-.90, H .35-.50', () => {
    const patterns = [...wave.sample.age.keys()].map(i => patternOf(wave, i))
    const quality = reliability(SCALES.djg11, 'total', patterns)
    expect(quality?.alpha).toBeGreaterThan(0.8)
    expect(quality?.alpha).toBeLessThan(0.9)
    expect(quality?.h).toBeGreaterThan(0.35)
    expect(quality?.h).toBeLessThan(0.5)
  })

  it('has about 2 % missing answers, as code 9 and as system-missing, and no code besides', () => {
    const answers = wave.answers.flatMap(item => [...item])
    const gaps = answers.filter(answer => Number.isNaN(answer) || answer === UNKNOWN)
    expect(gaps.length / answers.length).toBeGreaterThan(0.012)
    expect(gaps.length / answers.length).toBeLessThan(0.028)
    expect(new Set(answers)).toEqual(new Set([1, 2, 3, UNKNOWN, Number.NaN]))
  })

  it('holds nobody younger than the survey had, and everybody has a weight', () => {
    expect(Math.min(...wave.sample.age)).toBe(wave.targets.adultFrom)
    expect(Math.min(...wave.sample.weight)).toBeGreaterThan(0)
  })
})

describe('the synthetic respondents', () => {
  it('are the same for the same seed and others for another', () => {
    const again = demoRespondents({ seed: 75, scenario: PUBLISHED_FIGURES })
    expect(again[2].answers[4]).toEqual(waves[2].answers[4])
    expect(drawSample(seededRandom(1), 2020, 18).age).not.toEqual(drawSample(seededRandom(2), 2020, 18).age)
  })

  it('are enough of 75 and older in every municipality to be shown', () => {
    for (const { sample } of waves) {
      const counts = DEMO_MUNICIPALITIES.map(
        (_, m) =>
          [...sample.age.keys()].filter(i => sample.municipality[i] === m && sample.age[i] >= 75).length,
      )
      expect(Math.min(...counts)).toBeGreaterThan(200)
    }
  })

  it('weigh as many people as live in private households, less than the whole population', () => {
    const population = { 2012: 13_041_761, 2016: 13_362_538, 2020: 14_070_340 }
    for (const { targets, sample } of waves) {
      const all = population[targets.year as keyof typeof population]
      expect(sum(sample.weight) / all).toBeGreaterThan(0.97)
      expect(sum(sample.weight) / all).toBeLessThan(1)
    }
  })
})
