import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareFolder, writeFolder } from '../../src/pipeline/output-folder.ts'

let base = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ejz-output-'))
})
afterEach(() => rm(base, { recursive: true }))

const manifest = (...paths: string[]) => JSON.stringify({ outputs: paths.map(path => ({ path })) })
const first = new Map([
  ['results.json', '{"a": 1}\n'],
  ['tables/x.csv', 'a\n1\n'],
  ['manifest.json', manifest('results.json', 'tables/x.csv')],
])

test('writes the folder, and nothing stays beside it', async () => {
  await writeFolder(join(base, 'out'), first)
  expect(await readdir(base)).toEqual(['out'])
  expect(await readFile(join(base, 'out', 'tables', 'x.csv'), 'utf8')).toBe('a\n1\n')
})

test('a second run replaces its own files and keeps those of others', async () => {
  const out = join(base, 'out')
  await writeFolder(out, first)
  await writeFile(join(out, 'notes.txt'), 'mine')
  await writeFolder(
    out,
    new Map([
      ['results.json', '{}'],
      ['manifest.json', manifest('results.json')],
    ]),
  )
  expect(existsSync(join(out, 'tables', 'x.csv'))).toBe(false)
  expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('mine')
})

test('refuses a folder that ejz did not make', async () => {
  await writeFile(join(base, 'thesis.docx'), '')
  await expect(writeFolder(base, first)).rejects.toMatchObject({ code: 'output-not-ours', fault: 'usage' })
  expect(await readdir(base)).toEqual(['thesis.docx'])
})

test('a comparison names the file, the line, and what it was and is', async () => {
  const out = join(base, 'out')
  await writeFolder(out, first)
  expect(await compareFolder(out, first)).toEqual([])
  const changed = new Map([...first, ['results.json', '{"a": 2}\n'], ['new.txt', '']] as const)
  changed.delete('tables/x.csv')
  const messages = (await compareFolder(out, changed)).map(problem => problem.message)
  expect(messages).toEqual([
    'results.json differs at line 1: was {"a": 1}, is now {"a": 2}',
    'new.txt is missing',
    'tables/x.csv is no longer made',
  ])
})
