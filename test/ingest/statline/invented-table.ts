/**
 * One invented table of StatLine, written in every form in which CBS and RIVM let it be downloaded.
 *
 * Synthetic: the layout is that of 85766NED or 50120NED, the figures are nobody's.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'

export interface InventedTable {
  readonly id: string
  readonly title: string
  readonly dimensions: readonly {
    readonly key: string
    readonly title: string
    readonly kind: 'Dimension' | 'GeoDimension' | 'TimeDimension'
    readonly codes: readonly { readonly key: string; readonly title: string; readonly status?: string }[]
  }[]
  readonly topics: readonly { readonly key: string; readonly title: string; readonly unit: string }[]
  /** topics within the last dimension, within the one before it …; null = missing */
  readonly values: readonly (number | null)[]
}

type Codes = InventedTable['dimensions'][number]['codes']

const MARGINS: Codes = [
  { key: 'MW00000', title: 'Waarde' },
  { key: 'MOG0095', title: 'Ondergrens 95%-interval' },
  { key: 'MBG0095', title: 'Bovengrens 95%-interval' },
]

const PERIODS: Codes = [
  { key: '2021JJ00', title: '2021', status: 'Definitief' },
  { key: '2022JJ00', title: '2022*', status: 'Voorlopig' },
]

export const LONELINESS: Omit<InventedTable, 'values'> = {
  id: '85766NED',
  title: 'Eenzaamheid; persoonskenmerken (verzonnen)',
  dimensions: [
    { key: 'Marges', title: 'Marges', kind: 'Dimension', codes: MARGINS },
    {
      key: 'Kenmerken',
      title: 'Kenmerken',
      kind: 'Dimension',
      codes: [
        { key: 'T009002', title: 'Totaal personen' },
        { key: '3000', title: 'Geslacht: Mannen' },
        { key: '21600', title: 'Leeftijd: 75 jaar of ouder' },
      ],
    },
    {
      key: 'MateVanEenzaamheid',
      title: 'Mate van eenzaamheid',
      kind: 'Dimension',
      codes: [
        { key: 'A052501', title: 'Niet eenzaam' },
        { key: 'A052502', title: 'Enigszins eenzaam' },
        { key: 'A052503', title: 'Sterk eenzaam' },
      ],
    },
    { key: 'Perioden', title: 'Perioden', kind: 'TimeDimension', codes: PERIODS },
  ],
  topics: [
    { key: 'Eenzaamheid_1', title: 'Eenzaamheid', unit: '%' },
    { key: 'SocialeEenzaamheid_2', title: 'Sociale eenzaamheid', unit: '%' },
    { key: 'EmotioneleEenzaamheid_3', title: 'Emotionele eenzaamheid', unit: '%' },
  ],
}

export const NEIGHBOURHOODS: Omit<InventedTable, 'values'> = {
  id: '50120NED',
  title: 'Gezondheid per wijk en buurt (verzonnen)',
  dimensions: [
    {
      key: 'Leeftijd',
      title: 'Leeftijd',
      kind: 'Dimension',
      codes: [
        { key: '20300', title: '18 jaar of ouder' },
        { key: '80200', title: '65 jaar of ouder' },
      ],
    },
    { key: 'Marges', title: 'Marges', kind: 'Dimension', codes: MARGINS },
    {
      key: 'WijkenEnBuurten',
      title: 'Wijken en buurten',
      kind: 'GeoDimension',
      codes: [
        { key: 'NL00', title: 'Nederland' },
        { key: 'GM0228', title: 'Ede' },
        { key: 'WK022803', title: 'Wijk 03' },
        { key: 'BU02280301', title: 'De Horsten' },
      ],
    },
    { key: 'Perioden', title: 'Perioden', kind: 'TimeDimension', codes: PERIODS },
  ],
  topics: [
    { key: 'Eenzaam_27', title: 'Eenzaam', unit: '%' },
    { key: 'ErnstigZeerErnstigEenzaam_28', title: 'Ernstig/ zeer ernstig eenzaam', unit: '%' },
  ],
}

export function cellCount({ dimensions, topics }: Omit<InventedTable, 'values'>): number {
  return dimensions.reduce((product, { codes }) => product * codes.length, topics.length)
}

export interface InventedRow {
  readonly codes: Codes
  readonly values: readonly (number | null)[]
}

/** Per combination of categories the values of all topics. */
export function rowsOf(table: InventedTable): InventedRow[] {
  const combinations = table.dimensions.reduce<Codes[]>(
    (before, { codes }) => before.flatMap(combination => codes.map(code => [...combination, code])),
    [[]],
  )
  const width = table.topics.length
  return combinations.map((codes, i) => ({ codes, values: table.values.slice(i * width, (i + 1) * width) }))
}

export type Files = Readonly<Record<string, string>>

/** What a form is called, its files, and whether its categories are codes or titles. */
export interface InventedForm {
  readonly name: string
  readonly files: Files
  /** what is pointed at: a file, or null for the folder */
  readonly open: string | null
  readonly categories: 'codes' | 'titles'
}

const BOM = '\ufeff'
const quoted = (cells: readonly string[]) => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')
const lines = (rows: readonly string[], end = '\r\n') => rows.map(row => row + end).join('')
const dot = (value: number | null) => (value === null ? '' : value.toFixed(1))
const comma = (value: number | null) => dot(value).replace('.', ',')
const padded = (value: number | null) => (value === null ? '       .' : dot(value).padStart(8))
const symbol = (value: number | null) => (value === null ? '.' : comma(value))

function v3Csv(table: InventedTable, cell: (value: number | null) => string): string {
  const header = ['ID', ...table.dimensions.map(({ key }) => key), ...table.topics.map(({ key }) => key)]
  const rows = rowsOf(table).map(({ codes, values }, i) => [
    String(i),
    ...codes.map(({ key }) => key.padEnd(10)),
    ...values.map(cell),
  ])
  return BOM + lines([header, ...rows].map(quoted))
}

function v3Metadata({ id, title, dimensions, topics }: InventedTable): string {
  const properties = [
    ...dimensions.map(({ key, title, kind }, i) =>
      quoted([String(i), String(i), '', kind, key, title, '', '', '', '', '', '']),
    ),
    '"90";;;"TopicGroup";"";"Groep";"Een groep\nover twee regels";;;;;',
    ...topics.map(({ key, title, unit }, i) =>
      quoted([
        `${91 + i}`,
        '',
        '90',
        'Topic',
        key,
        title,
        'met "aanhaling"\n\n',
        '',
        'Float',
        unit,
        '1',
        'None',
      ]),
    ),
  ]
  const tables = dimensions.flatMap(({ key, codes }) => [
    `"${key}"`,
    'Key;Title;Description;Status',
    ...codes.map(({ key, title, status }) =>
      quoted([key.padEnd(10), title, 'regel 1\nregel 2', status ?? '']),
    ),
  ])
  return (
    BOM +
    lines(['"TableInfos"', '"ID";"Title";"ShortTitle";"Identifier";"Summary"'], '\n') +
    lines([quoted(['0', title, title, id, 'Een tabel\nmet regels'])]) +
    lines([
      '"DataProperties"',
      'ID;Position;ParentID;Type;Key;Title;Description;ReleasePolicy;Datatype;Unit;Decimals;Default',
    ]) +
    lines([...properties, ...tables])
  )
}

function v3Json(table: InventedTable, endpoint: 'TypedDataSet' | 'UntypedDataSet'): string {
  const value = rowsOf(table).map(({ codes, values }, i) => ({
    ID: i,
    ...Object.fromEntries(table.dimensions.map(({ key }, d) => [key, codes[d].key.padEnd(10)])),
    ...Object.fromEntries(
      table.topics.map(({ key }, t) => [key, endpoint === 'TypedDataSet' ? values[t] : padded(values[t])]),
    ),
  }))
  return v3Answer(table, endpoint, value)
}

function v3Answer({ id }: InventedTable, endpoint: string, value: readonly unknown[]): string {
  const metadata = `https://opendata.cbs.nl/ODataApi/OData/${id}/$metadata#Cbs.OData.WebAPI.${endpoint}`
  return JSON.stringify({ 'odata.metadata': metadata, value })
}

function v3JsonFolder(table: InventedTable): Files {
  const properties = [
    ...table.dimensions.map(({ key, title, kind }) => ({
      odata: '',
      ID: 0,
      ParentID: null,
      Type: kind,
      Key: key,
      Title: title,
    })),
    ...table.topics.map(({ key, title, unit }) => ({
      odata: '',
      ID: 0,
      ParentID: null,
      Type: 'Topic',
      Key: key,
      Title: title,
      Unit: unit,
      Decimals: 1,
      Datatype: 'Float',
    })),
  ]
  return {
    'figures.json': v3Json(table, 'TypedDataSet'),
    'a.json': v3Answer(table, 'DataProperties', properties),
    'b.json': v3Answer(table, 'TableInfos', [
      { ID: 0, Title: table.title, ShortTitle: '', Identifier: table.id },
    ]),
    ...Object.fromEntries(
      table.dimensions.map(({ key, codes }) => [
        `c-${key}.json`,
        v3Answer(
          table,
          key,
          codes.map(({ key, title, status }) => ({
            Key: key.padEnd(10),
            Title: title,
            Description: null,
            Status: status,
          })),
        ),
      ]),
    ),
  }
}

/** Measures have codes there that say nothing. */
function measureCode(topic: number): string {
  return `M00${1000 + topic}`
}

function v4Observations(table: InventedTable) {
  return rowsOf(table).flatMap(({ codes, values }) =>
    values.map((value, t) => ({ codes: codes.map(({ key }) => key), measure: measureCode(t), value })),
  )
}

function v4Csv(table: InventedTable): Files {
  const { dimensions, topics, id, title } = table
  const observations = v4Observations(table)
  const file = (rows: readonly (readonly string[])[]) => lines(rows.map(row => row.map(v4Cell).join(';')))
  return {
    'Observations.csv': file([
      ['Id', 'Measure', ...dimensions.map(({ key }) => key), 'Value', 'StringValue', 'ValueAttribute'],
      ...observations.map(({ codes, measure, value }, i) => [
        String(i),
        measure,
        ...codes,
        comma(value),
        '',
        value === null ? 'Impossible' : 'None',
      ]),
    ]),
    'MeasureCodes.csv': file([
      [
        'Identifier',
        'MeasureGroupId',
        'Index',
        'Title',
        'Description',
        'DataType',
        'Unit',
        'Decimals',
        'PresentationType',
      ],
      ...topics.map(({ title, unit }, t) => [
        measureCode(t),
        '',
        String(t),
        title,
        'twee\nregels',
        'Double',
        unit,
        '1',
        '',
      ]),
    ]),
    'Dimensions.csv': file([
      [
        'Identifier',
        'Title',
        'Description',
        'MapYear',
        'ReleasePolicy',
        'Kind',
        'ContainsGroups',
        'ContainsCodes',
      ],
      ...dimensions.map(({ key, title, kind }) => [key, title, '', '', '', kind, 'False', 'True']),
    ]),
    'Properties.csv': file([
      ['Identifier', 'Title', 'ObservationCount'],
      [id, title, String(observations.length)],
    ]),
    'Catalog.csv': file([
      ['Identifier', 'Title', 'License', 'Homepage'],
      ['CBS', 'CBS databank', 'https://creativecommons.org/licenses/by/4.0/', 'https://www.cbs.nl/'],
    ]),
    ...Object.fromEntries(
      dimensions.map(({ key, codes }) => [
        `${key}Codes.csv`,
        file([
          ['Identifier', 'DimensionGroupId', 'DimensionId', 'Index', 'Title', 'Description', 'Status'],
          ...codes.map((code, i) => [code.key, '', key, String(i), code.title, '', code.status ?? '']),
        ]),
      ]),
    ),
  }
}

function v4Cell(text: string): string {
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function v4Json(table: InventedTable): Files {
  const address = `https://odata4.cbs.nl/CBS/${table.id}/$metadata`
  const answer = (endpoint: string, value: readonly unknown[], more: object = {}) =>
    JSON.stringify({ '@odata.context': `${address}#${endpoint}`, value, ...more })
  const observations = v4Observations(table).map(({ codes, measure, value }, i) => ({
    Id: i,
    Measure: measure,
    ValueAttribute: value === null ? 'Impossible' : 'None',
    Value: value,
    ...Object.fromEntries(table.dimensions.map(({ key }, d) => [key, codes[d]])),
  }))
  const half = Math.ceil(observations.length / 2)
  return {
    '1.json': answer('Observations', observations.slice(0, half), {
      '@odata.nextLink': `${address}/Observations?$skip=${half}`,
    }),
    '2.json': answer('Observations', observations.slice(half)),
    '3.json': answer(
      'MeasureCodes',
      table.topics.map(({ title, unit }, t) => ({
        Identifier: measureCode(t),
        Title: title,
        Unit: unit,
        Decimals: 1,
        DataType: 'Float',
      })),
    ),
    '4.json': answer(
      'Dimensions',
      table.dimensions.map(({ key, title, kind }) => ({
        Identifier: key,
        Title: title,
        Kind: kind,
        MapYear: null,
      })),
    ),
    '5.json': JSON.stringify({
      '@odata.context': `${address}#Properties`,
      Identifier: table.id,
      Title: table.title,
    }),
    ...Object.fromEntries(
      table.dimensions.map(({ key, codes }) => [
        `${key}.json`,
        answer(
          `${key}Codes`,
          codes.map(({ key, title, status }) => ({
            Identifier: key,
            Title: title,
            DimensionGroupId: null,
            Status: status ?? null,
          })),
        ),
      ]),
    ),
  }
}

/** Rows as dimensions, topics as columns, units under them: as StatLine downloads by default. */
function portalTopicColumns(table: InventedTable): readonly (readonly string[])[] {
  const names = table.dimensions.map(({ title }) => title)
  return [
    [
      ...names.map((_, i) => (i === names.length - 1 ? 'Onderwerp' : '')),
      ...table.topics.map(({ title }) => title),
    ],
    [...names, ...table.topics.map(({ unit }) => unit)],
    ...rowsOf(table).map(({ codes, values }) => [...codes.map(({ title }) => title), ...values.map(symbol)]),
  ]
}

/** Topics down the side with their unit beside them, the last two dimensions over the columns. */
function portalTopicRows(table: InventedTable): readonly (readonly string[])[] {
  const rows = rowsOf(table)
  const [across, last] = table.dimensions.slice(-2)
  const down = table.dimensions.slice(0, -2)
  const columns = across.codes.flatMap(a => last.codes.map(b => [a, b] as const))
  const labels = [...down.map(() => ''), '']
  const groups = rows.filter((_, i) => i % columns.length === 0)
  return [
    [...labels, across.title, ...columns.map(([a]) => a.title)],
    [...down.map(({ title }) => title), 'Onderwerp', last.title, ...columns.map(([, b]) => b.title)],
    ...groups.flatMap((group, g) =>
      table.topics.map(({ title, unit }, t) => [
        ...group.codes.slice(0, -2).map(code => code.title),
        title,
        unit,
        ...columns.map((_, c) => symbol(rows[g * columns.length + c].values[t])),
      ]),
    ),
  ]
}

/** Of the portal before 2018: levels of topics in rows of their own, a copyright under it. */
function statweb(table: InventedTable): readonly (readonly string[])[] {
  const names = table.dimensions.map(({ title }) => title)
  return [
    [...names.map(() => 'Onderwerpen'), ...table.topics.map(() => 'Eenzaamheid van personen')],
    [...names.map(() => 'Onderwerpen'), ...table.topics.map(({ title }) => title)],
    [...names, ...table.topics.map(({ unit }) => unit)],
    ...rowsOf(table).map(({ codes, values }) => [...codes.map(({ title }) => title), ...values.map(symbol)]),
  ]
}

function joinedHeadings(table: InventedTable): readonly (readonly string[])[] {
  return [
    [
      ...table.dimensions.map(({ title }) => title),
      ...table.topics.map(({ title }) => `Eenzaamheid van personen|${title}`),
    ],
    ...rowsOf(table).map(({ codes, values }) => [...codes.map(({ title }) => title), ...values.map(symbol)]),
  ]
}

/** Headings and units by themselves, the labels named over the topics. */
function unitsUnder(table: InventedTable): readonly (readonly string[])[] {
  return [
    [...table.dimensions, ...table.topics].map(({ title }) => title),
    [...table.dimensions.map(() => ''), ...table.topics.map(({ unit }) => unit)],
    ...rowsOf(table).map(({ codes, values }) => [...codes.map(({ title }) => title), ...values.map(symbol)]),
  ]
}

/** The last dimension over the topics, both named over every label. */
function periodsAndTopics(table: InventedTable): readonly (readonly string[])[] {
  const down = table.dimensions.slice(0, -1)
  const [across] = table.dimensions.slice(-1)
  const columns = across.codes.flatMap(code => table.topics.map(topic => ({ code, topic })))
  const rows = rowsOf(table)
  return [
    [...down.map(() => across.title), ...columns.map(({ code }) => code.title)],
    [...down.map(() => 'Onderwerp'), ...columns.map(({ topic }) => topic.title)],
    [...down.map(({ title }) => title), ...columns.map(({ topic }) => topic.unit)],
    ...rows.flatMap(({ codes }, i) => {
      if (i % across.codes.length !== 0) return []
      const values = rows.slice(i, i + across.codes.length).flatMap(row => row.values)
      return [[...codes.slice(0, -1).map(({ title }) => title), ...values.map(symbol)]]
    }),
  ]
}

/** By a spreadsheet: quotes where they are needed, every line as long as the widest. */
function savedAgain(table: InventedTable, delimiter: ',' | ';'): string {
  const rows = [[table.title], [''], ...portalTopicColumns(table), ['Bron: CBS']]
  const width = Math.max(...rows.map(row => row.length))
  const cell = (text: string) => (text.includes(delimiter) ? `"${text}"` : text)
  const padded = rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => '')])
  return lines(padded.map(row => row.map(cell).join(delimiter)))
}

function titled(table: InventedTable): string {
  const header = [
    '',
    'ID',
    ...table.dimensions.map(({ key }) => key),
    ...table.topics.map(({ key }) => key.replace(/_\d+$/, '')),
  ]
  const rows = rowsOf(table).map(({ codes, values }, i) => [
    `${i}`,
    `${i}`,
    ...codes.map(({ title }) => title),
    ...values.map(dot),
  ])
  return lines(
    [header, ...rows].map(row => row.join(',')),
    '\n',
  )
}

/** write.csv of cbsodataR, with its label columns. */
function cbsodataR(table: InventedTable): string {
  const header = [
    ...table.dimensions.flatMap(({ key }) => [key, `${key}_label`]),
    ...table.topics.map(({ key }) => key),
  ]
  const rows = rowsOf(table).map(({ codes, values }) => [
    ...codes.flatMap(({ key, title }) => [`"${key.padEnd(10)}"`, `"${title}"`]),
    ...values.map(value => dot(value) || 'NA'),
  ])
  return lines(
    [header.map(name => `"${name}"`), ...rows].map(row => row.join(',')),
    '\n',
  )
}

export function formsOf(table: InventedTable): InventedForm[] {
  const { id, title } = table
  const block = [quoted([title]), '""', '""']
  const portal = (rows: readonly (readonly string[])[], above = block, below = '"Bron: CBS"') =>
    BOM + lines([...above, ...rows.map(quoted), below])
  const dataset = `${id}_TypedDataSet_24112025_150500.csv`
  const typed = { [dataset]: v3Csv(table, dot), [`${id}_metadata.csv`]: v3Metadata(table) }
  const one = (
    name: string,
    text: string,
    categories: InventedForm['categories'],
    file = 'data.csv',
  ): InventedForm => ({
    name,
    files: { [file]: text },
    open: file,
    categories,
  })
  return [
    one('v3 typed CSV', v3Csv(table, dot), 'codes'),
    one('v3 untyped CSV', v3Csv(table, padded), 'codes'),
    { name: 'v3 CSV with metadata beside it', files: typed, open: dataset, categories: 'codes' },
    { name: 'v3 CSV folder', files: typed, open: null, categories: 'codes' },
    one('v3 typed JSON', v3Json(table, 'TypedDataSet'), 'codes', 'x.txt'),
    one('v3 untyped JSON', v3Json(table, 'UntypedDataSet'), 'codes', 'x.json'),
    { name: 'v3 JSON folder', files: v3JsonFolder(table), open: null, categories: 'codes' },
    { name: 'v4 CSV folder', files: v4Csv(table), open: null, categories: 'codes' },
    {
      name: 'v4 CSV with its code tables beside it',
      files: v4Csv(table),
      open: 'Observations.csv',
      categories: 'codes',
    },
    { name: 'v4 JSON folder of two pages', files: v4Json(table), open: null, categories: 'codes' },
    one('portal, topics in columns', portal(portalTopicColumns(table)), 'titles'),
    one('portal, topics in rows', portal(portalTopicRows(table)), 'titles'),
    one(
      'portal of before 2018',
      portal(
        statweb(table),
        [quoted([title])],
        '"© Centraal Bureau voor de Statistiek, Den Haag/Heerlen 10-10-2023"',
      ),
      'titles',
    ),
    one('portal, trimmed by hand', BOM + lines(joinedHeadings(table).map(row => row.join(';'))), 'titles'),
    one('portal, units under the headings', portal(unitsUnder(table), [quoted([title])]), 'titles'),
    one('portal, periods and topics in columns', portal(periodsAndTopics(table)), 'titles'),
    one('portal, saved again with commas', savedAgain(table, ','), 'titles'),
    one('portal, saved again by a Dutch Excel', savedAgain(table, ';'), 'titles'),
    one('titles in place of keys (cbsodata)', titled(table), 'titles', `x_${id}.csv`),
    one('keys and labels (cbsodataR)', cbsodataR(table), 'codes'),
  ]
}

/** Writes the files of a form; returns what is to be opened. */
export function writeForm(folder: string, { files, open }: InventedForm): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return open === null ? folder : join(folder, open)
}

export function zipped(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  )
}
