/**
 * Makes the files of the demo study anew: those of the four studies, the study file, its page and its schema.
 *
 * Every file says that it is synthetic: a .sav in its label and documents, a
 * table in its title, a CSV in a column. Byte compression, whose bytes are the
 * same on every machine. Each study draws its own random numbers, so that a
 * change of one leaves the files of the others as they are.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { seededRandom } from '../core/random.ts'
import { writeSav } from '../ingest/sav-write.ts'
import { zipOf } from '../ingest/zip-write.ts'
import { cbsCells } from './demo-cbs.ts'
import { demoColumns } from './demo-codebook.ts'
import type { DemoColumn } from './demo-codebook-entry.ts'
import { lasaDemo } from './demo-lasa.ts'
import { nivelWaves } from './demo-nivel.ts'
import { demoReadme } from './demo-readme.ts'
import { demoRespondents } from './demo-respondents.ts'
import { type DemoScenario, PUBLISHED_FIGURES } from './demo-scenario.ts'
import { statlineFiles } from './demo-statline.ts'
import { CBS_FILE, demoStudy, monitorFile, nivelFile } from './demo-study.ts'
import { jsonSchema } from './schema.ts'

const SEED = 75

/** Returns the names of the files. */
export async function writeDemoFiles(
  folder: string,
  scenario: DemoScenario = PUBLISHED_FIGURES,
): Promise<string[]> {
  const waves = demoRespondents({ seed: SEED, scenario })
  const lasa = lasaDemo(seededRandom(SEED + 1), scenario)
  const cells = cbsCells(seededRandom(SEED + 2), scenario)
  const nivel = nivelWaves(seededRandom(SEED + 3), scenario)
  const years = scenario.cbs.map(({ year }) => year)
  const files: DemoFile[] = [
    ...waves.map(wave => {
      const { year } = wave.targets
      const columns = demoColumns(wave, scenario.sixItemsFrom)
      return sav(monitorFile(year), columns, `${year}`, `Gezondheidsmonitor ${year}`)
    }),
    ...lasa.files.map(({ name, columns }) => sav(`lasa/${name}`, columns, name, 'LASA study')),
    { name: CBS_FILE, content: zipOf(statlineFiles(cells)) },
    ...nivel.map(({ year, csv }) => ({ name: nivelFile(year), content: csv })),
    { name: 'ejz.yaml', content: demoStudy(scenario) },
    { name: 'README.md', content: demoReadme(SEED, { waves, lasa, nivel, years }) },
    { name: 'study.schema.json', content: `${JSON.stringify(await jsonSchema('study'), null, 2)}\n` },
  ]
  for (const file of files) write(join(folder, file.name), file)
  return files.map(({ name }) => name)
}

interface DemoFile {
  readonly name: string
  readonly content: string | Uint8Array | Sav
}

interface Sav {
  readonly columns: readonly DemoColumn[]
  readonly about: string
  readonly study: string
}

function sav(name: string, columns: readonly DemoColumn[], about: string, study: string): DemoFile {
  return { name, content: { columns, about, study } }
}

function write(path: string, { content }: DemoFile): void {
  mkdirSync(dirname(path), { recursive: true })
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content)
  else writeDemoSav(path, content)
}

function writeDemoSav(path: string, { columns, about, study }: Sav): void {
  writeSav(path, {
    columns: columns.map(({ variable, values }) => ({ ...variable, type: 'number', values })),
    fileLabel: `SYNTHETISCH / SYNTHETIC demo ${about}, no real respondents`,
    notes: [
      `SYNTHETISCH / SYNTHETIC: invented respondents in the form of the`,
      `${study}. No real respondent, municipality or stratum is in`,
      `this file. Made by ejz, seed ${SEED}; see README.md beside it.`,
    ],
    created: '2026-01-01',
  })
}
