/** What a valid study file may ask for that this version of ejz cannot do: it is refused, never left out. */
import { EjzError, type Problem } from '../core/error.ts'
import type { Study, WaveSpec } from '../core/study.ts'

const UNREAD = /^replicate\d+$/

export function refuseNotYet(study: Study): void {
  const problems = notYet(study)
  if (problems.length > 0) throw EjzError.of(problems, 'usage')
}

export function notYet({ waves, primary, file }: Study): Problem[] {
  const problems = waves.flatMap(ofWave)
  if (primary !== null && !['lonely', 'severe'].includes(primary.measure)) {
    const message = `the verdict cannot rest on \`${primary.measure}\` yet`
    problems.push(problem(message, 'choose lonely or severe under `primary`', file))
  }
  return problems
}

/** Keys that are read and kept but change nothing in this version. */
export function unusedKeys({ municipalities }: Study): string[] {
  return [
    ...(municipalities.register === null ? [] : ['municipalities.register']),
    ...(municipalities.geometry === null ? [] : ['municipalities.geometry']),
  ]
}

function ofWave(wave: WaveSpec): Problem[] {
  const name = `${wave.source} ${wave.wave}`
  if (wave.figures !== undefined || wave.published !== undefined) return []
  if (wave.profile === 'rivm') {
    const message = `${name}: RIVM publishes tables of a model, no microdata`
    return [problem(message, 'name the table under `published`, such as 50120NED.csv', wave.where)]
  }
  if (wave.folder !== null && wave.profile !== 'lasa') {
    const message = `${name}: only the files of LASA are found in a folder`
    return [problem(message, 'name them under `files`', wave.where)]
  }
  const unread = Object.keys(wave.columns).filter(column => UNREAD.test(column))
  if (unread.length === 0) return []
  const message = `${name}: the ${unread.length === 1 ? 'column' : 'columns'} ${unread.join(', ')} cannot be used yet`
  return [problem(message, 'leave them out of `columns`', wave.where)]
}

function problem(message: string, hint: string, where: string | null): Problem {
  return { code: 'not-yet', message, hint, ...(where === null ? {} : { where }) }
}
