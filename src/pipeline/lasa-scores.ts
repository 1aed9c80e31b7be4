/**
 * LASA's own scores of a wave, freed of the codes that look like scores.
 *
 * In waves B to F an emotional score of 6 is both the highest score and "unit
 * nonresponse", and 7 to 9 are nonresponse of both sub-scales; social scores end
 * at 5. An emotional 6 counts where the same record has a total of 6 or more,
 * which only a real score can have; otherwise it is missing. All are counted.
 *
 * Source: LASA273_varinfo, transcribed in Highmeadows/CleanLASA (MIT): reference/scale/lasa273_codes.csv.
 * Checked against: R 4.2 on the files it wrote (test/reference/lasa.R).
 */
import type { Warning } from '../core/warning.ts'
import type { LasaWave } from '../sources/lasa-waves.ts'
import { type LasaTable, numberAt } from './lasa-table.ts'

export interface LasaScores {
  /** by the names of the columns, in the order of the people; null for a column that needs no change */
  readonly replaced: ReadonlyMap<string, Float64Array>
  readonly warnings: readonly Warning[]
}

export interface ScoreNames {
  readonly total: string
  readonly emotional: string
  readonly social: string
}

const HIGHEST = 6

export function lasaScores(
  people: readonly string[],
  table: LasaTable,
  names: ScoreNames,
  wave: LasaWave,
): LasaScores {
  const column = (name: string) => table.columns.get(name.toLowerCase())
  const valuesOf = (name: string) => {
    const found = column(name)
    if (found === undefined) return null
    return Float64Array.from(people, person => numberAt(found, table.rows.get(person)))
  }
  const [total, emotional, social] = [names.total, names.emotional, names.social].map(valuesOf)
  const { nonresponse } = wave
  const replaced = new Map<string, Float64Array>()
  const sixes = { all: 0, dropped: 0 }
  if (emotional !== null && nonresponse.emotional.length > 0) {
    const kept = emotional.map((value, i) => {
      if (value !== HIGHEST) return nonresponse.emotional.includes(value) ? Number.NaN : value
      sixes.all++
      if ((total?.[i] ?? Number.NaN) >= HIGHEST) return value
      sixes.dropped++
      return Number.NaN
    })
    replaced.set(names.emotional, kept)
  }
  if (social !== null && nonresponse.social.length > 0) {
    replaced.set(
      names.social,
      social.map(value => (nonresponse.social.includes(value) ? Number.NaN : value)),
    )
  }
  return {
    replaced,
    warnings: [...(sixes.all === 0 ? [] : [ambiguous(table, names.emotional, sixes)]), ...ruleWarnings(wave)],
  }
}

function ambiguous(
  table: LasaTable,
  name: string,
  { all, dropped }: { all: number; dropped: number },
): Warning {
  return {
    code: 'ambiguous_code',
    message: `an emotional score of 6 also means "no interview" in this wave: of ${all} the ${dropped} without a total score of 6 or more are taken as missing`,
    hint: 'score the items instead: scoring: items',
    where: `${table.name}, variable ${name}`,
    count: all,
    values: { all, missing: dropped },
  }
}

function ruleWarnings({ id, missingAllowed }: LasaWave): Warning[] {
  if (missingAllowed !== null) return []
  return [
    {
      code: 'codes_not_documented',
      message: `no open list of labels says with how many missing answers LASA made a score in wave ${id}`,
      hint: 'score the items instead: scoring: items',
    },
  ]
}
