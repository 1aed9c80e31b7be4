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
      'cbs',
      'ejz.yaml',
      'gm2012.sav',
      'gm2016.sav',
      'gm2020.sav',
      'lasa',
      'nivel',
      'study.schema.json',
    ])
    expect(study.file).toBe(join(place, 'ejz.yaml'))
    expect(study.output).toBe(join(place, 'report'))
    expect(results.synthetic).toBe(true)
    for (const [target, measure, wave, value] of FIGURES) {
      expect(prevalence(results, target, measure, wave)).toBeCloseTo(value, 2)
    }
    expect([...new Set(results.waves.map(({ source }) => source))]).toEqual(STUDIES)
    for (const { assessed, flags, expected } of lonelyBreaks(results)) {
      expect(assessed?.wave).toBe('2020')
      expect(expected).toBeGreaterThan(0.5)
      expect(flags).toContain('no_residual_df')
    }
  })

  it('shows the lonely people of 75 and older in every wave of all four studies, as they were made', async () => {
    const { results } = await demo(folder)
    const shown = results.estimates.filter(
      ({ measure, standard, domain, shown }) =>
        shown && measure === 'lonely' && standard === null && JSON.stringify(domain) === '{"target":"75+"}',
    )
    const values = new Map(shown.map(({ source, wave, value }) => [`${source} ${wave}`, value]))
    expect([...values.keys()]).toEqual(results.waves.map(({ source, wave }) => `${source} ${wave}`))
    for (const [wave, aim] of Object.entries(LASA_AND_CBS)) expect(values.get(wave)).toBeCloseTo(aim, 2)
    expect(results.register.filter(({ wave }) => wave === '2028').length).toBe(1)
  })

  it('refreshes an earlier demo but leaves a study file that was changed', async () => {
    await demo(folder)
    const study = join(folder, 'ejz.yaml')
    const changed = readFileSync(study, 'utf8').replace(/^title: .*$/m, 'title: Mijn titel')
    writeFileSync(study, changed)
    rmSync(join(folder, 'gm2012.sav'))
    rmSync(join(folder, 'lasa', 'LASAZ008.SAV'))
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

const STUDIES = ['gezondheidsmonitor', 'lasa', 'cbs', 'nivel']

/** CBS: somewhat and strongly together; Nivel is weighted, so that it need not be what was aimed at. */
const LASA_AND_CBS = {
  'lasa F': 0.27,
  'lasa J': 0.23,
  'cbs 2019': 0.418,
  'cbs 2021': 0.444,
  'cbs 2024': 0.426,
}

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
  const breaks = results.breaks.filter(
    ({ source, measure }) => source === 'gezondheidsmonitor' && measure === 'lonely',
  )
  expect(breaks.length).toBeGreaterThan(1)
  return breaks
}
