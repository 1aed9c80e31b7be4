/**
 * All waves of one source: the surveyed ones read one after another in order of
 * time, and joined into one table of cells; the published ones beside them.
 */
import { decimalYear, fieldworkTime } from '../core/date.ts'
import type { PopulationRow } from '../core/population.ts'
import type { Study } from '../core/study.ts'
import type { Engine } from '../engine/engine.ts'
import { roleOf } from '../trend/roles.ts'
import type { AgeBands } from './age-bands.ts'
import { bandsWithin } from './age-bands.ts'
import { joinCells } from './join-cells.ts'
import { isPublished, readPublished } from './read-published.ts'
import { dimensionNames, readWave, type WaveContext, type WaveData } from './read-wave.ts'
import { type Source, sourceOf } from './source.ts'
import type { SourceData } from './source-data.ts'
import { waveEntry } from './wave-entry.ts'
import { refuseBrokenDesign } from './wave-warnings.ts'

export interface ReadContext extends WaveContext {
  readonly population: readonly PopulationRow[]
  readonly onWave: (source: string, wave: string) => void
}

export async function readSource(engine: Engine, name: string, context: ReadContext): Promise<Source> {
  const { study, bands, onWave } = context
  const specs = study.waves.filter(({ source }) => source === name)
  const [published, surveyed] = [specs.filter(isPublished), specs.filter(spec => !isPublished(spec))]
  const waves: WaveData[] = []
  for (const spec of surveyed) {
    onWave(name, spec.wave)
    const wave = await readWave(engine, spec, context)
    refuseBrokenDesign(spec, wave.binding, wave.facts)
    waves.push(wave)
  }
  waves.sort((a, b) => fieldworkTime(a.spec.fieldwork) - fieldworkTime(b.spec.fieldwork))
  const cells = joinCells(
    waves.map(({ part }) => part),
    {
      panel: surveyed.some(({ panel }) => panel),
      names: dimensionNames(study),
      levels: new Map([
        ['age', bands.labels],
        ['sex', ['male', 'female']],
      ]),
    },
  )
  const entries = waves.map(wave => entryOf(wave, context))
  const data: SourceData = { name, waves, entries, cells, bands }
  return sourceOf(data, await Promise.all(published.map(spec => readPublished(spec, context))))
}

function entryOf(wave: WaveData, { study, bands, population }: ReadContext) {
  const onset = { t0: decimalYear(study.programme.start), lag: study.decision.lag }
  const role = roleOf(fieldworkTime(wave.spec.fieldwork), onset, wave.spec.role)
  return waveEntry(study, wave, { role, nTarget: targetRecords(study, wave, bands), population })
}

/** Records of the target with a valid total score. */
function targetRecords(study: Study, { part }: WaveData, bands: AgeBands): number {
  const [first, last] = study.target.age
  const inside = new Set(bandsWithin(bands, first, last === null ? null : last + 1).map(i => bands.labels[i]))
  const n = part.measures.get('lonely')?.n ?? new Float64Array(part.length)
  return n.reduce((total, count, row) => total + (inside.has(part.dimensions[0][row] ?? '') ? count : 0), 0)
}
