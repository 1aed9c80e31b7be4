/**
 * The built-in population written as CBS table 7461bev in each form of a download:
 * single-year totals and marital states around it are invented (half of everyone).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInPopulation } from '../../src/pipeline/reference-data.ts'

export type RegisterForm = 'typed' | 'untyped' | 'json' | 'v4' | 'portal' | 'titled'

interface Category {
  readonly key: string
  readonly title: string
}
interface Cell {
  readonly sex: Category
  readonly age: Category
  readonly marital: Category
  readonly period: Category
  /** null = not published */
  readonly persons: number | null
}

const SEXES: readonly Category[] = [
  { key: 'T001038', title: 'Totaal mannen en vrouwen' },
  { key: '3000', title: 'Mannen' },
  { key: '4000', title: 'Vrouwen' },
]
const MARITAL: readonly Category[] = [
  { key: 'T001019', title: 'Totaal burgerlijke staat' },
  { key: '1010', title: 'Ongehuwd' },
]
const AGES: readonly (Category & { readonly from: number; readonly to: number | null })[] = [
  { key: '10000', title: 'Totaal', from: 0, to: null },
  { key: '10010', title: '0 jaar', from: -1, to: null },
  ...Array.from({ length: 19 }, (_, i) => ({
    key: String(70_100 + i * 100),
    title: `${i * 5} tot ${i * 5 + 5} jaar`,
    from: i * 5,
    to: i * 5 + 5,
  })),
  { key: '22000', title: '95 jaar of ouder', from: 95, to: null },
]

function cells(years: readonly number[]): Cell[] {
  const people = builtInPopulation()
  const count = (sex: string, { from, to }: (typeof AGES)[number], year: number) =>
    from < 0
      ? null
      : people
          .filter(row => row.year === year && row.ageFrom >= from && (to === null || row.ageFrom < to))
          .filter(row => sex === 'T001038' || row.sex === (sex === '3000' ? 'male' : 'female'))
          .reduce((total, { persons }) => total + persons, 0)
  return years.flatMap(year =>
    SEXES.flatMap(sex =>
      AGES.flatMap(age =>
        MARITAL.map(marital => {
          const all = count(sex.key, age, year)
          const persons = all === null || marital.key === 'T001019' ? all : Math.floor(all / 2)
          return { sex, age, marital, period: { key: `${year}JJ00`, title: String(year) }, persons }
        }),
      ),
    ),
  )
}

export function registerForms(
  folder: string,
  { id = '7461bev', thousands = false } = {},
): Record<RegisterForm, () => string> {
  mkdirSync(folder, { recursive: true })
  const years = [...new Set(builtInPopulation().map(({ year }) => year))]
  const all = cells(years).map(cell =>
    thousands && cell.persons !== null ? { ...cell, persons: cell.persons / 1000 } : cell,
  )
  const write = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name)
    writeFileSync(path, `${lines.join('\r\n')}\r\n`)
    return path
  }
  const keysOf = ({ sex, age, marital, period }: Cell) => [sex.key, age.key, marital.key, period.key]
  const titlesOf = ({ sex, age, marital, period }: Cell) => [
    sex.title,
    age.title,
    marital.title,
    period.title,
  ]
  const quoted = (fields: readonly string[]) => fields.map(field => `"${field}"`).join(';')
  const header = quoted(['ID', 'Geslacht', 'Leeftijd', 'BurgerlijkeStaat', 'Perioden', 'Bevolking_1'])
  return {
    typed: () =>
      write(`${id}_TypedDataSet_24112026_120000.csv`, [
        `\ufeff${header}`,
        ...all.map((cell, i) =>
          quoted([String(i), ...keysOf(cell), cell.persons === null ? '' : String(cell.persons)]),
        ),
      ]),
    untyped: () =>
      write(`${id}_UntypedDataSet_24112026_120000.csv`, [
        `\ufeff${header}`,
        ...all.map((cell, i) =>
          quoted([
            String(i),
            ...keysOf(cell).map(key => key.padEnd(8)),
            (cell.persons === null ? '.' : String(cell.persons)).padStart(12),
          ]),
        ),
      ]),
    json: () =>
      write(`${id}.json`, [
        JSON.stringify({
          'odata.metadata': `http://opendata.cbs.nl/ODataApi/OData/${id}/$metadata#Cbs.OData.WebAPI.TypedDataSet`,
          value: all.map((cell, i) => ({
            ID: i,
            Geslacht: cell.sex.key.padEnd(7),
            Leeftijd: cell.age.key,
            BurgerlijkeStaat: cell.marital.key,
            Perioden: cell.period.key,
            Bevolking_1: cell.persons,
          })),
        }),
      ]),
    v4: () => {
      const table = (name: string, rows: readonly Category[]) =>
        write(`${name}Codes.csv`, [
          'Identifier;DimensionGroupId;DimensionId;Index;Title;Description',
          ...rows.map(({ key, title }, i) => `${key};0;${name};${i};${title};`),
        ])
      table('Geslacht', SEXES)
      table('Leeftijd', AGES)
      table('BurgerlijkeStaat', MARITAL)
      write('MeasureCodes.csv', [
        'Identifier;Title;Description;MeasureGroupId;DataType;Unit;Format;Decimals;PresentationType',
        'M000352;Bevolking op 1 januari;;;Long;aantal;;0;Absolute',
      ])
      write('PeriodenCodes.csv', [
        'Identifier;DimensionGroupId;DimensionId;Index;Title;Description;Status',
        ...years.map((year, i) => `${year}JJ00;0;Perioden;${i};${year};;Definitief`),
      ])
      return dirOf(
        write('Observations.csv', [
          'Id;Measure;Geslacht;Leeftijd;BurgerlijkeStaat;Perioden;Value;StringValue;ValueAttribute',
          ...all.map((cell, i) =>
            [
              i,
              'M000352',
              ...keysOf(cell),
              cell.persons ?? '',
              '',
              cell.persons === null ? 'Impossible' : 'None',
            ].join(';'),
          ),
        ]),
      )
    },
    portal: () =>
      write('Bevolking__geslacht__leeftijd_en_burgerlijke_staat__1_januari_24112026_120000.csv', [
        '\ufeffBevolking; geslacht, leeftijd en burgerlijke staat, 1 januari',
        '',
        'Geslacht;Leeftijd;Burgerlijke staat;Perioden;Bevolking op 1 januari (aantal)',
        ...all.map(cell => [...titlesOf(cell), cell.persons ?? '.'].join(';')),
        'Bron: CBS',
      ]),
    titled: () =>
      write(`${id}_cbsodata.csv`, [
        ',ID,Geslacht,Leeftijd,BurgerlijkeStaat,Perioden,Bevolking',
        ...all.map((cell, i) =>
          [i, i, ...titlesOf(cell), cell.persons === null ? '' : `${cell.persons}.0`].join(','),
        ),
      ]),
  }
}

function dirOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
