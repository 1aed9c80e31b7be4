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
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { answerCodes } from './answer-codes.ts'
import { type BoundAge, bindAge, textOf } from './bind-age.ts'
import { bindAnswers } from './bind-answers.ts'
import { bindDuplicates } from './bind-duplicates.ts'
import { bindWeight } from './bind-weight.ts'
import { earlierScale } from './cbs-earlier-scale.ts'
import { Columns } from './columns.ts'
import { unverifiedRule } from './nivel.ts'
import type { ColumnName, Profile } from './profile.ts'
import { profileOf } from './profiles.ts'
import { sexCodes } from './sex-codes.ts'
import { bindYear, fileNameWarnings } from './wave-year.ts'

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
  const background = answersOnly ? idOnly(profile, columns) : bindBackground(profile, wave, columns)
  const { items, warnings, ...scoring } = bindAnswers(profile, wave, columns, answersOnly)
  const groups = answersOnly
    ? new Map<string, string>()
    : bindGroups(profile, background.columns, by, columns)
  const variables = [...items.values()].map(name => columns.variable(name))
  const answers = answerCodes(profile.answers, wave.codes, { path: file.path, variables, problems })
  const sex = sexCodes(profile.sex, wave.codes, columns, background.columns.sex)
  const rows = bindRows(wave, columns)
  const { warnings: doubts, ...bound } = background
  const checks = answersOnly ? {} : bindChecks(profile, wave, columns, { rows, id: bound.columns.id })
  if (problems.length > 0) throw EjzError.of(problems, 'data')
  return {
    scale: wave.scale,
    missingRule: wave.missingRule,
    ...scoring,
    ...bound,
    items,
    answers,
    sex,
    by: groups,
    ...(rows === undefined ? {} : { rows }),
    ...checks,
    warnings: [
      ...doubts,
      ...warnings,
      ...fileNameWarnings(profile, wave, file.path),
      ...unverifiedRule(wave),
      ...(answersOnly ? [] : lackWarnings(profile, wave, { by, bound: bound.columns })),
    ],
  }
}

type Background = Pick<Binding, 'columns' | 'ageClasses' | 'warnings'>

function idOnly({ names }: Profile, columns: Columns): Background {
  const id = columns.find('id', names.id)
  return { columns: id === undefined ? {} : { id }, warnings: [] }
}

/** Design, age, sex and municipality. */
function bindBackground(profile: Profile, wave: WaveSpec, columns: Columns): Background {
  const found: Partial<Record<ColumnName, string>> = {}
  const keep = (name: ColumnName, column: string | undefined) => {
    if (column !== undefined) found[name] = column
    else if (profile.required.includes(name) && name !== 'weight')
      columns.reportMissing(name, profile.names[name])
  }
  const age = bindAge(profile, columns)
  for (const name of ['id', 'stratum', 'psu', 'fpc', 'age', 'sex', 'municipality'] as const) {
    keep(name, name === 'age' ? age?.column : columns.find(name, profile.names[name]))
  }
  if (wave.panel && found.psu === undefined) keep('psu', personOf(profile, found.id, columns))
  const weight = bindWeight(profile, wave, columns)
  keep('weight', weight.column)
  if (stratifiesByMunicipality(profile)) keep('stratum', found.stratum ?? found.municipality)
  return {
    columns: found,
    ...(age?.classes === undefined ? {} : { ageClasses: age.classes }),
    warnings: [...stratumWarnings(profile, found, wave), ...weight.warnings, ...classWarnings(wave, age)],
  }
}

/** Of a file with several waves the rows whose column says the name of this one. */
function bindRows(wave: WaveSpec, columns: Columns): Binding['rows'] {
  const column = columns.isDeclared('wave') ? columns.find('wave', []) : undefined
  return column === undefined ? undefined : { column, value: wave.wave }
}

function bindChecks(
  profile: Profile,
  wave: WaveSpec,
  columns: Columns,
  { rows, id }: { rows: Binding['rows']; id: string | undefined },
): Pick<Binding, 'year' | 'duplicates'> {
  const year = bindYear(profile, wave, columns, rows)
  const duplicates = bindDuplicates(profile, wave, columns, id)
  return { ...(year === undefined ? {} : { year }), ...(duplicates === undefined ? {} : { duplicates }) }
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

function classWarnings(wave: WaveSpec, age: BoundAge | null): Warning[] {
  if (age?.classes === undefined) return []
  const ages = [...age.classes.values()].map(textOf).join(', ')
  return [
    {
      code: 'age_classes',
      message: `no age in years: ${age.column} holds classes of age (${ages})`,
      source: wave.source,
      wave: wave.wave,
      where: age.column,
    },
  ]
}

/** A table is asked for that this source does not have. */
function lackWarnings(
  { mayLack = [] }: Profile,
  { source, wave }: WaveSpec,
  { by, bound }: { readonly by: readonly string[]; readonly bound: Binding['columns'] },
): Warning[] {
  return mayLack
    .filter(name => by.includes(name) && bound[name] === undefined)
    .map(name => ({
      code: 'empty_domain',
      message: `the file has no ${name}: there are no figures by ${name} of this study`,
      hint: `if it has one, say which column it is under \`columns\`: { ${name}: … }`,
      source,
      wave,
    }))
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
      const lacks = bound[name] === undefined && profile.mayLack?.includes(name) !== true
      if (lacks && !columns.reported(name)) columns.reportMissing(name, profile.names[name])
      continue
    }
    const column = columns.find(name, [...(profile.groups?.[name] ?? []), name])
    if (column !== undefined) groups.set(name, column)
    else if (!columns.reported(name)) columns.reportMissing(name, [name])
  }
  return groups
}
