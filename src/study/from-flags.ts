/**
 * A study told entirely by the options of a command: data files, their source and wave.
 *
 * The options become the same raw keys a study file has and pass the same
 * checks; mistakes are located by option. One wave takes all the files; as
 * many waves as files take one file each.
 */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { EjzError, type Problem } from '../core/error.ts'
import type { Code, Study, WaveSpec } from '../core/study.ts'
import { didYouMean, similar } from '../core/suggest.ts'
import type { Path } from './finding.ts'
import { judgeStudy } from './judge.ts'
import { SOURCES } from './wave-schema.ts'

export interface Flags {
  readonly files: readonly string[]
  readonly source?: string | undefined
  readonly waves: readonly string[]
  /** from..to, one for each wave */
  readonly fieldwork?: readonly string[] | undefined
  /** canonical=actual */
  readonly columns?: readonly string[] | undefined
  /** yes=3, missing=8,9, male=1 */
  readonly codes?: readonly string[] | undefined
  /** sex, or age:sex for a crossing */
  readonly by?: readonly string[] | undefined
  readonly scale?: string | undefined
  readonly missingRule?: string | undefined
  readonly decimal?: string | undefined
  readonly encoding?: string | undefined
}

export function studyFromFlags(flags: Flags, folder: string): Study {
  const problems: Problem[] = []
  const waves = wavesOf(flags, folder, problems)
  if (problems.length > 0) throw EjzError.of(problems, 'usage')
  const source = flags.source ?? 'microdata'
  const raw = {
    title: `${source} ${flags.waves.join(', ')}`,
    ...(flags.by === undefined ? {} : { by: flags.by.flatMap(tablesOf) }),
    waves,
  }
  return judgeStudy(raw, { file: null, folder, locate: optionOf })
}

/** A single wave for scoring, which depends neither on its time nor on its name. */
export function waveFromFlags(flags: Flags, folder: string): WaveSpec {
  const wave = flags.waves[0] ?? 'wave'
  const told = { ...flags, waves: [wave], source: flags.source ?? 'microdata', fieldwork: [ANY_DAY] }
  return studyFromFlags(told, folder).waves[0]
}

const ANY_DAY = '2000-01-01..2000-01-01'

function wavesOf(flags: Flags, folder: string, problems: Problem[]): Record<string, unknown>[] {
  const shared = {
    ...sourceKeys(flags, problems),
    ...defined({
      scale: flags.scale,
      missingRule: flags.missingRule,
      decimal: flags.decimal,
      encoding: flags.encoding,
    }),
    ...columnKeys(flags, problems),
    ...codeKeys(flags, problems),
  }
  const { files, waves, fieldwork = [] } = flags
  const delivery = flags.source === 'lasa' ? files.filter(file => isFolder(resolve(folder, file))) : []
  if (waves.length === 0) {
    problems.push(
      problem('option-missing', '--wave is missing', 'name the wave, such as --wave 2022', '--wave'),
    )
  } else if (waves.length > 1 && waves.length !== files.length && delivery.length === 0) {
    const message = `${waves.length} waves for ${files.length} files`
    problems.push(
      problem('option-invalid', message, 'give one --wave, or one for each file in order', '--wave'),
    )
  } else if (fieldwork.length > 0 && fieldwork.length !== waves.length) {
    const message = `${fieldwork.length} times --fieldwork for ${waves.length} waves`
    problems.push(problem('option-invalid', message, 'give one --fieldwork for each --wave', '--fieldwork'))
  }
  return waves.map((wave, i) => ({
    ...shared,
    wave,
    ...inputOf(files, delivery, waves.length === 1 ? files : [files[i]], problems),
    ...(flags.source === 'lasa' && fieldwork[i] === undefined
      ? {}
      : { fieldwork: fieldworkOf(wave, fieldwork[i], problems) }),
  }))
}

/** LASA comes as one folder for all its waves, which also holds the days of its interviews. */
function inputOf(
  files: readonly string[],
  delivery: readonly string[],
  ofWave: readonly string[],
  problems: Problem[],
): object {
  if (delivery.length === 0) return { files: ofWave }
  if (files.length > 1) {
    const hint = 'name the folder alone: the files of a wave are found in it by their names'
    problems.push(
      problem('option-invalid', `${delivery[0]} is a folder, with other input beside it`, hint, delivery[0]),
    )
  }
  return { folder: delivery[0] }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** A name that ejz does not know is the own name of a survey, unless it looks like a slip of the pen. */
function sourceKeys({ source }: Flags, problems: Problem[]): Record<string, string> {
  if (source === undefined) {
    const hint = `choose from ${SOURCES.join(', ')}, or give your own survey a name`
    problems.push(problem('option-missing', '--source is missing', hint, '--source'))
    return {}
  }
  if (SOURCES.some(known => known === source)) return { source }
  if (similar(source, SOURCES, 1).length > 0) {
    const message = `there is no source \`${source}\``
    problems.push(problem('source-unknown', message, didYouMean(source, SOURCES), '--source'))
  }
  return { source: 'microdata', name: source }
}

/** Without --fieldwork a wave named after a year is taken to have lasted all of it. */
function fieldworkOf(wave: string, given: string | undefined, problems: Problem[]): string[] {
  if (given !== undefined) {
    const dates = given.split('..')
    if (dates.length === 2) return dates
    const hint = 'write --fieldwork 2022-09-12..2022-12-18'
    problems.push(problem('option-invalid', `\`${given}\` is not a period`, hint, '--fieldwork'))
  } else if (!/^\d{4}$/.test(wave)) {
    const message = `when was the wave \`${wave}\` held?`
    const hint = 'add --fieldwork with first and last day, such as 2022-09-12..2022-12-18'
    problems.push(problem('option-missing', message, hint, '--fieldwork'))
  }
  return [`${wave}-01-01`, `${wave}-12-31`]
}

function columnKeys({ columns = [] }: Flags, problems: Problem[]): object {
  if (columns.length === 0) return {}
  return {
    columns: Object.fromEntries(
      columns.map(text => assignment('--column', 'canonical=actual', text, problems)),
    ),
  }
}

const ANSWERS = ['yes', 'moreOrLess', 'no', 'missing']
const SEXES = ['male', 'female']

function codeKeys({ codes = [] }: Flags, problems: Problem[]): object {
  const answers: Record<string, Code[]> = {}
  const sex: Record<string, Code[]> = {}
  for (const text of codes) {
    const [meaning, values] = assignment('--code', 'yes=3', text, problems)
    if (![...ANSWERS, ...SEXES].includes(meaning)) {
      const message = `\`${meaning}\` is not the meaning of a code`
      problems.push(problem('option-invalid', message, didYouMean(meaning, [...ANSWERS, ...SEXES]), '--code'))
    }
    const group = SEXES.includes(meaning) ? sex : answers
    group[meaning] = [...(group[meaning] ?? []), ...values.split(',').map(codeOf)]
  }
  if (codes.length === 0) return {}
  return { codes: Object.keys(sex).length === 0 ? answers : { ...answers, sex } }
}

function assignment(option: string, form: string, text: string, problems: Problem[]): [string, string] {
  const at = text.indexOf('=')
  if (at > 0 && at < text.length - 1) return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  problems.push(
    problem(
      'option-invalid',
      `\`${text}\` lacks its ${at < 0 ? '=' : 'other half'}`,
      `write ${option} ${form}`,
      option,
    ),
  )
  return [text, text]
}

function codeOf(text: string): Code {
  const trimmed = text.trim()
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
}

/** "sex,age:sex" → sex, and age crossed with sex. */
function tablesOf(text: string): (string | string[])[] {
  return text.split(',').map(table => (table.includes(':') ? table.split(':') : table))
}

/** The option that says what stands at a path of the study file. */
function optionOf(path: Path): string {
  const key = path.find(step => typeof step === 'string' && OPTIONS.has(step))
  return OPTIONS.get(String(key)) ?? 'command line'
}

const OPTIONS: ReadonlyMap<string, string> = new Map([
  ['columns', '--column'],
  ['codes', '--code'],
  ['fieldwork', '--fieldwork'],
  ['by', '--by'],
  ['scale', '--scale'],
  ['missingRule', '--missing-rule'],
  ['decimal', '--decimal'],
  ['encoding', '--encoding'],
  ['source', '--source'],
  ['name', '--source'],
  ['wave', '--wave'],
])

function problem(code: string, message: string, hint: string, where: string): Problem {
  return { code, message, hint, where }
}

function defined(keys: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known: Record<string, string> = {}
  for (const [key, value] of Object.entries(keys)) if (value !== undefined) known[key] = value
  return known
}
