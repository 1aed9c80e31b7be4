/** What a reader must know about the records of one wave; what cannot be analysed at all is an error. */
import type { Binding } from '../core/binding.ts'
import { EjzError, type Problem } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { WaveFacts } from './wave-facts.ts'

export function waveWarnings(spec: WaveSpec, binding: Binding, facts: WaveFacts): Warning[] {
  const about = { source: spec.source, wave: spec.wave }
  const usable = facts.records - facts.unusableWeights
  const counted: readonly (readonly [Warning['code'], number, number, string])[] = [
    [
      'unusable_weight',
      facts.unusableWeights,
      facts.records,
      'without a usable weight: left out of everything',
    ],
    ['implausible_age', facts.implausibleAge, usable, 'with an implausible age: taken as missing'],
    ['missing_age', facts.missingAge, usable, 'without an age: in no age group'],
    ['missing_sex', facts.missingSex, usable, 'without a known sex: counted with neither'],
  ]
  const warnings: Warning[] = counted
    .filter(([, count]) => count > 0)
    .map(([code, count, of, what]) => ({
      code,
      count,
      message: `${count} of ${of} ${of === 1 ? 'record' : 'records'} ${what}`,
      ...about,
    }))
  warnings.push(
    ...[
      yearWarning(binding, facts),
      duplicateWarning(binding, facts),
      identityWarning(binding, facts),
      comparisonWarning(binding, facts),
    ].flatMap(warning => (warning === null ? [] : [{ ...warning, ...about }])),
  )
  const notes: readonly (readonly [Warning['code'], boolean, string])[] = [
    ['unweighted', binding.columns.weight === undefined, 'no weight: every record counts the same'],
    ['no_stratum', binding.columns.stratum === undefined, 'no stratum: the sample is taken as one stratum'],
  ]
  return [
    ...warnings,
    ...notes.filter(([, applies]) => applies).map(([code, , message]) => ({ code, message, ...about })),
  ]
}

function yearWarning({ year }: Binding, { otherYear, records }: WaveFacts): Warning | null {
  if (year === undefined || otherYear === 0) return null
  return {
    code: 'wave_contradicted',
    count: otherYear,
    message: `${otherYear} of ${records} records say another year than ${year.expected} in ${year.column}`,
    hint: `look whether the right file stands under this wave; of a file with several waves say \`columns: { wave: ${year.column} }\``,
    where: year.column,
  }
}

function duplicateWarning({ duplicates }: Binding, { repeated }: WaveFacts): Warning | null {
  const { people, records } = repeated
  if (duplicates === undefined || people === 0) return null
  const name = duplicates.identity.join(' + ')
  const fate =
    duplicates.rule === 'keep-most-complete'
      ? 'left out; of each person the most complete record is used'
      : 'counted as other people; to use the most complete of each say `duplicates: keep-most-complete`'
  return {
    code: 'duplicate_records',
    count: records,
    message: `${people} people have more than one record (${name}): ${records} records are ${fate}`,
    where: name,
    values: { people, records, rule: duplicates.rule },
  }
}

function identityWarning({ duplicates }: Binding, { repeated, records }: WaveFacts): Warning | null {
  const { unidentified } = repeated
  if (duplicates === undefined || duplicates.rule === 'count' || unidentified === 0) return null
  const name = duplicates.identity.join(' + ')
  return {
    code: 'missing_identity',
    count: unidentified,
    message: `${unidentified} of ${records} records do not say whose they are (${name}): whether they are double cannot be told, and they count`,
    where: name,
  }
}

function comparisonWarning({ delivered }: Binding, { compared }: WaveFacts): Warning | null {
  const { differ, onlyItems, onlyDelivered } = compared
  const count = differ + onlyItems + onlyDelivered
  if (delivered?.use !== 'compared' || count === 0) return null
  const { column } = delivered.total
  const parts = [
    [differ, `have another total than in ${column}`],
    [onlyItems, `have one by their items only`],
    [onlyDelivered, `have one in ${column} only`],
  ] as const
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  return {
    code: 'scores_differ',
    count,
    message: `the total scored from the items is not that of the data holder for ${count} people: ${told.join(', ')}; the items are used`,
    hint: 'the data holder may allow another number of missing answers (`missingRule`); if not, look at `codes`',
    where: column,
    values: { differ, onlyItems, onlyDelivered },
  }
}

/** A record without stratum or PSU has no place in the declared design; nor has a wave without records, or a double that is refused. */
export function refuseBrokenDesign(spec: WaveSpec, binding: Binding, facts: WaveFacts): void {
  const missing: readonly (readonly [string, string | undefined, number])[] = [
    ['stratum', binding.columns.stratum, facts.missingStratum],
    ['psu', binding.columns.psu, facts.missingPsu],
  ]
  const problems: Problem[] = missing
    .filter(([, column, count]) => column !== undefined && count > 0)
    .map(([role, column, count]) => ({
      code: 'design-incomplete',
      message: `${count} records have no ${role}`,
      hint: `fill ${column}, or declare no ${role} for this wave`,
      where: `${spec.source} ${spec.wave}, variable ${column}`,
      count,
    }))
  problems.push(...noRows(spec, binding, facts), ...refusedDoubles(spec, binding, facts))
  if (problems.length > 0) throw EjzError.of(problems, 'data')
}

function noRows({ source, wave }: WaveSpec, { rows }: Binding, { records }: WaveFacts): Problem[] {
  if (rows === undefined || records > 0) return []
  return [
    {
      code: 'no-rows-of-wave',
      message: `no row says ${rows.value} in ${rows.column}`,
      hint: `name the wave as ${rows.column} does, or take \`wave\` out of \`columns\` where the file has one wave only`,
      where: `${source} ${wave}, variable ${rows.column}`,
    },
  ]
}

function refusedDoubles(
  { source, wave }: WaveSpec,
  { duplicates }: Binding,
  { repeated }: WaveFacts,
): Problem[] {
  if (duplicates?.rule !== 'reject' || repeated.people === 0) return []
  const name = duplicates.identity.join(' + ')
  return [
    {
      code: 'duplicate-records',
      message: `${repeated.people} people have more than one record (${name}): ${repeated.records} records are one too many`,
      hint: 'take them out of the file, or write `duplicates: keep-most-complete`',
      where: `${source} ${wave}, variable ${name}`,
      count: repeated.records,
    },
  ]
}
