/**
 * Makes the files of the demo study anew: three .sav, their page, and the schema of the study file.
 *
 * Every .sav says in its label and its documents that it is synthetic. Byte
 * compression, whose bytes are the same on every machine.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSav } from '../ingest/sav-write.ts'
import { demoColumns } from './demo-codebook.ts'
import { demoReadme } from './demo-readme.ts'
import { type DemoWave, demoRespondents } from './demo-respondents.ts'
import { PUBLISHED_FIGURES } from './demo-scenario.ts'
import { jsonSchema } from './schema.ts'

const SEED = 75

/** Returns the names of the files. */
export async function writeDemoFiles(folder: string): Promise<string[]> {
  const waves = demoRespondents({ seed: SEED, scenario: PUBLISHED_FIGURES })
  for (const wave of waves) writeWave(join(folder, fileOf(wave)), wave)
  writeFileSync(join(folder, 'README.md'), demoReadme(SEED, waves))
  const schema = await jsonSchema('study')
  writeFileSync(join(folder, 'study.schema.json'), `${JSON.stringify(schema, null, 2)}\n`)
  return [...waves.map(fileOf), 'README.md', 'study.schema.json']
}

function fileOf({ targets: { year } }: DemoWave): string {
  return `gm${year}.sav`
}

function writeWave(path: string, wave: DemoWave): void {
  const { year } = wave.targets
  writeSav(path, {
    columns: demoColumns(wave).map(({ variable, values }) => ({ ...variable, type: 'number', values })),
    fileLabel: `SYNTHETISCH / SYNTHETIC demo ${year}, no real respondents`,
    notes: [
      `SYNTHETISCH / SYNTHETIC: invented respondents in the form of the`,
      `Gezondheidsmonitor ${year}. No real respondent, municipality or stratum is in`,
      `this file. Made by ejz, seed ${SEED}; see README.md beside it.`,
    ],
    created: '2026-01-01',
  })
}
