/** The year of a wave, and where the file says another one: a column of years, or its name. */
import { basename } from 'node:path'
import type { Binding } from '../core/binding.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Columns } from './columns.ts'
import type { Profile } from './profile.ts'

export function yearOf({ wave, fieldwork }: Pick<WaveSpec, 'wave' | 'fieldwork'>): string {
  return /(?:19|20)\d{2}/.exec(wave)?.[0] ?? fieldwork[0].slice(0, 4)
}

/** Nothing where that column chooses the rows of the wave. */
export function bindYear(
  { year = [] }: Profile,
  wave: WaveSpec,
  columns: Columns,
  rows: Binding['rows'],
): Binding['year'] {
  const column = columns.first(year)
  return column === undefined || column === rows?.column
    ? undefined
    : { column, expected: Number(yearOf(wave)) }
}

/** A year in the name of a file that is not the wave's: GEZOMONITOR2016V1.SAV under 2020. */
export function fileNameWarnings({ year }: Profile, wave: WaveSpec, path: string): Warning[] {
  const name = basename(path)
  const years = [...name.matchAll(/(?<!\d)20[12]\d(?!\d)/g)].map(([found]) => found)
  const expected = yearOf(wave)
  if (year === undefined || years.length === 0 || years.includes(expected)) return []
  return [
    {
      code: 'wave_contradicted',
      message: `the name of ${name} says ${years.join(' and ')}, the study file ${expected}`,
      hint: 'look whether the right file stands under this wave',
      source: wave.source,
      wave: wave.wave,
      where: name,
    },
  ]
}
