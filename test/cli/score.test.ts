import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODES, newFolder, run, studyFolder, surveyCsv } from './run.ts'

describe('ejz score', () => {
  it('writes one row for each respondent', async () => {
    const folder = newFolder({ 'x.csv': surveyCsv() })
    const { code, stdout } = await run(['score', 'x.csv', '-o', 'y.csv', ...CODES], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    const lines = readFileSync(join(folder, 'y.csv'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(481)
    expect(lines[0]).toBe(
      'id,item1,item2,item3,item4,item5,item6,item7,item8,item9,item10,item11,total11,emotional11,social11,category11,missing11,total6,emotional6,social6,category6,missing6,unknown',
    )
  })

  it('takes the wave of a study file', async () => {
    const folder = studyFolder()
    const unclear = await run(['score', 'ejz.yaml', '-o', 'y.csv'], { cwd: folder })
    expect(unclear.code).toBe(2)
    expect(unclear.stderr).toContain('say which one with --wave: 2012, 2016, 2020')
    expect((await run(['score', 'ejz.yaml', '--wave', '2016', '-o', 'y.csv'], { cwd: folder })).code).toBe(0)
    expect(existsSync(join(folder, 'y.csv'))).toBe(true)
  })

  it('counts a code that nobody declared, and refuses it under --strict', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'x.csv'), surveyCsv().replace(/,\d+$/, ',7'))
    const argv = ['score', 'x.csv', '-o', 'y.csv', ...CODES]
    const { code, stderr } = await run(argv, { cwd: folder, columns: 200 })
    expect(code).toBe(0)
    expect(stderr).toContain('1 answer has a code that nobody declared and is taken as missing: 7 (1×)')
    const strict = await run([...argv, '--strict', '-o', 'z.csv'], { cwd: folder })
    expect(strict.code).toBe(5)
    expect(existsSync(join(folder, 'z.csv'))).toBe(false)
  })

  it('needs neither weight nor codes of sex', async () => {
    const folder = newFolder({ 'x.csv': surveyCsv() })
    const codes = ['--code', 'yes=1', '--code', 'moreOrLess=2', '--code', 'no=3']
    expect((await run(['score', 'x.csv', '-o', 'y.csv', ...codes], { cwd: folder })).code).toBe(0)
  })
})
