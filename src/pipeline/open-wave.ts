/** The files of a wave, each opened, bound to the canonical columns and registered with the engine. */
import type { Binding } from '../core/binding.ts'
import type { DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import { trustCsv } from '../engine/csv-trust.ts'
import type { Engine } from '../engine/engine.ts'
import { describeParquet } from '../engine/parquet-relation.ts'
import { register } from '../engine/register.ts'
import type { View } from '../engine/relation.ts'
import { openDataFile } from '../ingest/open.ts'
import { bind } from '../sources/bind.ts'
import { lasaWave } from '../sources/lasa-waves.ts'
import { neededColumns, type ScoredOptions } from './scored.ts'

export interface OpenedFile {
  /** the wave it belongs to, with what its files say of it */
  readonly spec: WaveSpec
  readonly file: DataFile
  readonly binding: Binding
  readonly relation: View
  /** after the one reading of a file taken at its word: whether every row fitted */
  readonly held?: () => Promise<boolean>
}

export interface OpenWaveOptions extends ScoredOptions {
  /** further columns, as named under `by` */
  readonly by?: readonly string[]
  /** leave out design and background: a score needs none of them */
  readonly answersOnly?: boolean
  /** take a CSV at its word, to be read once; then ask `held` */
  readonly trust?: boolean
}

export async function openWave(
  engine: Engine,
  spec: WaveSpec,
  options: OpenWaveOptions = {},
): Promise<OpenedFile[]> {
  if (isLasaDelivery(spec)) return [await openLasa(engine, spec, options)]
  const opened: OpenedFile[] = []
  for (const path of spec.files) opened.push(await openFile(engine, spec, path, options))
  return opened
}

async function openFile(
  engine: Engine,
  spec: WaveSpec,
  path: string,
  options: OpenWaveOptions,
): Promise<OpenedFile> {
  const file = await openDataFile(path, {
    decimal: spec.decimal,
    encoding: spec.encoding,
    describeParquet: parquet => describeParquet(engine, parquet),
  })
  refuseTimeless(spec)
  const opened = await bound(engine, spec, file, options)
  refuseUnsettledScores(opened)
  return opened
}

/** As LASA delivers: .sav files by topic, in a folder or named. */
export function isLasaDelivery({ profile, folder, files }: WaveSpec): boolean {
  return (
    profile === 'lasa' && (folder !== null || (files.length > 0 && files.every(file => /\.sav$/i.test(file))))
  )
}

async function openLasa(engine: Engine, told: WaveSpec, options: OpenWaveOptions): Promise<OpenedFile> {
  const { openLasaWave } = await import('./lasa-wave.ts')
  const { by = [], answersOnly = false } = options
  const { spec, file } = await openLasaWave(told, { by, answersOnly })
  return bound(engine, spec, file, options)
}

/** Only LASA's own files hold the days of its interviews. */
function refuseTimeless({ fieldwork, files, where, wave }: WaveSpec): void {
  if (fieldwork[0] !== '') return
  const hint = 'write `fieldwork: [first day, last day]` under the wave'
  throw new EjzError('lasa-fieldwork-unknown', `when was wave ${wave} held?`, hint, 'usage', {
    where: where ?? files[0],
  })
}

/** Whether an emotional 6 of these waves is a score is settled where LASA's own files are joined. */
function refuseUnsettledScores({ spec, file, binding }: OpenedFile): void {
  const unsettled = spec.profile === 'lasa' && lasaWave(spec.wave)?.nonresponse.emotional.includes(6)
  if (!unsettled || binding.delivered?.use !== 'scored') return
  if (!binding.delivered.scores.some(({ holds }) => holds === 'emotional')) return
  const message = `an emotional score of 6 also means "no interview" in wave ${spec.wave}, and only LASA's own .sav files tell them apart here`
  const hint = 'name the .sav files, or score the items: scoring: items'
  throw new EjzError('ambiguous-code', message, hint, 'data', { where: file.path })
}

async function bound(
  engine: Engine,
  spec: WaveSpec,
  file: DataFile,
  { by = [], answersOnly = false, id = false, trust = false }: OpenWaveOptions,
): Promise<OpenedFile> {
  const binding = bind(spec, file, by, { answersOnly })
  const columns = neededColumns(binding, { id })
  const numbers = [binding.columns.weight, binding.columns.fpc, binding.columns.age].filter(
    column => column !== undefined,
  )
  if (trust && file.content.kind === 'csv') {
    const relation = await trustCsv(engine, file, file.content, columns, numbers)
    return { spec, file, binding, relation, held: relation.held }
  }
  const relation = await register(engine, file, engine.newName('file'), columns, { numbers })
  return { spec, file, binding, relation }
}
