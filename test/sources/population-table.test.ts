import { describe, expect, it } from 'vitest'
import type { PopulationRow } from '../../src/core/population.ts'
import { finestDivision, firstGap } from '../../src/sources/age-division.ts'
import { populationFromTable } from '../../src/sources/population-table.ts'
import { problemsOf } from './file-with.ts'
import { statLineTable, type Written, withoutCodes, withoutTitles } from './statline-table.ts'

/** Invented people: single years to 3, groups of five, of ten and of everyone overlap. */
const AGES = {
  10000: 'Totaal',
  10010: '0 jaar',
  10100: '1 jaar',
  10200: '2 jaar',
  10300: '3 jaar',
  10400: '4 jaar',
  70100: '0 tot 5 jaar',
  70200: '5 tot 10 jaar',
  22000: '95 jaar of ouder',
}
const SINGLE: Record<string, number> = { 10010: 10, 10100: 11, 10200: 12, 10300: 13, 10400: 14 }
const SEXES = { T001038: 'Totaal mannen en vrouwen', 3000: 'Mannen', 4000: 'Vrouwen' }
const MARITAL = { T001019: 'Totaal burgerlijke staat', 1010: 'Ongehuwd', 1020: 'Gehuwd' }
const PERIODS = { '2022JJ00': '2022', '2023JJ00': '2023' }

function peopleOf(age: string, sex: string): number {
  if (sex === 'T001038') return peopleOf(age, '3000') + peopleOf(age, '4000')
  const men = { ...SINGLE, 70100: 60, 70200: 700_000, 22000: 5, 10000: 700_065 }[age] ?? Number.NaN
  return sex === '3000' ? men : men + (age === '22000' || age === '10000' ? 2 : 0)
}

function register(own: Partial<Written> = {}, count = peopleOf) {
  const rows = Object.keys(AGES).flatMap(age =>
    Object.keys(SEXES).flatMap(sex =>
      Object.keys(MARITAL).map(
        state => [sex, age, state, '2022JJ00', [count(age, sex) / (state === 'T001019' ? 1 : 2)]] as const,
      ),
    ),
  )
  return statLineTable({
    id: '7461bev',
    dimensions: { Geslacht: SEXES, Leeftijd: AGES, BurgerlijkeStaat: MARITAL, Perioden: PERIODS },
    topics: { Bevolking_1: 'Bevolking op 1 januari' },
    unit: 'aantal',
    decimals: 0,
    rows,
    ...own,
  })
}

const band = (rows: readonly PopulationRow[], sex: string) =>
  rows.filter(row => row.sex === sex).map(({ ageFrom, ageTo, persons }) => [ageFrom, ageTo, persons])

/** With 5 to 10 stretched to 95, so that five groups make up all ages. */
const CLOSED = { ...AGES, 70200: '5 tot 95 jaar' }
const closed = (own: Partial<Written> = {}, count = peopleOf) =>
  register(
    {
      dimensions: { Geslacht: SEXES, Leeftijd: CLOSED, BurgerlijkeStaat: MARITAL, Perioden: PERIODS },
      ...own,
    },
    count,
  )

describe('the division of all ages', () => {
  it('is the finest complete one of those that overlap', () => {
    const bands = [
      [0, null],
      [0, 5],
      [5, null],
      [0, 1],
      [1, 5],
      [5, 10],
      [10, null],
      [20, null],
    ] as const
    expect(finestDivision(bands)).toEqual([
      [0, 1],
      [1, 5],
      [5, 10],
      [10, null],
    ])
  })

  it('does not exist where a gap cannot be passed', () => {
    const bands = [
      [0, 5],
      [5, 10],
      [15, null],
    ] as const
    expect([finestDivision(bands), firstGap(bands)]).toEqual([null, 10])
    expect(
      finestDivision([
        [0, 5],
        [5, 10],
      ]),
    ).toBeNull()
    expect(finestDivision([])).toBeNull()
  })
})

describe('a register of CBS', () => {
  it('counts nobody twice: single years where they are complete, no totals, no marital states', () => {
    const { rows, remarks } = populationFromTable(closed())
    expect(band(rows, 'male')).toEqual([
      [0, 1, 10],
      [1, 2, 11],
      [2, 3, 12],
      [3, 4, 13],
      [4, 5, 14],
      [5, 95, 700_000],
      [95, null, 5],
    ])
    expect(band(rows, 'female').at(-1)).toEqual([95, null, 7])
    expect(rows.reduce((sum, { persons }) => sum + persons, 0)).toBe(700_065 * 2 + 2)
    expect(rows.every(({ year }) => year === 2022)).toBe(true)
    expect(remarks).toEqual([])
  })

  it('takes groups where a single year is not there for both sexes', () => {
    const { rows } = populationFromTable(
      closed({}, (age, sex) => (age === '10200' && sex === '4000' ? Number.NaN : peopleOf(age, sex))),
    )
    expect(band(rows, 'male')).toEqual([
      [0, 5, 60],
      [5, 95, 700_000],
      [95, null, 5],
    ])
  })

  it('reads titles without codes, and codes without titles', () => {
    const { rows } = populationFromTable(closed())
    expect(populationFromTable(withoutCodes(closed())).rows).toEqual(rows)
    const coded = register({
      dimensions: { Geslacht: SEXES, Leeftijd: FIVES, Perioden: PERIODS },
      rows: FIVE_ROWS,
    })
    const byTitle = populationFromTable(coded).rows
    expect(byTitle).toHaveLength(40)
    expect(populationFromTable(withoutTitles(coded)).rows).toEqual(byTitle)
  })

  it('takes the Netherlands of a table by region, and nothing else', () => {
    const regional = (regions: Record<string, string>) =>
      statLineTable({
        id: '03759ned',
        dimensions: {
          RegioS: regions,
          Geslacht: { 3000: 'Mannen', 4000: 'Vrouwen' },
          Leeftijd: FIVES,
          Perioden: PERIODS,
        },
        topics: {
          BevolkingOp1Januari_1: 'Bevolking op 1 januari',
          GemiddeldeBevolking_2: 'Gemiddelde bevolking',
        },
        unit: 'aantal',
        rows: Object.keys(regions).flatMap((region, i) =>
          FIVE_ROWS.map(
            ([sex, age, period, [persons]]) => [region, sex, age, period, [persons / (i + 1), 1]] as const,
          ),
        ),
      })
    const whole = populationFromTable(
      register({ dimensions: { Geslacht: SEXES, Leeftijd: FIVES, Perioden: PERIODS }, rows: FIVE_ROWS }),
    )
    expect(populationFromTable(regional({ NL01: 'Nederland', GM0228: 'Ede' })).rows).toEqual(whole.rows)
    expect(problemsOf(() => populationFromTable(regional({ GM0228: 'Ede' })))[0]).toMatchObject({
      code: 'region-absent',
      message: '03759ned does not count the people of the Netherlands, only of Ede',
    })
  })
})

const FIVES: Record<string, string> = Object.fromEntries([
  ...Array.from({ length: 19 }, (_, i) => [String(70_100 + i * 100), `${i * 5} tot ${i * 5 + 5} jaar`]),
  ['22000', '95 jaar of ouder'],
])
const FIVE_ROWS = ['3000', '4000'].flatMap(sex =>
  Object.keys(FIVES).map((age, i) => [sex, age, '2022JJ00', [100_000 + i]] as const),
)

describe('a forecast of CBS', () => {
  const forecast = (values: number, own: Partial<Written> = {}) =>
    statLineTable({
      id: '84646NED',
      dimensions: { Geslacht: SEXES, Leeftijd: FIVES, Perioden: PERIODS },
      topics: { Bevolking_1: 'Bevolking' },
      unit: null,
      decimals: null,
      rows: FIVE_ROWS.map(([sex, age, period]) => [sex, age, period, [values]] as const),
      ...own,
    })
  const personsOf = (table: ReturnType<typeof forecast>) => {
    const { rows, remarks } = populationFromTable(table)
    return [rows[0].persons, remarks.length]
  }

  it('is read in persons or thousands, as its unit says, else as the whole country tells', () => {
    expect(personsOf(forecast(425.3, { unit: 'x 1 000' }))).toEqual([425_300, 0])
    expect(personsOf(forecast(425_300, { unit: 'aantal' }))).toEqual([425_300, 0])
    expect(personsOf(forecast(425_300))).toEqual([425_300, 0])
    expect(personsOf(forecast(425.3))).toEqual([425_300, 1])
    expect(problemsOf(() => populationFromTable(forecast(4000)))[0]).toMatchObject({
      code: 'unit-unknown',
      message: 'nothing tells whether Bevolking in 84646NED counts persons or thousands',
    })
  })

  it('is the figure between its bounds', () => {
    const bounds = {
      1: 'Prognose',
      2: 'Ondergrens 67%-prognose-interval',
      3: 'Bovengrens 67%-prognose-interval',
    }
    const table = forecast(0, {
      unit: 'aantal',
      dimensions: { Geslacht: SEXES, Leeftijd: FIVES, Prognoseinterval: bounds, Perioden: PERIODS },
      rows: FIVE_ROWS.flatMap(([sex, age, period]) => [
        [sex, age, '1', period, [425_300]] as const,
        [sex, age, '2', period, [400_000]] as const,
        [sex, age, '3', period, [450_000]] as const,
      ]),
    })
    expect(personsOf(table)).toEqual([425_300, 0])
  })
})

describe('what is no population', () => {
  const refused = (table: ReturnType<typeof register>) => problemsOf(() => populationFromTable(table))[0]

  it('is refused where ages are missing, with the first that is', () => {
    expect(refused(register())).toMatchObject({
      code: 'ages-incomplete',
      message: 'the ages of 2022 in 7461bev are not complete for both sexes: nothing goes on from age 10',
    })
  })

  it('is refused where the ages do not add up to the total', () => {
    expect(
      refused(closed({}, (age, sex) => peopleOf(age, sex) + (age === '70200' && sex === '3000' ? 500 : 0))),
    ).toMatchObject({
      code: 'population-does-not-add-up',
      message: 'the ages of male in 2022 in 7461bev add up to 700565, but the table says 700065',
    })
  })

  it('is refused without sexes, without a topic that counts people, without the total of what else divides it', () => {
    const plain = (own: Partial<Written>) =>
      register({ dimensions: { Leeftijd: FIVES, Perioden: PERIODS }, rows: [], ...own })
    expect(refused(plain({})).message).toBe(
      '7461bev does not count people by sex and age: it is divided by Leeftijd, Perioden',
    )
    expect(refused(closed({ topics: { GemiddeldeBevolking_1: 'Gemiddelde bevolking' } })).message).toBe(
      'no topic of 7461bev counts people on 1 January; its topics are GemiddeldeBevolking',
    )
    const states = { 1010: 'Ongehuwd', 1020: 'Gehuwd' }
    const married = register({
      dimensions: { Geslacht: SEXES, Leeftijd: FIVES, BurgerlijkeStaat: states, Perioden: PERIODS },
      rows: [],
    })
    expect(refused(married)).toMatchObject({
      code: 'dimension-unforeseen',
      message: '7461bev is divided by BurgerlijkeStaat, without a total: Ongehuwd, Gehuwd',
    })
  })
})
