/**
 * Everything an analysis leaves behind: results with their schema, tables,
 * figures, reports, and last the manifest that lists them with their checksums.
 *
 * Made in memory first, so that writing and checking see the same bytes.
 */
import { basename } from 'node:path'
import type { Problem } from '../core/error.ts'
import { type Results, resultsJsonSchema } from '../core/results.ts'
import type { Language } from '../core/study.ts'
import { figureFiles } from '../report/figure-files.ts'
import { renderReport } from '../report/page.ts'
import { loadRenderer } from '../report/render.ts'
import { resultTables } from '../report/tables.ts'
import type { Analysis } from './analyse.ts'
import { readableJson } from './json-lines.ts'
import { compareFolder, MANIFEST, type OutputFiles, sha256, writeFolder } from './output-folder.ts'

export interface OutputOptions {
  /** absolute path of the output folder */
  readonly out: string
  readonly report: boolean
  /** the first is that of the figures */
  readonly languages: readonly Language[]
}

/** Loads what writing will need, while the engine is reading. */
export async function prepareOutput(report: boolean): Promise<void> {
  if (report) await loadRenderer()
}

export async function writeOutput(analysis: Analysis, options: OutputOptions): Promise<void> {
  await writeFolder(options.out, await outputFiles(analysis, options))
}

/** What differs between a fresh analysis and the folder: nothing when every byte is the same. */
export async function checkOutput(analysis: Analysis, options: OutputOptions): Promise<Problem[]> {
  return compareFolder(options.out, await outputFiles(analysis, options))
}

async function outputFiles(analysis: Analysis, options: OutputOptions): Promise<OutputFiles> {
  const { results } = analysis
  const files = new Map<string, Uint8Array>()
  const add = (path: string, content: string) => files.set(path, Buffer.from(content))
  add('results.json', `${readableJson(results)}\n`)
  add('results.schema.json', `${JSON.stringify(resultsJsonSchema(), null, 2)}\n`)
  for (const { name, csv } of resultTables(results)) add(`tables/${name}.csv`, csv)
  if (options.report) {
    for (const [path, content] of await reportFiles(results, options.languages)) add(path, content)
  }
  add(MANIFEST, `${readableJson(manifest(analysis, files))}\n`)
  return files
}

/** Reports in every language, with the figures of each beside them. */
export async function reportFiles(
  results: Results,
  languages: readonly Language[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const language of languages) {
    files.set(`report.${language}.html`, await renderReport(results, { language }))
    for (const { path, content } of await figureFiles(results, language)) files.set(path, content)
  }
  return files
}

function manifest({ study, results }: Analysis, files: ReadonlyMap<string, Uint8Array>) {
  const { ejz, engine, options, studySha256 } = results.provenance
  return {
    ejz,
    engine,
    schemaVersion: results.schemaVersion,
    synthetic: results.synthetic,
    study: study.file === null ? null : { name: basename(study.file), sha256: studySha256 },
    inputs: results.waves.flatMap(({ source, wave, files }) =>
      files.map(file => ({ source, wave, ...file })),
    ),
    options,
    outputs: listedFiles(files),
  }
}

/** Files as the manifest lists them. */
export function listedFiles(files: ReadonlyMap<string, string | Uint8Array>) {
  return [...files].map(([path, content]) => ({
    path,
    bytes: Buffer.byteLength(content),
    sha256: sha256(content),
  }))
}
