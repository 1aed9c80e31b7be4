/**
 * Binds a file to what ejz asks of it: which column is which, which code means what.
 *
 * What the study file declares goes before what the profile of the source
 * knows, and that before names that speak for themselves. Codes are never
 * guessed: declared, known of the source, or said by value labels. Everything
 * that does not fit is reported at once.
 */
import type { Binding } from '../core/binding.ts'
import type { DataFile } from '../core/data-file.ts'
import { EjzError, type Problem } from '../core/error.ts'
import type { ScaleId, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { answerCodes } from './answer-codes.ts'
import { bindItems } from './bind-items.ts'
import { bindWeight } from './bind-weight.ts'
import { CBS } from './cbs.ts'
import { earlierScale } from './cbs-earlier-scale.ts'
import { Columns } from './columns.ts'
import { GEZONDHEIDSMONITOR } from './gezondheidsmonitor.ts'
import { lasaProfile } from './lasa.ts'
import { MICRODATA } from './microdata.ts'
import { NIVEL, unverifiedRule } from './nivel.ts'
import type { ColumnName, Profile } from './profile.ts'
import { sexCodes } from './sex-codes.ts'

/** The manual gives no cut-off for a sub-scale of eleven items; RIVM's of 2016 is the default. */
const SUBSCALE_CUTOFF: Readonly<Record<ScaleId, number>> = { djg11: 2, djg6: 1 }

const PROFILES: readonly Profile[] = [GEZONDHEIDSMONITOR, CBS, NIVEL, MICRODATA]

export interface BindOptions {
  /** leave out design and background: a score needs the items only, and the id where there is one */
  readonly answersOnly?: boolean
}

export function bind(
  wave: WaveSpec,
  file: DataFile,
  by: readonly string[],
  { answersOnly = false }: BindOptions = {},
): Binding {
  const profile = profileOf(wave)
  const problems: Problem[] = earlierScale(wave, file)
  const columns = new Columns(file, wave.columns, problems)
  const bound = answersOnly ? bindId(profile, columns) : bindColumns(profile, wave, columns)
  const items = bindItems(profile, wave.scale, columns)
  const groups = answersOnly ? new Map<string, string>() : bindGroups(profile, bound, by, columns)
  const variables = [...items.values()].map(name => columns.variable(name))
  const answers = answerCodes(profile.answers, wave.codes, { path: file.path, variables, problems })
  const sex = sexCodes(profile.sex, wave.codes, columns, bound.sex)
  if (problems.length > 0) throw EjzError.of(problems, 'data')
  return {
    scale: wave.scale,
    missingRule: wave.missingRule,
    subscaleCutoff: wave.subscaleCutoff ?? SUBSCALE_CUTOFF[wave.scale],
    columns: bound,
    items,
    answers,
    sex,
    by: groups,
    warnings: [...stratumWarnings(profile, bound, wave), ...unverifiedRule(wave)],
  }
}

function profileOf(wave: WaveSpec): Profile {
  if (wave.profile === 'lasa') return lasaProfile(wave)
  const profile = PROFILES.find(({ id }) => id === wave.profile)
  if (profile !== undefined) return profile
  throw new EjzError(
    'not-yet',
    `data of ${wave.profile} cannot be read yet`,
    'leave this wave out, or describe its files as `source: microdata`',
    'usage',
    wave.where === null ? {} : { where: wave.where },
  )
}

function bindId({ names }: Profile, columns: Columns): Binding['columns'] {
  const id = columns.find('id', names.id)
  return id === undefined ? {} : { id }
}

function bindColumns(profile: Profile, wave: WaveSpec, columns: Columns): Binding['columns'] {
  const names: Readonly<Record<Exclude<ColumnName, 'weight'>, readonly string[]>> = profile.names
  const found: Partial<Record<ColumnName, string>> = {}
  const keep = (name: ColumnName, column: string | undefined) => {
    if (column !== undefined) found[name] = column
  }
  for (const name of ['id', 'stratum', 'psu', 'fpc', 'age', 'sex', 'municipality'] as const) {
    keep(name, columns.find(name, names[name]))
    if (found[name] === undefined && profile.required.includes(name)) columns.reportMissing(name, names[name])
  }
  if (wave.panel && found.psu === undefined) keep('psu', personOf(profile, found.id, columns))
  keep('weight', bindWeight(profile, wave, columns))
  if (stratifiesByMunicipality(profile)) keep('stratum', found.stratum ?? found.municipality)
  return found
}

/** In a panel the person is the PSU: the same in every wave. */
function personOf(profile: Profile, id: string | undefined, columns: Columns): string | undefined {
  if (id === undefined && !columns.reported('id')) columns.reportMissing('id', profile.names.id)
  return id
}

/** The monitor is drawn by municipality: that is the stratum where a file lacks its own. */
function stratifiesByMunicipality(profile: Profile): boolean {
  return profile.id === 'gezondheidsmonitor'
}

function stratumWarnings(profile: Profile, bound: Binding['columns'], wave: WaveSpec): Warning[] {
  const { stratum, municipality } = bound
  if (!stratifiesByMunicipality(profile) || stratum === undefined || stratum !== municipality) return []
  if (wave.columns.stratum !== undefined) return []
  return [
    {
      code: 'stratum_from_municipality',
      message: `no PrimaireEenheid in the file: ${stratum} serves as stratum`,
      source: wave.source,
      wave: wave.wave,
    },
  ]
}

function bindGroups(
  profile: Profile,
  bound: Binding['columns'],
  by: readonly string[],
  columns: Columns,
): ReadonlyMap<string, string> {
  const groups = new Map<string, string>()
  for (const name of by) {
    if (name === 'age' || name === 'sex' || name === 'municipality') {
      if (bound[name] === undefined && !columns.reported(name))
        columns.reportMissing(name, profile.names[name])
      continue
    }
    const column = columns.find(name, [name])
    if (column !== undefined) groups.set(name, column)
    else if (!columns.reported(name)) columns.reportMissing(name, [name])
  }
  return groups
}
