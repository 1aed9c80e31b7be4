/**
 * The scored records of a wave as one table, `scored`, and those with a usable
 * weight as the view `usable`: every column an estimate needs, in one form.
 *
 * A column that the files do not have is filled with what its absence means: a
 * weight of 1, one stratum, no age, no sex.
 */
import type { Binding } from '../core/binding.ts'
import type { Engine } from '../engine/engine.ts'
import { quotedName } from '../engine/sql-text.ts'
import { SCALES } from '../scale/scale.ts'
import { scoreColumns } from '../scale/scoring.ts'
import type { AgeBands } from './age-bands.ts'

export interface UsableOptions {
  readonly binding: Binding
  readonly bands: AgeBands
  /** dimensions beyond age and sex */
  readonly further: readonly string[]
  /** the selects carry the column `suspect` */
  readonly trusted?: boolean
}

/** Ages above this are a code or a mistake. */
const OLDEST = 115

export async function createUsable(
  engine: Engine,
  selects: readonly string[],
  { binding, bands, further, trusted = false }: UsableOptions,
): Promise<void> {
  const { total, emotional, social } = scoreColumns(SCALES[binding.scale], binding.missingRule)
  const present = new Set(Object.keys(binding.columns))
  const columns = [
    present.has('weight') ? 'weight' : '1.0::DOUBLE AS weight',
    present.has('stratum') ? 'stratum' : "'all' AS stratum",
    present.has('psu') ? 'psu' : 'false AS psu',
    ...(present.has('fpc') ? ['fpc'] : []),
    ...ageColumns(present.has('age'), bands),
    present.has('sex') ? 'sex' : 'NULL::TINYINT AS sex',
    ...further.map(name => dimensionColumn(name, binding)),
    ...['lonely', 'missing', 'unknown'].map(mask => `${mask}::SMALLINT AS ${mask}`),
    ...(trusted ? ['suspect'] : []),
    ...[
      `(${total})::TINYINT AS total`,
      `(${emotional})::TINYINT AS emotional`,
      `(${social})::TINYINT AS social`,
    ],
  ]
  const union = selects.map(select => `SELECT ${columns.join(', ')} FROM (${select})`).join(' UNION ALL ')
  await engine.run(`CREATE OR REPLACE TABLE scored AS ${union}`)
  await engine.run(
    'CREATE OR REPLACE VIEW usable AS SELECT * FROM scored WHERE weight > 0 AND NOT isnan(weight) AND NOT isinf(weight)',
  )
}

function ageColumns(present: boolean, bands: AgeBands): string[] {
  if (!present) return ['NULL::DOUBLE AS age', 'NULL::TINYINT AS band', 'false AS implausible_age']
  const plausible = `age BETWEEN 0 AND ${OLDEST}`
  const band = bands.edges.slice(1).map(edge => `(age >= ${edge})::TINYINT`)
  return [
    `CASE WHEN ${plausible} THEN age END AS age`,
    `CASE WHEN ${plausible} THEN ${band.length === 0 ? '0::TINYINT' : band.join(' + ')} END AS band`,
    `coalesce(NOT (${plausible}), false) AS implausible_age`,
  ]
}

function dimensionColumn(name: string, binding: Binding): string {
  const own = name === 'municipality' ? 'municipality' : `by_${name}`
  const present = name === 'municipality' ? binding.columns.municipality !== undefined : binding.by.has(name)
  return `${present ? quotedName(own) : 'NULL::VARCHAR'} AS ${quotedName(name)}`
}
