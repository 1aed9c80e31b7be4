/** The pairs of the worked example in ../shared: waves 2 and 3, aged 75 and over at wave 2. */
import { lasaPanel, PANEL } from './lasa-panel.ts'
import { hasReference, readReference } from './reference.ts'

const WORKED = 'method/03_individual_a.json'

export const hasWorkedExample = hasReference(WORKED) && hasReference(PANEL)

export function workedPairs() {
  const seen = lasaPanel().filter(({ fate }) => fate === 'observed')
  const later = new Map(seen.filter(({ wave }) => wave === 3).map(({ person, score }) => [person, score]))
  const people = seen.filter(({ wave, age, person }) => wave === 2 && age >= 75 && later.has(person))
  return {
    from: people.map(({ score }) => score),
    to: people.map(({ person }) => later.get(person)!),
    years: people.map(() => 3.1),
    weight: null,
  }
}

export function workedFigures() {
  return JSON.parse(readReference(WORKED))
}
