/** Finds the study file nobody named: `ejz.yaml` in this folder or the nearest one above. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EjzError } from '../core/error.ts'

const STUDY_FILE = 'ejz.yaml'

export function findStudy(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, STUDY_FILE)
    if (existsSync(candidate)) return candidate
    if (dirname(at) === at) break
  }
  throw new EjzError(
    'study-not-found',
    `there is no ${STUDY_FILE} in ${folder} or in a folder above it`,
    'name your study file, or data files with --source and --wave; `ejz demo` makes an example of one',
    'usage',
  )
}
