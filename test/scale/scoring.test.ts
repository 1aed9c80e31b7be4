import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsOf, SCALES } from '../../src/scale/scale.ts'
import { answerBits } from '../../src/scale/scoring.ts'
import { type Cell, MANUAL, scored } from './scored.ts'

const { djg11, djg6 } = SCALES
/** 1 no, 2 more or less, 3 yes */
const NOT_LONELY = [3, 1, 1, 3, 1, 1, 3, 3, 1, 1, 3]
const LONELY = [1, 3, 3, 1, 3, 3, 1, 1, 3, 3, 1]

function withAnswers(record: readonly Cell[], changes: Record<number, Cell>): Cell[] {
  return record.map((cell, index) => (index + 1 in changes ? changes[index + 1] : cell))
}

describe('answers', () => {
  it('count yes and more or less on emotional items, no and more or less on social items', async () => {
    const [none, all, neutral, yes, no] = await scored(djg11, [
      NOT_LONELY,
      LONELY,
      Array(11).fill(2),
      Array(11).fill(3),
      Array(11).fill(1),
    ])
    expect([none.total, all.total, neutral.total]).toEqual([0, 11, 11])
    expect([yes.emotional, yes.social, no.emotional, no.social]).toEqual([6, 0, 0, 5])
    expect(yes.lonely.toString(2)).toBe('1100110110')
  })

  it('are missing when empty, not a number, −1 or less, or declared', async () => {
    const cells: Cell[] = [null, 'NaN', -1, -1.5, -9, '-Infinity', 9]
    const rows = await scored(
      djg11,
      cells.map(cell => withAnswers(LONELY, { 2: cell })),
      { answers: { ...MANUAL, missing: [9] } },
    )
    expect(rows.map(row => [row.missing, row.unknown])).toEqual(cells.map(() => [0b10, 0]))
    expect(rows.map(row => [row.total, row.emotional, row.social])).toEqual(cells.map(() => [10, null, 5]))
  })

  it('with a code that nobody declared are missing and unknown, never "not lonely"', async () => {
    const cells: Cell[] = [0, 4, 8, 9, 99, 2.5, -0.5, 'Infinity']
    const rows = await scored(
      djg11,
      cells.map(cell => withAnswers(NOT_LONELY, { 11: cell })),
    )
    expect(rows.map(row => [row.missing, row.unknown, row.social])).toEqual(
      cells.map(() => [1 << 10, 1 << 10, null]),
    )
  })

  it('that the file itself declares missing are missing, also in a range', async () => {
    const missing = [{ kind: 'value', value: 3 } as const, { kind: 'range', from: 8, to: Infinity } as const]
    const rows = await scored(djg11, [LONELY, withAnswers(NOT_LONELY, { 1: 8, 4: 97 })], { missing })
    expect(rows[0].missing).toBe(0b1100110110)
    expect(rows[0].unknown).toBe(0)
    expect(rows[1].unknown).toBe(0)
    expect(rows[1].missing & 0b1001).toBe(0b1001)
  })
})

describe('text columns', () => {
  it('answer to numeric codes however the number is written', async () => {
    const [row] = await scored(djg11, [['1', '3.0', ' 3', '01', '3 ', '3', '1', '1', '3\t', '3', '1']], {
      type: 'VARCHAR',
    })
    expect([row.total, row.missing]).toEqual([11, 0])
  })

  it('compare text codes exactly after trimming', async () => {
    const answers = { yes: ['ja'], moreOrLess: ['min of meer'], no: ['nee'], missing: ['wn'] }
    const record = ['nee', ' ja ', 'ja\u00a0', 'min of meer', 'wn', '', 'NEE', 'nee', '-3', "ja'", 'nee']
    const [row] = await scored(djg11, [record], { type: 'VARCHAR', answers })
    expect(row.lonely.toString(2)).toBe('10010001111')
    expect(row.missing.toString(2)).toBe('1101110000')
    expect(row.unknown.toString(2)).toBe('1001000000')
  })

  it('that read as a number meet a text code in a numeric column', async () => {
    const answers = { yes: ['3'], moreOrLess: ['2'], no: ['1'], missing: ['x'] }
    const [row] = await scored(djg11, [LONELY], { answers })
    expect(row.total).toBe(11)
  })
})

describe('missing rules', () => {
  const one = withAnswers(LONELY, { 2: null })
  const two = withAnswers(LONELY, { 1: null, 2: null })
  const three = withAnswers(LONELY, { 1: null, 2: null, 3: null })

  it('of the manual allow one missing answer in the total and none in a sub-scale', async () => {
    const rows = await scored(djg11, [one, two])
    expect(rows.map(row => [row.total, row.emotional, row.social])).toEqual([
      [10, null, 5],
      [null, null, null],
    ])
    expect(rows.map(row => [row.category, row.missingCount])).toEqual([
      ['severely', 1],
      [null, 2],
    ])
  })

  it('of later LASA waves allow two, and one in a sub-scale', async () => {
    const rows = await scored(djg11, [two, three], { rule: 'lasa-two' })
    expect(rows.map(row => [row.total, row.emotional, row.social])).toEqual([
      [9, 5, 4],
      [null, null, 4],
    ])
  })

  it('of complete cases allow none', async () => {
    const rows = await scored(djg11, [one, LONELY], { rule: 'complete' })
    expect(rows.map(row => row.total)).toEqual([null, 11])
  })
})

describe('codes with two meanings', () => {
  const columns = new Map(djg11.items.map(({ number }) => [number, { sql: 'x', type: 'DOUBLE' as const }]))
  it('are refused', () => {
    expect(() => answerBits(djg11, columns, { ...MANUAL, missing: [3] })).toThrow(
      'code 3 is declared as yes and as missing',
    )
    expect(() => answerBits(djg11, columns, { ...MANUAL, no: [-1] })).toThrow(
      'code -1 is declared as no and as missing',
    )
  })
  it('and items without a column too', () => {
    expect(() => answerBits(djg11, new Map(), MANUAL)).toThrow('no column for item 1')
  })
})

describe('whatever the answers', () => {
  const answer = fc.constantFrom<Cell>(1, 2, 3, 1, 2, 3, null, -1, 7)
  const record = fc.array(answer, { minLength: 11, maxLength: 11 })
  const records = fc.array(record, { minLength: 1, maxLength: 8 })

  it('reversing the codes of a file gives the same scores', async () => {
    const reversed = { no: [3], moreOrLess: [2], yes: [1], missing: [] }
    const turn = (cell: Cell) => (cell === 1 ? 3 : cell === 3 ? 1 : cell)
    await fc.assert(
      fc.asyncProperty(records, async rows => {
        const turned = rows.map(row => row.map(turn))
        expect(await scored(djg11, turned, { answers: reversed })).toEqual(await scored(djg11, rows))
      }),
      { numRuns: 15 },
    )
  })

  it('a complete total is the sum of its sub-scales', async () => {
    await fc.assert(
      fc.asyncProperty(records, async rows => {
        for (const scale of [djg11, djg6]) {
          const numbers = scale.items.map(item => item.number - 1)
          for (const row of await scored(
            scale,
            rows.map(cells => numbers.map(index => cells[index])),
          )) {
            if (row.missingCount === 0) expect(row.total).toBe(row.emotional! + row.social!)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('no score counts an unknown code or a missing answer', async () => {
    await fc.assert(
      fc.asyncProperty(records, async rows => {
        for (const row of await scored(djg11, rows)) {
          expect(row.lonely & row.missing).toBe(0)
          expect(row.unknown & ~row.missing).toBe(0)
          expect(row.total ?? 0).toBeLessThanOrEqual(11 - row.missingCount)
        }
      }),
      { numRuns: 15 },
    )
  })
})

it('the short scale is part of the long one', () => {
  expect(djg6.items.every(item => djg11.items.includes(item))).toBe(true)
  expect([djg11, djg6].map(scale => itemsOf(scale, 'emotional').map(item => item.number))).toEqual([
    [2, 3, 5, 6, 9, 10],
    [3, 9, 10],
  ])
  expect([djg11, djg6].map(scale => itemsOf(scale, 'social').map(item => item.number))).toEqual([
    [1, 4, 7, 8, 11],
    [4, 7, 8],
  ])
})
