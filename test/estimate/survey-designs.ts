/** The designs of the R survey reference as cells: the api, nhanes and hospital data. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Cells } from '../../src/core/cells.ts'
import { cellsOf, type TestRecord } from './cells-of.ts'

export const FOLDER = new URL('../../../shared/reference/survey/', import.meta.url)
export const present = existsSync(FOLDER)
export const without = present ? '' : ' (skipped: reference values are not beside the project)'

type Row = Record<string, string>
type Values = Record<string, (row: Row) => number | null>

const number = (name: string) => (row: Row) => (row[name] === '' ? null : Number(row[name]))
const is = (test: (row: Row) => boolean) => (row: Row) => (test(row) ? 1 : 0)

/** File, and the stratum, PSU, weight and FPC of its rows; clus2_wr is with replacement, so one stage. */
const DESIGNS: Record<string, { file: string; of: (row: Row) => Omit<TestRecord, 'at' | 'y'> }> = {
  strat_fpc: { file: 'apistrat', of: r => ({ stratum: r.stype, weight: +r.pw, fpc: +r.fpc }) },
  strat: { file: 'apistrat', of: r => ({ stratum: r.stype, weight: +r.pw }) },
  clus1_fpc: { file: 'apiclus1', of: r => ({ stratum: '1', psu: r.dnum, weight: +r.pw, fpc: +r.fpc }) },
  clus1: { file: 'apiclus1', of: r => ({ stratum: '1', psu: r.dnum, weight: +r.pw }) },
  clus2_wr: { file: 'apiclus2', of: r => ({ stratum: '1', psu: r.dnum, weight: +r.pw }) },
  srs_fpc: { file: 'apisrs', of: r => ({ stratum: '1', weight: +r.pw, fpc: +r.fpc }) },
  nhanes: { file: 'nhanes', of: r => ({ stratum: r.SDMVSTRA, psu: r.SDMVPSU, weight: +r.WTMEC2YR }) },
  hospital: {
    file: 'hospital',
    of: r => ({ stratum: r.oblevel, psu: r.hospno, weight: +r.weighta }),
  },
}

const API_VALUES: Values = {
  api00: number('api00'),
  enroll: number('enroll'),
  // svymean of two variables takes the records that have both
  'api00 with enroll': row => (row.enroll === '' ? null : Number(row.api00)),
  growth0099: row => Number(row.api00) - Number(row.api99),
  awards: is(r => r.awards === 'Yes'),
  ell0: is(r => r.ell === '0'),
  api00_960: is(r => Number(r.api00) > 960),
  api00_900: is(r => Number(r.api00) > 900),
  improved: is(r => r['comp.imp'] === 'Yes'),
  zero: is(r => Number(r.api00) > 2000),
  hundred: is(r => Number(r.api00) < 2000),
  stypeE: is(r => r.stype === 'E'),
  stypeH: is(r => r.stype === 'H'),
  stypeM: is(r => r.stype === 'M'),
}
const MEANS = ['api00', 'api00 with enroll', 'enroll', 'growth0099', 'births']

const VALUES: Record<string, Values> = {
  nhanes: { hichol: number('HI_CHOL') },
  hospital: { births: number('births') },
}
const DIMENSIONS: Record<string, string[]> = {
  nhanes: ['race', 'agecat', 'RIAGENDR'],
  hospital: ['oblevel'],
}

const loaded = new Map<string, Cells>()

export function cellsOfDesign(name: string): Cells {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const design = DESIGNS[name]
  const rows: Row[] = parse(readFileSync(new URL(`survey_${design.file}.csv`, FOLDER)), { columns: true })
  const values = VALUES[name] ?? API_VALUES
  const dimensions = DIMENSIONS[name] ?? ['stype', 'comp.imp', 'awards']
  const records = rows.map(row => ({
    ...design.of(row),
    at: {
      ...Object.fromEntries(dimensions.map(dimension => [dimension, row[dimension]])),
      ...(name === 'nhanes' || name === 'hospital' ? {} : { 'meals > 90': String(Number(row.meals) > 90) }),
    },
    y: Object.fromEntries(Object.entries(values).map(([measure, of]) => [measure, of(row)])),
  }))
  const kinds = Object.fromEntries(
    Object.keys(values).map(measure => [measure, MEANS.includes(measure) ? 'mean' : 'proportion'] as const),
  )
  const cells = cellsOf(records, { kinds })
  loaded.set(name, cells)
  return cells
}
