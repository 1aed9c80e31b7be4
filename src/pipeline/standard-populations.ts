/**
 * The standard populations of a study: those of the register, of ESP2013 or of a
 * file as they are, and those made of a wave's own weighted composition.
 */
import { basename, isAbsolute } from 'node:path'
import type { Cells } from '../core/cells.ts'
import { bandBounds } from '../core/domain.ts'
import type { Standard, StandardCell } from '../core/standard.ts'
import type { Study } from '../core/study.ts'
import { type AgeBands, bandsWithin } from './age-bands.ts'
import { esp2013, nlStandard, readStandardFile } from './reference-data.ts'

/** A standard that is fixed before any data are read; null for one that a wave makes. */
export function fixedStandard(name: string): Standard | null {
  if (name === 'first-wave' || name === 'last-wave') return null
  if (name === 'esp2013') return esp2013()
  if (isAbsolute(name)) return readStandardFile(name)
  return nlStandard(Number(name.replace('nl-', '')))
}

export function standardId(name: string): string {
  return isAbsolute(name) ? basename(name) : name
}

/**
 * Σ weight by band × sex of all members of a population in one wave, taken as known.
 * Members without age or sex have no cell; a source without sexes has bands only.
 */
export function compositionOf(
  id: string,
  cells: Cells,
  wave: number,
  ages: readonly (readonly [number, number | null])[],
  bands: AgeBands,
): Standard {
  const [waves, age, sex] = ['wave', 'age', 'sex'].map(
    name => cells.codes[cells.dimensions.findIndex(dimension => dimension.name === name)],
  )
  const hasSexes = sex.some(code => code >= 0)
  const persons = (inside: ReadonlySet<number>, code: number | null) => {
    let total = 0
    for (let row = 0; row < cells.length; row++) {
      if (waves[row] !== wave || !inside.has(age[row])) continue
      if (code === null || sex[row] === code) total += cells.weights[row]
    }
    return total
  }
  const cellsOf = ([ageFrom, ageTo]: readonly [number, number | null]): StandardCell[] => {
    const inside = new Set(bandsWithin(bands, ageFrom, ageTo))
    if (!hasSexes) return [{ ageFrom, ageTo, sex: null, persons: persons(inside, null) }]
    return [
      { ageFrom, ageTo, sex: 'male', persons: persons(inside, 0) },
      { ageFrom, ageTo, sex: 'female', persons: persons(inside, 1) },
    ]
  }
  return { id, cells: ages.flatMap(cellsOf) }
}

/** The age bands of the target, closed at its last year, or those of all respondents. */
export function populationBands(study: Study, target: boolean): (readonly [number, number | null])[] {
  const [, last] = study.target.age
  return target
    ? bandBounds(study.bands.target, last === null ? null : last + 1)
    : bandBounds(study.bands.all)
}
