/** Part 2 of the method paper: standardised prevalence, its changes and decompositions. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalTwoSided } from '../../src/core/distributions.ts'
import type { DomainEstimates } from '../../src/core/estimate.ts'
import { diagonal, quadraticForm, sum } from '../../src/core/linear.ts'
import { kornGraubard, logInterval, logitInterval, normalInterval } from '../../src/estimate/interval.ts'
import { dasGupta } from '../../src/standardise/das-gupta.ts'
import { fayFeuer } from '../../src/standardise/fay-feuer.ts'
import { kitagawa } from '../../src/standardise/kitagawa.ts'
import { standardise, standardiseJointly } from '../../src/standardise/standardise.ts'
import { allCloseTo, closeTo } from '../estimate/close-to.ts'

const FILE = new URL('../../../shared/reference/method/02_national_b.json', import.meta.url)
const present = existsSync(FILE)
const without = present ? '' : ' (skipped: reference values are not beside the project)'
const expected = present ? JSON.parse(readFileSync(FILE, 'utf8')) : { input: [] }

const YEARS = [2012, 2016, 2020]
const ESP = [4000, 2500, 1500, 1000]
const CELLS: Record<string, number>[] = expected.input

function column(name: string): number[] {
  return CELLS.map(cell => cell[name])
}

function shares(persons: readonly number[]): number[] {
  return persons.map(count => count / sum(persons))
}

function standardFor(name: string, wave: number): number[] {
  if (name === 'esp2013') return shares([...ESP, ...ESP])
  return shares(column(`N${name === 'own' ? wave : name.slice(3)}`))
}

/** The cells of these years one after the other, from independent samples. */
function cellsOfYears(years: readonly number[]): DomainEstimates {
  const estimates = years.flatMap(year =>
    CELLS.map(cell => ({
      value: cell[`p${year}`],
      variance: cell[`v${year}`],
      df: Infinity,
      n: cell[`n${year}`],
      nMissing: 0,
      events: Math.round(cell[`p${year}`] * cell[`n${year}`]),
      population: cell[`N${year}`],
      deff: 1.8,
      neff: cell[`n${year}`] / 1.8,
    })),
  )
  return { estimates, covariance: diagonal(estimates.map(({ variance }) => variance)), df: Infinity }
}

const FIRST = [0, 1, 2, 3, 4, 5, 6, 7]
const SECOND = FIRST.map(cell => cell + 8)

describe.skipIf(!present)(`invented cells of three waves${without}`, () => {
  it('standardise to every standard with every interval', () => {
    expect(expected.standardised).toHaveLength(15)
    for (const { standard, wave, ...r } of expected.standardised) {
      const estimate = standardise(cellsOfYears([wave]), standardFor(standard, wave))
      const { value, variance, n, neff } = estimate
      closeTo(value, r.p)
      closeTo(Math.sqrt(variance), r.se)
      closeTo(neff, r.neff)
      allCloseTo([...normalInterval(value!, variance, Infinity)], r.ci_normal, 1e-7)
      allCloseTo([...logInterval(value!, variance, Infinity)], r.ci_log, 1e-7)
      allCloseTo([...logitInterval(value!, variance, Infinity)], r.ci_logit, 1e-7)
      allCloseTo([...kornGraubard(value!, { neff: neff!, n, df: n - 8, cap: true })], r.ci_kg, 1e-7)
    }
  })

  it('change under one fixed standard', () => {
    const fixed = standardFor('pop2012', 2012)
    for (const change of expected.changes_std2012) {
      const both = standardiseJointly(cellsOfYears([change.from, change.to]), [
        { cells: FIRST, shares: fixed, df: Infinity },
        { cells: SECOND, shares: fixed, df: Infinity },
      ])
      const [from, to] = both.estimates.map(({ value }) => value!)
      const variance = quadraticForm([-1, 1], both.covariance)
      closeTo(to - from, change.diff)
      closeTo(Math.sqrt(variance), change.se)
      allCloseTo([...normalInterval(to - from, variance, Infinity)], change.ci95, 1e-7)
      closeTo(normalTwoSided((to - from) / Math.sqrt(variance)), change.p_value, 1e-7)
    }
  })

  it('decompose by Kitagawa', () => {
    for (const r of expected.kitagawa) {
      const result = kitagawa(
        cellsOfYears([r.from, r.to]),
        { cells: FIRST, shares: shares(column(`N${r.from}`)) },
        { cells: SECOND, shares: shares(column(`N${r.to}`)) },
      )!
      closeTo(result.total, r.total)
      closeTo(result.seTotal, r.se_total)
      closeTo(result.rate, r.rate_effect)
      closeTo(result.seRate, r.se_rate)
      closeTo(result.composition, r.composition_effect)
      closeTo(result.seComposition, r.se_composition)
      expect(Math.abs(result.covariance / r.cov - 1)).toBeLessThan(1e-9)
      allCloseTo(
        result.cells.map(cell => cell.rate),
        r.rate_by_cell,
      )
      allCloseTo(
        result.cells.map(cell => cell.composition),
        r.composition_by_cell,
      )
      closeTo(result.rate / result.total, r.share_rate)
      closeTo(result.seRate ** 2 + result.seComposition ** 2 + 2 * result.covariance, result.seTotal ** 2)
    }
  })

  it('decompose the number of people by Das Gupta', () => {
    expect(YEARS).toContain(expected.das_gupta_number[0].from)
    for (const r of expected.das_gupta_number) {
      const population = (year: number, cells: number[]) => ({
        cells,
        shares: shares(column(`N${year}`)),
        persons: sum(column(`N${year}`)),
      })
      const result = dasGupta(
        cellsOfYears([r.from, r.to]),
        population(r.from, FIRST),
        population(r.to, SECOND),
      )!
      closeTo(result.numberFrom, r.L_from)
      closeTo(result.numberTo, r.L_to)
      closeTo(result.total, r.total)
      closeTo(result.seTotal, r.se_total)
      closeTo(result.size, r.population_size)
      closeTo(result.seSize, r.se_population)
      closeTo(result.composition, r.age_sex_composition)
      closeTo(result.seComposition, r.se_composition)
      closeTo(result.rate, r.rate)
      closeTo(result.seRate, r.se_rate)
      closeTo(result.size + result.composition + result.rate, result.total)
    }
  })
})

describe.skipIf(!present)(`a few severely lonely people${without}`, () => {
  it('have the interval of Fay and Feuer', () => {
    const r = expected.fay_feuer
    const input: { x: number; n: number; std: number }[] = r.input
    const standard = shares(input.map(({ std }) => std))
    const result = fayFeuer(input.map(({ x, n }, i) => ({ events: x, n, share: standard[i] })))
    closeTo(result.value, r.rate)
    closeTo(result.variance, r.var_poisson)
    closeTo(result.largestWeight, r.w_max)
    allCloseTo([result.low, result.high], [r.lower, r.upper], 1e-7)
    const binomial = standardise(binomialCells(input), standard)
    closeTo(binomial.variance, r.binomial_var)
    allCloseTo([...normalInterval(binomial.value!, binomial.variance, Infinity)], r.ci_normal_binomial, 1e-7)
    const size = { neff: binomial.neff!, n: binomial.n, df: binomial.n - 4, cap: true }
    allCloseTo([...kornGraubard(binomial.value!, size)], [r.kg.lower, r.kg.upper], 1e-7)
  })
})

function binomialCells(input: readonly { x: number; n: number }[]): DomainEstimates {
  const estimates = input.map(({ x, n }) => ({
    value: x / n,
    variance: ((x / n) * (1 - x / n)) / n,
    df: Infinity,
    n,
    nMissing: 0,
    events: x,
    population: n,
    deff: 1,
    neff: n,
  }))
  return { estimates, covariance: diagonal(estimates.map(({ variance }) => variance)), df: Infinity }
}
