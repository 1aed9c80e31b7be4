/**
 * How many of the target are lonely by the 11 items, by the 6 among them, by both
 * or by neither: counts and sums of weights over people with a valid score on both.
 *
 * From the answer masks of the table `usable`; sums in row order on one thread.
 */
import type { Binding } from '../core/binding.ts'
import type { Engine } from '../engine/engine.ts'
import type { CrossTable, Tally } from '../scale/bridge.ts'
import { SCALES } from '../scale/scale.ts'
import { scoreColumns } from '../scale/scoring.ts'

/** Null where the wave has not all eleven items, or nobody has a score. */
export async function bridgeCounts(
  engine: Engine,
  { scale, items, missingRule }: Pick<Binding, 'scale' | 'items' | 'missingRule'>,
  bands: readonly number[],
): Promise<CrossTable | null> {
  const { djg11, djg6 } = SCALES
  if (scale !== 'djg11' || items.size < djg11.items.length || bands.length === 0) return null
  const six = scoreColumns(djg6, missingRule).total
  const rows = await engine.inOrder(() =>
    engine.rows(`SELECT total >= ${djg11.cutoffs.lonely} AS by11, six >= ${djg6.cutoffs.lonely} AS by6,
      count(*)::DOUBLE AS n, sum(weight) AS w, sum(weight * weight) AS w2
      FROM (SELECT weight, total, ${six} AS six FROM usable WHERE band IN (${bands.join(', ')}))
      WHERE total IS NOT NULL AND six IS NOT NULL GROUP BY by11, by6`),
  )
  if (rows.length === 0) return null
  const cell = (by11: boolean, by6: boolean): Tally => {
    const row = rows.find(each => each.by11 === by11 && each.by6 === by6)
    return { n: Number(row?.n ?? 0), w: Number(row?.w ?? 0), w2: Number(row?.w2 ?? 0) }
  }
  return {
    both: cell(true, true),
    only11: cell(true, false),
    only6: cell(false, true),
    neither: cell(false, false),
  }
}
