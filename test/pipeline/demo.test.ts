import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import { demo } from '../../src/pipeline/demo.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-demo-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the demo', () => {
  it('copies the study into a new folder, analyses it there and reaches its figures', async () => {
    const place = join(folder, 'deep', 'ejz-demo')
    const { study, results } = await demo(place)
    expect(readdirSync(place).sort()).toEqual([
      'README.md',
      'ejz.yaml',
      'gm2012.sav',
      'gm2016.sav',
      'gm2020.sav',
      'study.schema.json',
    ])
    expect(study.file).toBe(join(place, 'ejz.yaml'))
    expect(study.output).toBe(join(place, 'report'))
    expect(results.synthetic).toBe(true)
    for (const [target, measure, wave, value] of FIGURES) {
      expect(prevalence(results, target, measure, wave)).toBeCloseTo(value, 2)
    }
    for (const { assessed, flags, expected } of lonelyBreaks(results)) {
      expect(assessed?.wave).toBe('2020')
      expect(expected).toBeGreaterThan(0.5)
      expect(flags).toContain('no_residual_df')
    }
  })

  it('refreshes an earlier demo but leaves a study file that was changed', async () => {
    await demo(folder)
    const study = join(folder, 'ejz.yaml')
    const changed = readFileSync(study, 'utf8').replace(/^title: .*$/m, 'title: Mijn titel')
    writeFileSync(study, changed)
    rmSync(join(folder, 'gm2012.sav'))
    const { results } = await demo(folder)
    expect(results.title).toBe('Mijn titel')
  })

  it('refuses a folder with other files and touches nothing in it', async () => {
    writeFileSync(join(folder, 'ejz.yaml'), 'title: mijn studie\n')
    await expect(demo(folder)).rejects.toMatchObject({ code: 'folder-not-empty', fault: 'usage' })
    expect(readdirSync(folder)).toEqual(['ejz.yaml'])
  })

  it('refuses a place that is no folder', async () => {
    mkdirSync(join(folder, 'a'))
    writeFileSync(join(folder, 'a', 'file'), '')
    await expect(demo(join(folder, 'a', 'file'))).rejects.toMatchObject({ code: 'folder-unusable' })
  })
})

const FIGURES = [
  ['75+', 'lonely', '2016', 0.55],
  ['75+', 'lonely', '2020', 0.56],
  ['75+', 'severe', '2020', 0.12],
  ['all', 'lonely', '2012', 0.39],
  ['all', 'severe', '2020', 0.11],
] as const

function prevalence(results: Results, target: string, measure: string, wave: string): number | null {
  const crude = results.estimates.filter(
    entry => entry.measure === measure && entry.wave === wave && entry.standard === null,
  )
  const isTotal = (entry: (typeof crude)[number]) =>
    entry.domain.target === target && Object.keys(entry.domain).length === 1
  return crude.find(isTotal)?.value ?? null
}

function lonelyBreaks(results: Results): Results['breaks'] {
  const breaks = results.breaks.filter(entry => entry.measure === 'lonely')
  expect(breaks.length).toBeGreaterThan(1)
  return breaks
}
