/**
 * The age of people: in years, else in classes whose ages are known or labelled.
 *
 * Classes keep their first and last year of age; whether they can serve an
 * analysis, its bands decide. Classes of which nothing tells the ages are refused.
 *
 * Units: whole years, last year inclusive, null for open.
 */
import type { Binding } from '../core/binding.ts'
import type { Variable } from '../core/data-file.ts'
import type { AgeRange } from '../core/study.ts'
import { agesOfClass } from './age-class-label.ts'
import type { Columns } from './columns.ts'
import { answerMeaning } from './label-meaning.ts'
import type { Profile } from './profile.ts'

type AgeClasses = NonNullable<Binding['ageClasses']>

export interface BoundAge {
  readonly column: string
  /** absent: the column holds years */
  readonly classes?: AgeClasses
}

export function bindAge(profile: Profile, columns: Columns): BoundAge | null {
  const column = columns.find('age', profile.names.age)
  if (column !== undefined) return ofColumn(profile, columns, column)
  if (columns.reported('age')) return null
  const present = (profile.ageClasses ?? []).flatMap(({ name }) => columns.first([name]) ?? [])
  for (const name of present) {
    const classes = classesOf(profile, columns, name)
    if (classes !== null) return { column: name, classes }
  }
  const [first] = present
  return first === undefined ? null : ofColumn(profile, columns, first)
}

function ofColumn(profile: Profile, columns: Columns, column: string): BoundAge {
  const classes = classesOf(profile, columns, column)
  if (classes !== null) return { column, classes }
  if (knownClasses(profile, column) === undefined) return { column }
  columns.report(
    'age-classes-unknown',
    `${column} holds classes of age, and nothing says which ages they are`,
    'ask for the age in years (LFT0109), or for a file with value labels such as "75-84 jaar"',
    column,
  )
  return { column, classes: new Map() }
}

function knownClasses({ ageClasses = [] }: Profile, column: string) {
  return ageClasses.find(({ name }) => name.toLowerCase() === column.toLowerCase())
}

/** Null where the column holds years, or classes of unknown ages. */
function classesOf(profile: Profile, columns: Columns, column: string): AgeClasses | null {
  const known = knownClasses(profile, column)?.ages ?? null
  const labelled = labelledClasses(columns.variable(column))
  if (known === null || labelled === null) return labelled ?? known
  for (const [code, ages] of labelled) {
    const usual = known.get(code)
    if (usual === undefined || isSame(usual, ages)) continue
    columns.report(
      'age-classes-contradict',
      `${code} of ${column} is labelled ${textOf(ages)}, but is known as ${textOf(usual)}`,
      'ask the supplier which is right, and take the age in years where it can be had',
      column,
    )
  }
  return labelled
}

/** The youngest class begins with the youngest who were asked: 18, and 19 until 2016. */
function isSame(usual: AgeRange, [from, to]: AgeRange): boolean {
  return to === usual[1] && (from === usual[0] || (usual[0] === 18 && from === 19))
}

/** Two classes or more, and no label that says something else. */
function labelledClasses({ valueLabels }: Variable): AgeClasses | null {
  const telling = valueLabels.filter(({ label }) => answerMeaning(label) !== 'missing')
  const classes = telling.flatMap(({ value, label }): [number, AgeRange][] => {
    const ages = agesOfClass(label)
    return ages === null || typeof value !== 'number' || value < 0 ? [] : [[value, ages]]
  })
  const ranges = classes.filter(([, [from, to]]) => to !== null && to > from)
  return ranges.length < 2 || classes.length < telling.length ? null : new Map(classes)
}

export function textOf([from, to]: AgeRange): string {
  return to === null ? `${from}+` : `${from}-${to}`
}
