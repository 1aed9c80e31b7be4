/** Projections as flat rows: one per year and scenario. */
import type { Results } from '../core/results.ts'
import { bounds, end, type TidyRow } from './tidy-row.ts'

export function projectionRows(results: Results): TidyRow[] {
  return results.projections.map(entry => {
    const { domain, ci80, ci95, slope, split, preWaves, flags, reason, ...row } = entry
    return {
      domain,
      row: {
        ...row,
        ...bounds('ci80', ci80),
        ...bounds('ci95', ci95),
        preWaves: preWaves.join(' '),
        slope: slope?.beta,
        slopeSe: slope?.se,
        slopeQ: slope?.Q,
        slopeDf: slope?.df,
        slopeP: slope?.p,
        splitDate: split?.date,
        numberFrom: split?.numberFrom,
        total: split?.total,
        totalSe: split?.seTotal,
        size: split?.size,
        sizeSe: split?.seSize,
        composition: split?.composition,
        compositionSe: split?.seComposition,
        rate: split?.rate,
        rateSe: split?.seRate,
        ...end(reason, flags),
      },
    }
  })
}
