/**
 * The scored records of a wave as one table, `scored`, and those with a usable
 * weight as the view `usable`: every column an estimate needs, in one form.
 *
 * A column that the files do not have is filled with what its absence means: a
 * weight of 1, one stratum, no age, no sex.
 */
import type { Binding, DeliveredScore, ScoreName } from '../core/binding.ts'
import type { Engine } from '../engine/engine.ts'
import { quotedName } from '../engine/sql-text.ts'
import { SCALES } from '../scale/scale.ts'
import { scoreColumns } from '../scale/scoring.ts'
import type { AgeBands } from './age-bands.ts'
import { refuseUncutClasses } from './age-classes.ts'
import { settleDuplicates, USABLE_WEIGHT } from './duplicates.ts'
import { deliveredName } from './scored.ts'

export interface UsableOptions {
  readonly binding: Binding
  readonly bands: AgeBands
  /** dimensions beyond age and sex */
  readonly further: readonly string[]
  /** keep the column `id`, which the selects then carry */
  readonly id?: boolean
  /** the selects carry the column `suspect` */
  readonly trusted?: boolean
}

/** Ages above this are a code or a mistake. */
const OLDEST = 115

export async function createUsable(
  engine: Engine,
  selects: readonly string[],
  { binding, bands, further, id = false, trusted = false }: UsableOptions,
): Promise<void> {
  refuseUncutClasses(binding, bands)
  const present = new Set(Object.keys(binding.columns))
  const columns = [
    ...(id ? ['id'] : []),
    present.has('weight') ? 'weight' : '1.0::DOUBLE AS weight',
    present.has('stratum') ? 'stratum' : "'all' AS stratum",
    present.has('psu') ? 'psu' : 'false AS psu',
    ...(present.has('fpc') ? ['fpc'] : []),
    ...ageColumns(binding, bands),
    present.has('sex') ? 'sex' : 'NULL::TINYINT AS sex',
    ...further.map(name => dimensionColumn(name, binding)),
    binding.year === undefined ? 'false AS other_year' : 'other_year',
    ...(binding.duplicates === undefined ? [] : ['identity', 'false AS repeated']),
    ...(trusted ? ['suspect'] : []),
    'unknown::SMALLINT AS unknown',
    ...answerColumns(binding),
  ]
  const union = selects.map(select => `SELECT ${columns.join(', ')} FROM (${select})`).join(' UNION ALL ')
  await engine.run(`CREATE OR REPLACE TABLE scored AS ${union}`)
  await settleDuplicates(engine, binding)
  const once = binding.duplicates?.rule === 'keep-most-complete' ? ' AND NOT repeated' : ''
  await engine.run(`CREATE OR REPLACE VIEW usable AS SELECT * FROM scored WHERE ${USABLE_WEIGHT}${once}`)
}

/** The scores, from the answers or as delivered; `delivered` is the total that the items are held against. */
function answerColumns(binding: Binding): string[] {
  if (binding.delivered?.use === 'scored') return deliveredColumns(binding.delivered.scores)
  const { total, emotional, social } = scoreColumns(SCALES[binding.scale], binding.missingRule)
  return [
    ...['lonely', 'missing'].map(mask => `${mask}::SMALLINT AS ${mask}`),
    binding.delivered === undefined ? 'NULL::TINYINT AS delivered' : `${deliveredName('total')} AS delivered`,
    ...[
      `(${total})::TINYINT AS total`,
      `(${emotional})::TINYINT AS emotional`,
      `(${social})::TINYINT AS social`,
    ],
  ]
}

/** Without answers no masks. */
function deliveredColumns(scores: readonly DeliveredScore[]): string[] {
  const held = new Map(scores.map(({ holds }) => [holds, deliveredName(holds)]))
  const names = new Set<ScoreName>(['total', 'emotional', 'social', ...held.keys()])
  return [
    ...['lonely', 'missing'].map(mask => `NULL::SMALLINT AS ${mask}`),
    'NULL::TINYINT AS delivered',
    ...[...names].map(name => `${held.get(name) ?? 'NULL::TINYINT'} AS ${name}`),
  ]
}

/** Of a class of ages only the band is known, not the age. */
function ageColumns({ columns, ageClasses }: Binding, bands: AgeBands): string[] {
  if (columns.age === undefined)
    return ['NULL::DOUBLE AS age', 'NULL::TINYINT AS band', 'false AS implausible_age']
  const plausible = `age BETWEEN 0 AND ${OLDEST}`
  const band = bands.edges.slice(1).map(edge => `(age >= ${edge})::TINYINT`)
  return [
    ageClasses === undefined ? `CASE WHEN ${plausible} THEN age END AS age` : 'NULL::DOUBLE AS age',
    `CASE WHEN ${plausible} THEN ${band.length === 0 ? '0::TINYINT' : band.join(' + ')} END AS band`,
    `coalesce(NOT (${plausible}), false) AS implausible_age`,
  ]
}

function dimensionColumn(name: string, binding: Binding): string {
  const own = name === 'municipality' ? 'municipality' : `by_${name}`
  const present = name === 'municipality' ? binding.columns.municipality !== undefined : binding.by.has(name)
  return `${present ? quotedName(own) : 'NULL::VARCHAR'} AS ${quotedName(name)}`
}
