import { describe, expect, it } from 'vitest'
import { type Column, decimalsAligned, type Format, printTable } from '../../src/cli/print-table.ts'
import { captured } from './captured.ts'

interface Row {
  readonly name: string
  readonly share: number | null
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', title: 'Name', value: ({ name }) => name, wraps: true },
  {
    key: 'share',
    title: '%',
    align: 'right',
    value: ({ share }) => share,
    text: ({ share }) => (share === null ? '' : String(share * 100)),
  },
]
const ROWS: readonly Row[] = [
  { name: 'all', share: 0.5 },
  { name: '=1+1, "quoted" | <b>\u001b[31m', share: 0.125 },
  { name: '-5', share: null },
]

async function printed(format: Format, rows = ROWS, width = 80, isTerminal = false): Promise<string> {
  const out = captured(width, isTerminal)
  await printTable(out, format, COLUMNS, rows)
  return out.text()
}

describe('a printed table', () => {
  it('is drawn with decimals under each other and without control characters', async () => {
    expect(await printed('table')).toBe(`Name                          %
all                        50
=1+1, "quoted" | <b> [31m  12.5
-5
`)
  })

  it('is CSV in which no spreadsheet finds a formula', async () => {
    expect(await printed('csv')).toBe(`name,share
all,0.5
"'=1+1, ""quoted"" | <b>\u001b[31m",0.125
'-5,
`)
  })

  it('is Markdown in which nothing is markup', async () => {
    expect(await printed('md')).toBe(`| Name | % |
| --- | ---: |
| all | 50 |
| =1+1, "quoted" \\| &lt;b> [31m | 12.5 |
| -5 |  |
`)
  })

  it('is JSON with the values as they are', async () => {
    expect(JSON.parse(await printed('json'))).toEqual(ROWS)
    const lines = (await printed('ndjson')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual(ROWS)
  })

  it('breaks the columns that may in a narrow terminal', async () => {
    const text = await printed('table', [{ name: 'a long name of several words', share: 0.5 }], 20, true)
    expect(text.split('\n').every(line => line.length <= 20)).toBe(true)
  })

  it('leaves out a column that says nothing', async () => {
    expect(await printed('table', [{ name: 'x', share: null }])).toBe('Name\nx\n')
  })
})

describe('decimals', () => {
  it('stand under each other, whatever the sign and the thousands', () => {
    expect(decimalsAligned(['1', '1.25', '\u221210.5', '1,000', '', 'none'])).toEqual([
      '1   ',
      '1.25',
      '\u221210.5 ',
      '1,000   ',
      '',
      'none',
    ])
  })
})
