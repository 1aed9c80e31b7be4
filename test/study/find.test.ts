import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { findStudy } from '../../src/study/find.ts'
import { missingFiles } from '../../src/study/missing-files.ts'
import { parseStudy } from '../../src/study/read.ts'
import { studyWith } from './parsed.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-find-'))
  mkdirSync(join(folder, 'a/b'), { recursive: true })
})

describe('the study file nobody named', () => {
  it('is searched upwards', () => {
    writeFileSync(join(folder, 'ejz.yaml'), studyWith())
    expect(findStudy(join(folder, 'a/b'))).toBe(join(folder, 'ejz.yaml'))
  })

  it('is nearest first', () => {
    writeFileSync(join(folder, 'a/ejz.yaml'), studyWith())
    expect(findStudy(join(folder, 'a/b'))).toBe(join(folder, 'a/ejz.yaml'))
  })

  it('is asked for where there is none', () => {
    expect(() => findStudy('/')).toThrow(expect.objectContaining({ code: 'study-not-found', fault: 'usage' }))
  })
})

describe('files that are not there', () => {
  it('are all named, with names that look like theirs', () => {
    writeFileSync(join(folder, 'gm-2020.sav'), '')
    const file = join(folder, 'ejz.yaml')
    const study = parseStudy(studyWith('standard: [std.csv]\npopulation: elsewhere/pop.csv'), file)
    expect(missingFiles(study)).toEqual([
      {
        code: 'file-not-found',
        message: `there is no file ${join(folder, 'gm2020.sav')}`,
        hint: 'did you mean gm-2020.sav?',
        where: `${file}:5:5`,
      },
      expect.objectContaining({ message: `there is no file ${join(folder, 'std.csv')}`, where: file }),
      expect.objectContaining({
        hint: expect.stringContaining(`the folder ${join(folder, 'elsewhere')} is not there`),
      }),
    ])
  })
})
