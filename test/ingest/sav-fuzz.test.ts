import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bombs, oddities } from './sav-bombs.ts'

/** The compiled program, as child processes have no TypeScript. */
const DIST = process.env.EJZ_DIST ?? join(import.meta.dirname, '../../dist')
const FIXTURES = join(import.meta.dirname, '../fixtures/sav-matrix')
const BUILT = existsSync(join(DIST, 'ingest/sav.js'))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Outcome {
  readonly rows: number | null
  readonly fault: string | null
  readonly where: string | null
  readonly message: string | null
  readonly seconds: number
  readonly megabytes: number
}

function child<T>(megabytes: number, script: string, ...args: readonly string[]): T {
  const path = join(import.meta.dirname, script)
  const run = spawnSync(process.execPath, [`--max-old-space-size=${megabytes}`, path, DIST, ...args], {
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 1 << 26,
  })
  if (run.status !== 0) throw new Error(`${script} ${args}: ${run.signal ?? run.status} ${run.stderr}`)
  return JSON.parse(run.stdout)
}

function read(bytes: Buffer): Outcome & { path: string } {
  const path = join(folder, 'hostile.sav')
  writeFileSync(path, bytes)
  return { path, ...child<Outcome>(128, 'sav-read-child.mjs', path) }
}

describe.skipIf(!BUILT)('a .sav made to hang or fill the machine (needs npm run build)', () => {
  test.each(bombs())('%s: refused within a second and 250 MB', (_, bytes, says) => {
    const { path, rows, fault, where, message, seconds, megabytes } = read(bytes())
    expect([rows, fault, where]).toEqual([null, 'data', path])
    expect(message).toMatch(says)
    expect(seconds).toBeLessThan(1)
    expect(megabytes).toBeLessThan(250)
  })

  test.each(oddities())('%s: read', (_, bytes) => {
    const { rows, seconds, megabytes } = read(bytes())
    expect(rows).toBe(8)
    expect(seconds).toBeLessThan(1)
    expect(megabytes).toBeLessThan(250)
  })
})

interface Report {
  readonly files: number
  readonly read: number
  readonly refused: number
  readonly failures: readonly string[]
  readonly slowest: number
  readonly megabytes: number
}

describe.skipIf(!BUILT)('a .sav that was damaged (needs npm run build)', () => {
  /** All of it, in some minutes: EJZ_FUZZ=75, or another seed. */
  const every = process.env.EJZ_FUZZ === undefined ? '25' : '1'

  test('cut off anywhere, or changed at random: refused with a place, or read with all its rows', () => {
    const seed = process.env.EJZ_FUZZ ?? '75'
    const report = child<Report>(96, 'sav-fuzz-child.mjs', FIXTURES, folder, seed, every)
    expect(report.failures).toEqual([])
    expect(report.files).toBeGreaterThan(4000)
    expect(report.refused).toBeGreaterThan(report.files / 2)
    expect(report.slowest).toBeLessThan(1)
    expect(report.megabytes).toBeLessThan(250)
  }, 600_000)
})
