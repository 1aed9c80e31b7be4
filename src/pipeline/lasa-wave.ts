/**
 * A wave of LASA as one data file: its files by topic, joined in memory on the respondent number.
 *
 * Nobody who gave answers is lost: a person whom a background file does not
 * know stays, without sex or age, and is counted. The joined file keeps LASA's
 * own names (hlo1, hage, sex …) and adds `mode`, so that the rest of ejz reads
 * it as any other.
 */
import { createHash } from 'node:crypto'
import type { DataFile, Variable } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { lasaProfile } from '../sources/lasa.ts'
import type { LasaWave } from '../sources/lasa-waves.ts'
import { type LasaAnswers, lasaAnswers } from './lasa-answers.ts'
import { type JoinedColumn, joinedColumn, joinedContent } from './lasa-columns.ts'
import { type LasaFiles, lasaFiles, missingTopic } from './lasa-folder.ts'
import { agesOf, interviews } from './lasa-interviews.ts'
import { columnIn, type LasaTable, openLasaTable, type TableColumn } from './lasa-table.ts'
import { telephoneNames } from './lasa-telephone.ts'

export interface LasaWaveOptions {
  /** further columns, as named under `by` */
  readonly by: readonly string[]
  readonly answersOnly: boolean
}

export interface OpenedLasaWave {
  readonly file: DataFile
  /** with what its files say: fieldwork, mode, which kind of scoring */
  readonly spec: WaveSpec
}

export async function openLasaWave(spec: WaveSpec, options: LasaWaveOptions): Promise<OpenedLasaWave> {
  const files = lasaFiles(spec)
  const names = columnNames(spec, files.wave, options.by)
  const tables = await openTables(spec, files, names)
  const answers = lasaAnswers(spec, files, tables)
  const held = interviews(answers.people, tables, files.wave)
  const fieldwork = fieldworkOf(spec, files, held.fieldwork, options)
  const declared = held.fieldwork === null && spec.fieldwork[0] !== '' ? spec.fieldwork : null
  const byear = columnIn(tables, 'byear')
  const ageName = spec.columns.age ?? `${files.wave.prefix}age`
  const age = columnIn(tables, ageName) ?? columnIn(tables, 'age')
  const ages = agesOf(answers.people, { age, byear }, held.dates, declared)
  if (!options.answersOnly) refuseWithoutBackground(spec, files, tables, ages !== null)
  const columns = new Map(answers.columns)
  for (const name of names) {
    const found = columnIn(tables, name)
    if (found !== null && !columns.has(name))
      columns.set(name, ofResidence(joinedColumn(name, found, answers.people), found))
  }
  if (ages !== null)
    columns.set(ageName, { variable: plainNumber(ageName, 'age at interview'), values: ages.ages })
  return {
    file: joinedFile(spec, tables, answers, columns, [
      ...answers.warnings,
      ...(options.answersOnly
        ? []
        : [
            ...unknownPeople(answers.people, tables),
            ...held.warnings,
            ...residenceWarnings(options.by, tables),
            ...(ages?.warnings ?? []),
          ]),
    ]),
    spec: { ...spec, fieldwork, mode: spec.mode ?? answers.mode, scoring: answers.scoring },
  }
}

/** Every name under which a column of the wave may be asked for, in LASA's own spelling or as declared. */
function columnNames(spec: WaveSpec, wave: LasaWave, by: readonly string[]): string[] {
  const { names, items } = lasaProfile(spec)
  const { id: _id, ...declared } = spec.columns
  return [
    ...new Set([
      ...Object.values(declared),
      ...items,
      ...['lo', 'loemo', 'losoc'].map(name => `${wave.prefix}${name}`),
      ...telephoneNames(wave),
      ...names.age,
      ...names.sex,
      ...names.municipality,
      ...['byear', 'bycohort', 'sample', `t${wave.interview}_dat`],
      ...by.map(name => spec.columns[name] ?? name),
    ]),
  ]
}

/** Background files first: what they hold goes before a column of the same name elsewhere. */
async function openTables(
  spec: WaveSpec,
  { ofTopic, other }: LasaFiles,
  names: readonly string[],
): Promise<LasaTable[]> {
  const topics = ['person', 'ages', 'residence', 'items', 'telephone', 'scores'] as const
  const paths = [...topics.flatMap(topic => ofTopic.get(topic) ?? []), ...other]
  const tables: LasaTable[] = []
  for (const path of paths) {
    const options = { encoding: spec.encoding, id: spec.columns.id ?? 'respnr' }
    tables.push(await openLasaTable(path, names, options))
  }
  return tables
}

const ANY_DAY = '2000-01-01'

/** What the study file declares goes first; a score of answers alone depends on no day. */
function fieldworkOf(
  spec: WaveSpec,
  files: LasaFiles,
  found: readonly [string, string] | null,
  { answersOnly }: LasaWaveOptions,
): WaveSpec['fieldwork'] {
  if (spec.fieldwork[0] !== '') return spec.fieldwork
  if (found !== null) return found
  if (answersOnly) return [ANY_DAY, ANY_DAY]
  const { id, interview } = files.wave
  const date = interview === null ? '' : ` (t${interview}_dat of LASAZ008.sav)`
  throw new EjzError(
    'lasa-fieldwork-unknown',
    `no file holds an interview date of the people of wave ${id}${date}`,
    'add LASAZ008.sav, or write `fieldwork: [first day, last day]` under the wave',
    'data',
    { where: spec.where ?? spec.folder ?? spec.files[0] ?? spec.wave },
  )
}

function refuseWithoutBackground(
  spec: WaveSpec,
  files: LasaFiles,
  tables: readonly LasaTable[],
  aged: boolean,
): void {
  if (columnIn(tables, spec.columns.sex ?? 'sex') === null) {
    throw missingTopic(spec, files, 'person', 'which holds sex and year of birth')
  }
  if (!aged) throw missingTopic(spec, files, 'ages', 'which holds the ages at each wave')
}

function unknownPeople(people: readonly string[], tables: readonly LasaTable[]): Warning[] {
  return tables
    .filter(({ topic }) => topic === 'person' || topic === 'ages')
    .map(({ name, rows }) => ({ name, count: people.filter(person => !rows.has(person)).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => ({
      code: 'person_not_found' as const,
      message: `${count} of ${people.length} people are not in ${name}: they count, but what it holds of them is unknown`,
      where: name,
      count,
    }))
}

/** Codes from 2000 on are provinces and countries, in the list of Statistics Netherlands that LASAZ052 uses. */
const NO_MUNICIPALITY = { kind: 'range', from: 2000, to: Number.POSITIVE_INFINITY } as const

function ofResidence(joined: JoinedColumn, { table }: TableColumn): JoinedColumn {
  const { variable, values } = joined
  if (table.topic !== 'residence' || !/^b?municipality$/i.test(variable.name)) return joined
  return { variable: { ...variable, missing: [...variable.missing, NO_MUNICIPALITY] }, values }
}

function residenceWarnings(by: readonly string[], tables: readonly LasaTable[]): Warning[] {
  const table = tables.find(({ topic }) => topic === 'residence')
  if (table === undefined || !by.includes('municipality')) return []
  const message = `the municipality in ${table.name} is the residence at the first interview`
  return [{ code: 'residence_at_baseline', message, where: table.name }]
}

function plainNumber(name: string, label: string): Variable {
  return { name, label, type: 'number', format: 'F8.2', valueLabels: [], missing: [] }
}

function joinedFile(
  spec: WaveSpec,
  tables: readonly LasaTable[],
  answers: LasaAnswers,
  columns: ReadonlyMap<string, JoinedColumn>,
  warnings: readonly Warning[],
): DataFile {
  const files = tables.map(({ file }) => file)
  return {
    path: answers.from.file.path,
    format: 'sav',
    encoding: answers.from.file.encoding,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: createHash('sha256')
      .update(files.map(({ sha256 }) => sha256).join('\n'))
      .digest('hex'),
    rows: answers.people.length,
    variables: [...columns.values()].map(({ variable }) => variable),
    notes: [...new Set(files.flatMap(({ notes }) => notes))],
    warnings: [
      ...files.flatMap(file => [
        ...file.warnings,
        ...(file.content.kind === 'columns' ? (file.content.warnings?.() ?? []) : []),
      ]),
      ...warnings.map(warning => ({ ...warning, source: spec.source, wave: spec.wave })),
    ],
    content: joinedContent(columns, answers.people.length),
    joinedFrom: files,
  }
}
