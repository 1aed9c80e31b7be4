/** Entries of the results as flat rows: one row per estimate, change, break, item or warning. */
import type { DecompositionEntry, Results } from '../core/results.ts'
import type { Cell } from './csv.ts'
import type { TableName } from './table-names.ts'

export type Row = Readonly<Record<string, Cell | undefined>>
type Domain = Readonly<Record<string, string>>
type Kitagawa = Extract<DecompositionEntry, { method: 'kitagawa' }>
type DasGupta = Extract<DecompositionEntry, { method: 'dasgupta' }>
type Pair = readonly [number, number] | null

/** A row's groups apart from its own columns: a column of the data may bear any name. */
export interface TidyRow {
  readonly domain: Domain | null
  readonly row: Row
}

export const TIDY: Readonly<Record<TableName, (results: Results) => TidyRow[]>> = {
  estimates,
  changes,
  trends,
  decompositions,
  breaks,
  sensitivity,
  scale,
  warnings,
}

function estimates(results: Results): TidyRow[] {
  return results.estimates.map(({ domain, reporting, flags, reason, ...row }) => ({
    domain,
    row: {
      ...row,
      reportingLow: reporting?.low ?? null,
      reportingHigh: reporting?.high ?? null,
      ...end(reason, flags),
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

function dasGupta({ domain, reason, ...whole }: DasGupta): TidyRow {
  return { domain, row: { ...whole, ...end(reason) } }
}

function breaks(results: Results): TidyRow[] {
  return results.breaks.map(entry => {
    const { source, measure, standard, level, t0, tau, margin, subclass, breakState, direction, strength } =
      entry
    const { assessed, changeSinceLastPre: since, preSlope, preFit, robust, expected, seExpected } = entry
    const about = {
      source,
      measure,
      standard,
      level,
      t0,
      tau,
      margin,
      class: entry.class,
      subclass,
      breakState,
    }
    return {
      domain: entry.domain,
      row: {
        ...about,
        direction,
        strength,
        roles: Object.entries(entry.roles)
          .map(([wave, role]) => `${wave}=${role}`)
          .join(' '),
        assessedWave: assessed?.wave ?? null,
        assessedTime: assessed?.time ?? null,
        delta: assessed?.delta ?? null,
        deltaSe: assessed?.se ?? null,
        ...bounds('deltaCi95', assessed?.ci95 ?? null),
        ...bounds('deltaCi90', assessed?.ci90 ?? null),
        expected,
        seExpected,
        changeSinceLastPre: since?.diff ?? null,
        changeSinceLastPreSe: since?.se ?? null,
        ...bounds('changeSinceLastPre', since?.ci95 ?? null),
        preSlope: preSlope?.slope ?? null,
        preSlopeSe: preSlope?.se ?? null,
        ...bounds('preSlope', preSlope?.ci95 ?? null),
        preDirection: preSlope?.direction ?? null,
        preFitQ: preFit?.Q ?? null,
        preFitDf: preFit?.df ?? null,
        preFitP: preFit?.p ?? null,
        maxDrift: robust?.maxDrift ?? null,
        breakdownDrift: robust?.breakdownDrift ?? null,
        robust: robust?.robust ?? null,
        mde80: entry.mde80,
        minProvableMargin: entry.minProvableMargin,
        continuationAttainable: entry.continuationAttainable,
        shown: entry.shown,
        ...end(entry.reason, entry.flags),
      },
    }
  })
}

function sensitivity(results: Results): TidyRow[] {
  return results.breaks.flatMap(({ domain, source, measure, standard, sensitivity }) =>
    sensitivity.map(({ ci95, ...row }) => ({
      domain,
      row: { source, measure, standard, ...row, ...bounds('ci95', ci95) },
    })),
  )
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

function bounds(name: string, pair: Pair): Row {
  return { [`${name}Low`]: pair?.[0] ?? null, [`${name}High`]: pair?.[1] ?? null }
}

function end(reason: string | null | undefined, flags?: readonly string[]): Row {
  return { reason: reason ?? null, ...(flags === undefined ? {} : { flags: flags.join(' ') }) }
}
