import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { analyse } from '../../src/pipeline/analyse.ts'
import { threeWaves } from './three-waves.ts'

const folder = mkdtempSync(join(tmpdir(), 'ejz-small-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ITEMS = Array.from({ length: 11 }, (_, i) => i + 1)

/** Sixty people of 75 to 94, invented: no age group of either sex has fifty. */
function smallSurvey(): string {
  const header = ['age', 'sex', ...ITEMS.map(item => `item${item}`)].join(',')
  const rows = Array.from({ length: 60 }, (_, i) =>
    [75 + (i % 20), 1 + (i % 2), ...ITEMS.map(item => 1 + ((i * item + i) % 3))].join(','),
  )
  return [header, ...rows, ''].join('\n')
}

test('a sample too small for any age group or sex of its own is not called standardised', async () => {
  const path = join(folder, 'small.csv')
  writeFileSync(path, smallSurvey())
  const [spec] = threeWaves().waves
  const columns = Object.fromEntries(
    ['age', 'sex', ...ITEMS.map(item => `item${item}`)].map(name => [name, name]),
  )
  const wave = { ...spec, files: [path], columns }
  const { results } = await analyse(
    threeWaves({
      by: [['sex'], ['age']],
      waves: [wave],
      disclosure: { minN: 0, minEvents: 0, presentation: 'off' },
    }),
  )
  expect(results.estimates.some(({ standard }) => standard !== null)).toBe(false)
  const skipped = results.warnings.filter(({ code }) => code === 'standard_skipped')
  expect(skipped.map(({ values }) => values?.reason)).toContain(
    'too few respondents to keep age groups or sexes apart in every wave',
  )
  expect(results.breaks.map(({ level }) => level)).not.toContain('national_b')
})
