import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BIN, CODES, newFolder, runProcess, surveyCsv } from './run.ts'

const BUILT = existsSync(join(import.meta.dirname, '../../dist/ejz/main.js'))

describe.skipIf(!BUILT)('the program as a process (needs npm run build)', () => {
  it('keeps results and messages apart', () => {
    const folder = newFolder({ 'x.csv': surveyCsv() })
    const scored = runProcess(['score', 'x.csv', '-o', 'scores.csv', ...CODES], { cwd: folder })
    expect(scored).toEqual({
      code: 0,
      stdout: '',
      stderr: '480 respondents, 480 with a valid total: scores.csv\n',
    })
    const looked = runProcess(['inspect', 'scores.csv', '--format', 'csv'], { cwd: folder })
    expect({ code: looked.code, stderr: looked.stderr }).toEqual({ code: 0, stderr: '' })
    expect(looked.stdout.split('\n')[0]).toBe(
      'name,label,type,format,valueLabels,missing,n,blank,declaredMissing,odd,measure,role,columns,alignment',
    )
  })

  it('ends with the exit code of the error', () => {
    expect(runProcess(['nonsense']).code).toBe(2)
    expect(runProcess(['inspect', 'nowhere.csv']).code).toBe(3)
  })

  it('obeys NO_COLOR before FORCE_COLOR', () => {
    expect(runProcess(['nonsense'], { env: { FORCE_COLOR: '1' } }).stderr).toContain('\u001b[31m')
    expect(runProcess(['nonsense'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stderr).not.toContain(
      '\u001b',
    )
    expect(runProcess(['nonsense', '--no-color'], { env: { FORCE_COLOR: '1' } }).stderr).not.toContain(
      '\u001b',
    )
  })

  it.skipIf(process.platform === 'win32')('does not mind a reader that goes away', () => {
    const command = `"${process.execPath}" "${BIN}" schema results | head -n 1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect(stdout).toBe('{\n0\n')
    expect(stderr).toBe('')
  })

  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves nothing half-written on %s', async (signal, expected) => {
    const temporary = newFolder()
    const folder = newFolder({ 'x.csv': longCsv() })
    mkdirSync(join(folder, 'out'))
    const child = spawn(process.execPath, [BIN, 'score', 'x.csv', '-o', 'out/scores.csv', ...CODES], {
      cwd: folder,
      env: { PATH: process.env.PATH, TMPDIR: temporary },
    })
    const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
    while (readdirSync(temporary).length === 0 && child.exitCode === null) await tick()
    child.kill(signal)
    expect(await ended).toBe(expected)
    expect(readdirSync(temporary)).toEqual([])
    expect(readdirSync(join(folder, 'out'))).toEqual([])
  })
})

/** Long enough to be interrupted half-way. */
function longCsv(): string {
  const [header, ...rows] = surveyCsv().split('\n')
  return [header, ...Array.from({ length: 600 }, () => rows).flat()].join('\n')
}

function tick(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 5))
}
