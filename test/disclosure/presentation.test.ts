import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { suppressCounts } from '../../src/disclosure/count-table.ts'
import { presentation } from '../../src/disclosure/presentation.ts'
import { reportingInterval } from '../../src/estimate/interval.ts'

const FILE = new URL('../../../shared/reference/method/10_presentation.json', import.meta.url)
const present = existsSync(FILE)
const without = present ? '' : ' (skipped: reference values are not beside the project)'
const expected = present ? JSON.parse(readFileSync(FILE, 'utf8')) : { nchs: {}, suppression: {} }

interface NchsCase {
  n: number
  p: number
  var: number
  df: number
  events: number
  neff: number
  kg: [number, number]
  width: number
  status: string
  flags: string[]
}

const STATUS: Record<string, string | null> = {
  present: null,
  suppress_neff: 'suppressed_neff',
  suppress_width: 'suppressed_width',
  suppress_relative_width: 'suppressed_relative_width',
}

describe.skipIf(!present)(`part 10 of the method paper${without}`, () => {
  it.each(Object.entries<NchsCase>(expected.nchs))('judges %s as NCHS does', (_, c) => {
    const extreme = c.events === 0 || c.events === c.n
    const estimate = {
      value: c.p,
      variance: c.var,
      df: c.df,
      n: c.n,
      nMissing: 0,
      events: c.events,
      population: c.n,
      deff: null,
      neff: extreme ? c.n : (c.p * (1 - c.p)) / c.var,
    }
    const reporting = reportingInterval(estimate)
    expect(reporting!.low).toBeCloseTo(c.kg[0], 8)
    expect(reporting!.high).toBeCloseTo(c.kg[1], 8)
    expect(presentation({ ...estimate, reporting })).toEqual({ reason: STATUS[c.status], flags: c.flags })
  })

  it('suppresses the example table', () => {
    const { table, primary, secondary } = expected.suppression
    expect(suppressCounts(table, primary)).toEqual(secondary)
  })
})

describe('an estimate', () => {
  const good = { value: 0.4, n: 400, neff: 300, df: 90, events: 160, reporting: { low: 0.35, high: 0.45 } }

  it('without an interval is not printed', () => {
    expect(presentation({ ...good, reporting: null }).reason).toBe('suppressed_width')
    expect(presentation({ ...good, neff: null }).reason).toBe('suppressed_neff')
  })

  it('is judged at no more than its own size', () => {
    expect(presentation({ ...good, n: 25, events: 10, neff: 90 }).reason).toBe('suppressed_neff')
  })

  it('may have a narrow interval that is wide beside it', () => {
    const rare = { ...good, value: 0.01, events: 4, reporting: { low: 0.001, high: 0.05 } }
    expect(presentation(rare)).toEqual({ reason: null, flags: [] })
  })
})

describe('a table of counts', () => {
  it('of two cells loses both, and ends', () => {
    expect(suppressCounts([[3, 50]], [[true, false]])).toEqual([[true, true]])
  })

  it('without a hidden cell stays', () => {
    expect(suppressCounts([[30, 50]], [[false, false]])).toEqual([[false, false]])
    expect(suppressCounts([], [])).toEqual([])
  })

  it('is not fooled by two hidden per row and column where one still follows', () => {
    // two squares joined by one hidden cell: rows and columns hold two or three each
    const bridge = [
      [true, true, false, false],
      [true, true, true, false],
      [false, false, true, true],
      [false, false, true, true],
    ]
    // column 2 holds rows 1, 2, 3; the cell (1, 2) is the only link between the squares
    const counts = bridge.map((row, r) => row.map((hidden, c) => (hidden ? 5 : 20 + 4 * r + c)))
    const hidden = suppressCounts(counts, bridge).flat().filter(Boolean)
    expect(hidden.length).toBeGreaterThan(bridge.flat().filter(Boolean).length)
  })
})
