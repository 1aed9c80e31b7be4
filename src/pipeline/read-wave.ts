/**
 * One wave from its files to cells: open, bind, score, count, reduce.
 *
 * The files of a wave are read as one. Each record is scored once, in parallel,
 * into a table; the counts and the cells come from that table, which is dropped
 * before the next wave is read, so that memory does not grow with the waves.
 */
import type { Binding } from '../core/binding.ts'
import type { DataFile } from '../core/data-file.ts'
import type { Study, WaveSpec } from '../core/study.ts'
import type { Engine } from '../engine/engine.ts'
import { type MeasureColumn, reduce } from '../engine/reduce.ts'
import { register } from '../engine/register.ts'
import { openDataFile } from '../ingest/open.ts'
import { measures } from '../scale/measures.ts'
import { SCALES } from '../scale/scale.ts'
import { bind } from '../sources/bind.ts'
import type { AgeBands } from './age-bands.ts'
import type { WavePart } from './join-cells.ts'
import { neededColumns, scoredSelect } from './scored.ts'
import { createUsable } from './usable.ts'
import { type WaveFacts, waveFacts } from './wave-facts.ts'

export interface WaveData {
  readonly spec: WaveSpec
  readonly files: readonly DataFile[]
  readonly binding: Binding
  readonly facts: WaveFacts
  readonly part: WavePart
  readonly measures: readonly MeasureColumn[]
}

/** The dimensions of the cells beside the wave: age, sex and whatever `by` names. */
export function dimensionNames(study: Study): string[] {
  return [...new Set(['age', 'sex', ...study.by.flat()])]
}

export async function readWave(
  engine: Engine,
  study: Study,
  spec: WaveSpec,
  bands: AgeBands,
): Promise<WaveData> {
  const [, , ...further] = dimensionNames(study)
  const { files, bindings, selects } = await scoredFiles(engine, spec, further)
  const [binding] = bindings
  await createUsable(engine, selects, { binding, bands, further })
  const facts = await waveFacts(engine)
  const columns = measureColumns(binding)
  const cells = await reduce(engine, {
    table: 'usable',
    dimensions: ['band', 'sex', ...further],
    measures: columns,
    psu: binding.columns.psu !== undefined,
    fpc: binding.columns.fpc !== undefined,
  })
  return { spec, files, binding, facts, part: partOf(cells, spec, bands), measures: columns }
}

interface ScoredFiles {
  readonly files: DataFile[]
  readonly bindings: Binding[]
  /** one query per file, all with the same columns */
  readonly selects: string[]
}

async function scoredFiles(engine: Engine, spec: WaveSpec, by: readonly string[]): Promise<ScoredFiles> {
  const scored: ScoredFiles = { files: [], bindings: [], selects: [] }
  for (const path of spec.files) {
    const file = await openDataFile(path, { decimal: spec.decimal, encoding: spec.encoding })
    const binding = bind(spec, file, by)
    const relation = await register(engine, file, engine.newName('file'), neededColumns(binding))
    scored.files.push(file)
    scored.bindings.push(binding)
    scored.selects.push(scoredSelect(relation, binding, file))
  }
  return scored
}

function measureColumns(binding: Binding): MeasureColumn[] {
  return measures(SCALES[binding.scale], binding.subscaleCutoff).map(measure => ({
    ...measure,
    score: measure.name === 'emotional' || measure.name === 'social' ? measure.name : 'total',
  }))
}

function partOf(cells: Awaited<ReturnType<typeof reduce>>, spec: WaveSpec, bands: AgeBands): WavePart {
  const [ages, ...others] = cells.dimensions
  const labels = ages.map(band => (band === null ? null : bands.labels[Number(band)]))
  return { ...cells, wave: spec.wave, dimensions: [labels, ...others] }
}
