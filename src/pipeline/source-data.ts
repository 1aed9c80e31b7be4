/** The surveyed waves of one source, read and joined: what the estimates of that source are made from. */
import type { Cells } from '../core/cells.ts'
import type { WaveEntry } from '../core/results.ts'
import type { AgeBands } from './age-bands.ts'
import type { WaveData } from './read-wave.ts'

export interface SourceData {
  readonly name: string
  /** in order of time, as in `cells` */
  readonly waves: readonly WaveData[]
  readonly entries: readonly WaveEntry[]
  readonly cells: Cells
  readonly bands: AgeBands
}

/** The six items have no "very severe": a source whose instrument changed lacks it in some waves. */
export function hasMeasure({ waves }: SourceData, position: number, measure: string): boolean {
  return waves[position].part.measures.has(measure)
}
