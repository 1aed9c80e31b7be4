/**
 * The weight of a wave: of a known source the one that belongs to loneliness in that year, and no other.
 *
 * A weight of other questions or another year is refused as long as the file has
 * the right one, also when the study file names it; where the file lacks the
 * right one, the study file may insist, and is warned.
 */
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Columns } from './columns.ts'
import type { Profile, WeightRule } from './profile.ts'
import { yearOf } from './wave-year.ts'

export interface BoundWeight {
  readonly column?: string
  readonly warnings: readonly Warning[]
}

const NONE: BoundWeight = { warnings: [] }

export function bindWeight({ weight }: Profile, wave: WaveSpec, columns: Columns): BoundWeight {
  if (weight.kind === 'by-year') {
    return columns.isDeclared('weight')
      ? declaredWeight(weight, wave, columns)
      : weightOfYear(weight, wave, columns)
  }
  const column = columns.find('weight', weight.names)
  return column === undefined ? NONE : { column, warnings: [] }
}

type ByYear = Extract<WeightRule, { kind: 'by-year' }>

function declaredWeight(rule: ByYear, wave: WaveSpec, columns: Columns): BoundWeight {
  const column = columns.find('weight', [])
  const year = yearOf(wave)
  if (column === undefined) return NONE
  const right = rule.ofYear[year]
  const isTrap = rule.traps.some(trap => sameName(trap, column))
  if (!isTrap || (right !== undefined && sameName(right, column))) return { column, warnings: [] }
  const there = right === undefined ? undefined : columns.first([right])
  if (there !== undefined) {
    columns.report(
      'wrong-weight',
      `${column} is not the weight for loneliness in ${year}: ${rule.trap}; the file has ${there}`,
      `take \`weight\` out of \`columns\`, or write \`weight: ${there}\``,
      column,
    )
    return NONE
  }
  return { column, warnings: [doubt(rule, wave, column, right)] }
}

function doubt(rule: ByYear, wave: WaveSpec, column: string, right: string | undefined): Warning {
  const known =
    right === undefined
      ? 'which weight belongs to loneliness in this year is not known'
      : `loneliness has ${right} in this year, which the file lacks`
  return {
    code: 'weight_doubtful',
    message: `${column} is used as the study file says, but ${rule.trap}: ${known}`,
    hint: 'ask the supplier for the weight that belongs to the questions on loneliness',
    source: wave.source,
    wave: wave.wave,
    where: column,
  }
}

function weightOfYear(rule: ByYear, wave: WaveSpec, columns: Columns): BoundWeight {
  const year = yearOf(wave)
  const name = rule.ofYear[year]
  const present = rule.traps.flatMap(trap => columns.first([trap]) ?? [])
  if (name === undefined) {
    const seen = present.length === 0 ? '' : ` (the file has ${present.join(', ')})`
    columns.report(
      'weight-unknown',
      `it is not known which weight belongs to loneliness in ${year}${seen}`,
      'ask the supplier, and say it under `columns`: { weight: … }',
    )
    return NONE
  }
  const column = columns.first([name])
  if (column !== undefined)
    return { column, warnings: rule.unseen.includes(year) ? [unseen(wave, column)] : [] }
  if (present.length === 0) columns.reportMissing('weight', [name])
  else {
    columns.report(
      'wrong-weight',
      `${columns.fileName} lacks ${name}, the weight for loneliness in ${year}; it has ${present.join(', ')}, but ${rule.trap}`,
      `ask for the file with ${name}; if you are certain, say which weight under \`columns\`: { weight: … }`,
      present[0],
    )
  }
  return NONE
}

function unseen(wave: WaveSpec, column: string): Warning {
  return {
    code: 'weight_doubtful',
    message: `${column} is taken as the weight for loneliness in ${yearOf(wave)}, as in other years: the codebook of that year was not seen`,
    hint: `look it up in the codebook; if it is right, write \`columns: { weight: ${column} }\``,
    source: wave.source,
    wave: wave.wave,
    where: column,
  }
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
