import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { StatLineTable } from '../src/core/statline.ts'
import type { SavColumn } from '../src/ingest/sav-file.ts'
import { writeSav } from '../src/ingest/sav-write.ts'
import { dataPath } from '../src/pipeline/reference-data.ts'
import { run, studyFolder } from './cli/run.ts'
import { bombs } from './ingest/sav-bombs.ts'
import { writeForm } from './pipeline/statline-forms.ts'
import { ROOT } from './source-graph.ts'
import { cbsTable, ROWS_OF_2022 } from './sources/cbs-85766.ts'
import { statLineTable } from './sources/statline-table.ts'

/** Makes one mistake in a sound study of three waves; returns the flags it needs. */
const MISTAKES: Readonly<Record<string, (folder: string) => readonly string[] | undefined>> = {
  'file is not there': folder => void rmSync(join(folder, LAST)),
  'folder instead of a file': folder => {
    rmSync(join(folder, LAST))
    mkdirSync(join(folder, LAST))
    return []
  },
  'file is empty': folder => void writeFileSync(join(folder, LAST), ''),
  'Excel workbook with the name of a CSV': folder =>
    void writeFileSync(join(folder, LAST), Buffer.from('504b0304140000000800', 'hex')),
  'declared encoding is wrong': folder => {
    frisian(folder)
    return rewrite(folder, 'ejz.yaml', text => text.replace(`[${LAST}]`, `[${LAST}]\n    encoding: utf-8`))
  },
  'encoding is not UTF-8 and not declared': folder => frisian(folder),
  'rows of unequal length': folder => edit(folder, rows => [rows[7].pop(), rows[9].push('1')]),
  'column name occurs twice': folder => set(folder, 0, 5, 'weight'),
  'item column is missing': folder => set(folder, 0, 9, 'iets'),
  '1.234: a thousand or a decimal': folder =>
    edit(folder, rows => {
      for (const row of rows.slice(1)) row[1] = '1.234'
    }),
  'text where a number belongs': folder => set(folder, 5, 1, 'veel'),
  'code that nobody declared': folder => unknownCode(folder),
  'code that nobody declared, under --strict': folder => {
    unknownCode(folder)
    return ['--strict']
  },
  'value labels contradict the codes': folder => {
    writeSav(join(folder, 'w2020.sav'), { columns: contradicting(), created: '2026-01-01' })
    return rewrite(folder, 'ejz.yaml', text => text.replace(LAST, 'w2020.sav'))
  },
  'negative, zero or missing weight': folder =>
    edit(folder, rows => {
      rows[5][1] = '-1'
      rows[6][1] = '0'
      rows[7][1] = ''
    }),
  'age 999': folder =>
    edit(folder, rows => {
      rows[5][3] = '999'
      rows[6][3] = '999'
    }),
  'truncated .sav': folder => demoWith(folder, bytes => bytes.subarray(0, 300_000)),
  '.sav that lies about its number of cases': folder =>
    demoWith(folder, bytes => {
      bytes.writeInt32LE(9000, 80)
      return bytes
    }),
  '.sav that does not say its number of cases': folder =>
    demoWith(folder, bytes => {
      bytes.writeInt32LE(-1, 80)
      bytes.writeBigInt64LE(-1n, bytes.indexOf(Buffer.from([7, 0, 0, 0, 16, 0, 0, 0])) + 24)
      return bytes
    }),
  '.sav that would fill the machine when unpacked': folder => bomb(folder, '50 million cases in 49 kB'),
  '.sav with value labels of no variable': folder => bomb(folder, 'labels of a variable that is not there'),
  '.sav with two names that differ in case only': folder => bomb(folder, 'two names for one variable'),
  'misspelt key in the study file': folder =>
    rewrite(folder, 'ejz.yaml', text => text.replace('waves:', 'wafes:')),
  'planned wave that is already there': folder => plan(folder, '2020', '2021-06-30'),
  'planned wave that should have come': folder => plan(folder, '2018', '2019-06-30'),
  'LASA file that is not in the folder': folder => lasa(folder, 'I, folder: lasa'),
  'LASA file of another wave than the study file says': folder =>
    lasa(folder, 'B, files: [lasa/LAS3B073.sav, lasa/LASAZ004.sav, lasa/LASAZ008.SAV]'),
  'person twice in a LASA file': folder => {
    lasa(folder, 'B, folder: lasa')
    const values = [1, 1, 2, 2, 3]
    const names = ['respnr', ...Array.from({ length: 11 }, (_, i) => `blo${i + 1}`)]
    const columns = names.map((name): SavColumn => ({ name, type: 'number', values }))
    writeSav(join(folder, 'lasa/LASAB073.SAV'), { columns, created: '2026-01-01' })
    return []
  },
  'LASA people interviewed by telephone': folder => lasa(folder, 'H, folder: lasa'),
  'published table without loneliness': folder =>
    inTable(folder, 'gezondheidsmonitor, wave: "2016"', monitorTable()),
  'year that is not in the published table': folder =>
    inTable(folder, 'cbs, wave: "2021"', cbsTable(ROWS_OF_2022)),
  'figures of CBS from before 2017': folder => inTable(folder, 'cbs, wave: "2015"', cbsTable(ROWS_OF_2022)),
  'model estimates of RIVM as a wave of the Gezondheidsmonitor': folder =>
    inTable(folder, 'gezondheidsmonitor, wave: "2022"', rivmTable()),
  'population with some of the ages': folder => population(folder, '7461bev'),
  'forecast in place of the population': folder => population(folder, '84646NED'),
  'published percentage instead of a proportion': folder =>
    typedFigures(folder, '{ target: 75+ }, value: 56'),
  'published figure of people the study does not know': folder =>
    typedFigures(folder, '{ target: 80+ }, value: 0.56'),
  'published figure given twice': folder =>
    typedFigures(folder, '{ target: 75+ }, value: 0.56', '{ target: all, age: 75+ }, value: 0.57'),
  'published sub-scale without its cut-off': folder =>
    typedFigures(folder, '{ target: 75+ }, value: 0.4', '{ target: 75+ }, value: 0.3', 'social'),
  'published value without interval or n': folder => typedFigures(folder, '{ target: 75+ }, value: 0.56'),
  'StatLine table named as survey data': folder => void writeFileSync(join(folder, LAST), WIDE),
  'JSON in place of survey data': folder => void writeFileSync(join(folder, LAST), '{"value": []}'),
  'web page in place of a published table': folder => download(folder, '<!DOCTYPE html><html>404</html>'),
  'published table that was cut off': folder => download(folder, WIDE.slice(0, -4)),
  'zip archive that would unpack beyond measure': folder =>
    download(folder, zipSync({ 'Observations.csv': new Uint8Array(2e7) })),
  'code table without the figures': folder =>
    download(folder, 'Identifier;DimensionGroupId;DimensionId;Index;Title\n3000;;Geslacht;1;Mannen\n'),
  'weight of other questions, named by hand': folder =>
    monitor(folder, '2016', 'columns: { weight: ewCBSGGD }'),
  'people twice in a file of CBS': folder => monitor(folder, '2016'),
  'people twice, where the study file refuses them': folder => monitor(folder, '2016', 'duplicates: reject'),
  'scores that differ from the items': folder => monitor(folder, '2016'),
  'scores without the items': folder => monitor(folder, '2020'),
  'file of another year': folder => monitor(folder, '2022', 'columns: { age: LFT0109 }', '2016'),
  'wave of which the file has no row': folder => monitor(folder, '2016', 'columns: { wave: MIREB201 }'),
  'cut-off of a sub-scale that was not delivered': folder => monitor(folder, '2022', 'subscaleCutoff: 2'),
  'yes-or-no variable named as a score': folder => monitor(folder, '2022', 'columns: { score: GGEES217 }'),
  'classes of age that a band cuts': folder => ageClasses(folder),
  'code that is no score': folder =>
    ageClasses(folder, 'bands: { target: [75], all: [18, 35, 50, 65, 75] }\nstandard: [first-wave]\n'),
  'no study file': folder => void rmSync(join(folder, 'ejz.yaml')),
}

const LAST = 'w2020.csv'

/** As OData v3 delivers it. */
const WIDE =
  '"ID";"RegioS";"Perioden";"Eenzaam_1"\n"0";"NL01";"2022JJ00";"49.2"\n"1";"PV20";"2022JJ00";"47.1"\n'

interface Row {
  readonly mistake: string
  readonly says: string
  readonly exit: number
}

const rows: readonly Row[] = [
  ...readFileSync(join(ROOT, 'docs/bad-input.md'), 'utf8').matchAll(/^\| (.+) \| `(.+)` \| (\d) \|$/gm),
].map(([, mistake, says, exit]) => ({ mistake, says, exit: Number(exit) }))

describe('bad input', () => {
  it('is documented, mistake by mistake', () => {
    expect(rows.map(({ mistake }) => mistake).sort()).toEqual(Object.keys(MISTAKES).sort())
  })

  it.each(rows)('$mistake: exit $exit', async ({ mistake, says, exit }) => {
    const folder = studyFolder()
    try {
      const flags = MISTAKES[mistake](folder) ?? []
      const { code, stdout, stderr } = await run(['analyse', '--no-report', ...flags], {
        cwd: folder,
        columns: 400,
      })
      expect(stderr.replaceAll('`', '')).toContain(says)
      expect(code).toBe(exit)
      expect(existsSync(join(folder, 'out'))).toBe(exit === 0)
      if (exit !== 0) expect(stdout).toBe('')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function rewrite(folder: string, file: string, change: (text: string) => string): undefined {
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

function plan(folder: string, wave: string, expected: string): undefined {
  const planned = `planned: [{ source: invented, wave: ${wave}, expected: ${expected} }]\n`
  return rewrite(folder, 'ejz.yaml', text => text + planned)
}

/** Another wave, of figures that were published. */
function typedFigures(folder: string, first: string, second?: string, measure = 'lonely'): undefined {
  const figure = (what: string, of: string) => `      - { measure: ${what}, domain: ${of}, cite: VZinfo }\n`
  const wave = `  - source: microdata
    name: invented
    wave: "2022"
    fieldwork: [2022-09-01, 2022-12-15]
    figures:
${figure('lonely', first)}${second === undefined ? '' : figure(measure, second)}`
  return rewrite(folder, 'ejz.yaml', text => text + wave)
}

/** One wave of CBS that is published in this file. */
function download(folder: string, content: string | Uint8Array): undefined {
  writeFileSync(join(folder, 'download.csv'), content)
  const about = 'source: cbs, wave: "2022", fieldwork: [2022-01-01, 2022-12-31], published: download.csv'
  return rewrite(folder, 'ejz.yaml', () => `title: CBS\noutput: out\nwaves:\n  - { ${about} }\n`)
}

/** One wave of the invented LASA folder. */
function lasa(folder: string, wave: string): undefined {
  cpSync(join(ROOT, 'test/fixtures/lasa'), join(folder, 'lasa'), { recursive: true })
  const study = `title: LASA\noutput: out\nwaves:\n  - { source: lasa, wave: ${wave} }\n`
  return rewrite(folder, 'ejz.yaml', () => study)
}

/** One wave of the invented files of the Gezondheidsmonitor. */
function monitor(folder: string, wave: string, more?: string, fileOf = wave): undefined {
  const names: Readonly<Record<string, string>> = {
    2016: 'GEZOMONITOR2016V1.SAV',
    2020: 'gemon2020.sav',
    2022: 'gm2022.sav',
  }
  const file = names[fileOf]
  copyFileSync(join(ROOT, 'test/fixtures/gezondheidsmonitor', file), join(folder, file))
  return monitorStudy(folder, wave, `files: [${file}]${more === undefined ? '' : `, ${more}`}`)
}

function monitorStudy(folder: string, wave: string, more: string, top = ''): undefined {
  const about = `source: gezondheidsmonitor, wave: "${wave}", fieldwork: [${wave}-09-01, ${wave}-12-15]`
  return rewrite(
    folder,
    'ejz.yaml',
    () => `title: GM\noutput: out\n${top}waves:\n  - { ${about}, ${more} }\n`,
  )
}

/** Scores of 200 people whose age is known in classes, one code among them that is no score. */
function ageClasses(folder: string, top = ''): undefined {
  const header = 'GGEES203,Lftcat5,geslacht,PrimaireEenheid,ewGGD'
  const rows = Array.from({ length: 200 }, (_, i) => [i === 7 ? 12 : i % 12, 4 + (i % 2), 1 + (i % 2), 1, 1])
  writeFileSync(join(folder, 'gm.csv'), `${[header, ...rows].join('\n')}\n`)
  return monitorStudy(folder, '2022', 'files: [gm.csv]', top)
}

/** One wave that is published in this table. */
function inTable(folder: string, wave: string, table: StatLineTable): undefined {
  const path = writeForm(folder, 'typed', table)
  const about = `source: ${wave}, fieldwork: [2022-01-01, 2022-12-31], published: ${basename(path)}`
  return rewrite(folder, 'ejz.yaml', () => `title: T\noutput: out\nwaves:\n  - { ${about} }\n`)
}

function monitorTable(): StatLineTable {
  return statLineTable({
    id: '83674NED',
    dimensions: { Leeftijd: { 20300: '18 jaar of ouder' }, Perioden: { '2016JJ00': '2016' } },
    topics: { Rokers_8: 'Rokers' },
    rows: [['20300', '2016JJ00', [20]]],
  })
}

function rivmTable(): StatLineTable {
  return statLineTable({
    id: '50120NED',
    dimensions: {
      Leeftijd: { 20300: '18 jaar of ouder' },
      WijkenEnBuurten: { NL01: 'Nederland', GM0228: 'Ede' },
      Perioden: { '2022JJ00': '2022' },
    },
    topics: { Eenzaam_27: 'Eenzaam' },
    rows: ['NL01', 'GM0228'].map(region => ['20300', region, '2022JJ00', [49]] as const),
  })
}

/** A table of people up to 80, as the population of a sound study. */
function population(folder: string, id: string): undefined {
  const ages = Object.fromEntries(
    Array.from({ length: 16 }, (_, i) => [String(70_100 + i * 100), `${i * 5} tot ${i * 5 + 5} jaar`]),
  )
  const table = statLineTable({
    id,
    dimensions: {
      Geslacht: { 3000: 'Mannen', 4000: 'Vrouwen' },
      Leeftijd: ages,
      Perioden: { '2022JJ00': '2022' },
    },
    topics: { Bevolking_1: 'Bevolking' },
    unit: 'aantal',
    rows: ['3000', '4000'].flatMap(sex =>
      Object.keys(ages).map(age => [sex, age, '2022JJ00', [500_000]] as const),
    ),
  })
  const path = writeForm(folder, 'typed', table)
  return rewrite(folder, 'ejz.yaml', text => `${text}population: ${basename(path)}\n`)
}

/** Changes the last wave as rows of fields, header first. */
function edit(folder: string, change: (rows: string[][]) => unknown): undefined {
  return rewrite(folder, LAST, text => {
    const fields = text.split('\n').map(line => line.split(','))
    change(fields)
    return fields.map(row => row.join(',')).join('\n')
  })
}

function set(folder: string, row: number, column: number, value: string): undefined {
  return edit(folder, fields => {
    fields[row][column] = value
  })
}

function unknownCode(folder: string): undefined {
  set(folder, 5, 8, '7')
  return set(folder, 6, 8, '7')
}

/** A letter with an accent, written as windows-1252. */
function frisian(folder: string): undefined {
  const path = join(folder, LAST)
  const text = readFileSync(path, 'utf8').replace('s1', 'Fryslân')
  writeFileSync(path, Buffer.from(text, 'latin1'))
}

/** The demo study with its last file changed. */
function demoWith(folder: string, change: (bytes: Buffer) => Buffer): undefined {
  cpSync(dataPath('demo'), folder, { recursive: true })
  const study = readFileSync(dataPath('demo/ejz.yaml'), 'utf8')
  writeFileSync(join(folder, 'ejz.yaml'), study.replace('output: report', 'output: out'))
  writeFileSync(join(folder, 'gm2020.sav'), change(readFileSync(dataPath('demo/gm2020.sav'))))
}

function bomb(folder: string, named: string): undefined {
  const made = bombs().find(([name]) => name === named)
  if (made === undefined) throw new RangeError(named)
  demoWith(folder, made[1])
}

/** Item 5 is labelled the other way round. */
function contradicting(): SavColumn[] {
  const column = (name: string, value: (i: number) => number): SavColumn => ({
    name,
    type: 'number',
    values: Array.from({ length: 60 }, (_, i) => value(i)),
  })
  const labels = ['ja', 'min of meer', 'nee'].map((label, i) => ({ value: i + 1, label }))
  const reversed = labels.map(({ value, label }) => ({ value: 4 - value, label }))
  const items = Array.from({ length: 11 }, (_, k) => ({
    ...column(`item${k + 1}`, i => 1 + ((i * (k + 3)) % 3)),
    valueLabels: k === 4 ? reversed : labels,
  }))
  return [column('weight', () => 1), column('age', () => 80), column('sex', i => 1 + (i % 2)), ...items]
}
