/**
 * People with more than one record in a wave.
 *
 * Records without a usable weight are out before anybody is compared, so that
 * nobody is lost for the sake of a record that could not be used. Of the others
 * the one with the fewest missing answers stays, the first in the order of the
 * files where several have as few; row order does not depend on threads. A
 * record that does not say whose it is, is nobody's double.
 */
import type { Binding } from '../core/binding.ts'
import type { Engine } from '../engine/engine.ts'

export const USABLE_WEIGHT = 'weight > 0 AND NOT isnan(weight) AND NOT isinf(weight)'

/** One row: `people` with more than one record, `records` beyond the first of each, `unidentified` records. */
export const REPEATED = 'repeated_people'

/** Marks the records that are one too many in `scored`, and counts them. */
export async function settleDuplicates(engine: Engine, binding: Binding): Promise<void> {
  if (binding.duplicates === undefined) {
    await engine.run(
      `CREATE OR REPLACE TABLE ${REPEATED} AS SELECT 0 AS people, 0 AS records, 0 AS unidentified`,
    )
    return
  }
  await engine.run(`CREATE OR REPLACE TABLE doubles AS SELECT identity FROM scored
    WHERE ${USABLE_WEIGHT} AND identity IS NOT NULL GROUP BY identity HAVING count(*) > 1`)
  await engine.run(`UPDATE scored SET repeated = true WHERE rowid IN (
    SELECT row FROM (SELECT rowid AS row, row_number() OVER (
      PARTITION BY identity ORDER BY ${missingAnswers(binding)}, rowid) AS place
      FROM scored SEMI JOIN doubles USING (identity) WHERE ${USABLE_WEIGHT}) WHERE place > 1)`)
  await engine.run(`CREATE OR REPLACE TABLE ${REPEATED} AS SELECT
    (SELECT count(*) FROM doubles) AS people,
    (SELECT count(*) FROM scored WHERE repeated) AS records,
    (SELECT count(*) FROM scored WHERE identity IS NULL AND ${USABLE_WEIGHT}) AS unidentified`)
  await engine.run('DROP TABLE doubles')
}

/** Of items the unanswered ones, of delivered scores those that are missing. */
function missingAnswers({ delivered }: Binding): string {
  if (delivered?.use !== 'scored') return 'bit_count(missing)'
  return delivered.scores.map(({ holds }) => `(${holds} IS NULL)::INTEGER`).join(' + ')
}
