/**
 * `ejz report`: renders the report again from results, without the data.
 *
 * In the folder of the analysis the other files stay as they are and the
 * manifest is brought up to date; elsewhere the results and tables come along,
 * so that every link of the report works.
 */
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EjzError } from '../core/error.ts'
import { type Results, resultsSchema } from '../core/results.ts'
import type { Language } from '../core/study.ts'
import { resultTables } from '../report/tables.ts'
import { readableJson } from './json-lines.ts'
import { listedFiles, reportFiles } from './output.ts'
import { MANIFEST, writeFolder } from './output-folder.ts'

export interface ReportRequest {
  /** absolute path of an output folder or of its results.json */
  readonly path: string
  /** absolute path; null = beside the results */
  readonly out: string | null
  readonly languages: readonly Language[]
}

/** Gives the folder that was written and the reports in it. */
export async function report({ path, out, languages }: ReportRequest) {
  const place = existsSync(path) && statSync(path).isDirectory() ? join(path, 'results.json') : path
  const text = await readResults(place)
  const results = parseResults(text, place)
  const folder = out ?? dirname(place)
  const before = await earlierFiles(dirname(place), folder)
  const files = new Map<string, string>([...before, ['results.json', text]])
  for (const { name, csv } of resultTables(results)) files.set(`tables/${name}.csv`, csv)
  for (const [name, content] of await reportFiles(results, languages)) files.set(name, content)
  files.delete(MANIFEST)
  files.set(MANIFEST, `${readableJson(await manifestAgain(dirname(place), results, files))}\n`)
  await writeFolder(folder, files)
  return { folder, reports: languages.map(language => `report.${language}.html`) }
}

async function readResults(place: string): Promise<string> {
  try {
    return await readFile(place, 'utf8')
  } catch (cause) {
    throw new EjzError(
      'results-unreadable',
      'there are no results to report',
      'name the folder that ejz analyse wrote, or its results.json',
      'usage',
      { where: place, cause },
    )
  }
}

function parseResults(text: string, place: string): Results {
  const hint = 'name a results.json that this version of ejz wrote, or run ejz analyse again'
  try {
    const parsed = resultsSchema.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new EjzError('results-invalid', `${issue.path.join('.')}: ${issue.message}`, hint, 'data', {
      where: place,
    })
  } catch (cause) {
    if (cause instanceof EjzError) throw cause
    throw new EjzError('results-invalid', 'the file is no JSON', hint, 'data', { where: place, cause })
  }
}

/** What the analysis wrote, when the report goes into the same folder. */
async function earlierFiles(source: string, folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  if (source !== folder) return files
  for (const path of await listedPaths(source)) {
    const place = join(source, path)
    if (existsSync(place)) files.set(path, await readFile(place, 'utf8'))
  }
  return files
}

async function listedPaths(folder: string): Promise<string[]> {
  const outputs = (await readManifest(folder)).outputs
  return Array.isArray(outputs) ? outputs.map(output => String(output.path)) : []
}

/** The manifest of the analysis with the files as they are now; without one, what the results tell. */
async function manifestAgain(folder: string, results: Results, files: ReadonlyMap<string, string>) {
  const { ejz, engine, options } = results.provenance
  const known = await readManifest(folder)
  const about = Object.keys(known).length > 0 ? known : { ejz, engine, synthetic: results.synthetic, options }
  return { ...about, outputs: listedFiles(files) }
}

async function readManifest(folder: string): Promise<Record<string, unknown>> {
  const place = join(folder, MANIFEST)
  if (!existsSync(place)) return {}
  const manifest: unknown = JSON.parse(await readFile(place, 'utf8'))
  return typeof manifest === 'object' && manifest !== null ? { ...manifest } : {}
}
