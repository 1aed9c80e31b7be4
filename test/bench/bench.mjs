/**
 * How fast ejz is and what memory it takes: the compiled program as its own process, beside R.
 *
 *   npm run bench                       one wave as CSV and .sav, four waves, help; R on one wave
 *   npm run bench -- --r-all            R on four waves as well (takes minutes and 14 GB)
 *   npm run bench -- --data FOLDER      keep the data there for the next time
 *   npm run bench -- --rows 45000       smaller data, to try the bench itself
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeCsv } from './data.mjs'
import { measure } from './measure.mjs'
import { hasR, R_GENERATOR, runR } from './r.mjs'
import { makeSav } from './sav.mjs'
import { studyFile } from './study-file.mjs'

const EJZ = fileURLToPath(new URL('../../bin/ejz.js', import.meta.url))
const YEARS = [2012, 2016, 2020, 2022]
const ITEM_ROWS = 450_000

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: String(ITEM_ROWS) },
    times: { type: 'string', default: '5' },
    data: { type: 'string' },
    'r-all': { type: 'boolean', default: false },
  },
})
const rows = Number(options.rows)
const times = Number(options.times)
const folder = options.data ?? mkdtempSync(join(tmpdir(), 'ejz-bench-'))
mkdirSync(folder, { recursive: true })
try {
  await bench()
} finally {
  if (options.data === undefined) rmSync(folder, { recursive: true })
}

async function bench() {
  say(`data: ${rows.toLocaleString('en')} rows × 25, made by ${hasR ? 'R' : 'the generator of the project'}`)
  const csv = []
  for (const [i, year] of YEARS.entries())
    csv.push(await makeCsv(folder, { rows, year, seed: i + 1 }, hasR ? R_GENERATOR : null))
  const sav = await makeSav(folder, csv[2], rows)
  const r = hasR ? runR(folder, 'one', [csv[2]], say) : null
  const rAll = hasR && options['r-all'] ? runR(folder, 'four', csv, say) : null
  const results = [
    line('one wave, CSV, no report', analyse('one', [[2020, csv[2]]], ['--no-report']), [1.5, 400], r),
    line('one wave, CSV, with report', analyse('one', [[2020, csv[2]]], []), [3, null], r),
    line('one wave, .sav, no report', analyse('sav', [[2020, sav]], ['--no-report']), [2.5, null], r),
    line(
      'four waves, CSV, no report',
      analyse(
        'four',
        YEARS.map((year, i) => [year, csv[i]]),
        ['--no-report'],
      ),
      [5, 700],
      rAll,
    ),
    line('ejz --help', measure(process.execPath, [EJZ, '--help'], { times }), [0.2, null], null),
  ]
  print(results, r)
}

/** The job that is compared: score, total, age × sex, standardised, municipalities, all with intervals. */
function analyse(name, waves, flags) {
  const study = join(folder, `${name}.yaml`)
  writeFileSync(study, studyFile(waves))
  const out = join(folder, `out-${name}`)
  say(`ejz analyse ${name} ${flags.join(' ')}`)
  const result = measure(process.execPath, [EJZ, 'analyse', study, '-o', out, '--quiet', ...flags], { times })
  if (!existsSync(join(out, 'results.json'))) throw new Error(`${out} holds no results`)
  rmSync(out, { recursive: true })
  return result
}

function line(name, { seconds, megabytes }, [maxSeconds, maxMegabytes], r) {
  const good =
    seconds <= maxSeconds && (maxMegabytes === null || megabytes === null || megabytes <= maxMegabytes)
  return {
    name,
    wall: `${seconds.toFixed(2)} s`,
    memory: megabytes === null ? '–' : `${Math.round(megabytes)} MB`,
    target: `≤ ${maxSeconds} s${maxMegabytes === null ? '' : `, ${maxMegabytes} MB`}`,
    met: rows < ITEM_ROWS ? '–' : good ? 'yes' : 'NO',
    faster: r === null ? '–' : `${(r.sameSteps / seconds).toFixed(0)}×`,
    whole: r === null ? '–' : `${(r.seconds / seconds).toFixed(0)}×`,
    smaller:
      r === null || megabytes === null || r.megabytes === null
        ? '–'
        : `${(r.megabytes / megabytes).toFixed(1)}×`,
  }
}

function print(results, r) {
  const head = {
    ...{ name: `median of ${times}`, wall: 'wall', memory: 'peak memory', target: 'target', met: 'met' },
    ...{ faster: 'R same steps', whole: 'R whole script', smaller: 'R memory' },
  }
  const keys = Object.keys(head)
  const row = entry => `| ${keys.map(key => entry[key]).join(' | ')} |`
  const table = [
    row(head),
    `|${keys.map((_, i) => (i === 0 ? '---|' : '---:|')).join('')}`,
    ...results.map(row),
  ]
  process.stdout.write(`${table.join('\n')}\n`)
  if (r !== null) {
    say(
      `R, one wave: same steps ${r.sameSteps.toFixed(1)} s, whole script ${r.seconds.toFixed(1)} s, ${Math.round(r.megabytes ?? 0)} MB`,
    )
  }
  say(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  )
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
