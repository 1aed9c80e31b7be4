/** The files of a wave, each opened, bound to the canonical columns and registered with the engine. */
import type { Binding } from '../core/binding.ts'
import type { DataFile } from '../core/data-file.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Engine } from '../engine/engine.ts'
import { describeParquet } from '../engine/parquet-relation.ts'
import { register } from '../engine/register.ts'
import type { Relation } from '../engine/relation.ts'
import { openDataFile } from '../ingest/open.ts'
import { bind } from '../sources/bind.ts'
import { neededColumns, type ScoredOptions } from './scored.ts'

export interface OpenedFile {
  readonly file: DataFile
  readonly binding: Binding
  readonly relation: Relation
}

export interface OpenWaveOptions extends ScoredOptions {
  /** further columns, as named under `by` */
  readonly by?: readonly string[]
  /** leave out design and background: a score needs none of them */
  readonly answersOnly?: boolean
}

export async function openWave(
  engine: Engine,
  spec: WaveSpec,
  { by = [], answersOnly = false, id = false }: OpenWaveOptions = {},
): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = []
  for (const path of spec.files) {
    const file = await openDataFile(path, {
      decimal: spec.decimal,
      encoding: spec.encoding,
      describeParquet: parquet => describeParquet(engine, parquet),
    })
    const binding = bind(spec, file, by, { answersOnly })
    const numbers = [binding.columns.weight, binding.columns.fpc, binding.columns.age]
    const relation = await register(engine, file, engine.newName('file'), neededColumns(binding, { id }), {
      numbers: numbers.filter(column => column !== undefined),
    })
    opened.push({ file, binding, relation })
  }
  return opened
}
