/** What the files call the levels of the dimensions: municipality names, groups of education. */
import type { Variable } from '../core/data-file.ts'
import { levelOf } from './level.ts'
import type { WaveData } from './read-wave.ts'

export type LevelLabels = Record<string, Record<string, string>>

/** The last wave's word stands where the waves differ. */
export function levelLabels(waves: readonly WaveData[]): LevelLabels {
  const labels: LevelLabels = {}
  for (const { binding, files } of waves) {
    const columns = new Map([...binding.by, ['municipality', binding.columns.municipality ?? '']])
    for (const [name, column] of columns) {
      const variables = files.flatMap(file => file.variables.filter(variable => variable.name === column))
      for (const variable of variables) labels[name] = { ...labels[name], ...labelsOf(name, variable) }
    }
  }
  return Object.fromEntries(Object.entries(labels).filter(([, of]) => Object.keys(of).length > 0))
}

function labelsOf(name: string, { valueLabels }: Variable): Record<string, string> {
  return Object.fromEntries(
    valueLabels.flatMap(({ value, label }) => {
      const level = levelOf(name, String(value))
      return level === null ? [] : [[level, label]]
    }),
  )
}
