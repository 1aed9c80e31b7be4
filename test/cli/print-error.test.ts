import { describe, expect, it } from 'vitest'
import { printError } from '../../src/cli/print-error.ts'
import { EjzError } from '../../src/core/error.ts'
import { captured } from './captured.ts'

function printed(error: unknown, debug = false): { code: number; text: string } {
  const err = captured(60)
  return { code: printError(error, { err, cwd: '/work', debug }), text: err.text() }
}

describe('a printed error', () => {
  it('says what, where, how to mend it and its code, broken between words', () => {
    const error = new EjzError(
      'age-implausible',
      'twelve records have an age of 999 years',
      'declare 999 missing',
      'data',
      {
        where: '/work/data/x.sav, variable LFT0109',
      },
    )
    expect(printed(error)).toEqual({
      code: 3,
      text: `error: twelve records have an age of 999 years
  where data/x.sav, variable LFT0109
  mend  declare 999 missing
  code  age-implausible
`,
    })
  })

  it.each([
    ['bug', 1],
    ['usage', 2],
    ['data', 3],
    ['difference', 4],
    ['strict', 5],
  ] as const)('of fault %s ends with %i', (fault, code) => {
    expect(printed(new EjzError('x', 'm', 'h', fault)).code).toBe(code)
  })

  it('counts equal problems and all of them', () => {
    const one = { code: 'a', message: 'm', hint: 'h', where: 'first' }
    const error = EjzError.of(
      [one, { ...one, where: 'second' }, { code: 'b', message: 'other', hint: 'h' }],
      'data',
    )
    expect(printed(error).text).toBe(`error: m (2 times)
  where first (the first place)
  mend  h
  code  a

error: other
  mend  h
  code  b

2 problems
`)
  })

  it('is our fault when nobody foresaw it, with a stack for --debug only', () => {
    const { code, text } = printed(new TypeError('x is undefined'))
    expect(code).toBe(1)
    expect(text).toContain('that is our fault: x is undefined')
    expect(text).not.toContain('print-error.test.ts')
    expect(printed(new TypeError('x is undefined'), true).text).toContain('print-error.test.ts')
  })

  it('is not our fault when the disk is full', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/work/out' })
    expect(printed(full).code).toBe(2)
    expect(printed(full).text).toContain('error: out does not fit: the disk is full')
  })

  it('lets no control character of a data file through', () => {
    const error = new EjzError('x', 'label "\u001b[31mred\u0007"', 'h')
    expect(printed(error).text).not.toMatch(/[^\P{Cc}\n]/u)
  })
})
