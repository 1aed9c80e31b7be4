/** The synthetic waves of 2009 and 2019 of the reference values, as records. */
import type { LagRecord } from '../../src/panel/lag-records.ts'
import { readRows } from './reference.ts'

export const LAG = 'method/04_individual_b.json'

export function lagRecords(): LagRecord[] {
  return readRows('method/04_timelag.csv').map(row => ({
    person: row.id,
    wave: row.wave === '2009' ? 0 : 1,
    age: Number(row.age),
    sex: row.sex === 'v' ? 'female' : 'male',
    weight: Number(row.weight),
    lonely: Number(row.lonely),
    score: Number(row.score),
  }))
}

/** The population of 2019 in thousands. */
export const CELLS = [
  { ageFrom: 75, ageTo: 85, sex: 'male', persons: 520 },
  { ageFrom: 75, ageTo: 85, sex: 'female', persons: 615 },
  { ageFrom: 85, ageTo: 95, sex: 'male', persons: 125 },
  { ageFrom: 85, ageTo: 95, sex: 'female', persons: 215 },
] as const

/** Invented: 200 people of 75 to 94 then, 200 now, every fourth of the first group also among these. */
export function inventedWaves(): LagRecord[] {
  return Array.from({ length: 400 }, (_, i) => {
    const [wave, at] = [Math.floor(i / 200), i % 200]
    const step = at * 7 + Math.floor(at / 20)
    const again = wave === 1 && at % 4 === 0
    const score = Math.max(
      0,
      Math.round(3 + 3 * Math.sin(7 * (again ? at : i)) + Math.cos(3 * i) - 0.6 * wave),
    )
    return {
      person: again ? at : i,
      wave,
      age: 75 + (again ? (step % 10) + 10 : step % (at % 4 === 0 ? 10 : 20)),
      sex: at % 3 === 0 ? 'male' : 'female',
      weight: 1 + (i % 5) / 10,
      lonely: score >= 3 ? 1 : 0,
      score,
    }
  })
}
