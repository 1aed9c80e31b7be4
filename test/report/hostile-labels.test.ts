import { describe, expect, test } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import { figureFiles } from '../../src/report/figure-files.ts'
import { renderReport } from '../../src/report/page.ts'
import { resultTables } from '../../src/report/tables.ts'
import { resultsFixture } from './results-fixture.ts'

const TAG = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&</style>'
const FORMULA = '=HYPERLINK("http://evil.example","click")'

/** Every text that a data file or a study file can bring, made hostile. */
function hostile(): Results {
  const { waves, estimates, changes, breaks, verdict, ...results } = resultsFixture()
  const source = `bron${TAG}`
  const moved = <T extends { source: string }>(entries: readonly T[]): T[] =>
    entries.map(entry => ({ ...entry, source }))
  return {
    ...results,
    title: TAG,
    labels: { municipality: { GM0014: TAG, GM0034: FORMULA }, ['__proto__']: { a: TAG } },
    waves: moved(waves).map(wave => ({
      ...wave,
      mode: TAG,
      weight: TAG,
      stratum: TAG,
      files: wave.files.map(file => ({ ...file, name: TAG })),
    })),
    estimates: moved(estimates).map(entry =>
      entry.domain.municipality
        ? {
            ...entry,
            domain: { ...entry.domain, municipality: `${FORMULA}${TAG}${entry.domain.municipality}` },
          }
        : entry,
    ),
    changes: moved(changes),
    trends: moved(results.trends),
    decompositions: moved(results.decompositions),
    breaks: moved(breaks),
    scale: moved(results.scale),
    verdict: verdict && {
      ...verdict,
      primary: { ...verdict.primary, source },
      cells: moved(verdict.cells),
    },
    warnings: [
      { code: 'unknown_code', message: TAG, source, where: TAG, values: { label: TAG } },
      { code: 'unknown_code', message: FORMULA, source, where: FORMULA },
    ],
    provenance: {
      ...results.provenance,
      options: { ...results.provenance.options, [TAG]: TAG },
      report: { client: TAG, date: '2021-06-15', edition: TAG, contact: TAG, status: TAG, reference: TAG },
    },
  }
}

describe('labels that hold HTML or formulas', () => {
  test.each(['nl', 'en'] as const)('stay text in the page in %s', async language => {
    const page = await renderReport(hostile(), { language })
    expect(page.match(/<script|<img|onerror=alert\(2\)>/gi) ?? []).toEqual([])
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe(true)
    expect(page.match(/<html/g)).toHaveLength(1)
  })

  test('stay text in the tables', async () => {
    const tables = await resultTables(hostile())
    const { csv } = tables.find(({ name }) => name === 'warnings')!
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""click"")"`)
    for (const table of tables) expect(table.csv).not.toMatch(/(^|[,\n])"?[=@+]/)
  })

  test('stay text in the files of the figures', async () => {
    const files = await figureFiles(hostile(), 'nl')
    expect(files.length).toBeGreaterThan(6)
    for (const { path, content } of files) {
      if (path.endsWith('.svg')) expect(content).not.toMatch(/<script|<img/i)
      if (path.endsWith('.csv')) expect(content).not.toMatch(/(^|[,\n])"?[=@+]/)
      expect(path).toMatch(/^figures\/[\w.-]+$/)
    }
  })
})
