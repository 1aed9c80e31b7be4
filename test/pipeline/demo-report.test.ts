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
