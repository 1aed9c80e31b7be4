import { expect, test } from 'vitest'
import { EjzError, EXIT_CODES } from '../../src/core/error.ts'

test('one error carries all problems, and speaks with the first', () => {
  const problems = [
    { code: 'a', message: 'first', hint: 'mend it', where: 'x.csv:3' },
    { code: 'b', message: 'second', hint: 'mend that' },
  ]
  const error = EjzError.of(problems, 'data')
  expect([error.code, error.message, error.hint, error.fault]).toEqual(['a', 'first', 'mend it', 'data'])
  expect(error.problems).toEqual(problems)
})

test('a single problem is listed with its place', () => {
  const error = new EjzError('a', 'wrong', 'mend it', 'usage', { where: 'ejz.yaml:2:1' })
  expect(error.problems).toEqual([{ code: 'a', message: 'wrong', hint: 'mend it', where: 'ejz.yaml:2:1' }])
})

test('each fault has its exit code', () => {
  expect(EXIT_CODES).toEqual({ bug: 1, usage: 2, data: 3, difference: 4, strict: 5 })
})
