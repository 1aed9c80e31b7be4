/** The crude estimates of the study and measure the report is about, and the groups they are split by. */
import type { EstimateEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'

/** The dimensions of one-way tables, in the order of the study. */
export function dimensionsOf(context: Context, target: string): string[] {
  const extra = ownEstimates(context, target).map(entry => dimensionsIn(entry))
  return [...new Set(extra.filter(keys => keys.length === 1).map(([dimension]) => dimension))]
}

export function dimensionsIn(entry: EstimateEntry): string[] {
  return Object.keys(entry.domain).filter(key => key !== 'target')
}

export function ownEstimates({ results, focus }: Context, target: string): EstimateEntry[] {
  return results.estimates.filter(
    entry =>
      entry.source === focus.source &&
      entry.measure === focus.measure &&
      entry.standard === null &&
      entry.domain.target === target,
  )
}
