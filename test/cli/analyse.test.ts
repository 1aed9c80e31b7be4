import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resultsSchema } from '../../src/core/results.ts'
import { CODES, newFolder, run, studyFolder, surveyCsv } from './run.ts'

describe('ejz analyse', () => {
  it('prints the headline figures and the trend break, and writes the results', async () => {
    const folder = studyFolder()
    const { code, stdout, stderr } = await run(['analyse', '--no-report'], { cwd: folder, columns: 200 })
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^Invented survey\n\nsource +wave +measure +people +% +from +to +change +n +reason\n/,
    )
    expect(stdout.match(/^invented +\d{4} +lonely +75\+/gm)).toHaveLength(3)
    expect(stdout).toMatch(/^Trend break \(invented, standardised to first-wave\): .+\.$/m)
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('results in out')
    expect(readdirSync(join(folder, 'out'))).toEqual(
      expect.arrayContaining(['manifest.json', 'results.json', 'tables']),
    )
    expect(existsSync(join(folder, 'out/report.nl.html'))).toBe(false)
  })

  it('writes the report in both languages, or in those that were asked for', async () => {
    const folder = studyFolder()
    expect((await run(['analyse', '--quiet'], { cwd: folder })).code).toBe(0)
    const reports = (place: string) => readdirSync(join(folder, place)).filter(name => name.endsWith('.html'))
    expect(reports('out')).toEqual(['report.en.html', 'report.nl.html'])
    expect((await run(['analyse', '--lang', 'en', '-o', 'other'], { cwd: folder })).code).toBe(0)
    expect(reports('other')).toEqual(['report.en.html'])
  })

  it('finds with --check that nothing has moved, or what has, and writes nothing', async () => {
    const folder = studyFolder()
    await run(['analyse', '--no-report'], { cwd: folder })
    const results = join(folder, 'out/results.json')
    const before = { text: readFileSync(results, 'utf8'), time: statSync(results).mtimeMs }
    const same = await run(['analyse', '--no-report', '--check'], { cwd: folder })
    expect(same.code).toBe(0)
    expect(same.stderr).toContain('out is up to date')
    writeFileSync(join(folder, 'w2020.csv'), surveyCsv(2).replace('480,1.4', '480,9.4'))
    const moved = await run(['analyse', '--no-report', '--check'], { cwd: folder })
    expect(moved.code).toBe(4)
    expect(moved.stderr).toContain('results.json differs at line')
    expect({ text: readFileSync(results, 'utf8'), time: statSync(results).mtimeMs }).toEqual(before)
  })

  it('gives programs the results themselves', async () => {
    const folder = studyFolder()
    const { code, stdout } = await run(['analyse', '--dry-run', '--format', 'json', '--quiet'], {
      cwd: folder,
    })
    expect(code).toBe(0)
    expect(resultsSchema.safeParse(JSON.parse(stdout)).success).toBe(true)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('gives spreadsheets the headline figures as proportions', async () => {
    const { stdout } = await run(['analyse', '--dry-run', '--format', 'csv'], { cwd: studyFolder() })
    const [header, first] = stdout.split('\n')
    expect(header).toBe('source,wave,measure,target,value,low,high,change,n,reason')
    expect(first).toMatch(/^invented,2012,lonely,75\+,0\.\d+,0\.\d+,0\.\d+,,480,$/)
  })

  it('needs no study file', async () => {
    const folder = newFolder({ 'x.csv': surveyCsv() })
    const argv = [
      'analyse',
      'x.csv',
      '--source',
      'own',
      '--wave',
      '2020',
      '--no-report',
      '--lang',
      'en',
      ...CODES,
    ]
    const { code, stdout, stderr } = await run(argv, { cwd: folder, columns: 120 })
    expect(code).toBe(0)
    expect(stderr).toContain('note: fieldwork taken as the whole of 2020')
    expect(stdout).toMatch(/^own +2020 +lonely/m)
    expect(JSON.parse(readFileSync(join(folder, 'reports/own-2020/results.json'), 'utf8'))).toMatchObject({
      title: 'own 2020',
      language: 'en',
    })
  })

  it('refuses under --strict what it would only warn of, and writes nothing', async () => {
    const folder = studyFolder()
    writeFileSync(join(folder, 'w2020.csv'), surveyCsv(2).replace(/,\d+$/, ',7'))
    const warned = await run(['analyse', '--no-report', '-o', 'warned'], { cwd: folder, columns: 200 })
    expect(warned.code).toBe(0)
    expect(warned.stderr).toContain('warning: 1 answer has a code that nobody declared')
    const strict = await run(['analyse', '--no-report', '-o', 'strict', '--strict'], { cwd: folder })
    expect(strict.code).toBe(5)
    expect(existsSync(join(folder, 'strict'))).toBe(false)
  })

  it('renders the report again', async () => {
    const folder = studyFolder()
    await run(['analyse', '--no-report'], { cwd: folder })
    const { code, stdout, stderr } = await run(['report', '--lang', 'en'], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toBe('report in out/report.en.html\n')
    expect((await run(['report', 'nowhere'], { cwd: folder })).code).toBe(2)
  })

  it('tells each stage and its time with --verbose', async () => {
    const { stderr } = await run(['analyse', '--no-report', '--verbose'], { cwd: studyFolder() })
    expect(stderr).toMatch(/ \d+\.\d\d s {2}reading invented 2012\n/)
  })
})

describe('ejz demo', () => {
  it('makes a study that can be analysed, and says what to do next', async () => {
    const folder = newFolder()
    const { code, stdout, stderr } = await run(['demo', 'try', '--no-report'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toContain('The data are synthetic: nobody real is in them.')
    expect(stderr).toContain('ejz analyse try/ejz.yaml')
    expect((await run(['check', 'try/ejz.yaml'], { cwd: folder })).code).toBe(0)
  })

  it('does not touch a folder of the user', async () => {
    const folder = newFolder({ 'mine.txt': 'mine' })
    const { code, stderr } = await run(['demo', '.'], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain('holds files and is no earlier demo')
    expect(readdirSync(folder)).toEqual(['mine.txt'])
  })
})
