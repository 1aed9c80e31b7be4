/**
 * Direct standardisation of published figures: only where every cell of the
 * standard was published with a variance or without, never a part of them.
 *
 * Var = Σ W²v: cells of other people are taken as independent samples. The
 * value is one of whole percents no longer, so that its error is all in the
 * variance of its cells.
 */
import type { Domain } from '../core/domain.ts'
import { sum } from '../core/linear.ts'
import { logitInterval } from '../estimate/interval.ts'
import type { PublishedEstimate, PublishedFlag } from '../estimate/published.ts'
import type { NamedFigure } from './source.ts'
import type { StandardCells } from './survey-series.ts'

/** Null where a cell is lacking. */
export function standardisePublished(
  standard: StandardCells,
  figureOf: (people: Domain) => NamedFigure | undefined,
): { estimate: PublishedEstimate; cite: string } | null {
  const found = standard.domains.map(figureOf)
  const cells = found.filter(cell => cell !== undefined)
  if (cells.length === 0 || cells.length < standard.selections.length) return null
  const value = sum(cells.map(({ estimate }, i) => standard.shares[i] * estimate.value))
  const parts = cells.map(({ estimate }, i) =>
    estimate.variance === null ? null : standard.shares[i] ** 2 * estimate.variance,
  )
  const known = parts.filter(part => part !== null)
  const variance = known.length < parts.length ? null : sum(known)
  const proportion = cells[0].kind === 'proportion' && value > 0 && value < 1
  const n = cells.map(({ estimate }) => estimate.n)
  const flags = new Set(cells.flatMap(({ estimate }) => estimate.flags))
  const all = variance === null ? (['no_variance'] as const) : (['approx_variance'] as const)
  return {
    estimate: {
      value,
      variance,
      interval:
        variance === null || !proportion
          ? null
          : { kind: 'logit', limits: logitInterval(value, variance, Infinity) },
      n: n.every(count => count !== null) ? sum(n) : null,
      deff: null,
      neff: variance === null || !proportion ? null : (value * (1 - value)) / variance,
      flags: [
        ...[...flags].filter(
          (flag): flag is PublishedFlag => flag !== 'approx_variance' && flag !== 'no_variance',
        ),
        ...all,
      ],
    },
    cite: [...new Set(cells.map(({ figure }) => figure.cite))].join('; '),
  }
}
