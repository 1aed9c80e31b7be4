/**
 * What a wave's records say of themselves before anything is estimated: how
 * many there are, how many cannot be used and why, and the answer patterns
 * (none where scores were delivered).
 *
 * Counts only: their order of addition does not matter, so they may run in parallel.
 */
import type { Engine } from '../engine/engine.ts'
import { REPEATED, USABLE_WEIGHT } from './duplicates.ts'

export interface WaveFacts {
  /** all records of the files */
  readonly records: number
  /** weight missing, not a number, zero or negative: out of everything */
  readonly unusableWeights: number
  /** of the usable records */
  readonly missingAge: number
  readonly implausibleAge: number
  readonly missingSex: number
  readonly missingStratum: number
  readonly missingPsu: number
  readonly unknownCodes: number
  /** records that say another year than the wave's */
  readonly otherYear: number
  /** people with more than one usable record, the records beyond their first, and records that say nobody's name */
  readonly repeated: { readonly people: number; readonly records: number; readonly unidentified: number }
  /** where the items have a delivered total beside them: how many have another one, or only one of the two */
  readonly compared: {
    readonly differ: number
    readonly onlyItems: number
    readonly onlyDelivered: number
  }
  readonly ageRange: readonly [number, number] | null
  readonly missingItems: readonly { readonly items: number; readonly records: number }[]
  /** distinct answer patterns with how often each occurs */
  readonly patterns: readonly { readonly lonely: number; readonly missing: number; readonly n: number }[]
}

/** Over the tables `scored` (all records) and `usable`. */
export async function waveFacts(engine: Engine): Promise<WaveFacts> {
  const [all] = await engine.rows(
    `SELECT count(*) AS records, count(*) FILTER (WHERE ${USABLE_WEIGHT}) AS weighted FROM scored`,
  )
  const [repeated] = await engine.rows(`SELECT people, records, unidentified FROM ${REPEATED}`)
  const [counts] = await engine.rows(`SELECT count(*) AS usable,
    count(*) FILTER (WHERE band IS NULL AND NOT implausible_age) AS missing_age,
    count(*) FILTER (WHERE implausible_age) AS implausible_age,
    count(*) FILTER (WHERE sex IS NULL) AS missing_sex,
    count(*) FILTER (WHERE stratum IS NULL) AS missing_stratum,
    count(*) FILTER (WHERE psu IS NULL) AS missing_psu,
    coalesce(sum(bit_count(unknown)), 0) AS unknown_codes,
    count(*) FILTER (WHERE other_year) AS other_year,
    count(*) FILTER (WHERE total <> delivered) AS differ,
    count(*) FILTER (WHERE delivered IS NULL AND total IS NOT NULL) AS only_items,
    count(*) FILTER (WHERE total IS NULL AND delivered IS NOT NULL) AS only_delivered,
    min(age) AS youngest, max(age) AS oldest FROM usable`)
  const missing = await engine.rows(
    'SELECT bit_count(missing) AS items, count(*) AS records FROM usable WHERE missing IS NOT NULL GROUP BY items ORDER BY items',
  )
  const records = Number(all.records)
  return {
    records,
    unusableWeights: records - Number(all.weighted),
    missingAge: Number(counts.missing_age),
    implausibleAge: Number(counts.implausible_age),
    missingSex: Number(counts.missing_sex),
    missingStratum: Number(counts.missing_stratum),
    missingPsu: Number(counts.missing_psu),
    unknownCodes: Number(counts.unknown_codes),
    otherYear: Number(counts.other_year),
    repeated: {
      people: Number(repeated.people),
      records: Number(repeated.records),
      unidentified: Number(repeated.unidentified),
    },
    compared: {
      differ: Number(counts.differ),
      onlyItems: Number(counts.only_items),
      onlyDelivered: Number(counts.only_delivered),
    },
    ageRange: counts.youngest === null ? null : [Number(counts.youngest), Number(counts.oldest)],
    missingItems: missing.map(row => ({ items: Number(row.items), records: Number(row.records) })),
    patterns: await patterns(engine),
  }
}

/** Patterns without missing answers: every sub-scale's complete records need the others too, so all are kept. */
async function patterns(engine: Engine): Promise<WaveFacts['patterns']> {
  const rows = await engine.columns(
    'SELECT lonely, missing, count(*)::INTEGER AS n FROM usable WHERE missing IS NOT NULL GROUP BY lonely, missing ORDER BY lonely, missing',
  )
  const [lonely, missing, n] = ['lonely', 'missing', 'n'].map(name => rows.get(name) ?? [])
  return Array.from(lonely, (value, i) => ({
    lonely: Number(value),
    missing: Number(missing[i]),
    n: Number(n[i]),
  }))
}
