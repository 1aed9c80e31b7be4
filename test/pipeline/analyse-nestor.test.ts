import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { threeWaves } from './three-waves.ts'

const folder = fileURLToPath(new URL('../../../shared/reference/scale/', import.meta.url))
const here = existsSync(folder)

/** The 3,987 respondents of NESTOR as a survey of their own: no weight, age or sex. */
async function nestor(scale: 'djg11' | 'djg6'): Promise<Results> {
  const [wave] = threeWaves().waves
  const items = Array.from({ length: 11 }, (_, i) => [`item${i + 1}`, `lone${i + 1}`])
  const study = threeWaves({
    waves: [
      {
        ...wave,
        source: 'nestor',
        wave: '1992',
        files: [`${folder}loneliness_nestor_items.csv`],
        fieldwork: ['1992-01-01', '1992-12-31'],
        scale,
        columns: { id: 'id', ...Object.fromEntries(items) },
        codes: { yes: [3], moreOrLess: [2], no: [1] },
      },
    ],
    by: [['sex'], ['age']],
    standard: ['first-wave', 'nl-2012'],
  })
  return (await analyse(study)).results
}

describe.skipIf(!here)('the real NESTOR answers (skipped where ../shared is absent)', () => {
  const expected = here ? JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) : null

  test.each(['djg11', 'djg6'] as const)(
    '%s: every share and the mean equal the published ones',
    async scale => {
      const results = await nestor(scale)
      const value = (measure: string) =>
        results.estimates.find(entry => entry.measure === measure && entry.domain.target === 'all')
      const { total, emotional, social } = expected[scale]
      const [lonely, severe, subscale] = scale === 'djg11' ? ['ge3', 'ge9', 'ge2'] : ['ge2', 'ge5', 'ge1']
      const pairs: [string, number][] = [
        ['lonely', total.thresholds[lonely].proportion],
        ['severe', total.thresholds[severe].proportion],
        ['emotional', emotional.thresholds[subscale].proportion],
        ['social', social.thresholds[subscale].proportion],
        ['score', total.mean],
      ]
      for (const [measure, share] of pairs) expect(value(measure)?.value).toBeCloseTo(share, 12)
      expect(value('lonely')?.n).toBe(3987)
      expect(value('lonely')?.events).toBe(total.thresholds[lonely].n)
      expect(value('very_severe')?.events).toBe(scale === 'djg11' ? 44 : undefined)
    },
  )

  test.each(['djg11', 'djg6'] as const)('%s: the quality of the scale', async scale => {
    const { scale: found } = await nestor(scale)
    for (const subset of ['total', 'emotional', 'social']) {
      const entry = found.find(one => one.scale === subset)!
      const reference = expected.statistics_dichotomous[`${scale}_${subset}`]
      expect(entry.n).toBe(3987)
      expect(entry.alpha).toBeCloseTo(reference.alpha, 9)
      expect(entry.kr20).toBeCloseTo(reference.kr20_population_variance, 9)
      expect(entry.h).toBeCloseTo(reference.H, 9)
      expect(entry.seH).toBeCloseTo(reference.H_se_jackknife, 9)
      for (const { item, prevalence, itemRest } of entry.items) {
        expect(prevalence).toBeCloseTo(reference.item_prevalence[`lone${item}`], 9)
        expect(itemRest).toBeCloseTo(reference.item_rest_r[`lone${item}`], 9)
      }
    }
  })

  test('without an age nobody is known to be 75: the target is empty, and says so', async () => {
    const { estimates, breaks, warnings } = await nestor('djg11')
    const target = estimates.find(entry => entry.measure === 'lonely' && entry.domain.target === '75+')
    expect(target).toMatchObject({ value: null, n: 0, reason: 'empty_cell' })
    expect(breaks.map(entry => entry.class)).toEqual(breaks.map(() => 'not_assessable'))
    expect(warnings.map(({ code }) => code)).toContain('missing_age')
  })
})
