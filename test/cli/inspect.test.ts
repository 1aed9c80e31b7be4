import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { cellCount, formsOf, LONELINESS, zipped } from '../ingest/statline/invented-table.ts'
import { newFolder, run } from './run.ts'

const VALUES = Array.from({ length: cellCount(LONELINESS) }, (_, i) => (i % 9 === 8 ? null : i / 10))
const V4 = formsOf({ ...LONELINESS, values: VALUES }).find(({ name }) => name === 'v4 CSV folder')!.files

async function inspected(files: Readonly<Record<string, string | Uint8Array>>, ...argv: readonly string[]) {
  const cwd = newFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
  return run(['inspect', ...argv], { cwd })
}

describe('ejz inspect', () => {
  it('shows what a table of StatLine holds', async () => {
    const { code, stdout, stderr } = await inspected({ '85766NED.zip': zipped(V4) }, '85766NED.zip')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('85766NED: Eenzaamheid; persoonskenmerken (verzonnen) (OData v4, CSV)\n')
    expect(stdout).toContain('162 observations, 18 missing (Impossible 18×), with intervals of 95 %\n')
    expect(stdout).toContain('periods 2021 to 2022*, provisional: 2022*\n')
    expect(stdout).toMatch(/^topic +M001001 +SocialeEenzaamheid +Sociale eenzaamheid +% +1 /m)
    expect(stdout).toMatch(/^margin +Marges +Marges +3 +Waarde … Bovengrens 95%-interval/m)
  })

  it('gives programs the same', async () => {
    const { stdout } = await inspected({ 'a.zip': zipped(V4) }, 'a.zip', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'statline',
      id: '85766NED',
      observations: 162,
      missing: 18,
      level: 0.95,
    })
    const rows = await inspected({ 'a.zip': zipped(V4) }, 'a.zip', '--format', 'csv')
    expect(rows.stdout.split('\n')[0]).toBe('what,key,stem,title,unit,decimals,categories,examples,n,missing')
  })

  it('shows of an SPSS file what its variable view shows', async () => {
    const cwd = newFolder()
    const item = {
      name: 'item1',
      label: 'Ik ervaar een leegte',
      type: 'number' as const,
      valueLabels: [{ value: 1, label: 'ja' }],
      missing: [{ kind: 'value' as const, value: 9 }],
      measure: 'ordinal' as const,
      values: [1, 2, 9, null],
    }
    writeSav(join(cwd, 'a.sav'), { created: '2026-01-05', columns: [item] })
    const { stdout } = await run(['inspect', 'a.sav'], { cwd, columns: 200 })
    expect(stdout).toMatch(/^item1 +Ik ervaar een leegte +F8\.2 +1 = ja +2 +1 +9 \(1×\) +ordinal$/m)
  })

  it('shows a map for what it is', async () => {
    const map = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { code: 'GM0014' }, geometry: null }],
    }
    const { code, stdout } = await inspected({ 'map.json': JSON.stringify(map) }, 'map.json')
    expect(code).toBe(0)
    expect(stdout).toContain('GeoJSON: 1 features (1 none). Geography, no survey data.')
  })

  it('lists the files of a LASA folder with their waves and topics', async () => {
    const cwd = newFolder()
    mkdirSync(join(cwd, 'lasa'))
    for (const name of ['LASAH073.sav', 'las2b073.SAV', 'LASAZ004.sav', 'other.sav']) {
      writeSav(join(cwd, 'lasa', name), {
        created: '2026-01-05',
        columns: [{ name: 'respnr', type: 'number', values: [1, 2, 3] }],
      })
    }
    const { code, stdout } = await run(['inspect', 'lasa'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toContain('a folder of 4 .sav files, 3 of them of LASA')
    expect(stdout).toMatch(/^las2b073\.SAV +2B +items +3 +1$/m)
    expect(stdout).toMatch(/^LASAZ004\.sav +Z +person +3 +1$/m)
  })

  it('refuses what it does not know, with the way out', async () => {
    const json = await inspected({ 'a.json': '{"a":1}' }, 'a.json')
    expect([json.code, json.stderr]).toEqual([
      3,
      expect.stringContaining('neither GeoJSON nor an answer of StatLine'),
    ])
    const part = await inspected({ 'GeslachtCodes.csv': V4['KenmerkenCodes.csv'] }, 'GeslachtCodes.csv')
    expect([part.code, part.stderr]).toEqual([3, expect.stringContaining('name the file with the figures')])
    const folder = await inspected({ 'a.txt': 'x' }, '.')
    expect([folder.code, folder.stderr]).toEqual([
      3,
      expect.stringContaining('neither a download of StatLine nor .sav files'),
    ])
  })
})
