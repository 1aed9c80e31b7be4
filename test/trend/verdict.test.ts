import { describe, expect, test } from 'vitest'
import { light, type VerdictCell, verdict } from '../../src/trend/verdict.ts'
import { hasReference, readReference } from './reference.ts'

const VERDICTS = 'method/05b_verdict.json'

interface ExpectedCell extends Omit<VerdictCell, 'pHolm' | 'measure'> {
  holm_p: number
  light: string
}

const reference: Record<string, { overall: string; cells: ExpectedCell[] }> = hasReference(VERDICTS)
  ? JSON.parse(readReference(VERDICTS))
  : {}
const cases = Object.entries(reference)

describe.skipIf(cases.length === 0)('the verdicts of the method paper (skipped without ../shared)', () => {
  test.each(cases)('%s', (_, { overall, cells }) => {
    const found = verdict(cells.map(({ holm_p: pHolm, ...cell }) => ({ ...cell, pHolm, measure: 'lonely' })))
    expect(found.overall).toBe(overall)
    expect(found.cells.map(cell => cell.light)).toEqual(cells.map(cell => cell.light))
    expect(found.cells.map(cell => cell.source)).toEqual(cells.map(cell => cell.source))
  })

  test('are four', () => {
    expect(cases).toHaveLength(4)
  })
})

const PRIMARY: VerdictCell = {
  source: 'gezondheidsmonitor',
  level: 'national_b',
  measure: 'lonely',
  instrument: 'djg11',
  class: 'turnaround',
  strength: 'strong',
  robust: true,
  pHolm: 0.001,
  flags: [],
  primary: true,
}

function other(source: string, more: Partial<VerdictCell>): VerdictCell {
  return { ...PRIMARY, source, primary: false, ...more }
}

describe('a light', () => {
  test('is dark only for a strong, robust break that survives Holm', () => {
    expect(light(PRIMARY)).toBe('green_dark')
    expect(light({ ...PRIMARY, robust: false })).toBe('green_light')
    expect(light({ ...PRIMARY, strength: 'moderate' })).toBe('green_light')
    expect(light({ ...PRIMARY, pHolm: 0.05 })).toBe('green_light')
    expect(light({ ...PRIMARY, pHolm: null })).toBe('green_light')
    expect(light({ ...PRIMARY, class: 'acceleration' })).toBe('red_dark')
    expect(light({ ...PRIMARY, class: 'unfavourable_reversal', robust: null })).toBe('red_light')
  })
})

describe('the verdict', () => {
  const overall = (...cells: VerdictCell[]) => verdict(cells).overall
  const primary = (more: Partial<VerdictCell>) => ({ ...PRIMARY, ...more })
  const unknown = primary({ class: 'not_assessable', strength: null, robust: null, pHolm: null })
  const red = { class: 'acceleration', strength: 'moderate' } as const

  test('is confirmed only by another source', () => {
    expect(overall(PRIMARY)).toBe('trend_break_indicated')
    expect(overall(PRIMARY, other('gezondheidsmonitor', {}))).toBe('trend_break_indicated')
    expect(overall(PRIMARY, other('lasa', {}))).toBe('trend_break_confirmed')
    expect(overall(PRIMARY, other('lasa', {}), other('cbs', red))).toBe('trend_break_indicated')
    expect(overall(PRIMARY, other('cbs', { ...red, strength: 'strong' }))).toBe('conflicting')
  })

  test('is interim at best while the primary source has no answer', () => {
    expect(overall(unknown, other('lasa', {}))).toBe('not_yet_determinable')
    expect(overall(unknown, other('lasa', {}), other('lasa', {}))).toBe('not_yet_determinable')
    expect(overall(unknown, other('lasa', {}), other('nivel', {}))).toBe('interim_right_direction')
    expect(overall(unknown, other('lasa', red))).toBe('interim_wrong_direction')
    expect(overall(unknown, other('lasa', red), other('nivel', {}))).toBe('interim_conflicting')
  })

  test('takes the attribution away, not the finding, in a period shock', () => {
    const shock = { flags: ['period_shock'] }
    expect(overall(primary(shock), other('lasa', {}))).toBe('break_shown_not_attributable')
    expect(overall(primary({ ...shock, class: 'acceleration' }))).toBe(
      'worsened_coinciding_with_period_shock',
    )
    expect(overall(primary({ class: 'unfavourable_reversal' }))).toBe('worsened')
  })

  test('does not call an open question continuation', () => {
    expect(overall(primary({ class: 'inconclusive' }))).toBe('not_determinable_at_margin')
    expect(overall(primary({ class: 'continuation' }))).toBe('no_trend_break')
  })

  test('needs exactly one primary cell', () => {
    expect(() => overall(other('lasa', {}))).toThrow(expect.objectContaining({ code: 'primary-not-single' }))
    expect(() => overall(PRIMARY, PRIMARY)).toThrow(expect.objectContaining({ code: 'primary-not-single' }))
  })
})
