import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { inspect } from '../../src/pipeline/inspect.ts'
import type { SurveyInspection } from '../../src/pipeline/inspect-survey.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function survey(...given: Parameters<typeof inspect>): Promise<SurveyInspection> {
  const found = await inspect(...given)
  if (found.kind !== 'survey') throw new Error(`not a survey: ${found.kind}`)
  return found
}

describe('inspect', () => {
  test('counts the values of a .sav and what is missing, by reason', async () => {
    const path = join(folder, 'a.sav')
    writeSav(path, {
      created: '2026-01-05',
      fileLabel: 'Synthetisch',
      columns: [
        {
          name: 'item',
          label: 'Ik mis gezelligheid',
          type: 'number',
          valueLabels: [{ value: 1, label: 'ja' }],
          missing: [
            { kind: 'range', from: 8, to: Infinity },
            { kind: 'value', value: -1 },
          ],
          values: [1, 2, 9, 8, -1, null, 99],
        },
        {
          name: 'gm',
          type: 'text',
          missing: [{ kind: 'value', value: 'XX' }],
          values: ['GM0014', '', 'XX', 'XX', 'a', 'b', 'c'],
        },
      ],
    })
    const inspection = await survey(path, { threads: 1 })
    expect(inspection).toMatchObject({
      path,
      format: 'sav',
      encoding: 'utf-8',
      rows: 7,
      notes: ['Synthetisch'],
    })
    expect(inspection.dialect).toBeNull()
    const [item, gm] = inspection.variables
    expect(item).toMatchObject({ label: 'Ik mis gezelligheid', n: 2, blank: 1, odd: null })
    expect(item.declared.map(({ n }) => n)).toEqual([3, 1])
    expect(gm).toMatchObject({ n: 4, blank: 1 })
    expect(gm.declared).toEqual([{ code: { kind: 'value', value: 'XX' }, n: 2 }])
  })

  test('names the texts in a column of numbers of a CSV', async () => {
    const path = join(folder, 'b.csv')
    writeFileSync(path, 'id;w;item\n1;1,5;3\n2;2,5;?\n3;;1\n')
    const inspection = await survey(path)
    expect(inspection.dialect).toEqual({ delimiter: ';', quote: '"', decimal: ',' })
    expect(inspection.variables.map(({ n, blank }) => [n, blank])).toEqual([
      [3, 0],
      [2, 1],
      [3, 0],
    ])
    expect(inspection.variables[2].odd).toEqual({ n: 1, first: '?', where: `${path}:3` })
  })

  test('takes a file with more columns than fit in one pass', async () => {
    const path = join(folder, 'wide.sav')
    const columns = Array.from({ length: 120 }, (_, i) => ({
      name: `v${i}`,
      type: 'number' as const,
      values: [i, null, i % 2 === 0 ? null : i],
    }))
    writeSav(path, { created: '2026-01-05', columns })
    const { variables } = await survey(path)
    expect(variables.map(({ n }) => n)).toEqual(columns.map((_, i) => (i % 2 === 0 ? 1 : 2)))
  })
})
