/** Groups side by side, panel by panel, each with its estimates of every wave. */
import type { EstimateEntry } from '../../core/results.ts'
import { drawable, levelsOf, mainMeasure, type Shown, series } from './survey.ts'
import { type Context, capital } from './wording.ts'

export interface Group {
  /** under the axis: "75-79" */
  readonly label: string
  /** in a sentence: "75- tot en met 79-jarigen" */
  readonly name: string
  readonly age: string | null
  readonly sex: string | null
  readonly entries: readonly EstimateEntry[]
  readonly shown: readonly Shown[]
}

export interface Panel {
  readonly title: string
  readonly groups: readonly Group[]
}

/** One panel of ages and one of the sexes. */
export function agePanels(on: Context): Panel[] {
  const { results, survey, text } = on
  const { words } = text.common
  const ages = levelsOf(results, survey, 'age').map(age => group(on, age, null))
  const sexes = levelsOf(results, survey, 'sex').map(sex => group(on, null, sex))
  const panels = [
    { title: capital(words.dimensions.age), groups: ages },
    { title: capital(words.dimensions.sex), groups: sexes },
  ]
  return panels.filter(hasPoints)
}

/** A panel of ages for each sex. */
export function ageSexPanels(on: Context): Panel[] {
  const { results, survey, text } = on
  const ages = levelsOf(results, survey, 'age', ['sex'])
  return levelsOf(results, survey, 'sex', ['age'])
    .map(sex => ({
      title: capital(text.common.words.levels[sex] ?? sex),
      groups: ages.map(age => group(on, age, sex)),
    }))
    .filter(hasPoints)
}

function group(on: Context, age: string | null, sex: string | null): Group {
  const { results, survey, text } = on
  const dimensions = { ...(age === null ? {} : { age }), ...(sex === null ? {} : { sex }) }
  const entries = series(results, survey, mainMeasure(results), null, dimensions)
  const sexName = sex === null ? '' : (text.common.words.levels[sex] ?? sex)
  return {
    label: age ?? sexName,
    name:
      age === null ? sexName : sex === null ? text.common.people(age) : `${sexName}, ${text.common.age(age)}`,
    age,
    sex,
    entries,
    shown: drawable(entries),
  }
}

function hasPoints({ groups }: Panel): boolean {
  return groups.some(({ shown }) => shown.length > 0)
}
