import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatLineTable } from '../../../src/core/statline.ts'
import { openDataFile } from '../../../src/ingest/open.ts'
import { readJsonPart } from '../../../src/ingest/statline/json-part.ts'
import { looksLikeStatLine, readStatLine } from '../../../src/ingest/statline/read.ts'
import {
  cellCount,
  formsOf,
  type InventedTable,
  LONELINESS,
  NEIGHBOURHOODS,
  writeForm,
} from './invented-table.ts'

let folder: string
let made = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-statline-read-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(text: string | Uint8Array, name = 'table.csv'): string {
  const inside = join(folder, `${++made}`)
  mkdirSync(inside)
  writeFileSync(join(inside, name), text)
  return join(inside, name)
}

function form(name: string, layout: Omit<InventedTable, 'values'> = LONELINESS): string {
  const values = Array.from({ length: cellCount(layout) }, (_, i) => (i % 5 === 4 ? null : i / 10))
  return writeForm(
    join(folder, `${++made}`),
    formsOf({ ...layout, values }).find(form => form.name === name)!,
  )
}

const read = (text: string | Uint8Array, name?: string) => readStatLine(write(text, name))
const values = (table: StatLineTable) => [...table.values].map(value => (Number.isNaN(value) ? null : value))
const codes = (table: StatLineTable) => table.warnings.map(({ code }) => code)

describe('the traps of StatLine', () => {
  it('trap 9: untyped cells are padded and a point is missing; v4 and portal have a decimal comma, typed a point', async () => {
    const untyped = await read(
      '\ufeff"ID";"RegioS";"Perioden";"A_1";"B_2"\r\n"0";"PV20  ";"2022JJ00";"     1.5";"       ."\r\n"1";"GM0014";"2022JJ00";"  1234.0";"     0.5"\r\n',
    )
    expect(untyped.form).toBe('odata3-untyped')
    expect(values(untyped)).toEqual([1.5, null, 1234, 0.5])
    expect(untyped.dimensions[0].categories.map(({ key }) => key)).toEqual(['PV20', 'GM0014'])
    const typed = await read(
      '"ID";"RegioS";"Perioden";"A_1"\r\n"0";"GM0014";"2022JJ00";"1.234"\r\n"1";"GM0034";"2022JJ00";""\r\n',
    )
    expect([typed.form, values(typed)]).toEqual(['odata3-typed', [1.234, null]])
    const v4 = await read(
      'Id;Measure;Perioden;Value;StringValue;ValueAttribute\r\n0;M1;2022JJ00;481,8;;None\r\n1;M1;2021JJ00;1,234;;None\r\n2;M1;2020JJ00;;;Confidential\r\n',
    )
    expect(values(v4)).toEqual([481.8, 1.234, null])
    expect([...v4.absent]).toEqual([[2, 'Confidential']])
    const portal = await read('\ufeff"Perioden";"Eenzaam"\r\n"2022*";"49,2"\r\n"2023";"."\r\n"Bron: CBS"\r\n')
    expect(values(portal)).toEqual([49.2, null])
  })

  it('trap 10: running numbers move between tables; the stem stays', async () => {
    const [old, renewed] = await Promise.all(
      ['"Eenzaam_27";"ErnstigZeerErnstigEenzaam_28"', '"Eenzaam_25";"SterkEenzaam_26"'].map(topics =>
        read(`"ID";"WijkenEnBuurten";"Perioden";${topics}\r\n"0";"GM0228    ";"2022JJ00";"49.2";"14.4"\r\n`),
      ),
    )
    expect(old.measures.map(({ stem }) => stem)).toEqual(['Eenzaam', 'ErnstigZeerErnstigEenzaam'])
    expect(renewed.measures.map(({ stem }) => stem)).toEqual(['Eenzaam', 'SterkEenzaam'])
  })

  it('trap 12: columns of the same name are reported and kept apart, however the program marked them', async () => {
    const names = { cbsodata: 'Ooit,Ooit', pandas: 'Ooit,Ooit.1', readr: 'Ooit...5,Ooit...6' }
    for (const header of Object.values(names)) {
      const table = await read(
        `,ID,Marges,Perioden,${header}\n0,0,Waarde,2022,1.5,2.5\n1,1,Waarde,2023,3.5,4.5\n`,
      )
      expect(table.form).toBe('titled')
      expect(table.measures.map(({ stem }) => stem)).toEqual(['Ooit', 'Ooit'])
      expect(values(table)).toEqual([1.5, 2.5, 3.5, 4.5])
      expect([...table.measure]).toEqual([0, 1, 0, 1])
      expect(table.warnings).toMatchObject([
        { code: 'duplicate_column', count: 1, values: { columns: 'Ooit (2×)' } },
      ])
    }
  })

  it('trap 13: an abolished municipality has empty cells, which are missing and no zero', async () => {
    const table = await read(
      "Regio's,Onderwerp,2012,2016,2020\nAalburg,Bevolking,12774,13067,\nTer Aar,Bevolking,,,\nBron: CBS,,,,\n",
    )
    expect(values(table)).toEqual([12774, 13067, null, null, null, null])
    expect(table.dimensions[0].categories.map(({ title }) => title)).toEqual(['Aalburg', 'Ter Aar'])
  })

  it('trap 14: codes that no code table names are counted and kept by their key', async () => {
    const v4 = formsOf({
      ...LONELINESS,
      values: Array.from({ length: cellCount(LONELINESS) }, () => 1),
    }).find(({ name }) => name === 'v4 CSV folder')!
    const short = {
      ...v4.files,
      'KenmerkenCodes.csv': v4.files['KenmerkenCodes.csv'].replace(/^(3000|21600);.*\r\n/gm, ''),
    }
    const table = await readStatLine(writeForm(join(folder, `${++made}`), { ...v4, files: short }))
    expect(table.warnings).toMatchObject([
      { code: 'unknown_category', count: 2, values: { dimension: 'Kenmerken', codes: '3000, 21600' } },
    ])
    expect(table.warnings[0].where).toMatch(/Observations\.csv:20$/)
    const { categories } = table.dimensions.find(({ key }) => key === 'Kenmerken')!
    expect(categories.map(({ title }) => title)).toEqual(['Totaal personen', '3000', '21600'])
  })
})

describe('what a download says of its own table', () => {
  it('is taken from the metadata beside it: titles, units, decimals, provisional periods', async () => {
    const table = await readStatLine(form('v3 CSV with metadata beside it', NEIGHBOURHOODS))
    expect(table).toMatchObject({ id: '50120NED', title: 'Gezondheid per wijk en buurt (verzonnen)' })
    expect(table.measures[1]).toEqual({
      key: 'ErnstigZeerErnstigEenzaam_28',
      stem: 'ErnstigZeerErnstigEenzaam',
      title: 'Ernstig/ zeer ernstig eenzaam',
      unit: '%',
      decimals: 1,
    })
    const [age, margin, region, period] = table.dimensions
    expect([age.kind, margin.kind, region.kind, period.kind]).toEqual(['other', 'margin', 'region', 'period'])
    expect(region.categories[3]).toEqual({ key: 'BU02280301', title: 'De Horsten' })
    expect(period.categories).toEqual([
      { key: '2021JJ00', title: '2021', provisional: false },
      { key: '2022JJ00', title: '2022*', provisional: true },
    ])
    expect(table.inputs).toHaveLength(2)
  })

  it('is taken from the code tables of v4, where topics have codes that tell nothing', async () => {
    const table = await readStatLine(form('v4 CSV folder', NEIGHBOURHOODS))
    expect(table.measures[1]).toMatchObject({ key: 'M001001', stem: 'ErnstigZeerErnstigEenzaam', unit: '%' })
    expect(table.dimensions[2]).toMatchObject({
      key: 'WijkenEnBuurten',
      title: 'Wijken en buurten',
      kind: 'region',
    })
  })

  it('is taken from the title block of the portal', async () => {
    const table = await readStatLine(form('portal, topics in rows'))
    expect(table.title).toBe('Eenzaamheid; persoonskenmerken (verzonnen)')
    expect(table.measures[0]).toEqual({
      key: 'Eenzaamheid',
      stem: 'Eenzaamheid',
      title: 'Eenzaamheid',
      unit: '%',
      decimals: null,
    })
    const periods = table.dimensions.find(({ kind }) => kind === 'period')!
    expect(periods.categories.map(({ provisional }) => provisional)).toEqual([false, true])
  })

  it('leaves a category that was chosen above the table in the table', async () => {
    const table = await read(
      '"Eenzaamheid"\r\n""\r\n"Geslacht";"Totaal"\r\n"";"";"Onderwerp";"Eenzaam";"Sterk eenzaam"\r\n"Leeftijd";"Marges";"Perioden";"%";"%"\r\n"75+";"Waarde";"2022";"34,3";"9,4"\r\n"Bron: CBS"\r\n',
    )
    expect(table.dimensions.map(({ key, categories }) => `${key} ${categories[0].key}`)).toEqual([
      'Leeftijd 75+',
      'Marges MW00000',
      'Perioden 2022JJ00',
      'Geslacht Totaal',
    ])
    expect(values(table)).toEqual([34.3, 9.4])
  })

  it('finds topics beside their units down the side, with two unnamed dimensions over the columns', async () => {
    const heads = '"";"";"Mannen";"Mannen";"Vrouwen";"Vrouwen"\r\n"";"";"75-80";"80+";"75-80";"80+"'
    const rows =
      '"Onderwerp";"Perioden";"2022";"2022";"2022";"2022"\r\n"Ziek|Ernstig";"aantal";"1";"2";"3";"4"'
    const table = await read(`"Titel"\r\n""\r\n${heads}\r\n${rows}\r\n"Bron: CBS"\r\n`)
    expect(table.dimensions.map(({ key }) => key)).toEqual(['Dimensie1', 'Dimensie2', 'Perioden'])
    expect(table.measures).toMatchObject([{ key: 'Ziek|Ernstig', stem: 'Ernstig', unit: 'aantal' }])
    expect(values(table)).toEqual([1, 2, 3, 4])
  })

  it('warns where parts of a v4 download are missing', async () => {
    const path = form('v4 CSV folder')
    rmSync(join(path, 'KenmerkenCodes.csv'))
    rmSync(join(path, 'MeasureCodes.csv'))
    const { warnings } = await readStatLine(path)
    expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'missing_part: the code table of Kenmerken is not there: its codes stand without titles',
      'missing_part: the list of topics (MeasureCodes) is not there',
    ])
    rmSync(path, { recursive: true })
  })
})

describe('periods', () => {
  it('have the code of CBS in every form', async () => {
    const titles = ['2022', '2022*', '2020 1e kwartaal', '2021 maart**', '2019 2e halfjaar', '2018 t/m 2020']
    const rows = titles.map((title, i) => `"${title}";"${i},5"\r\n`).join('')
    const table = await read(`"Perioden";"Eenzaam"\r\n${rows}"Bron: CBS"\r\n`)
    expect(table.dimensions[0].categories.map(({ key, provisional }) => [key, provisional])).toEqual([
      ['2022JJ00', false],
      ['2022JJ00', true],
      ['2020KW01', false],
      ['2021MM03', true],
      ['2019HJ02', false],
      ['2018 t/m 2020', false],
    ])
  })
})

describe('a download that stopped too early', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, ID) => ({
      ID,
      RegioS: `GM${String(ID).padStart(6, '0')}`,
      Perioden: '2022JJ00',
      Eenzaam_1: 1.5,
    }))
  const answer = (count: number, more: object = {}) =>
    JSON.stringify({
      'odata.metadata':
        'http://opendata.cbs.nl/ODataApi/OData/1234NED/$metadata#Cbs.OData.WebAPI.TypedDataSet',
      value: rows(count),
      ...more,
    })

  it('shows by its ten thousand rows, by a page that is announced, or by the count', async () => {
    expect(codes(await read(answer(9_999), 'a.json'))).toEqual([])
    expect(codes(await read(answer(10_000), 'a.json'))).toEqual(['probably_cut_off'])
    expect(codes(await read(answer(5, { 'odata.nextLink': 'x' }), 'a.json'))).toEqual(['probably_cut_off'])
    const v4 = {
      '@odata.context': 'https://odata4.cbs.nl/CBS/1234NED/$metadata#Observations',
      '@odata.count': 3,
      value: [{ Id: 0, Measure: 'M1', Value: 1, Perioden: '2022JJ00' }],
    }
    expect(codes(await read(JSON.stringify(v4), 'a.json'))).toEqual(['missing_part', 'probably_cut_off'])
  })
})

describe('cells that stand there twice', () => {
  it('are reported and not merged', async () => {
    const table = await read(',ID,Kenmerken,Perioden,Eenzaam\n0,0,Totaal,2022,1.5\n1,1,Totaal,2022,2.5\n')
    expect(values(table)).toEqual([1.5, 2.5])
    expect(table.warnings).toMatchObject([
      {
        code: 'duplicate_observation',
        count: 1,
        values: { cell: 'Kenmerken Totaal, Perioden 2022, Eenzaam' },
      },
    ])
  })
})

describe('numbers', () => {
  it('are refused where nothing tells a thousand from a decimal', async () => {
    await expect(read('Perioden,Onderwerp A|B\n2022,1.234\n2023,2.345\nBron: CBS,\n')).rejects.toMatchObject({
      code: 'ambiguous-number',
    })
    await expect(read('"Perioden";"A"\r\n"2022";"1.234"\r\n"Bron: CBS"\r\n')).rejects.toMatchObject({
      code: 'ambiguous-number',
    })
  })

  it('are read with the comma of a Dutch Excel where the table was saved again', async () => {
    const table = await read(
      'ID;RegioS;Perioden;A_1\r\n0;GM0014;2022JJ00;12,5\r\n1;GM0034;2022JJ00;3,125\r\n',
    )
    expect(values(table)).toEqual([12.5, 3.125])
  })

  it('of two kinds in one file, and words among them, are refused with their place', async () => {
    await expect(
      read(
        '"ID";"RegioS";"Perioden";"A_1"\n"0";"GM0014";"2022JJ00";"12.5"\n"1";"GM0034";"2022JJ00";"12,5"\n',
      ),
    ).rejects.toMatchObject({ code: 'two-decimal-marks' })
    await expect(
      read(
        '"ID";"RegioS";"Perioden";"A_1"\n"0";"GM0014";"2022JJ00";"12.5"\n"1";"GM0034";"2022JJ00";"n.b."\n"2";"GM0035";"2022JJ00";"1"\n',
      ),
    ).rejects.toMatchObject({
      code: 'statline-number',
      message: 'column A_1: "n.b." is neither a number nor a sign that StatLine uses',
      problems: [{ where: expect.stringMatching(/table\.csv:3$/) }],
    })
  })

  it('that are names or codes stay texts, with their zeros', async () => {
    const table = await read(
      '"ID";"RegioS";"Perioden";"Code_1";"Naam_2"\n"0";"GM0014";"2022JJ00";"0014";"Groningen"\n"1";"GM0363";"2022JJ00";"0363";"Amsterdam"\n',
    )
    expect([...table.texts.values()]).toEqual(['0014', 'Groningen', '0363', 'Amsterdam'])
    expect(values(table)).toEqual([null, null, null, null])
  })

  it('that StatLine withholds say why', async () => {
    const table = await read(
      '"Perioden";"A"\r\n"2020";"x"\r\n"2021";"-"\r\n"2022";"."\r\n"2023";"1,5"\r\n"Bron: CBS"\r\n',
    )
    expect(values(table)).toEqual([null, null, null, 1.5])
    expect([...table.absent]).toEqual([
      [0, 'Confidential'],
      [1, 'Nil'],
    ])
  })
})

describe('a file', () => {
  it('is known by its content, whatever its name', async () => {
    const json = form('v3 typed JSON')
    expect((await readStatLine(json)).form).toBe('odata3-json')
    expect((await read('"Perioden";"A"\r\n"2022";"1,5"\r\n"Bron: CBS"\r\n', 'table.xlsx')).form).toBe(
      'portal',
    )
  })

  it('in windows-1252 is read, with a warning', async () => {
    const table = await read(
      iconv.encode('"Regio";"Eén"\r\n"Súdwest-Fryslân";"1,5"\r\n"Bron: CBS"\r\n', 'windows-1252'),
    )
    expect(table.dimensions[0].categories[0].key).toBe('Súdwest-Fryslân')
    expect([table.measures[0].title, table.measures[0].stem]).toEqual(['Eén', 'Een'])
    expect(codes(table)).toEqual(['encoding_guessed'])
  })

  it.each([
    ['a survey with numbered items', 'ID;leeftijd;item_1;item_2\n1;75;1;2\n2;76;1;3\n'],
    [
      'a survey with municipalities and numbered items',
      'ID;gemeente;item_1;item_2\n1;GM0014;1;2\n2;GM0014;1;3\n',
    ],
    ['a survey with a period', 'id,wave,weight,item1\n1,2022,1.5,2\n2,2022,1.5,1\n'],
    ['a table of people', 'year,sex,ageFrom,persons\n2022,male,75,1000\n2022,female,75,1200\n'],
    ['GeoJSON', '{"type":"FeatureCollection","features":[]}'],
    ['JSON of anything', '{"value":[{"ID":1,"Eenzaam_1":2}]}'],
    ['a note', 'Bron: CBS\n'],
  ])('that is %s is no table of StatLine', async (_, text) => {
    expect(looksLikeStatLine(write(text))).toBe(false)
    await expect(read(text)).rejects.toMatchObject({ code: 'not-statline' })
  })

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Fout 500</body></html>', 'unsupported-format'],
    [
      'JSON that was cut off',
      '{"odata.metadata":"https://opendata.cbs.nl/ODataApi/OData/1234NED/$metadata#TypedDataSet","value":[{"ID":0,',
      'malformed-json',
    ],
    [
      'a table that was cut off',
      '"ID";"RegioS";"Perioden";"A_1"\n"0";"GM0014";"2022JJ00";"1"\n"1";"GM0034";"20',
      'unclosed-quote',
    ],
    [
      'a table with a row too short',
      '"ID";"RegioS";"Perioden";"A_1"\n"0";"GM0014";"2022JJ00";"1"\n"1";"GM0034"\n',
      'ragged-row',
    ],
    [
      'a selection of nothing',
      '"Eenzaamheid"\r\n""\r\n"Geslacht";"Leeftijd";"Onderwerp"\r\n"Bron: CBS"\r\n',
      'not-statline',
    ],
    ['a zip that was cut off', 'PK\x03\x04\x14\x00', 'zip-damaged'],
  ])('that is %s is refused', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code, fault: 'data' })
  })

  it('of JSON beyond what a text can hold is refused before it is read', () => {
    expect(() => readJsonPart(Buffer.alloc(400_000_001), 'a.json')).toThrow('the JSON is 400 MB')
  })

  it('that is not there, or a folder with two tables, is refused', async () => {
    await expect(readStatLine(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'file-not-readable' })
    const path = form('v3 CSV folder')
    writeFileSync(join(path, 'other.csv'), '"Perioden";"A"\r\n"2022";"1,5"\r\n"Bron: CBS"\r\n')
    await expect(readStatLine(path)).rejects.toMatchObject({ code: 'several-tables' })
    rmSync(path, { recursive: true })
  })
})

describe('topics that nobody asks for', () => {
  it('cost nothing, and are still told', async () => {
    for (const name of ['v3 typed CSV', 'v3 JSON folder', 'v4 CSV folder', 'v4 JSON folder of two pages']) {
      const path = form(name)
      const [whole, part] = [await readStatLine(path), await readStatLine(path, { topics: /sociale/i })]
      const wanted = [...whole.values].filter(
        (_, i) => whole.measures[whole.measure[i]].stem === 'SocialeEenzaamheid',
      )
      expect(whole.length).toBe(3 * wanted.length)
      expect([...part.values]).toEqual(wanted)
      expect(part.measures).toEqual(whole.measures)
      expect(part.warnings).toEqual([])
    }
  })

  it('cannot be told where codes have no titles: then all are read', async () => {
    const path = join(form('v4 CSV folder'), 'Observations.csv')
    const alone = await read(readFileSync(path), 'Observations.csv')
    const asked = await readStatLine(alone.inputs[0].path, { topics: /sociale/i })
    expect(asked.length).toBe(alone.length)
  })
})

describe('half a million observations', () => {
  it('are read in a few seconds', async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => {
      const topics = Array.from({ length: 20 }, (_, t) => `"${String(((i * t) % 1000) / 10).padStart(8)}"`)
      return `"${i}";"GM${String(i).padStart(6, '0')}";"2022JJ00";${topics.join(';')}\r\n`
    })
    const header = ['ID', 'RegioS', 'Perioden', ...Array.from({ length: 20 }, (_, t) => `T_${t + 1}`)]
    const table = await read(`${header.join(';')}\r\n${rows.join('')}`)
    expect(table.length).toBe(500_000)
    expect(table.values[499_999]).toBe(((24_999 * 19) % 1000) / 10)
  }, 20_000)
})

describe('a table of StatLine that is named as survey data', () => {
  it('is refused, in every form that no survey resembles', async () => {
    for (const name of ['v3 typed CSV', 'v3 untyped CSV', 'titles in place of keys (cbsodata)']) {
      await expect(openDataFile(form(name))).rejects.toMatchObject({ code: 'published-table' })
    }
    const v4 = join(form('v4 CSV folder'), 'Observations.csv')
    await expect(openDataFile(v4)).rejects.toMatchObject({ code: 'published-table' })
    const survey = await openDataFile(write('ID;gemeente;item|A;item_2\n1;GM0014;1;2\n2;GM0014;1;3\n'))
    expect(survey.variables).toHaveLength(4)
    expect(looksLikeStatLine(survey.path)).toBe(false)
  })
})
