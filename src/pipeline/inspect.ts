/**
 * What a file is and holds, without a hint: survey data, a table of StatLine, a map, a folder of .sav files.
 *
 * Told by content. What is none of these is refused with the way out.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { EjzError } from '../core/error.ts'
import { fileBeginning } from '../ingest/file-blocks.ts'
import { isJsonText } from '../ingest/file-kind.ts'
import { type GeoJsonFacts, readGeoJson } from '../ingest/geojson.ts'
import { openDataFile } from '../ingest/open.ts'
import { readIfStatLine } from '../ingest/statline/read.ts'
import { lasaFileName } from '../sources/lasa-files.ts'
import { type InspectOptions, inspectSurvey, type SurveyInspection } from './inspect-survey.ts'
import { inspectTable, type TableInspection } from './inspect-table.ts'

export type Inspection = SurveyInspection | TableInspection | MapInspection | FolderInspection

export interface MapInspection extends GeoJsonFacts {
  readonly kind: 'geography'
  readonly warnings: readonly []
}

export interface FolderInspection {
  readonly kind: 'folder'
  readonly path: string
  readonly files: readonly InspectedFile[]
  readonly warnings: readonly []
}

export interface InspectedFile {
  readonly name: string
  /** of LASA, by the name of the file; Z = all waves */
  readonly wave: string | null
  readonly topic: string | null
  readonly records: number | null
  readonly variables: number
}

export async function inspect(path: string, options: InspectOptions = {}): Promise<Inspection> {
  const absolute = resolve(path)
  const isFolder = existsSync(absolute) && statSync(absolute).isDirectory()
  if (!isFolder && !isPlainFile(absolute)) return inspectSurvey(absolute, options)
  const table = await readIfStatLine(absolute)
  if (table !== null) return inspectTable(absolute, table)
  if (isFolder) return inspectFolder(absolute)
  if (isJsonText(fileBeginning(absolute, 512).toString('latin1'))) {
    return { kind: 'geography', ...readGeoJson(absolute), warnings: [] }
  }
  return inspectSurvey(absolute, options)
}

/** Anything else is explained by the reader of survey files. */
function isPlainFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile() && statSync(path).size > 0
}

async function inspectFolder(path: string): Promise<FolderInspection> {
  const names = readdirSync(path)
    .filter(name => /\.z?sav$/i.test(name))
    .sort()
  if (names.length === 0) {
    throw new EjzError(
      'unknown-folder',
      'the folder holds neither a download of StatLine nor .sav files',
      'name one of the files in it',
      'data',
      { where: path },
    )
  }
  const files: InspectedFile[] = []
  for (const name of names) {
    const { rows, variables } = await openDataFile(join(path, name))
    const lasa = lasaFileName(name)
    const [wave, topic] = lasa === null ? [null, null] : [lasa.wave, lasa.topic ?? lasa.code]
    files.push({ name, wave, topic, records: rows, variables: variables.length })
  }
  return { kind: 'folder', path, files, warnings: [] }
}
