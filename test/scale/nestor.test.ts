/** The scale against R, PSPP and Python on real answers and on every edge of the rules. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/core/binding.ts'
import type { Pattern } from '../../src/scale/joint-counts.ts'
import { reliability } from '../../src/scale/reliability.ts'
import { SCALES, type Scale, type Subset } from '../../src/scale/scale.ts'
import { type Cell, MANUAL, type Options, type Scored, scored } from './scored.ts'

const FOLDER = new URL('../../../shared/reference/scale/', import.meta.url)
const present = existsSync(FOLDER)
const without = present ? '' : ' (skipped: reference values are not beside the project)'

const CATEGORIES: Record<string, string | null> = {
  '': null,
  'not lonely': 'not',
  'moderately lonely': 'moderately',
  'severely lonely': 'severely',
  'very severely lonely': 'very_severely',
}

describe.skipIf(!present)(`the 3,987 answers of NESTOR${without}`, () => {
  const records = answersOf('loneliness_nestor_items.csv')
  const expected = rowsOf('expected_rows_complete.csv')

  it('give every score and category of R, PSPP and Python, 11 and 6 items', async () => {
    for (const [scale, k] of [
      [SCALES.djg11, '11'],
      [SCALES.djg6, '6'],
    ] as const) {
      const rows = await scored(scale, answersOfScale(scale, records))
      expect(rows.map(scores)).toEqual(
        expected.map(row => [
          number(row[`total${k}`]),
          number(row[`emo${k}`]),
          number(row[`soc${k}`]),
          CATEGORIES[row[`cat${k}`]],
        ]),
      )
    }
  })

  it('give the scores of the three missing rules with answers knocked out', async () => {
    const reference = expectedJson().with_missing
    const holed = knockOut(records)
    for (const [rule, name] of [
      ['manual', 'manual'],
      ['lasa-two', 'lasa_wave_H_on'],
      ['complete', 'complete_case'],
    ] as const) {
      const rows = await scored(SCALES.djg11, holed, { rule })
      const { total11, emotional11, social11, categories11 } = reference.rules_11[name]
      expect(distribution(rows, 'total')).toEqual(total11.distribution)
      expect(distribution(rows, 'emotional')).toEqual(emotional11.distribution)
      expect(distribution(rows, 'social')).toEqual(social11.distribution)
      const counts = Object.entries(categories11).map(([label, { n }]) => [CATEGORIES[label], n])
      expect(distribution(rows, 'category')).toEqual(Object.fromEntries(counts))
    }
    const short = await scored(SCALES.djg6, answersOfScale(SCALES.djg6, holed))
    expect(distribution(short, 'total')).toEqual(reference.manual_6.total.distribution)
    expect(distribution(short, 'missingCount')).toEqual(reference.rows_by_missing_6)
  })

  it('give the alpha and H of complete records when answers are knocked out', async () => {
    const patterns = await patternsOf(knockOut(records))
    const { n, alpha, H } = expectedJson().with_missing.listwise_statistics
    const quality = reliability(SCALES.djg11, 'total', patterns)!
    expect(quality.n).toBe(n)
    close(quality.alpha, alpha)
    close(quality.h, H)
  })

  const subsets: Subset[] = ['total', 'emotional', 'social']
  const cases = Object.values(SCALES).flatMap(scale => subsets.map(subset => [scale.id, subset] as const))
  const patterns = lazily(() => patternsOf(records))
  it.each(cases)('give the reliability of psych and mokken (%s %s)', async (id, subset) => {
    const quality = reliability(SCALES[id], subset, await patterns())!
    const reference = expectedJson().statistics_dichotomous[`${id}_${subset}`]
    expect(quality.n).toBe(reference.n_complete)
    close(quality.alpha, reference.alpha)
    close(quality.kr20, reference.kr20_population_variance)
    close(quality.h, reference.H)
    close(quality.seH, reference.H_se_jackknife)
    expect(quality.items.length).toBe(reference.k)
    for (const { item, prevalence, itemRest, alphaIfDropped, h } of quality.items) {
      const name = `lone${item}`
      close(prevalence, reference.item_prevalence[name])
      close(itemRest, reference.item_rest_r[name])
      close(alphaIfDropped, reference.alpha_if_dropped[name])
      close(h, reference.H_item[name])
    }
    for (const { items, h } of quality.pairs) {
      close(h, reference.H_pair[`lone${items[0]}`][`lone${items[1]}`])
    }
  })
})

describe.skipIf(!present)(`the 36 edge rows${without}`, () => {
  const rows = rowsOf('edge_cases.csv')

  /** SPSS takes an undeclared code for "not lonely"; here it is missing, which leaves these scores. */
  const UNKNOWN: Record<string, { k11: unknown[]; k6: unknown[]; lasa: unknown[]; unknown: number }> = {
    21: { k11: [null, null, 5, null], k6: [null, null, 3, null], lasa: [9, null, 5], unknown: 2 },
    22: {
      k11: [null, null, null, null],
      k6: [null, null, null, null],
      lasa: [null, null, null],
      unknown: 11,
    },
    23: { k11: [null, null, null, null], k6: [5, 3, null, 'severely'], lasa: [9, 5, 4], unknown: 2 },
    24: { k11: [null, null, null, null], k6: [null, null, null, null], lasa: [9, 5, 4], unknown: 2 },
  }

  it.each(rows)('row $case: $why', async row => {
    const options = { answers: answersFor(row) }
    const differs = UNKNOWN[row.case]
    const long = await one(SCALES.djg11, row, options)
    const short = await one(SCALES.djg6, row, options)
    const lasa = await one(SCALES.djg11, row, { ...options, rule: 'lasa-two' })
    expect(scores(long)).toEqual(differs?.k11 ?? expectedScores(row, '11'))
    expect(scores(short)).toEqual(differs?.k6 ?? expectedScores(row, '6'))
    expect(scores(lasa).slice(0, 3)).toEqual(differs?.lasa ?? lasaScores(row))
    expect(bitCount(long.unknown)).toBe(differs?.unknown ?? 0)
    expect(long.missingCount).toBe(Number(row.missing11) + bitCount(long.unknown))
    expect(short.missingCount).toBe(Number(row.missing6) + bitCount(short.unknown))
  })
})

interface Statistics {
  n_complete: number
  k: number
  alpha: number
  kr20_population_variance: number
  H: number
  H_se_jackknife: number
  item_prevalence: Record<string, number>
  item_rest_r: Record<string, number>
  alpha_if_dropped: Record<string, number>
  H_item: Record<string, number>
  H_pair: Record<string, Record<string, number>>
}
interface RuleScores {
  total11: { distribution: Record<string, number> }
  emotional11: { distribution: Record<string, number> }
  social11: { distribution: Record<string, number> }
  categories11: Record<string, { n: number }>
}
interface Expected {
  statistics_dichotomous: Record<string, Statistics>
  with_missing: {
    rules_11: Record<string, RuleScores>
    manual_6: { total: { distribution: Record<string, number> } }
    rows_by_missing_6: Record<string, number>
    listwise_statistics: { n: number; alpha: number; H: number }
  }
}

function expectedJson(): Expected {
  return JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8'))
}

/** Nothing when the references are absent: a skipped suite is still collected. */
function rowsOf(file: string): Record<string, string>[] {
  if (!present) return []
  return parse(readFileSync(new URL(file, FOLDER)), { columns: true })
}

function answersOf(file: string): Cell[][] {
  return rowsOf(file).map(answersIn)
}

function answersIn(row: Record<string, string>): Cell[] {
  return SCALES.djg11.items.map(item => number(row[`lone${item.number}`]))
}

function answersOfScale(scale: Scale, records: readonly Cell[][]): Cell[][] {
  return records.map(record => scale.items.map(item => record[item.number - 1]))
}

function number(cell: string): number | null {
  return cell === '' ? null : Number(cell)
}

async function one(scale: Scale, row: Record<string, string>, options: Options): Promise<Scored> {
  const [result] = await scored(scale, answersOfScale(scale, [answersIn(row)]), options)
  return result
}

function answersFor(row: Record<string, string>): Answers {
  if (row.coding.startsWith('5cat')) return { no: [1, 2], moreOrLess: [3], yes: [4, 5], missing: [] }
  return row.coding.includes('reversed') ? { no: [3], moreOrLess: [2], yes: [1], missing: [9] } : MANUAL
}

function scores(row: Scored): unknown[] {
  return [row.total, row.emotional, row.social, row.category]
}

function expectedScores(row: Record<string, string>, k: string): unknown[] {
  return [
    number(row[`total${k}`]),
    number(row[`emotional${k}`]),
    number(row[`social${k}`]),
    CATEGORIES[row[`category${k}`]],
  ]
}

function lasaScores(row: Record<string, string>): unknown[] {
  return [row.total11_lasa_max2, row.emotional11_lasa_max1, row.social11_lasa_max1].map(number)
}

/** The rule by which the reference removed answers (`rule_for_file` in expected.json). */
function knockOut(records: readonly Cell[][]): Cell[][] {
  const thresholds = [0, 0, 0, 60, 60, 120, 120, 250, 500, 1009]
  return records.map((record, index) =>
    record.map((cell, at) => {
      const [r, i] = [index + 1, at + 1]
      const hash = (r * 7919 + i * i * 104729 + r * i * 1297) % 1009
      return hash < thresholds[r % 10] ? [null, -1, -2][hash % 3] : cell
    }),
  )
}

async function patternsOf(records: readonly Cell[][]): Promise<Pattern[]> {
  return (await scored(SCALES.djg11, records)).map(({ lonely, missing }) => ({ lonely, missing, n: 1 }))
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function distribution(rows: readonly Scored[], column: keyof Scored): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) {
    const value = row[column]
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

function bitCount(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length
}

function close(actual: number | null, expected: number): void {
  expect(actual).not.toBeNull()
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected))
}
