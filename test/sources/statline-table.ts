/** A StatLine table written out by hand: dimensions, topics, and rows of keys followed by one value per topic. */
import type { StatLineCategory, StatLineDimension, StatLineTable } from '../../src/core/statline.ts'

export interface Written {
  readonly id?: string | null
  readonly form?: StatLineTable['form']
  /** Kenmerken: { T009002: 'Totaal personen' } */
  readonly dimensions: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** 'Eenzaam_27': 'Eenzaam' */
  readonly topics: Readonly<Record<string, string>>
  readonly unit?: string | null
  readonly decimals?: number | null
  readonly rows: readonly (readonly [...string[], readonly (number | null)[]])[]
}

export function statLineTable({ id = null, form = 'odata3-typed', ...written }: Written): StatLineTable {
  const dimensions = Object.entries(written.dimensions).map(([key, titles]) => dimensionOf(key, titles))
  const { unit = '%', decimals = 1 } = written
  const measures = Object.entries(written.topics).map(([key, title]) => ({
    key,
    stem: key.replace(/_\d+$/, ''),
    title,
    unit,
    decimals,
  }))
  const observations = written.rows.flatMap(row => {
    const keys = row.filter(cell => typeof cell === 'string')
    const values = row.find(cell => typeof cell !== 'string') ?? []
    return measures.map((_, measure) => ({ keys, measure, value: values[measure] ?? Number.NaN }))
  })
  return {
    inputs: [{ path: '/data/verzonnen.csv', sha256: '', bytes: 1 }],
    form,
    id,
    title: 'Verzonnen tabel',
    dimensions,
    measures,
    length: observations.length,
    codes: dimensions.map((dimension, d) =>
      Int32Array.from(observations, ({ keys }) => indexOf(dimension, keys[d])),
    ),
    measure: Int32Array.from(observations, ({ measure }) => measure),
    values: Float64Array.from(observations, ({ value }) => value),
    absent: new Map(),
    texts: new Map(),
    warnings: [],
  }
}

function dimensionOf(key: string, titles: Readonly<Record<string, string>>): StatLineDimension {
  const categories: StatLineCategory[] = Object.entries(titles).map(([code, title]) => ({
    key: code,
    title: title.replace('*', ''),
    ...(title.endsWith('*') ? { provisional: true } : {}),
  }))
  const kinds = { Perioden: 'period', Marges: 'margin', RegioS: 'region', WijkenEnBuurten: 'region' } as const
  const kind = Object.entries(kinds).find(([name]) => name === key)?.[1] ?? 'other'
  return { key, title: key, kind, categories }
}

function indexOf({ key, categories }: StatLineDimension, code: string): number {
  const at = categories.findIndex(category => category.key === code)
  if (at < 0) throw new Error(`${key} has no ${code}`)
  return at
}

/** The same table in a form without codes: every key its title, as cbsodata and the portal write it. */
export function withoutCodes(table: StatLineTable): StatLineTable {
  const dimensions = table.dimensions.map(dimension =>
    dimension.kind === 'period' || dimension.kind === 'margin'
      ? dimension
      : { ...dimension, categories: dimension.categories.map(({ title }) => ({ key: title, title })) },
  )
  const measures = table.measures.map(measure => ({ ...measure, key: measure.title }))
  return { ...table, form: 'titled', id: null, dimensions, measures }
}

/** The same table without its code tables: every title its key. */
export function withoutTitles(table: StatLineTable): StatLineTable {
  const dimensions = table.dimensions.map(dimension => ({
    ...dimension,
    categories: dimension.categories.map(({ key }) => ({ key, title: key })),
  }))
  const measures = table.measures.map(measure => ({
    ...measure,
    title: measure.key,
    unit: null,
    decimals: null,
  }))
  return { ...table, dimensions, measures }
}
