/** The built-in population in the shape of CBS table 7461bev: totals and marital states stand beside its bands. */
import type { StatLineTable } from '../../src/core/statline.ts'
import { builtInPopulation } from '../../src/pipeline/reference-data.ts'
import { statLineTable, type Written } from '../sources/statline-table.ts'

const SEXES = { T001038: 'Totaal mannen en vrouwen', 3000: 'Mannen', 4000: 'Vrouwen' }
const MARITAL = { T001019: 'Totaal burgerlijke staat', 1010: 'Ongehuwd' }
const BANDS = Array.from({ length: 20 }, (_, i) => ({
  key: i === 19 ? '22000' : String(70_100 + i * 100),
  title: i === 19 ? '95 jaar of ouder' : `${i * 5} tot ${i * 5 + 5} jaar`,
  from: i * 5,
}))
const AGES: Record<string, string> = {
  10000: 'Totaal',
  10010: '0 jaar',
  ...Object.fromEntries(BANDS.map(({ key, title }) => [key, title])),
}

/** With half of everyone unmarried, and the single year of which nothing is published. */
export function registerTable({ id = '7461bev', title = TITLE, thousands = false } = {}): StatLineTable {
  const people = builtInPopulation()
  const years = [...new Set(people.map(({ year }) => year))]
  const count = (sex: string, age: string, year: number): number | null => {
    if (age === '10010') return null
    const from = BANDS.find(({ key }) => key === age)?.from
    const persons = people
      .filter(row => row.year === year && (from === undefined || row.ageFrom === from))
      .filter(row => sex === 'T001038' || row.sex === (sex === '3000' ? 'male' : 'female'))
      .reduce((total, row) => total + row.persons, 0)
    return thousands ? persons / 1000 : persons
  }
  const rows: Written['rows'] = years.flatMap(year =>
    Object.keys(SEXES).flatMap(sex =>
      Object.keys(AGES).flatMap(age =>
        Object.keys(MARITAL).map(state => {
          const all = count(sex, age, year)
          const value = all === null || state === 'T001019' ? all : Math.floor(all / 2)
          return [sex, age, state, `${year}JJ00`, [value]] as const
        }),
      ),
    ),
  )
  const table = statLineTable({
    id,
    dimensions: {
      Geslacht: SEXES,
      Leeftijd: AGES,
      BurgerlijkeStaat: MARITAL,
      Perioden: Object.fromEntries(years.map(year => [`${year}JJ00`, String(year)])),
    },
    topics: { Bevolking_1: 'Bevolking op 1 januari' },
    unit: thousands ? 'x 1 000' : 'aantal',
    decimals: thousands ? 3 : 0,
    rows,
  })
  return { ...table, title }
}

const TITLE = 'Bevolking; geslacht, leeftijd en burgerlijke staat, 1 januari (verzonnen staten)'
