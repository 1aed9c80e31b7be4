/** The weight of a wave: of a known source the one that belongs to loneliness in that year, and no other. */
import type { WaveSpec } from '../core/study.ts'
import type { Columns } from './columns.ts'
import type { Profile, WeightRule } from './profile.ts'

export function bindWeight({ weight }: Profile, wave: WaveSpec, columns: Columns): string | undefined {
  if (weight.kind === 'any' || columns.isDeclared('weight')) {
    return columns.find('weight', weight.kind === 'any' ? weight.names : [])
  }
  return weightOfYear(weight, wave, columns)
}

function weightOfYear(
  rule: Extract<WeightRule, { kind: 'by-year' }>,
  wave: WaveSpec,
  columns: Columns,
): string | undefined {
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
    return undefined
  }
  const column = columns.first([name])
  if (column !== undefined) return column
  if (present.length === 0) columns.reportMissing('weight', [name])
  else {
    columns.report(
      'wrong-weight',
      `${columns.fileName} lacks ${name}, the weight for loneliness in ${year}; it has ${present.join(', ')}, but ${rule.trap}`,
      `ask for the file with ${name}; if you are certain, say which weight under \`columns\`: { weight: … }`,
      present[0],
    )
  }
  return undefined
}

function yearOf({ wave, fieldwork }: WaveSpec): string {
  return /(?:19|20)\d{2}/.exec(wave)?.[0] ?? fieldwork[0].slice(0, 4)
}
