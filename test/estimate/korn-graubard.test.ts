/** Korn-Graubard intervals capped at n, beside those of CDC's surveytable. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { estimateDomain } from '../../src/estimate/domain.ts'
import { reportingInterval } from '../../src/estimate/interval.ts'
import { select } from './cells-of.ts'
import { allCloseTo, closeTo } from './close-to.ts'
import { cellsOfDesign, present, without } from './survey-designs.ts'

const FILE = new URL('../../../shared/reference/proportions/proportions.json', import.meta.url)

interface Case {
  id: string
  design: string
  adj: string
  formula: string
  domain: string | string[]
  est: number
  se: number
  ci: [number, number]
  n: number
  n_num: number
  degf: number
}

const all: Case[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')).cases : []
// at 0 and 100 % surveytable takes n itself, ejz n with the t correction of the method paper
const cases = all.filter(c => c.id.startsWith('kg/') && c.adj === 'nchs' && c.est > 0 && c.est < 1)

const MEASURES: Record<string, string> = {
  'I(awards == "Yes")': 'awards',
  'I(HI_CHOL == 1)': 'hichol',
  'I(ell == 0)': 'ell0',
  'I(api00 > 960)': 'api00_960',
  'I(api00 > 900)': 'api00_900',
  'I(comp.imp == "Yes")': 'improved',
}

/** The domain is named in the id for nhanes: age, race, sex. */
function domainOf(c: Case): Record<string, string> {
  const name = c.id.split('/')[2]
  if (c.design === 'nhanes') {
    const [agecat, race, RIAGENDR] = name.split(' ')
    return { agecat, race, RIAGENDR }
  }
  const stype = /stype == "(\w)"/.exec([c.domain].flat().join(''))
  if (stype !== null) return { stype: stype[1] }
  return c.domain === 'meals > 90' ? { 'meals > 90': 'true' } : {}
}

describe.skipIf(!present || !existsSync(FILE))(`the NCHS intervals of surveytable${without}`, () => {
  it.each(cases.map(c => [c.id, c] as const))('%s', (_, c) => {
    const cells = cellsOfDesign(c.design)
    const estimate = estimateDomain(cells, MEASURES[c.formula], select(cells, domainOf(c)), {
      lonelyPsu: 'fail',
    })
    expect(estimate).toMatchObject({ n: c.n, events: c.n_num, df: c.degf })
    closeTo(estimate.value, c.est)
    closeTo(Math.sqrt(estimate.variance), c.se)
    const interval = reportingInterval(estimate)
    allCloseTo([interval!.low, interval!.high], c.ci, 1e-7)
  })
})
