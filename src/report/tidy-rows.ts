/** Entries of the results as flat rows: one row per estimate, change, break, item or warning. */
import type { DecompositionEntry, Results } from '../core/results.ts'
import type { TableName } from './table-names.ts'
import { breakRows, sensitivityRows } from './tidy-breaks.ts'
import { bridgeRows, comparabilityRows, registerRows } from './tidy-comparison.ts'
import { projectionRows } from './tidy-projections.ts'
import { bounds, end, type TidyRow } from './tidy-row.ts'

export const TIDY: Readonly<Record<TableName, (results: Results) => TidyRow[]>> = {
  estimates,
  changes,
  trends,
  decompositions,
  breaks: breakRows,
  sensitivity: sensitivityRows,
  projections: projectionRows,
  scale,
  register: registerRows,
  comparability: comparabilityRows,
  bridges: bridgeRows,
  warnings,
}

/** Written out: there are tens of thousands of these, and a copy of unknown fields takes five times as long. */
function estimates(results: Results): TidyRow[] {
  return results.estimates.map(entry => ({
    domain: entry.domain,
    row: {
      source: entry.source,
      wave: entry.wave,
      time: entry.time,
      instrument: entry.instrument,
      measure: entry.measure,
      standard: entry.standard,
      value: entry.value,
      se: entry.se,
      df: entry.df,
      low: entry.low,
      high: entry.high,
      level: entry.level,
      interval: entry.interval,
      n: entry.n,
      nMissing: entry.nMissing,
      events: entry.events,
      population: entry.population,
      deff: entry.deff,
      neff: entry.neff,
      shown: entry.shown,
      reportingLow: entry.reporting?.low ?? null,
      reportingHigh: entry.reporting?.high ?? null,
      reason: entry.reason ?? null,
      flags: entry.flags.join(' '),
    },
  }))
}

function changes(results: Results): TidyRow[] {
  return results.changes.map(({ domain, ci95, ci90, ratioCi, orCi, reason, ...row }) => ({
    domain,
    row: {
      ...row,
      ...bounds('ci95', ci95),
      ...bounds('ci90', ci90),
      ...bounds('ratio', ratioCi),
      ...bounds('or', orCi),
      ...end(reason),
    },
  }))
}

function trends(results: Results): TidyRow[] {
  return results.trends.map(({ domain, waves, omnibus, wls, reason, ...row }) => ({
    domain,
    row: {
      ...row,
      waves: waves.join(' '),
      omnibusQ: omnibus?.Q ?? null,
      omnibusDf: omnibus?.df ?? null,
      omnibusP: omnibus?.p ?? null,
      slope: wls?.slope ?? null,
      slopeSe: wls?.se ?? null,
      slopeP: wls?.p ?? null,
      ...bounds('slope', wls?.ci ?? null),
      fitQ: wls?.Q ?? null,
      fitDf: wls?.dfQ ?? null,
      fitP: wls?.pQ ?? null,
      ...end(reason),
    },
  }))
}

/** The whole first, then for Kitagawa each cell of age × sex. */
function decompositions(results: Results): TidyRow[] {
  return results.decompositions.flatMap(entry =>
    entry.method === 'kitagawa' ? kitagawa(entry) : [dasGupta(entry)],
  )
}

type Kitagawa = Extract<DecompositionEntry, { method: 'kitagawa' }>

function kitagawa({ domain, reason, cells, ...whole }: Kitagawa): TidyRow[] {
  const { source, measure, standard, method, from, to, shown } = whole
  const about = { source, measure, standard, method, from, to, shown, ...end(reason) }
  return [
    { domain, row: { ...whole, cellAge: null, cellSex: null, ...end(reason) } },
    ...cells.map(({ age, sex, ...parts }) => ({
      domain,
      row: { ...about, cellAge: age, cellSex: sex, ...parts },
    })),
  ]
}

type DasGupta = Extract<DecompositionEntry, { method: 'dasgupta' }>

function dasGupta({ domain, reason, ...whole }: DasGupta): TidyRow {
  return { domain, row: { ...whole, ...end(reason) } }
}

/** The scale as a whole, then each item. */
function scale(results: Results): TidyRow[] {
  return results.scale.flatMap(({ items, ...whole }) => {
    const { source, wave, instrument, scale, n } = whole
    const about = { source, wave, instrument, scale, n }
    return [
      { domain: null, row: { ...whole, item: null } },
      ...items.map(item => ({ domain: null, row: { ...about, ...item } })),
    ]
  })
}

function warnings(results: Results): TidyRow[] {
  return results.warnings.map(({ values, ...row }) => ({
    domain: null,
    row: {
      ...row,
      values: Object.entries(values ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(' '),
    },
  }))
}
