/** `ejz score`: the answers of one wave to one row of scores per respondent, in the order of the file. */
import { resolve } from 'node:path'
import type { DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { type Engine, type EngineOptions, openEngine } from '../engine/engine.ts'
import { quotedName } from '../engine/sql-text.ts'
import { isLasaDelivery, type OpenedFile, openWave } from './open-wave.ts'
import { scoreQuery, scoreTable } from './score-table.ts'
import { refuseWarnings } from './strict.ts'
import { unknownCodes } from './unknown-codes.ts'
import { type ScoreFormat, scoreFormat, writeScores } from './write-scores.ts'

export interface ScoreRequest {
  readonly wave: WaveSpec
  readonly out: string
  /** null: by the name of the file */
  readonly format: string | null
  /** warnings refuse, before anything is written */
  readonly strict: boolean
  /** to SPSS from one SPSS file: leave out that file's own variables */
  readonly scoresOnly?: boolean
  readonly engine?: EngineOptions
}

export interface ScoreResult {
  readonly out: string
  readonly format: ScoreFormat
  readonly rows: number
  /** respondents with a valid total of the wave's scale */
  readonly valid: number
  readonly warnings: readonly Warning[]
}

export async function score(request: ScoreRequest): Promise<ScoreResult> {
  const { wave, strict, scoresOnly = false } = request
  const out = resolve(request.out)
  const format = scoreFormat(out, request.format)
  refuseWithoutFiles(wave)
  refuseOverwriting(out, wave)
  const engine = await openEngine(request.engine)
  try {
    const opened = await openWave(engine, wave, { answersOnly: true, id: true })
    const table = await scoresTable(engine, opened)
    const warnings = await warningsOf(engine, opened, wave, table.unknown)
    if (strict) refuseWarnings(warnings)
    const original = scoresOnly ? null : originalOf(wave, opened)
    await writeScores(engine, { ...table, original }, out, format)
    return { out, format, rows: table.rows, valid: table.valid, warnings }
  } finally {
    engine.close()
  }
}

function refuseWithoutFiles(wave: WaveSpec): void {
  if (wave.files.length > 0 || wave.folder !== null) return
  throw new EjzError(
    'no-microdata',
    `${wave.source} ${wave.wave} has no files with answers to score`,
    'name a wave with files of respondents',
    'usage',
    wave.where === null ? {} : { where: wave.where },
  )
}

function refuseOverwriting(out: string, wave: WaveSpec): void {
  if (!wave.files.some(file => resolve(file) === out)) return
  throw new EjzError(
    'out-is-input',
    'the scores would overwrite the data',
    'choose another name with --out',
    'usage',
    { where: out },
  )
}

/** An SPSS file on its own can be given back; several files, or a delivery that is joined, have no one form. */
function originalOf(wave: WaveSpec, [{ file }, ...others]: readonly OpenedFile[]): DataFile | null {
  return file.format === 'sav' && others.length === 0 && !isLasaDelivery(wave) ? file : null
}

/** The codes themselves are looked for only where there are any: that reads the file once more. */
async function warningsOf(
  engine: Engine,
  opened: readonly OpenedFile[],
  wave: WaveSpec,
  unknown: number,
): Promise<Warning[]> {
  const warnings: Warning[] = []
  for (const one of opened) {
    warnings.push(...one.file.warnings, ...one.binding.warnings, ...one.relation.warnings)
    if (unknown > 0) warnings.push(...(await unknownCodes(engine, one)))
  }
  return warnings.map(warning => ({ source: wave.source, wave: wave.wave, ...warning }))
}

async function scoresTable(engine: Engine, opened: readonly OpenedFile[]) {
  const columns = scoreTable(opened)
  const name = engine.newName('scores')
  await engine.run(`CREATE TABLE ${quotedName(name)} AS ${scoreQuery(opened, columns)}`)
  const total = opened[0].binding.scale === 'djg11' ? 'total11' : 'total6'
  const [counts] = await engine.rows(
    `SELECT count(*) AS n, count(${total}) AS valid, sum("unknown") AS unknown FROM ${quotedName(name)}`,
  )
  const [, date] = opened[0].spec.fieldwork
  return {
    name,
    columns,
    date,
    rows: Number(counts.n),
    valid: Number(counts.valid),
    unknown: Number(counts.unknown),
  }
}
