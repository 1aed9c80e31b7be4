/** The charts as they were last looked at. EJZ_WRITE_GOLDEN=1 writes them anew, never in CI. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figures } from '../../../src/report/charts/figures.ts'
import { chartFixture } from './fixtures.ts'

const FOLDER = new URL('../../golden/charts/', import.meta.url)
const write = process.env.EJZ_WRITE_GOLDEN === '1' && process.env.CI === undefined

describe.each(figures(chartFixture(), 'nl'))('the figure $id', figure => {
  it('is the one in test/golden/charts', () => {
    const { spec, narrow, title, subtitle, alt, notes, sources, table } = figure
    const now = JSON.parse(
      JSON.stringify({ title, subtitle, alt, notes, sources, table, spec, narrow }, rounded),
    )
    const file = new URL(`${figure.id}.json`, FOLDER)
    if (write) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(file, `${JSON.stringify(now).replaceAll('{"data":', '\n{"data":')}\n`)
    }
    expect(existsSync(file), 'write it with EJZ_WRITE_GOLDEN=1 and look at it').toBe(true)
    expect(now).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })
})

/** Six significant digits. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
