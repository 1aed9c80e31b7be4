/** The most memory this process held; where the system does not tell (not Linux) what it holds now. */
import { existsSync, readFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

/** Not resourceUsage().maxRSS: on Linux that includes what the parent held when it started this process. */
export function peakMegabytes() {
  const told = existsSync(STATUS) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(STATUS, 'utf8')) : null
  return told === null ? process.memoryUsage.rss() / 2 ** 20 : Number(told[1]) / 1024
}
