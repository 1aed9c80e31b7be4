import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFile } from '../../src/ingest/open.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { collect } from './collect.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('short texts that come back over and over', () => {
  test.each([1, 2, 6, 8, 9, 12, 16, 17])(
    'are each their own, also where they share a place (width %i)',
    async width => {
      const texts = Array.from({ length: 12_000 }, (_, i) =>
        ((i * 7919) % 5003).toString(36).padStart(5, 'x').slice(-width).padEnd(Math.min(width, 7), 'z'),
      )
      const values = texts.map((text, i) =>
        i % 11 === 0 ? '' : i % 17 === 0 && width > 2 ? `é${text.slice(2)}` : text,
      )
      for (const compression of ['none', 'byte', 'zsav'] as const) {
        const path = join(folder, `${width}.sav`)
        writeSav(path, {
          columns: [{ name: 't', type: 'text', width, values }],
          compression,
          created: '2026-01-05',
        })
        expect((await collect(await openDataFile(path))).t).toEqual(values)
      }
    },
  )

  test('what follows the field in its cell does not make it another text', async () => {
    const path = join(folder, 'tail.sav')
    const values = ['ab', 'ab', 'ab']
    writeSav(path, {
      columns: [{ name: 't', type: 'text', width: 2, values }],
      compression: 'none',
      created: '2026-01-05',
    })
    const bytes = readFileSync(path)
    bytes.write('QQQQQQ', bytes.length - 6)
    writeFileSync(path, bytes)
    expect((await collect(await openDataFile(path))).t).toEqual(values)
  })

  test('that are in another encoding are counted every time', async () => {
    const path = join(folder, 'foreign.sav')
    const values = ['xx', 'xx', 'ja', 'xx']
    writeSav(path, {
      columns: [{ name: 't', type: 'text', width: 2, values }],
      compression: 'none',
      created: '2026-01-05',
    })
    const bytes = readFileSync(path)
    for (let at = bytes.indexOf('xx'); at >= 0; at = bytes.indexOf('xx', at)) bytes.set([0xe9, 0xe9], at)
    writeFileSync(path, bytes)
    const file = await openDataFile(path)
    expect((await collect(file)).t).toEqual(['éé', 'éé', 'ja', 'éé'])
    const warnings = file.content.kind === 'columns' ? file.content.warnings?.() : []
    expect(warnings).toMatchObject([{ code: 'encoding_guessed', count: 3 }])
  })
})

test('a file that does not say how many cases it holds is warned of once it is read', async () => {
  const path = join(folder, 'uncounted.sav')
  const columns = [{ name: 'x', type: 'number' as const, values: [1, 2, 3] }]
  writeSav(path, { columns, compression: 'none', created: '2026-01-05' })
  const bytes = readFileSync(path)
  bytes.writeInt32LE(-1, 80)
  bytes.writeBigInt64LE(-1n, bytes.indexOf(Buffer.from([7, 0, 0, 0, 16, 0, 0, 0])) + 24)
  writeFileSync(path, bytes.subarray(0, -8))
  const file = await openDataFile(path)
  expect(file.rows).toBeNull()
  expect((await collect(file)).x).toEqual([1, 2])
  const warnings = file.content.kind === 'columns' ? file.content.warnings?.() : []
  expect(warnings).toMatchObject([{ code: 'length_unknown', count: 2, where: path }])
})
