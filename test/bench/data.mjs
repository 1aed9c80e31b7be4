/**
 * Benchmark data: invented Gezondheidsmonitor-like extracts of 25 columns, as CSV and as SPSS file.
 *
 * Made by the R generator beside the reference values where R and data.table are
 * there, so that R and ejz read the same file; else by the generator below, which
 * draws from the same distributions.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { seededRandom } from '../../dist/core/random.js'

const MUNICIPALITIES = 342
const ITEMS = 11
const POSITIVE = [1, 4, 7, 8, 11]
export const HEADER = [
  ...['id', 'year', 'gm', 'stratum', 'weight', 'age', 'sex'],
  ...Array.from({ length: ITEMS }, (_, i) => `dj${i + 1}`),
  ...['educ', 'marital', 'household', 'income', 'urban', 'origin', 'region'],
]

/** Returns the path of the CSV and what made it. */
export async function makeCsv(folder, { rows, year, seed }, generator) {
  const path = join(folder, `gm${year}-${rows}.csv`)
  if (existsSync(path)) return path
  if (generator !== null) {
    const run = spawnSync('Rscript', [generator, path, String(rows), String(year), String(seed)], {
      encoding: 'utf8',
    })
    if (run.status === 0) return path
    throw new Error(`the R generator failed: ${run.stderr}`)
  }
  await writeCsv(path, rows, year, seed)
  return path
}

async function writeCsv(path, rows, year, seed) {
  const out = createWriteStream(path)
  out.write(`${HEADER.join(',')}\n`)
  const random = seededRandom(seed)
  const places = municipalities(random)
  const where = Float64Array.from({ length: rows }, () => random.uniform()).sort()
  let block = []
  for (let i = 0; i < rows; i++) {
    block.push(record(random, placeAt(places, where[i]), i, year))
    if (block.length < 10_000 && i < rows - 1) continue
    if (!out.write(`${block.join('\n')}\n`)) await once(out, 'drain')
    block = []
  }
  out.end()
  await once(out, 'finish')
}

function municipalities(random) {
  const sizes = Array.from({ length: MUNICIPALITIES }, () => Math.exp(0.5 * random.normal()))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let end = 0
  return sizes.map((size, i) => {
    end += size / total
    return {
      code: `GM${String(3 + i * 5).padStart(4, '0')}`,
      region: `GGD${1 + (i % 25)}`,
      effect: 0.3 * random.normal(),
      end,
    }
  })
}

function placeAt(places, at) {
  return places.find(({ end }) => at < end) ?? places.at(-1)
}

function record(random, place, i, year) {
  const age = Math.min(104, 18 + Math.floor(85 * humped(random)))
  const old = age >= 65
  const weight = Math.exp(Math.log(25) + 0.6 * random.normal()) * (old ? 0.6 : 1.6)
  const theta = -0.9 + 0.008 * (age - 50) + 0.25 * place.effect + 1.1 * random.normal()
  const items = Array.from({ length: ITEMS }, (_, k) => answer(random, theta, k + 1))
  const chance = [random.below(4) + 1, random.below(4) + 1, HOUSEHOLDS[random.below(5)], random.below(5) + 1]
  return [
    ...[
      i + 1 + (year % 100) * 1_000_000,
      year,
      place.code,
      `${place.code}-${old ? 2 : 1}`,
      weight.toFixed(6),
      age,
    ],
    ...[
      random.uniform() < 0.47 ? 1 : 2,
      ...items,
      ...chance,
      random.below(5) + 1,
      random.below(3) + 1,
      place.region,
    ],
  ].join(',')
}

const HOUSEHOLDS = ['alleen', 'paar', 'paar met kinderen', 'eenouder', 'overig']

/** Beta(1.6, 1.7) by rejection; the top of its density is at 0.6 / 1.3. */
function humped(random) {
  const density = x => x ** 0.6 * (1 - x) ** 0.7
  const top = density(0.6 / 1.3)
  for (;;) {
    const x = random.uniform()
    if (random.uniform() * top < density(x)) return x
  }
}

function answer(random, theta, item) {
  if (random.uniform() < 0.025) return 9
  const lonely = 1 / (1 + Math.exp(-1.4 * (theta - (-0.6 + (1.7 * (item - 1)) / 10))))
  const at = random.uniform()
  const code = at < lonely * 0.55 ? 1 : at < lonely ? 2 : 3
  return POSITIVE.includes(item) ? 4 - code : code
}

/** The columns of a CSV without quotes: numbers as Float64Array, texts as arrays. */
export async function readColumns(path, rows, texts) {
  const columns = HEADER.map(name => (texts.includes(name) ? [] : new Float64Array(rows)))
  let row = -1
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (row >= 0) {
      for (const [k, cell] of line.split(',').entries()) {
        if (Array.isArray(columns[k])) columns[k].push(cell)
        else columns[k][row] = Number(cell)
      }
    }
    row++
  }
  return columns
}
