import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../../src/pipeline/analyse.ts'
import { writeOutput } from '../../src/pipeline/output.ts'
import { dataPath } from '../../src/pipeline/reference-data.ts'
import { readStudy } from '../../src/study/read.ts'

const COMMITTED = fileURLToPath(new URL('../../reports/demo/', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-demo-report-'))
  const analysis = await analyse(await readStudy(dataPath('demo/ejz.yaml')))
  await writeOutput(analysis, { out: join(folder, 'demo'), report: true, languages: ['nl', 'en'] })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the report of the demo study', () => {
  it('is the one that is committed, byte for byte (else: npm run demo:report, and look at the change)', () => {
    const fresh = filesBelow(join(folder, 'demo'))
    const differing = fresh.filter(
      file =>
        !existsSync(join(COMMITTED, file)) ||
        !readFileSync(join(COMMITTED, file)).equals(readFileSync(join(folder, 'demo', file))),
    )
    expect(differing).toEqual([])
    expect(filesBelow(COMMITTED)).toEqual(fresh)
  })

  it('never cites the invented table of CBS as if it were real', () => {
    const html = readFileSync(join(folder, 'demo', 'report.nl.html'), 'utf8')
    expect(html.includes('synthetisch / synthetic: StatLine 85766NED, 2019')).toBe(true)
    expect(/CBS, StatLine 85766NED, \d{4}/.test(html)).toBe(false)
  })

  it('names the study in every finding, but for the one the verdict rests on', () => {
    const html = readFileSync(join(folder, 'demo', 'report.nl.html'), 'utf8')
    const findings = [...html.matchAll(/class="finding">([^<]+)</g)].map(([, finding]) => finding)
    expect(findings.filter(finding => /^LASA: 23 procent/.test(finding)).length).toBe(2)
    expect(findings.filter(finding => /^CBS Sociale samenhang/.test(finding)).length).toBeGreaterThan(1)
    expect(findings.filter(finding => /^Nivel Participatiemonitor: /.test(finding)).length).toBeGreaterThan(1)
    expect(findings[0]).toMatch(/^56 procent/)
  })

  it('draws no shock that lies after the last wave', () => {
    const drawn = (source: string) => {
      const file =
        filesBelow(join(folder, 'demo')).find(name => name.endsWith(`trend-${source}.nl.svg`)) ?? ''
      return readFileSync(join(folder, 'demo', file), 'utf8')
    }
    expect(drawn('nivel').includes('COVID-19')).toBe(true)
    expect(drawn('lasa').includes('COVID-19')).toBe(false)
  })

  it('does not say that data are lacking which are there', () => {
    const html = readFileSync(join(folder, 'demo', 'report.nl.html'), 'utf8')
    expect(html.includes('Zulke gegevens zitten niet in deze analyse')).toBe(false)
    expect(html.includes('Die vergelijking zit niet in deze analyse')).toBe(false)
  })

  it.each(['report.nl.html', 'report.en.html'])('%s says on its first screen that it is synthetic', page => {
    const html = readFileSync(join(folder, 'demo', page), 'utf8')
    const body = html.slice(html.indexOf('<body'))
    expect(body.slice(0, 5000)).toMatch(/synthe/i)
  })
})

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(place.length)
        .replace(/^[\\/]/, ''),
    )
    .sort()
}
