/**
 * Whether classes of age can serve the bands of an analysis.
 *
 * A record belongs to a band when its whole class lies inside it: a class that a
 * band cuts through would put people where nobody knows they belong, and is
 * refused, with the bands that would fit.
 */
import type { Binding } from '../core/binding.ts'
import { EjzError } from '../core/error.ts'
import type { AgeRange } from '../core/study.ts'
import type { AgeBands } from './age-bands.ts'

export function refuseUncutClasses({ ageClasses, columns }: Binding, { edges, target }: AgeBands): void {
  if (ageClasses === undefined) return
  const classes = [...ageClasses.values()].toSorted(([a], [b]) => a - b)
  const cut = edges.filter(edge => classes.some(([from, to]) => from < edge && (to === null || edge <= to)))
  if (cut.length === 0) return
  const named = classes.map(textOf).join(', ')
  throw new EjzError(
    'age-classes-uncut',
    `the age classes of ${columns.age} (${named}) cannot be cut at ${cut.join(', ')}`,
    `${hint(classes, target)}say which column holds the age in years under \`columns\`: { age: … }`,
    'data',
    { where: `variable ${columns.age}` },
  )
}

/** Bands that these classes do fit, where they begin where the target does. */
function hint(classes: readonly AgeRange[], target: number): string {
  const all = classes.map(([from]) => from)
  if (!all.includes(target)) return `a target that begins at ${target} cannot be made of them: `
  const inside = all.filter(from => from >= target)
  return `write \`bands: { target: [${inside.join(', ')}], all: [${all.join(', ')}] }\` and \`standard: [first-wave]\`; or `
}

function textOf([from, to]: AgeRange): string {
  return to === null ? `${from}+` : `${from}-${to}`
}
