/** What a study text leads to: the study, or the problems with their place in the text. */
import { EjzError } from '../../src/core/error.ts'
import { parseStudy } from '../../src/study/read.ts'

export const FILE = '/somewhere/studies/trend.yaml'

/** "line:column message → hint" of every problem. */
export function problemsOf(text: string): string[] {
  try {
    parseStudy(text, FILE)
  } catch (error) {
    if (!(error instanceof EjzError)) throw error
    return error.problems.map(
      ({ where, message, hint }) => `${where?.slice(FILE.length + 1)} ${message} → ${hint}`,
    )
  }
  return []
}

/** A valid study file but for what is put in. */
export function studyWith(lines = '', wave = ''): string {
  return `title: Trend
${lines}
waves:
  - source: gezondheidsmonitor
    wave: "2020"
    files: [gm2020.sav]
    fieldwork: [2020-09-01, 2020-12-15]
${wave}`
}
