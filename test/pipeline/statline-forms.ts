/** One StatLine table written to disk in each form in which it can be downloaded; returns the path to name. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StatLineTable } from '../../src/core/statline.ts'

export const FORMS = ['typed', 'untyped', 'json', 'v4', 'portal', 'titled'] as const
export type Form = (typeof FORMS)[number]

export interface FormOptions {
  /** keep the code tables beside the figures, where the form has them apart */
  readonly described?: boolean
}

export function writeForm(
  folder: string,
  form: Form,
  table: StatLineTable,
  { described = true }: FormOptions = {},
): string {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name)
    writeFileSync(path, `${lines.join('\r\n')}\r\n`)
    return path
  }
  const id = table.id ?? 'verzonnen'
  const rows = wideRows(table)
  const header = ['ID', ...table.dimensions.map(({ key }) => key), ...table.measures.map(({ key }) => key)]
  const v3 = (kind: string, cell: (text: string, width: number) => string, absent: string) => {
    if (described) write(`${id}_metadata.csv`, metadata(table))
    return write(`${id}_${kind}DataSet_24112026_120000.csv`, [
      `\ufeff${quoted(header)}`,
      ...rows.map(({ keys, values }, i) =>
        quoted([
          String(i),
          ...keys.map(key => cell(key, -8)),
          ...values.map(value => cell(value === null ? absent : String(value), 12)),
        ]),
      ),
    ])
  }
  switch (form) {
    case 'typed':
      return v3('Typed', text => text, '')
    case 'untyped':
      return v3('Untyped', (text, width) => (width < 0 ? text.padEnd(-width) : text.padStart(width)), '.')
    case 'json':
      return write(`${id}.json`, [json(table, rows)])
    case 'v4':
      return v4(table, rows, write, folder)
    case 'portal':
      return write(`${id}_24112026_120000.csv`, [
        `\ufeff"${table.title}"`,
        '',
        [
          ...table.dimensions.map(({ title }) => title),
          ...table.measures.map(({ title, unit }) => `${title} (${unit})`),
        ].join(';'),
        ...rows.map(({ titles, values }) => [...titles, ...values.map(value => dutch(value, '.'))].join(';')),
        'Bron: CBS',
      ])
    case 'titled':
      return write(`${id}_cbsodata.csv`, [
        ['', 'ID', ...table.dimensions.map(({ key }) => key), ...table.measures.map(({ stem }) => stem)].join(
          ',',
        ),
        ...rows.map(({ titles, values }, i) =>
          [i, i, ...titles.map(title => `"${title}"`), ...values.map(value => value ?? '')].join(','),
        ),
      ])
  }
}

interface WideRow {
  readonly keys: readonly string[]
  readonly titles: readonly string[]
  readonly values: (number | null)[]
}

function wideRows(table: StatLineTable): WideRow[] {
  const rows = new Map<string, WideRow>()
  for (let i = 0; i < table.length; i++) {
    const categories = table.dimensions.map((dimension, d) => dimension.categories[table.codes[d][i]])
    const keys = categories.map(({ key }) => key)
    const row = rows.get(keys.join()) ?? {
      keys,
      titles: categories.map(({ title, provisional }) => (provisional ? `${title}*` : title)),
      values: table.measures.map(() => null),
    }
    row.values[table.measure[i]] = Number.isNaN(table.values[i]) ? null : table.values[i]
    rows.set(keys.join(), row)
  }
  return [...rows.values()]
}

function metadata({ id, title, dimensions, measures }: StatLineTable): string[] {
  const topics = measures.map(({ key, title: name, unit, decimals }, i) =>
    quoted([String(dimensions.length + i), '0', 'Topic', key, name, '', unit ?? '', String(decimals ?? 0)]),
  )
  const axes = dimensions.map(({ key, title: name, kind }, i) =>
    quoted([String(i), '', kind === 'period' ? 'TimeDimension' : 'Dimension', key, name, '', '', '']),
  )
  return [
    '\ufeff"TableInfos"',
    quoted(['ID', 'Title', 'ShortTitle', 'Identifier']),
    quoted(['0', title ?? '', title ?? '', id ?? '']),
    '',
    '"DataProperties"',
    quoted(['ID', 'ParentID', 'Type', 'Key', 'Title', 'Description', 'Unit', 'Decimals']),
    ...axes,
    ...topics,
    ...dimensions.flatMap(({ key, categories }) => [
      '',
      quoted([key]),
      quoted(['Key', 'Title', 'Description']),
      ...categories.map(category => quoted([category.key, category.title, ''])),
    ]),
  ]
}

function json(table: StatLineTable, rows: readonly WideRow[]): string {
  return JSON.stringify({
    'odata.metadata': `http://opendata.cbs.nl/ODataApi/OData/${table.id}/$metadata#Cbs.OData.WebAPI.TypedDataSet`,
    value: rows.map(({ keys, values }, i) => ({
      ID: i,
      ...Object.fromEntries(table.dimensions.map(({ key }, d) => [key, keys[d].padEnd(7)])),
      ...Object.fromEntries(table.measures.map(({ key }, m) => [key, values[m]])),
    })),
  })
}

function v4(
  { id, title, dimensions, measures }: StatLineTable,
  rows: readonly WideRow[],
  write: (name: string, lines: readonly string[]) => string,
  folder: string,
): string {
  for (const { key, kind, categories } of dimensions) {
    const status = kind === 'period' ? ';Status' : ''
    write(`${key}Codes.csv`, [
      `Identifier;DimensionGroupId;DimensionId;Index;Title;Description${status}`,
      ...categories.map((category, i) => {
        const said = kind === 'period' ? (category.provisional ? ';Voorlopig' : ';Definitief') : ''
        return `${category.key};0;${key};${i};${category.title};${said}`
      }),
    ])
  }
  const count = rows.length * measures.length
  write('Properties.csv', ['Identifier;Title;ObservationCount', `${id};"${title}";${count}`])
  write('MeasureCodes.csv', [
    'Identifier;Title;Description;MeasureGroupId;DataType;Unit;Format;Decimals;PresentationType',
    ...measures.map(
      ({ title, unit, decimals }, m) => `M00${m};${title};;;Double;${unit};;${decimals};Absolute`,
    ),
  ])
  write('Observations.csv', [
    ['Id', 'Measure', ...dimensions.map(({ key }) => key), 'Value', 'StringValue', 'ValueAttribute'].join(
      ';',
    ),
    ...rows.flatMap(({ keys, values }, i) =>
      values.map((value, m) =>
        [
          i * values.length + m,
          `M00${m}`,
          ...keys,
          dutch(value, ''),
          '',
          value === null ? 'Impossible' : 'None',
        ].join(';'),
      ),
    ),
  ])
  return folder
}

function dutch(value: number | null, absent: string): string {
  return value === null ? absent : String(value).replace('.', ',')
}

function quoted(fields: readonly string[]): string {
  return fields.map(field => `"${field}"`).join(';')
}
