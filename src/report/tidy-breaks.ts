/** Trend breaks as flat rows: one per break, and one per other choice under which it was judged again. */
import type { BreakEntry, Results } from '../core/results.ts'
import { bounds, end, type Row, type TidyRow } from './tidy-row.ts'

export function breakRows(results: Results): TidyRow[] {
  return results.breaks.map(entry => ({
    domain: entry.domain,
    row: { ...judgement(entry), ...delta(entry), ...course(entry), ...limits(entry) },
  }))
}

function judgement(entry: BreakEntry): Row {
  const { source, measure, standard, level, t0, tau, margin, subclass, breakState, direction, strength } =
    entry
  const roles = Object.entries(entry.roles).map(([wave, role]) => `${wave}=${role}`)
  return {
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
    direction,
    strength,
    roles: roles.join(' '),
  }
}

function delta({ assessed, expected, seExpected }: BreakEntry): Row {
  return {
    assessedWave: assessed?.wave,
    assessedTime: assessed?.time,
    delta: assessed?.delta,
    deltaSe: assessed?.se,
    ...bounds('deltaCi95', assessed?.ci95),
    ...bounds('deltaCi90', assessed?.ci90),
    expected,
    seExpected,
  }
}

/** Before the programme, and since. */
function course({ changeSinceLastPre: since, preSlope, preFit }: BreakEntry): Row {
  return {
    changeSinceLastPre: since?.diff,
    changeSinceLastPreSe: since?.se,
    ...bounds('changeSinceLastPre', since?.ci95),
    preSlope: preSlope?.slope,
    preSlopeSe: preSlope?.se,
    ...bounds('preSlope', preSlope?.ci95),
    preDirection: preSlope?.direction,
    preFitQ: preFit?.Q,
    preFitDf: preFit?.df,
    preFitP: preFit?.p,
  }
}

function limits({
  robust,
  mde80,
  minProvableMargin,
  continuationAttainable,
  shown,
  ...entry
}: BreakEntry): Row {
  return {
    maxDrift: robust?.maxDrift,
    breakdownDrift: robust?.breakdownDrift,
    robust: robust?.robust,
    mde80,
    minProvableMargin,
    continuationAttainable,
    shown,
    ...end(entry.reason, entry.flags),
  }
}

export function sensitivityRows(results: Results): TidyRow[] {
  return results.breaks.flatMap(({ domain, source, measure, standard, sensitivity }) =>
    sensitivity.map(({ ci95, ...row }) => ({
      domain,
      row: { source, measure, standard, ...row, ...bounds('ci95', ci95) },
    })),
  )
}
