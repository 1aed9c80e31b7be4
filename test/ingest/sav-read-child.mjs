/**
 * Reads one .sav as a process of its own, whose memory is limited, and prints what came of it:
 * node --max-old-space-size=128 sav-read-child.mjs DIST FILE
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { peakMegabytes } from './peak-memory.mjs'

const [dist, path] = process.argv.slice(2)
const { openSav } = await import(pathToFileURL(resolve(dist, 'ingest/sav.js')).href)
const before = process.cpuUsage()
const result = { rows: null, code: null, fault: null, where: null, message: null }
try {
  const file = openSav(path, null)
  result.rows = 0
  for (const chunk of file.content.chunks(file.variables.map(({ name }) => name))) result.rows += chunk.rows
} catch (error) {
  const { code, fault, message, problems } = error
  Object.assign(result, { rows: null, code, fault, message, where: problems?.[0].where ?? null })
}
const { user, system } = process.cpuUsage(before)
process.stdout.write(
  JSON.stringify({ ...result, seconds: (user + system) / 1e6, megabytes: peakMegabytes() }),
)
