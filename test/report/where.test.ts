import { expect, test } from 'vitest'
import { contextOf } from '../../src/report/context.ts'
import { render } from '../../src/report/html.ts'
import { whereSection } from '../../src/report/sections/where.ts'
import { resultsFixture } from './results-fixture.ts'

function page(municipalities: number): string {
  const results = resultsFixture()
  const estimates = results.estimates
    .filter(entry => entry.domain.municipality === undefined || entry.measure !== 'lonely')
    .concat(
      results.waves.flatMap(({ wave, time }) =>
        Array.from({ length: municipalities }, (_, i) => ({
          ...results.estimates[0],
          wave,
          time,
          measure: 'lonely',
          standard: null,
          domain: { target: '75+', municipality: `GM90${10 + i}` },
          value: 0.4 + i / 100,
          low: 0.35 + i / 100,
          high: 0.45 + i / 100,
          shown: true,
        })),
      ),
    )
  return render(whereSection(contextOf({ ...results, estimates }, 'nl'), () => [])?.body)
}

test('the middle municipality and the middle half are those of R, quantile type 7', () => {
  // R: quantile(seq(.40, .48, .01), c(.25, .5, .75)) = .42 .44 .46
  expect(page(9)).toContain(
    'De middelste gemeente heeft 44%; de helft van de gemeenten ligt tussen 42% en 46%.',
  )
})

test('of a few municipalities no quartiles are told', () => {
  expect(page(7)).not.toContain('middelste gemeente')
})
