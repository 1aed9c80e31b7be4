/**
 * The study a command is about: a study file named or found, or data files with options.
 *
 * What this version cannot do yet is refused here, and files that are not there.
 */
import { resolve } from 'node:path'
import { EjzError } from '../core/error.ts'
import type { Language, Study, WaveSpec } from '../core/study.ts'
import { findStudy } from '../study/find.ts'
import { type Flags, studyFromFlags, waveFromFlags } from '../study/from-flags.ts'
import { missingFiles } from '../study/missing-files.ts'
import { refuseNotYet, unusedKeys } from '../study/not-yet.ts'
import { readStudy } from '../study/read.ts'

export interface StudyRequest {
  readonly cwd: string
  /** a study file, data files, or nothing */
  readonly inputs: readonly string[]
  readonly flags: Omit<Flags, 'files'>
  readonly out?: string | undefined
  readonly language?: Language | undefined
}

export async function loadStudy(request: StudyRequest): Promise<Study> {
  const study = await requestedStudy(request)
  refuseNotYet(study)
  const absent = missingFiles(study)
  if (absent.length > 0) throw EjzError.of(absent, 'data')
  return study
}

/** The study as it is written, whether or not this version can analyse it. */
export async function requestedStudy({ cwd, inputs, flags, out, language }: StudyRequest): Promise<Study> {
  const study = await studyOf(cwd, inputs, flags)
  return {
    ...study,
    output: out === undefined ? study.output : resolve(cwd, out),
    language: language ?? study.language,
  }
}

/** What was decided for the user, or left aside, before anything is read. */
export function remarks(study: Study, told: { readonly fieldwork: boolean }): string[] {
  const unused = unusedKeys(study)
  return [
    ...(study.file === null && !told.fieldwork && wavesOf(study) !== ''
      ? [`fieldwork taken as the whole of ${wavesOf(study)}; say otherwise with --fieldwork from..to`]
      : []),
    ...(unused.length === 0 ? [] : [`not used by this version of ejz: ${unused.join(', ')}`]),
  ]
}

/** Those of LASA say themselves when they were held. */
function wavesOf({ waves }: Study): string {
  return waves
    .filter(({ profile }) => profile !== 'lasa')
    .map(({ wave }) => wave)
    .join(', ')
}

/** One wave to score: of a study file (the only one, or the one named), or told by options. */
export async function loadWave({ cwd, inputs, flags }: StudyRequest): Promise<WaveSpec> {
  if (!inputs.some(isStudyFile)) return waveFromFlags({ ...flags, files: inputs }, cwd)
  const { waves } = await loadStudy({ cwd, inputs, flags: { waves: [] } })
  const [name] = flags.waves
  const wanted = waves.filter(wave => name === undefined || wave.wave === name)
  if (wanted.length === 1) return wanted[0]
  const names = waves.map(({ wave }) => wave).join(', ')
  throw new EjzError(
    'wave-unclear',
    name === undefined
      ? `the study has ${waves.length} waves`
      : `the study has ${wanted.length} waves named ${name}`,
    `say which one with --wave: ${names}`,
    'usage',
    { where: inputs[0] },
  )
}

function studyOf(
  cwd: string,
  inputs: readonly string[],
  flags: Omit<Flags, 'files'>,
): Promise<Study> | Study {
  const told = flagNames(flags)
  if (inputs.some(isStudyFile)) {
    if (inputs.length === 1 && told.length === 0) return readStudy(resolve(cwd, inputs[0]))
    throw usage(
      inputs.length === 1
        ? `a study file says everything itself: ${told.join(', ')} cannot be added`
        : 'one study file at a time, and no data files beside it',
      'change the study file, or name data files instead of it',
    )
  }
  if (inputs.length > 0) return studyFromFlags({ ...flags, files: inputs }, cwd)
  if (told.length === 0) return readStudy(findStudy(cwd))
  throw usage(
    `${told.join(', ')} without data files`,
    'name the data files first: ejz analyse FILE… --source NAME --wave W',
  )
}

function flagNames(flags: Omit<Flags, 'files'>): string[] {
  const names: readonly (readonly [string, unknown])[] = [
    ['--source', flags.source],
    ['--wave', flags.waves[0]],
    ['--fieldwork', flags.fieldwork],
    ['--column', flags.columns],
    ['--code', flags.codes],
    ['--by', flags.by],
    ['--scale', flags.scale],
    ['--missing-rule', flags.missingRule],
    ['--decimal', flags.decimal],
    ['--encoding', flags.encoding],
  ]
  return names.filter(([, value]) => value !== undefined).map(([name]) => name)
}

function isStudyFile(input: string): boolean {
  return /\.ya?ml$/i.test(input)
}

function usage(message: string, hint: string): EjzError {
  return new EjzError('wrong-use', message, hint, 'usage')
}
