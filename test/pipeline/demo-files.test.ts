import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DataFile } from '../../src/core/data-file.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import { writeDemoFiles } from '../../src/pipeline/demo-files.ts'
import { dataPath } from '../../src/pipeline/reference-data.ts'

const WAVES = ['gm2012.sav', 'gm2016.sav', 'gm2020.sav']
let folder: string
let written: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-demo-data-'))
  written = await writeDemoFiles(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the demo data', () => {
  it('come out of the generator with the bytes that are committed', () => {
    expect(written).toEqual(expect.arrayContaining([...WAVES, 'README.md', 'study.schema.json']))
    for (const file of written) {
      const fresh = readFileSync(join(folder, file))
      expect(fresh.equals(readFileSync(dataPath(`demo/${file}`))), `${file}: npm run demo:data`).toBe(true)
    }
  })

  it('are small enough to be committed', () => {
    const bytes = written.map(file => statSync(dataPath(`demo/${file}`)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1.75 * 2 ** 20)
  })

  it.each(WAVES)('%s says in its label and its documents that it is synthetic', async file => {
    const { notes, rows } = await open(file)
    expect(notes.filter(note => /SYNTHETI/.test(note)).length).toBeGreaterThanOrEqual(2)
    expect(rows).toBe(8000)
  })

  it.each([
    ['gm2012.sav', 'weegfactor3', 'AGGSA202'],
    ['gm2016.sav', 'ewGGD', 'geslacht'],
    ['gm2020.sav', 'ewGGDkern', 'AGGSA202'],
  ])('%s has the variables of its year, with labels and missing codes', async (file, weight, sex) => {
    const { variables } = await open(file)
    const names = variables.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([weight, sex, 'LFT0109', 'Gemeentecode', 'PrimaireEenheid']))
    const item = variables.find(({ name }) => name === 'GGEEB205')
    expect(item?.valueLabels.map(({ label }) => label)).toEqual(['ja', 'min of meer', 'nee', 'onbekend'])
    expect(item?.missing).toEqual([{ kind: 'value', value: 9 }])
  })
})

function open(file: string): Promise<DataFile> {
  return openDataFile(dataPath(`demo/${file}`), {})
}
