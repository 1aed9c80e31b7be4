/**
 * The same work in R, by the script beside the reference values; null where R or it is absent.
 *
 * The script does more than ejz is asked for here (a test and a regression), so
 * its time is also given for the common steps alone: reading, scoring, design,
 * total, age × sex with logit intervals, standardised by sex, municipalities.
 * Its fastest form is taken (no check of the strata).
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measure } from './measure.mjs'

const REFERENCE = new URL('../../../shared/reference/bench/', import.meta.url)
export const R_GENERATOR = fileURLToPath(new URL('gen.R', REFERENCE))
const SCRIPT = fileURLToPath(new URL('bench.R', REFERENCE))

export const hasR =
  existsSync(SCRIPT) &&
  spawnSync('Rscript', ['-e', 'library(data.table); library(survey); library(jsonlite)']).status === 0

const COMMON = [
  'fread',
  'score',
  'svydesign_check.strata=FALSE',
  'subset_nonmissing',
  'svymean_total',
  'svyby_agesex_svyciprop_logit',
  'svystandardize+svyby_sex',
  'svyby_gm_svymean',
]

export function runR(folder, tag, files, say) {
  say(`R, ${files.length} wave(s), once`)
  const run = measure('Rscript', [SCRIPT, tag, ...files, '--lean'], { times: 1, cwd: folder })
  const steps = JSON.parse(run.stdout.trim().split('\n').at(-1))
  const absent = COMMON.filter(step => typeof steps[step] !== 'number')
  if (absent.length > 0) throw new Error(`the R script did not time ${absent.join(', ')}`)
  return { ...run, sameSteps: COMMON.reduce((total, step) => total + steps[step], 0) }
}
