import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataPath } from '../../src/pipeline/reference-data.ts'
import { runProcess } from '../cli/run.ts'

let folders: string[]
beforeEach(() => {
  folders = ['ejz-a-', 'ejz-other-place-'].map(prefix => mkdtempSync(join(tmpdir(), prefix)))
})
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('the output of the program', () => {
  it('has the same bytes in another folder, time zone and language, with another number of threads', () => {
    const [first, second] = folders
    analyse(first, '1', { TZ: 'Pacific/Auckland', LANG: 'nl_NL.UTF-8' })
    analyse(second, '2', { TZ: 'America/New_York', LANG: 'C' })
    const files = filesBelow(first)
    expect(files).toEqual(filesBelow(second))
    expect(files).toEqual(expect.arrayContaining(['results.json', 'manifest.json', 'report.nl.html']))
    const differing = files.filter(
      file => !readFileSync(join(first, 'report', file)).equals(readFileSync(join(second, 'report', file))),
    )
    expect(differing).toEqual([])
  })
})

function analyse(folder: string, threads: string, env: Readonly<Record<string, string>>): void {
  cpSync(dataPath('demo'), folder, { recursive: true })
  const { code, stderr } = runProcess(['analyse', '--threads', threads], { cwd: folder, env })
  expect(stderr).not.toContain('error')
  expect(code).toBe(0)
}

function filesBelow(folder: string): string[] {
  const report = join(folder, 'report')
  return readdirSync(report, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(report.length + 1))
    .sort()
}
