/**
 * What each stratum contributes to a variance.
 *
 * A stratum adds scale · (Σu² − centre · (Σu)²) over its PSU totals u, with
 * scale = f n/(n − 1), centre = 1/n and f = 1 − n/N under a finite population.
 * n counts all PSUs of the stratum, so that a domain keeps the whole design. A
 * stratum with one PSU in the whole sample has no spread of its own: `adjust`
 * takes its distance from the grand mean, which is 0 for linearised values;
 * `certainty` and `remove` add nothing; `average` lets it vary like the others.
 *
 * Units: FPC > 1 = PSUs in the population, ≤ 1 = sampling fraction.
 * Source: Lumley (2010), Complex Surveys, ch. 2-3.
 * Checked against: R survey 4.1, options(survey.lonely.psu).
 */
import type { Cells } from '../core/cells.ts'
import { EjzError } from '../core/error.ts'
import type { LonelyPsu } from '../core/estimate.ts'

export interface Design {
  readonly scale: Float64Array
  readonly centre: Float64Array
  /** 1 where the stratum has one PSU in the whole sample */
  readonly lonely: Uint8Array
  /** variances are multiplied by strata / (strata that are not lonely), among those of the domain */
  readonly averaged: boolean
}

export function designOf(cells: Cells, lonelyPsu: LonelyPsu): Design {
  const strata = cells.strata.length
  const scale = new Float64Array(strata)
  const centre = new Float64Array(strata)
  const lonely = new Uint8Array(strata)
  for (let h = 0; h < strata; h++) {
    const psus = cells.psusInStratum[h]
    const unsampled = unsampledShare(cells, h)
    if (psus > 1) {
      scale[h] = (unsampled * psus) / (psus - 1)
      centre[h] = 1 / psus
    } else {
      lonely[h] = 1
      scale[h] = lonelyPsu === 'adjust' ? unsampled : 0
    }
  }
  if (lonelyPsu === 'fail') refuse(cells, lonely)
  return { scale, centre, lonely, averaged: lonelyPsu === 'average' }
}

/** The factor of `average` for a domain with members in these strata; 1 under the other rules. */
export function averageFactor({ averaged, lonely }: Design, strata: readonly number[]): number {
  if (!averaged) return 1
  const proper = strata.filter(h => lonely[h] === 0).length
  return proper === 0 ? 0 : strata.length / proper
}

function unsampledShare({ fpc, psusInStratum, strata }: Cells, h: number): number {
  if (fpc === null) return 1
  if (fpc[h] <= 1) return 1 - fpc[h]
  if (fpc[h] >= psusInStratum[h]) return 1 - psusInStratum[h] / fpc[h]
  throw new EjzError(
    'fpc-below-sample',
    `stratum ${strata[h]} has ${psusInStratum[h]} PSUs in the sample but ${fpc[h]} in the population`,
    'give the number of PSUs in the population of each stratum, or a sampling fraction of at most 1',
  )
}

function refuse({ strata }: Cells, lonely: Uint8Array): void {
  const names = strata.filter((_, h) => lonely[h] === 1)
  if (names.length === 0) return
  throw new EjzError(
    'lonely-psu',
    `${names.length} strata have one PSU: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`,
    'merge them with a neighbour, or set design.lonelyPsu to adjust, certainty, average or remove',
  )
}
