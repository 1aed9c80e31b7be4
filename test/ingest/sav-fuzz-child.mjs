/**
 * Reads many damaged .sav files one after another and reports on them, as a process of its own whose memory is limited.
 *
 *   node --max-old-space-size=96 sav-fuzz-child.mjs DIST FIXTURES SCRATCH SEED EVERY
 *
 * Every file is cut off at every place, has every whole number of its dictionary replaced by extremes, and has random
 * bytes changed, records repeated and pieces exchanged; EVERY 25 does a 25th of all that. Prints JSON.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { peakMegabytes } from './peak-memory.mjs'

const [dist, fixtures, scratch, seed, every] = process.argv.slice(2)
const { openSav } = await import(pathToFileURL(resolve(dist, 'ingest/sav.js')).href)
const { EjzError } = await import(pathToFileURL(resolve(dist, 'core/error.js')).href)

const NAMES =
  /^(pspp-everything|haven-missing|haven-numbers|big-endian-everything|encoding-windows-1252|haven-labels|haven-long_missing|codes-|unknown-|bias-20)/
const EXTREMES = [-1, 0, 1, 2, 255, 65_536, 2 ** 24, 2 ** 31 - 1, -(2 ** 31)]
const target = join(scratch, 'fuzz.sav')
const report = { files: 0, read: 0, refused: 0, codes: {}, failures: [], slowest: 0, slowestOf: '' }
const step = Number(every)
let random = Number(seed)
let turn = 0

for (const name of readdirSync(fixtures).filter(file => file.endsWith('.sav') && NAMES.test(file))) {
  const whole = readFileSync(join(fixtures, name))
  const full = attempt(whole, name)
  if (full.rows === undefined) report.failures.push(`${name}: is refused itself`)
  const dictionaryEnd = endOfDictionary(whole)
  cut(name, whole, dictionaryEnd)
  extremes(name, whole, dictionaryEnd)
  for (let i = 0; i < 400 / step; i++) attempt(changed(whole, dictionaryEnd), `${name}, change ${i}`)
}
process.stdout.write(JSON.stringify({ ...report, megabytes: peakMegabytes() }))

/** A file that is cut off must be refused, unless it says itself that nobody counted its cases. */
function cut(name, whole, dictionaryEnd) {
  const uncounted = /unknown/.test(name)
  const stride = whole.length > 8000 ? step * 7 : step
  for (let length = 4 + (turn++ % stride); length < whole.length; length += stride) {
    const { rows, warnings } = attempt(whole.subarray(0, length), `${name}, cut at ${length}`)
    if (rows === undefined) continue
    const said = warnings.some(({ code }) => code === 'length_unknown')
    const mayPass = uncounted && length >= dictionaryEnd && said
    const endedItself = /ended/.test(name) && !said
    if (!mayPass && !endedItself) report.failures.push(`${name}: cut at ${length} gives ${rows} rows`)
  }
}

function extremes(name, whole, dictionaryEnd) {
  const bigEndian = whole.readInt32LE(64) > 255
  for (let at = 64 + (turn % step); at < dictionaryEnd; at += step) {
    const bytes = Buffer.from(whole)
    const value = EXTREMES[at % EXTREMES.length]
    if (bigEndian) bytes.writeInt32BE(value, at)
    else bytes.writeInt32LE(value, at)
    attempt(bytes, `${name}, ${value} at ${at}`)
  }
}

/** What is read has as many rows as the file says. */
function attempt(bytes, what) {
  writeFileSync(target, bytes)
  const started = process.cpuUsage()
  const result = {}
  report.files++
  try {
    const file = openSav(target, null)
    let rows = 0
    for (const chunk of file.content.chunks(file.variables.map(({ name }) => name))) rows += chunk.rows
    Object.assign(result, { rows, warnings: file.content.warnings() })
    if (file.rows !== null && file.rows !== rows)
      report.failures.push(`${what}: ${rows} rows of ${file.rows}`)
    report.read++
  } catch (error) {
    const located = error instanceof EjzError && error.fault === 'data' && error.problems[0].where === target
    if (!located) report.failures.push(`${what}: ${error?.stack ?? error}`)
    report.refused++
    report.codes[error.code] = (report.codes[error.code] ?? 0) + 1
  }
  const { user, system } = process.cpuUsage(started)
  const seconds = (user + system) / 1e6
  if (seconds > report.slowest) Object.assign(report, { slowest: seconds, slowestOf: what })
  return result
}

function changed(whole, dictionaryEnd) {
  const bytes = Buffer.from(whole)
  const place = below(4) === 0 ? below(bytes.length) : 64 + below(dictionaryEnd - 64)
  const kind = below(4)
  if (kind === 0) {
    for (let i = 0; i < 1 + below(6); i++) bytes[4 + below(bytes.length - 4)] = below(256)
    return bytes
  }
  if (kind === 1) {
    bytes[place] ^= 1 << below(8)
    return bytes
  }
  const from = 64 + below(bytes.length - 64)
  const length = below(200)
  const piece = whole.subarray(from, from + length)
  return kind === 2
    ? Buffer.concat([whole.subarray(0, place), piece, whole.subarray(place)])
    : Buffer.concat([whole.subarray(0, place), whole.subarray(place + length)])
}

function endOfDictionary(whole) {
  const little = whole.lastIndexOf(Buffer.from([0xe7, 3, 0, 0, 0, 0, 0, 0]))
  const big = whole.lastIndexOf(Buffer.from([0, 0, 3, 0xe7, 0, 0, 0, 0]))
  return Math.max(little, big) + 8
}

/** mulberry32 */
function below(limit) {
  random = (random + 0x6d2b79f5) | 0
  let t = Math.imul(random ^ (random >>> 15), 1 | random)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit)
}
