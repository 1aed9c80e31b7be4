/**
 * Published figures from a CSV: one row for each, with the columns of `figures`
 * in a study file.
 *
 * Columns: measure; target, age, sex and what is named under `by`; value (0-1)
 * or percent, with low and high in the same unit; n, deff, unit; cite. With a
 * column `wave`, the rows of other waves are passed over. What a value was
 * rounded to is read from its decimals, also where the last is a zero.
 */
import { basename } from 'node:path'
import { bandLabel } from '../core/domain.ts'
import { EjzError, type Problem } from '../core/error.ts'
import type { PublishedFigure, Study, WaveSpec } from '../core/study.ts'
import { didYouMean } from '../core/suggest.ts'
import { readSmallTable, type SmallRow } from '../ingest/small-table.ts'
import { figureFindings } from '../study/figure-checks.ts'
import { MEASURES } from '../study/wave-schema.ts'

const ABOUT = ['wave', 'target', 'age', 'sex']
const NUMBERS = ['value', 'percent', 'low', 'high', 'n', 'deff', 'unit']

export function readFiguresFile(path: string, spec: WaveSpec, study: Study): PublishedFigure[] {
  const groups = study.by.flat().filter(name => !ABOUT.includes(name))
  const optional = [...ABOUT, ...groups, ...NUMBERS]
  const rows = readSmallTable(path, {
    numbers: [],
    texts: ['measure', 'cite', ...optional],
    optional,
    closed: true,
  })
  const own = rows.filter(({ texts }) => texts.wave === undefined || texts.wave === spec.wave)
  if (own.length === 0) throw noRows(path, spec, rows)
  const problems: Problem[] = []
  const figures = own.map(row => figureOf(row, { path, spec, study, groups, problems }))
  if (problems.length > 0) throw EjzError.of(problems, 'data')
  return figures
}

interface Reading {
  readonly path: string
  readonly spec: WaveSpec
  readonly study: Study
  readonly groups: readonly string[]
  readonly problems: Problem[]
}

function figureOf(row: SmallRow, reading: Reading): PublishedFigure {
  const { texts } = row
  const where = `${basename(reading.path)}:${row.line}`
  const report = (message: string, hint: string, code = 'figure-unreadable') =>
    reading.problems.push({ code, message, hint, where })
  const number = (name: string) => numberOf(texts[name] ?? '', name, report)
  const share = (name: string) => inUnit(number(name), texts.percent)
  const measure = MEASURES.find(name => name === texts.measure)
  if (measure === undefined)
    report(`there is no measure \`${texts.measure}\``, didYouMean(texts.measure, MEASURES))
  if (texts.cite === '') report('`cite` is empty', 'say where the figure was published')
  const written = texts.percent ?? texts.value ?? ''
  if (written === '') report('the figure has no value', 'write it under `value` (0.56) or `percent` (56)')
  const domain = domainOf(texts, reading)
  const numbers = { low: share('low'), high: share('high'), n: number('n'), deff: number('deff') }
  const value = share(texts.percent === undefined ? 'value' : 'percent') ?? 0
  const placed = { ...numbers, measure, domain, value, scale: reading.spec.scale, path: [] }
  const has = (key: string) => (texts[key] ?? '') !== ''
  const context = { target: reading.study.target.age, groups: reading.groups }
  for (const { message, hint, code } of figureFindings({ ...placed, has }, context))
    report(message, hint, code)
  return {
    measure: texts.measure,
    domain,
    value,
    ...Object.fromEntries(Object.entries(numbers).filter(([, known]) => known !== undefined)),
    unit: number('unit') ?? unitOf(written, texts.percent !== undefined, measure === 'score'),
    cite: texts.cite,
  }
}

/** Without a target the figure is about all of its age. */
function domainOf(texts: Readonly<Record<string, string>>, { study, groups }: Reading) {
  const [first, last] = study.target.age
  const label = bandLabel(first, last === null ? null : last + 1)
  const isTarget = texts.age === label
  const target = texts.target || (isTarget ? label : 'all')
  const named = ['age', 'sex', ...groups].filter(name => (texts[name] ?? '') !== '')
  const others = named.filter(name => name !== 'age' || !(isTarget && target === label))
  return { target, ...Object.fromEntries(others.map(name => [name, texts[name]])) }
}

function numberOf(
  text: string,
  name: string,
  report: (message: string, hint: string) => void,
): number | undefined {
  if (text === '') return undefined
  // 65.000 respondents are no 65
  const form = name === 'n' ? /^[1-9]\d*$/ : /^\d+(?:[.,]\d+)?$/
  if (form.test(text)) return Number(text.replace(',', '.'))
  report(
    `${name} "${text}" is no number`,
    'write plain figures such as 0.56 or 65000, without marks between thousands',
  )
  return undefined
}

/** Without the dust of binary fractions. */
function inUnit(found: number | undefined, percent: string | undefined): number | undefined {
  return found === undefined || percent === undefined ? found : Math.round(found * 1e8) / 1e10
}

function unitOf(written: string, percent: boolean, isScore: boolean): number {
  const decimals = /[.,](\d+)$/.exec(written)?.[1].length ?? 0
  if (isScore) return decimals === 0 ? 1 : 10 ** -decimals
  const digits = percent ? decimals + 2 : Math.max(decimals, 2)
  return digits > 4 ? 0 : 10 ** -digits
}

function noRows(path: string, { wave, where }: WaveSpec, rows: readonly SmallRow[]): EjzError {
  const waves = [...new Set(rows.map(({ texts }) => texts.wave ?? ''))]
  return new EjzError(
    'figures-absent',
    `${basename(path)} has no figures of wave ${wave}; its waves are ${waves.join(', ')}`,
    'name the wave as the file does',
    'data',
    { where: where ?? path },
  )
}
