/**
 * The synthetic table of CBS as it is downloaded from StatLine: the CSVs of OData v3.
 *
 * The typed data set has no place for a remark, so that its title in the
 * metadata and the name of the archive say that it is synthetic.
 */
import { type CbsCell, DEGREES, GROUPS, TOPICS } from './demo-cbs.ts'

export const STATLINE_TITLE = 'SYNTHETISCH: Eenzaamheid; persoonskenmerken (verzonnen cijfers)'
const ID = '85766NED'
const MADE = '01012026_120000'
const BOM = '﻿'

const MARGINS = [
  ['MW00000', 'Waarde'],
  ['MOG0095', 'Ondergrens 95%-interval'],
  ['MBG0095', 'Bovengrens 95%-interval'],
] as const

export function statlineFiles(cells: readonly CbsCell[]): { name: string; text: string }[] {
  return [
    { name: `${ID}_TypedDataSet_${MADE}.csv`, text: typedDataSet(cells) },
    { name: `${ID}_metadata.csv`, text: metadata(cells) },
  ]
}

function typedDataSet(cells: readonly CbsCell[]): string {
  const header = [
    'ID',
    'Marges',
    'Kenmerken',
    'MateVanEenzaamheid',
    'Perioden',
    ...TOPICS.map(({ key }) => key),
  ]
  const rows = MARGINS.flatMap(([margin], i) =>
    cells.map(cell => [
      padded(margin, 7),
      padded(cell.group, 7),
      padded(cell.degree, 7),
      period(cell.year),
      ...cell.topics.map(topic => topic[i]),
    ]),
  )
  return BOM + lines([header, ...rows.map((row, i) => [String(i), ...row])])
}

function metadata(cells: readonly CbsCell[]): string {
  const years = [...new Set(cells.map(({ year }) => year))]
  return BOM + [TABLE_INFOS, dataProperties(), ...codeTables(), periods(years)].join('')
}

const WARNING =
  'SYNTHETISCH: alle cijfers zijn verzonnen, voor de demo van ejz. Niet van het CBS; er mag niets uit worden afgeleid.'
const CODES = ['Key', 'Title', 'Description']

const TABLE_INFOS = section(
  'TableInfos',
  ['ID', 'Title', 'ShortTitle', 'Identifier', 'Summary', 'ShortDescription'],
  [
    [
      '0',
      STATLINE_TITLE,
      'SYNTHETISCH: Eenzaamheid',
      ID,
      WARNING,
      `\n${WARNING}\n\nSynthetic table of the demo of ejz.\n`,
    ],
  ],
)

function dataProperties(): string {
  const header = ['ID', 'Position', 'ParentID', 'Type', 'Key', 'Title', 'Datatype', 'Unit', 'Decimals']
  const topics = TOPICS.map(({ key, title }, i) => {
    const place = String(4 + i)
    return [place, place, null, 'Topic', key, title, 'Double', '%', '1']
  })
  return section('DataProperties', header, [
    ...['Marges', 'Kenmerken', 'MateVanEenzaamheid'].map((key, i) => dimension(i, 'Dimension', key)),
    dimension(3, 'TimeDimension', 'Perioden'),
    ...topics,
  ])
}

function codeTables(): string[] {
  return [
    section('Marges', CODES, MARGINS.map(code)),
    section(
      'Kenmerken',
      CODES,
      GROUPS.map(({ key, title }) => code([key, title])),
    ),
    section(
      'MateVanEenzaamheid',
      CODES,
      DEGREES.map(({ key, title }) => code([key, title])),
    ),
  ]
}

/** The last one is provisional. */
function periods(years: readonly number[]): string {
  const last = years.at(-1)
  return section(
    'Perioden',
    [...CODES, 'Status'],
    years.map(year => {
      const [title, status] = year === last ? [`${year}*`, 'Voorlopig'] : [String(year), 'Definitief']
      return [period(year), title, null, status]
    }),
  )
}

function dimension(i: number, type: string, key: string): (string | null)[] {
  return [String(i), String(i), null, type, key, key, null, null, null]
}

function code([key, title]: readonly [string, string]): (string | null)[] {
  return [key, title, null]
}

function period(year: number): string {
  return `${year}JJ00`
}

function padded(key: string, width: number): string {
  return key.padEnd(width)
}

/** Names of columns are not quoted here, and the lines of a table end without a carriage return. */
function section(
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string {
  return `"${name}"\n${header.join(';')}\n${lines(rows)}`
}

function lines(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map(row => `${row.map(cell).join(';')}\n`).join('')
}

/** Texts are quoted, numbers have a decimal point, nothing is nothing. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`
}
