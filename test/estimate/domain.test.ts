import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LonelyPsu } from '../../src/core/estimate.ts'
import { estimateDomain, estimateDomains } from '../../src/estimate/domain.ts'
import { intervalOf } from '../../src/estimate/interval.ts'
import { type CellsOptions, cellsOf, select, type TestRecord } from './cells-of.ts'
import { closeTo } from './close-to.ts'
import { DESIGNS, DOMAINS, expected } from './invented-sample.ts'

const ADJUST = { lonelyPsu: 'adjust' } as const
const KINDS: CellsOptions = { kinds: { lonely: 'proportion', score: 'mean' } }

interface DomainCase {
  design: string
  lonelyPsu: LonelyPsu
  domain: string
  measure: string
  n: number
  value: number
  variance: number
  df: number
  deffReplace: number
}

describe('R survey on an invented clustered sample', () => {
  const cases: DomainCase[] = expected.domains
  it.each(cases.map(c => [`${c.design} ${c.lonelyPsu} ${c.domain} ${c.measure}`, c] as const))(
    '%s',
    (_, c) => {
      const cells = DESIGNS[c.design]
      const estimate = estimateDomain(cells, c.measure, DOMAINS[c.domain](cells), { lonelyPsu: c.lonelyPsu })
      closeTo(estimate.value, c.value)
      closeTo(estimate.variance, c.variance)
      expect(estimate).toMatchObject({ n: c.n, df: c.df })
      if (estimate.deff !== null) closeTo((estimate.deff * (c.n - 1)) / c.n, c.deffReplace)
    },
  )
})

describe('a stratum with one PSU in the whole sample', () => {
  const five = cellsOf(
    [
      { stratum: '1', weight: 10.5, at: {}, y: { height: 6.2 } },
      { stratum: '1', weight: 10.5, at: {}, y: { height: 5 } },
      { stratum: '2', weight: 20, at: {}, y: { height: 5.3 } },
      { stratum: '2', weight: 20, at: {}, y: { height: 5.7 } },
      { stratum: '3', weight: 15, at: {}, y: { height: 5.5 } },
    ],
    { kinds: { height: 'mean' } },
  )

  it.each(expected.lonely as { lonelyPsu: LonelyPsu; value: number; variance: number }[])(
    'follows the rule $lonelyPsu as R does',
    ({ lonelyPsu, value, variance }) => {
      const estimate = estimateDomain(five, 'height', new Map(), { lonelyPsu })
      closeTo(estimate.value, value)
      closeTo(estimate.variance, variance)
      expect(estimate.df).toBe(2)
    },
  )

  it('is refused by name under the rule fail', () => {
    expect(() => estimateDomain(five, 'height', new Map(), { lonelyPsu: 'fail' })).toThrow(
      '1 strata have one PSU: 3',
    )
    expect(expected.lonelyFailure).toContain('Stratum (3) has only one PSU')
  })
})

describe('an estimate from the cells', () => {
  it('takes 0 and 100 % from the counts, with n as effective size', () => {
    const cells = cellsOf(
      [0.1, 0.2, 0.3].map(weight => ({
        stratum: '1',
        weight,
        at: {},
        y: { lonely: 1, severe: 0 },
      })),
      { kinds: { lonely: 'proportion', severe: 'proportion' } },
    )
    expect(estimateDomain(cells, 'lonely', new Map(), ADJUST)).toEqual({
      value: 1,
      variance: 0,
      df: 2,
      n: 3,
      nMissing: 0,
      events: 3,
      population: 0.1 + 0.2 + 0.3,
      deff: null,
      neff: 3,
    })
    expect(estimateDomain(cells, 'severe', new Map(), ADJUST)).toMatchObject({ value: 0, neff: 3 })
  })

  it('is 100 % by the counts where sums of weights differ in their last digit', () => {
    const cells = cellsOf(
      [0.1, 0.2].map(weight => ({ stratum: '1', weight, at: {}, y: { lonely: 1 } })),
      { kinds: { lonely: 'proportion' } },
    )
    const sums = cells.measures.get('lonely')!
    const wy = sums.wy.map(value => value * (1 - Number.EPSILON))
    const rounded = { ...cells, measures: new Map([['lonely', { ...sums, wy, wyy: wy }]]) }
    expect(estimateDomain(rounded, 'lonely', new Map(), ADJUST)).toMatchObject({
      value: 1,
      deff: null,
      neff: 2,
    })
  })

  it('counts a level once that is named twice', () => {
    const cells = cellsOf(
      ['a', 'b'].map(region => ({ stratum: '1', weight: 1, at: { region }, y: { lonely: 1 } })),
      { kinds: { lonely: 'proportion' } },
    )
    expect(estimateDomain(cells, 'lonely', new Map([['region', [0, 0, 1]]]), ADJUST).n).toBe(2)
    expect(() => estimateDomain(cells, 'lonely', new Map([['region', [2]]]), ADJUST)).toThrow('no level 2')
  })

  it('gives an empty domain no value', () => {
    const cells = cellsOf(
      [
        { stratum: '1', weight: 1, at: { sex: 'male' }, y: { lonely: 1 } },
        { stratum: '1', weight: 1, at: { sex: 'female' }, y: { lonely: null } },
      ],
      { kinds: { lonely: 'proportion' } },
    )
    const women = estimateDomain(cells, 'lonely', select(cells, { sex: 'female' }), ADJUST)
    expect(women).toMatchObject({ value: null, n: 0, nMissing: 1, events: 0, population: 0, neff: null })
    expect(intervalOf(women, 'proportion')).toMatchObject({ low: null, reason: 'empty_cell' })
  })

  it('gives exactly no variance where a domain is a whole stratum of equal weights', () => {
    const stratum = (name: string, y: number) =>
      Array.from({ length: 7 }, () => ({ stratum: name, weight: 44.209999084, at: {}, y: { lonely: y } }))
    const cells = cellsOf([...stratum('1', 1), ...stratum('2', 0)], { kinds: { lonely: 'proportion' } })
    const estimate = estimateDomain(cells, 'lonely', new Map(), ADJUST)
    expect(estimate).toMatchObject({ value: 0.5, variance: 0, deff: null, neff: null })
    expect(intervalOf(estimate, 'proportion')).toMatchObject({ low: null, reason: 'no_df' })
  })

  it('refuses a population of PSUs below their sample', () => {
    const record = { stratum: 'GM0014', weight: 1, fpc: 2, at: {}, y: { lonely: 1 } }
    const cells = cellsOf([record, record, record], { kinds: { lonely: 'proportion' } })
    expect(() => estimateDomain(cells, 'lonely', new Map(), ADJUST)).toThrow(
      'stratum GM0014 has 3 PSUs in the sample but 2 in the population',
    )
  })

  it('reads an FPC of at most 1 as a sampling fraction', () => {
    const records = (fpc: number) =>
      [1, 0, 0, 1].map(y => ({ stratum: '1', weight: 2, fpc, at: {}, y: { lonely: y } }))
    const counted = cellsOf(records(16), { kinds: { lonely: 'proportion' } })
    const fraction = cellsOf(records(0.25), { kinds: { lonely: 'proportion' } })
    expect(estimateDomain(fraction, 'lonely', new Map(), ADJUST)).toEqual(
      estimateDomain(counted, 'lonely', new Map(), ADJUST),
    )
  })

  it('names the dimensions and measures there are', () => {
    const cells = cellsOf([{ stratum: '1', weight: 1, at: { sex: 'male' }, y: { lonely: 1 } }], KINDS)
    expect(() => estimateDomain(cells, 'lonely', new Map([['age', [0]]]), ADJUST)).toThrow('no dimension age')
    expect(() => estimateDomain(cells, 'sad', new Map(), ADJUST)).toThrow('no measure sad')
  })
})

const anyRecord: fc.Arbitrary<TestRecord> = fc.record({
  stratum: fc.constantFrom('a', 'b', 'c'),
  psu: fc.constantFrom('1', '2', '3', '4'),
  weight: fc.double({ min: 0.5, max: 40, noNaN: true }),
  at: fc.record({ sex: fc.constantFrom('male', 'female'), age: fc.constantFrom('75-84', '85+', null) }),
  y: fc
    .option(fc.integer({ min: 0, max: 11 }))
    .map(score => ({ score, lonely: score === null ? null : Number(score >= 3) })),
})
const records = fc.array(anyRecord, { minLength: 2, maxLength: 60 })
const ownPsu = ({ psu: _, ...record }: TestRecord): TestRecord => record
const design = fc.constantFrom<(record: TestRecord) => TestRecord>(record => record, ownPsu)
const measure = fc.constantFrom('lonely', 'score')

function same(a: ReturnType<typeof estimateDomain>, b: ReturnType<typeof estimateDomain>): void {
  if (a.value === null) expect(b.value).toBeNull()
  else closeTo(b.value, a.value, 1e-9)
  closeTo(b.variance, a.variance, 1e-9)
  expect([b.df, b.n, b.nMissing]).toEqual([a.df, a.n, a.nMissing])
}

describe('whatever the sample', () => {
  const whole = (own: TestRecord[], of: (record: TestRecord) => TestRecord, what: string) =>
    estimateDomain(cellsOf(own.map(of), KINDS), what, new Map(), ADJUST)

  it('the scale of the weights does not matter', () => {
    fc.assert(
      fc.property(records, design, measure, (own, of, what) => {
        const scaled = own.map(record => ({ ...record, weight: record.weight * 1234.5 }))
        same(whole(own, of, what), whole(scaled, of, what))
      }),
    )
  })

  it('the order of the records does not matter', () => {
    fc.assert(
      fc.property(records, design, measure, (own, of, what) => {
        same(whole(own, of, what), whole([...own].reverse(), of, what))
      }),
    )
  })

  it('splitting cells does not matter', () => {
    fc.assert(
      fc.property(records, design, measure, (own, of, what) => {
        const split = cellsOf(own.map(of), { ...KINDS, split: (_, i) => String(i % 3) })
        same(whole(own, of, what), estimateDomain(split, what, new Map(), ADJUST))
      }),
    )
  })

  it('records that are their own PSU equal PSUs of one record', () => {
    fc.assert(
      fc.property(records, measure, (own, what) => {
        const explicit = own.map((record, i) => ({ ...record, psu: String(i) }))
        same(
          whole(own, ownPsu, what),
          whole(explicit, record => record, what),
        )
      }),
    )
  })

  it('records outside a domain change its variance, never its value', () => {
    fc.assert(
      fc.property(records, records, design, measure, (own, others, of, what) => {
        const men = own.map(record => ({ ...record, at: { ...record.at, sex: 'male' } }))
        const women = others.map(record => ({ ...record, at: { ...record.at, sex: 'female' } }))
        const cells = cellsOf([...men, ...women].map(of), KINDS)
        const domain = estimateDomain(cells, what, select(cells, { sex: 'male' }), ADJUST)
        const alone = whole(men, of, what)
        if (alone.value === null) expect(domain.value).toBeNull()
        else closeTo(domain.value, alone.value, 1e-12)
        expect(domain.n).toBe(alone.n)
      }),
    )
  })

  it('the weighted mean of the parts is the whole, and intervals hold their value', () => {
    fc.assert(
      fc.property(records, design, measure, (own, of, what) => {
        const cells = cellsOf(own.map(of), KINDS)
        const sexes = cells.dimensions[0].levels.map((_, level) => new Map([['sex', [level]]]))
        const parts = estimateDomains(cells, what, sexes, ADJUST)
        const total = estimateDomain(cells, what, new Map(), ADJUST)
        if (total.value === null) return
        const weighted = parts.map(({ value, population }) => (value ?? 0) * population)
        closeTo(weighted.reduce((a, b) => a + b, 0) / total.population, total.value, 1e-9)
        for (const part of [...parts, total]) {
          const { low, high } = intervalOf(part, what === 'lonely' ? 'proportion' : 'mean')
          if (low === null || high === null || part.value === null) continue
          expect(low).toBeLessThanOrEqual(part.value)
          expect(high).toBeGreaterThanOrEqual(part.value)
          if (what === 'lonely') expect([low >= 0, high <= 1]).toEqual([true, true])
        }
      }),
    )
  })
})
