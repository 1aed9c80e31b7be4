/**
 * The demo: the synthetic study in a folder of the user's own, and its report.
 *
 * Everything the report shows comes from the copied files, by the same way as
 * any other study.
 */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EjzError } from '../core/error.ts'
import { readStudy } from '../study/read.ts'
import { type AnalyseOptions, type Analysis, analyse } from './analyse.ts'
import { DEMO_MARK } from './demo-study.ts'
import { dataPath } from './reference-data.ts'

const STUDY = 'ejz.yaml'
/** files and folders of data/demo that make the study */
const PARTS = [
  STUDY,
  'README.md',
  'study.schema.json',
  'gm2012.sav',
  'gm2016.sav',
  'gm2020.sav',
  'lasa',
  'cbs',
  'nivel',
]

/** Copies the study and analyses it there; the caller writes the output to `analysis.study.output`. */
export async function demo(folder: string, options: AnalyseOptions = {}): Promise<Analysis> {
  const place = resolve(folder)
  await refuseForeign(place)
  await mkdir(place, { recursive: true })
  for (const part of PARTS) {
    await cp(dataPath(`demo/${part}`), join(place, part), { recursive: true, force: part !== STUDY })
  }
  return analyse(await readStudy(join(place, STUDY)), options)
}

/** An empty folder may be filled, an earlier demo refreshed (but for the study file, which a user may have changed). */
async function refuseForeign(place: string): Promise<void> {
  const present = await filesIn(place)
  if (present.length === 0) return
  const study = present.includes(STUDY) ? await readFile(join(place, STUDY), 'utf8') : ''
  if (study.split('\n')[1]?.startsWith(DEMO_MARK)) return
  throw new EjzError(
    'folder-not-empty',
    `${place} holds files and is no earlier demo`,
    'name a new folder: ejz demo FOLDER',
    'usage',
  )
}

async function filesIn(place: string): Promise<string[]> {
  try {
    return existsSync(place) ? await readdir(place) : []
  } catch (cause) {
    const hint = 'name another folder: ejz demo FOLDER'
    throw new EjzError('folder-unusable', `${place} cannot be used as a folder`, hint, 'usage', { cause })
  }
}
