import { describe, expect, test } from 'vitest'
import { resultsSchema } from '../../src/core/results.ts'
import { resultsFixture, VARIANTS } from './results-fixture.ts'

describe('the invented results', () => {
  test.each(VARIANTS)('%s: answer to the schema and say that they are synthetic', variant => {
    const results = resultsFixture(variant)
    expect(resultsSchema.parse(results)).toEqual(results)
    expect(results.synthetic).toBe(true)
  })

  test('hold each class of answer', () => {
    const primary = VARIANTS.map(variant => {
      const { breaks } = resultsFixture(variant)
      return breaks.find(entry => entry.measure === 'lonely' && entry.standard === 'first-wave')?.class
    })
    expect(primary).toEqual([
      'inconclusive',
      'turnaround',
      'not_assessable',
      'not_assessable',
      'not_assessable',
      'not_assessable',
    ])
  })
})
