/** Runs a program several times and reports its median wall time and its largest resident memory. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TIME = '/usr/bin/time'
export const canSeeMemory = existsSync(TIME)

/** @returns {{ seconds: number, megabytes: number | null, stdout: string }} */
export function measure(command, args, { times = 5, cwd } = {}) {
  const runs = Array.from({ length: times }, () => once(command, args, cwd))
  const seconds = runs.map(run => run.seconds).sort((a, b) => a - b)
  const megabytes = runs.map(run => run.megabytes)
  return {
    seconds: seconds[Math.floor(seconds.length / 2)],
    megabytes: megabytes.includes(null) ? null : Math.max(...megabytes),
    stdout: runs.at(-1).stdout,
  }
}

function once(command, args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'ejz-time-'))
  const report = join(folder, 'rss')
  const whole = canSeeMemory ? [TIME, '-f', '%M', '-o', report, command, ...args] : [command, ...args]
  const began = process.hrtime.bigint()
  const run = spawnSync(whole[0], whole.slice(1), { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${run.status}):\n${run.stderr}`)
  const megabytes = canSeeMemory
    ? Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) / 1024
    : null
  rmSync(folder, { recursive: true })
  return { seconds, megabytes, stdout: run.stdout }
}
