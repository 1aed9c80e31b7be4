import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODES, newFolder, run, STUDY, studyFolder, surveyCsv } from './run.ts'

describe('ejz check', () => {
  it('finds nothing wrong with a study that is right', async () => {
    const { code, stdout, stderr } = await run(['check'], { cwd: studyFolder() })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'nothing is wrong\n' })
    expect(stdout).toMatchInlineSnapshot(`
      "wave           file       records  weight and stratum  errors  warnings
      invented 2012  w2012.csv      480  weight, stratum          0         0
      invented 2016  w2016.csv      480  weight, stratum          0         0
      invented 2020  w2020.csv      480  weight, stratum          0         0
      "
    `)
  })

  it('finds what is wrong with every file at once', async () => {
    const folder = studyFolder()
    const [header, first, ...rows] = surveyCsv().split('\n')
    writeFileSync(join(folder, 'w2012.csv'), [header.replace('item4', 'itme4'), first, ...rows].join('\n'))
    writeFileSync(join(folder, 'w2016.csv'), [header, first.replace(/^1,[^,]*/, '1,'), ...rows].join('\n'))
    writeFileSync(
      join(folder, 'w2020.csv'),
      [header, ...rows.map((row, i) => (i < 7 ? row.replace(/,\d+$/, ',8') : row))].join('\n'),
    )
    const { code, stdout, stderr } = await run(['check', '--format', 'csv'], { cwd: folder, columns: 200 })
    expect(code).toBe(3)
    expect(stdout.split('\n').slice(1, 4)).toEqual([
      'invented,2012,w2012.csv,,,,,1,0,available,',
      'invented,2016,w2016.csv,csv,480,weight,stratum,0,1,available,',
      'invented,2020,w2020.csv,csv,479,weight,stratum,0,1,available,',
    ])
    expect(stderr).toContain('error: w2012.csv lacks 1 of the items: item4 (did you mean itme4?)')
    expect(stderr).toMatch(/1 of \d+ records without a usable weight/)
    expect(stderr).toContain('7 answers have a code that nobody declared and are taken as missing: 8 (7×)')
  })

  it('lists the waves that are still to come, and warns of those that should be here', async () => {
    const planned = `planned:
  - { source: invented, wave: 2024, expected: 2025-10-01 }
  - { source: invented, wave: 2016b, expected: 2017-01-31 }
`
    const folder = studyFolder()
    appendFileSync(join(folder, 'ejz.yaml'), planned)
    const { code, stdout, stderr } = await run(['check'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout.split('\n').slice(4, 6)).toEqual([
      'invented 2016b  overdue since 2017-01-31                                    0         1',
      'invented 2024   expected 2025-10-01                                         0         0',
    ])
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'the wave was expected on 2017-01-31 and is not there on 2020-12-15 (the last day of fieldwork)',
    )
    appendFileSync(join(folder, 'ejz.yaml'), 'date: 2025-10-02\n')
    const later = await run(['check', '--format', 'csv'], { cwd: folder })
    expect(later.stdout.split('\n').slice(4, 6)).toEqual([
      'invented,2016b,,,,,,0,1,overdue,2017-01-31',
      'invented,2024,,,,,,0,1,overdue,2025-10-01',
    ])
    expect(later.stderr.replace(/\s+/g, ' ')).toContain('(the date of the report)')
  })

  it('refuses doubts about the data under --strict', async () => {
    const folder = newFolder({ 'x.csv': surveyCsv().replace(/^1,[^,]*/m, '1,') })
    const argv = ['check', 'x.csv', '--source', 'own', '--wave', '2020', ...CODES]
    expect((await run(argv, { cwd: folder })).code).toBe(0)
    const strict = await run([...argv, '--strict'], { cwd: folder })
    expect(strict.code).toBe(5)
    expect(strict.stderr).toMatch(/1 of \d+ records without a usable weight/)
  })

  it('tells what this version cannot do and what is not there, together', async () => {
    const study = `${STUDY}  - { source: rivm, wave: "2022", fieldwork: [2022-01-01, 2022-12-31], files: [lasa] }\n`
    const { code, stderr } = await run(['check'], {
      cwd: newFolder({ 'ejz.yaml': study, 'w2012.csv': surveyCsv() }),
    })
    expect(code).toBe(3)
    expect(stderr).toContain('RIVM publishes tables of a model, no microdata')
    expect(stderr).toContain('there is no file w2016.csv')
    expect(stderr).toContain('there is no file lasa')
  })

  it('reads the published figures of a wave, and the table they stand in', async () => {
    const figures = 'figures: [{ measure: lonely, domain: { target: 75+ }, value: 0.54, cite: VZinfo }]'
    const wave = (own: string) =>
      `  - { source: cbs, wave: "2022", fieldwork: [2022-01-01, 2022-12-31], ${own} }\n`
    const study = (own: string) =>
      newFolder({ 'ejz.yaml': `title: T\nwaves:\n${wave(own)}`, 'x.csv': 'a;b\n1;2\n' })
    const typed = await run(['check'], { cwd: study(figures) })
    expect({ code: typed.code, stderr: typed.stderr }).toEqual({ code: 0, stderr: 'nothing is wrong\n' })
    expect(typed.stdout).toContain('cbs 2022  figures  published figures')
    const table = await run(['check'], { cwd: study('published: x.csv') })
    expect(table.code).toBe(3)
    expect(table.stdout).toMatch(/cbs 2022 {2}x\.csv +1 +0/)
  })

  it('says what the population and the forecast of the study hold', async () => {
    const folder = studyFolder()
    const people = (years: number[]) =>
      years.flatMap(year =>
        ['male', 'female'].flatMap(sex => [`${year},${sex},0,8000000`, `${year},${sex},75,${year}`]),
      )
    const csv = (years: number[]) => ['year,sex,ageFrom,persons', ...people(years)].join('\n')
    writeFileSync(join(folder, 'telling.csv'), csv([2012, 2020]))
    writeFileSync(join(folder, 'prognose.csv'), csv([2024, 2030]))
    appendFileSync(join(folder, 'ejz.yaml'), 'population: telling.csv\nforecast: prognose.csv\n')
    const { code, stderr } = await run(['check'], { cwd: folder })
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'population telling.csv: 2012 to 2020, ages 0 to 75+; 75+ 4,024 in 2012, 4,040 in 2020\n' +
        'forecast prognose.csv: 2024 to 2030, ages 0 to 75+; 75+ 4,048 in 2024, 4,060 in 2030\n' +
        'nothing is wrong\n',
    })
    writeFileSync(join(folder, 'prognose.csv'), 'jaar,aantal\n2030,1\n')
    const refused = await run(['check'], { cwd: folder })
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain('prognose.csv has no column year, ageFrom, persons, sex')
  })

  it('needs to know how old people are', async () => {
    const folder = newFolder({ 'x.csv': surveyCsv().replace('age', 'leeftijd') })
    const argv = ['check', 'x.csv', '--source', 'own', '--wave', '2020', '--by', 'sex', ...CODES]
    const { code, stderr } = await run(argv, { cwd: folder })
    expect(code).toBe(3)
    expect(stderr).toContain('no column tells how old people are')
  })
})
