/** Part 1 of the method paper: prevalence of 75-plus per wave, and what changes are made of. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { estimateJointly } from '../../src/estimate/covariance.ts'
import { estimateDomains } from '../../src/estimate/domain.ts'
import { intervalOf, kornGraubard, normalInterval, reportingInterval } from '../../src/estimate/interval.ts'
import { cellsOf, select } from './cells-of.ts'
import { allCloseTo, closeTo } from './close-to.ts'

const FOLDER = new URL('../../../shared/reference/method/', import.meta.url)
const present = existsSync(FOLDER)
const without = present ? '' : ' (skipped: reference values are not beside the project)'
const ADJUST = { lonelyPsu: 'adjust' } as const

describe.skipIf(!present)(`three waves of an invented Gezondheidsmonitor${without}`, () => {
  const expected = present ? JSON.parse(readFileSync(new URL('01_national_a.json', FOLDER), 'utf8')) : {}
  const rows: Record<string, string>[] = present
    ? parse(readFileSync(new URL('01_gm_extract.csv', FOLDER)), { columns: true })
    : []
  const cells = cellsOf(
    rows.map(row => ({
      stratum: `${row.wave} ${row.mun}`,
      weight: Number(row.weight),
      at: { wave: row.wave, age: Number(row.age) >= 75 ? '75+' : '65-74' },
      y: { lonely: Number(row.lonely) },
    })),
    { kinds: { lonely: 'proportion' } },
  )
  const waves = (present ? ['2012', '2016', '2020'] : []).map(wave => select(cells, { wave, age: '75+' }))

  it('have the prevalence, variance, df, deff and intervals of R', () => {
    const estimates = estimateDomains(cells, 'lonely', waves, ADJUST)
    for (const [i, estimate] of estimates.entries()) {
      const wave = expected.waves[i]
      expect(estimate).toMatchObject({ n: wave.n_domain, events: wave.n_lonely, df: wave.df, nMissing: 0 })
      closeTo(estimate.value, wave.p)
      closeTo(estimate.variance, wave.var)
      closeTo(Math.sqrt(estimate.variance), wave.se)
      closeTo(estimate.population, wave.sum_w)
      closeTo(estimate.deff, wave.deff_srs)
      closeTo(estimate.neff, wave.neff)
      const { low, high } = intervalOf(estimate, 'proportion')
      allCloseTo([low, high], wave.ci_logit, 1e-7)
      const reporting = reportingInterval(estimate)
      allCloseTo([reporting!.low, reporting!.high], wave.ci_kg, 1e-7)
      const size = { neff: estimate.neff!, n: estimate.n, df: estimate.df, cap: false }
      allCloseTo([...kornGraubard(estimate.value!, size)], wave.ci_beta_survey_pkg, 1e-7)
      allCloseTo([...normalInterval(estimate.value!, estimate.variance, estimate.df)], wave.ci_wald_t, 1e-7)
    }
  })

  it('have no covariance in the pooled design', () => {
    const { covariance } = estimateJointly(cells, 'lonely', waves, ADJUST)
    for (const [i, row] of expected.pooled_design_vcov.entries()) allCloseTo(covariance[i], row)
    expect(covariance[0][1]).toBe(0)
  })
})
