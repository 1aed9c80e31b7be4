import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainKey } from '../../src/core/domain.ts'
import { type EstimateEntry, resultsSchema } from '../../src/core/results.ts'
import type { DisclosureRules } from '../../src/disclosure/own-reason.ts'
import { disclose } from '../../src/disclosure/suppress.ts'
import { entry, hiddenOf, type Made, resultsOf } from './entries.ts'

const RULES: DisclosureRules = { minN: 100, minEvents: 10, presentation: 'nchs' }
const COUNTS: DisclosureRules = { ...RULES, presentation: 'off' }

function hidden(made: readonly Made[], rules = COUNTS): Record<string, string> {
  return hiddenOf(disclose(resultsOf(made.map(entry)), rules))
}

function table(
  target: string,
  column: string,
  counts: Record<string, readonly [n: number, events: number]>,
): Made[] {
  const cells = Object.entries(counts).map(([level, [n, events]]) => ({
    domain: { target, [column]: level },
    n,
    events,
  }))
  const sum = (of: (made: Made) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  return [{ domain: { target }, n: sum(cell => cell.n), events: sum(cell => cell.events ?? 0) }, ...cells]
}

/** Per age the men, the lonely men, the women, the lonely women. */
function agesBySex(target: string, ages: Record<string, readonly [number, number, number, number]>): Made[] {
  return Object.entries(ages).flatMap(([age, [men, lonelyMen, women, lonelyWomen]]) => [
    { domain: { target, age, sex: 'male' }, n: men, events: lonelyMen },
    { domain: { target, age, sex: 'female' }, n: women, events: lonelyWomen },
  ])
}

/** Ages × sexes with the tables by age, by sex and the total. */
function withMargins(atoms: readonly Made[]): Made[] {
  const margins = (keep: readonly string[]) => {
    const sums = new Map<string, Made>()
    for (const { domain, n, events } of atoms) {
      const own = Object.fromEntries(Object.entries(domain).filter(([name]) => keep.includes(name)))
      const key = JSON.stringify(own)
      const sum = sums.get(key)
      sums.set(key, {
        domain: { target: domain.target, ...own },
        n: n + (sum?.n ?? 0),
        events: (events ?? 0) + (sum?.events ?? 0),
      })
    }
    return [...sums.values()]
  }
  return [...atoms, ...margins(['target', 'age']), ...margins(['target', 'sex']), ...margins(['target'])]
}

describe('an estimate', () => {
  const one = (n: number, events: number): Made[] => [{ domain: { target: '75+' }, n, events }]

  it('is hidden below the minimum of respondents, and loses every number', () => {
    const [estimate] = disclose(resultsOf(one(99, 50).map(entry)), COUNTS).estimates
    expect(estimate).toEqual({
      source: 'microdata',
      wave: '1',
      time: 2020,
      instrument: 'djg11',
      measure: 'lonely',
      domain: { target: '75+' },
      standard: null,
      value: null,
      se: null,
      df: null,
      low: null,
      high: null,
      level: 0.95,
      interval: null,
      reporting: null,
      n: null,
      nMissing: null,
      events: null,
      population: null,
      deff: null,
      neff: null,
      shown: false,
      reason: 'suppressed_n',
      flags: [],
    })
    expect(hidden(one(100, 50))).toEqual({})
  })

  it('is hidden with too few in the numerator or outside it', () => {
    expect(hidden(one(100, 10))).toEqual({})
    expect(hidden(one(100, 9))).toEqual({ 'lonely 75+': 'suppressed_events' })
    expect(hidden(one(100, 91))).toEqual({ 'lonely 75+': 'suppressed_events' })
  })

  it('is not hidden by a minimum that is switched off', () => {
    expect(hidden(one(3, 1), { minN: 0, minEvents: 0, presentation: 'off' })).toEqual({})
  })

  it('of nobody is no secret', () => {
    expect(hidden(one(0, 0))).toEqual({})
  })

  it('is hidden when it is too uncertain, and flagged when it is shown with care', () => {
    const [unsure, careful] = disclose(
      resultsOf([
        { ...entry({ domain: { target: '75+' }, n: 200, events: 100 }), reporting: { low: 0.3, high: 0.7 } },
        { ...entry({ domain: { target: 'all' }, n: 2000, events: 900 }), df: 5, flags: ['period_shock'] },
      ]),
      RULES,
    ).estimates
    expect(unsure).toMatchObject({ shown: false, reason: 'suppressed_width' })
    expect(careful).toMatchObject({ shown: true, flags: ['period_shock', 'review_df'] })
  })

  it('of a mean is judged by its respondents', () => {
    const mean = (n: number) => [{ domain: { target: '75+' }, n, events: null, measure: 'score' }]
    expect(hidden(mean(100), RULES)).toEqual({})
    expect(hidden(mean(99), RULES)).toEqual({ 'score 75+': 'suppressed_n' })
  })
})

describe('a table', () => {
  it('with one hidden cell loses the smallest other one', () => {
    const ages = table('75+', 'age', {
      '75-79': [400, 200],
      '80-84': [300, 150],
      '85-89': [200, 100],
      '90+': [60, 30],
    })
    expect(hidden(ages)).toEqual({
      'lonely 75+ 90+': 'suppressed_n',
      'lonely 75+ 85-89': 'suppressed_complementary',
    })
  })

  it('of two cells loses both, and ends', () => {
    expect(hidden(table('75+', 'sex', { male: [50, 20], female: [500, 200] }))).toEqual({
      'lonely 75+ male': 'suppressed_n',
      'lonely 75+ female': 'suppressed_complementary',
    })
  })

  it('of one cell loses its total', () => {
    const ages = table('75+', 'age', { '75+': [60, 30] })
    expect(Object.keys(hidden(ages))).toEqual(['lonely 75+', 'lonely 75+ 75+'])
  })

  it('is not protected by an empty cell', () => {
    const regions = table('75+', 'region', { a: [50, 20], b: [0, 0], c: [300, 200], d: [400, 200] })
    expect(Object.keys(hidden(regions))).toEqual(['lonely 75+ a', 'lonely 75+ c'])
  })

  it('of all respondents is linked with that of the target', () => {
    const made = [
      ...table('75+', 'age', {
        '75-79': [400, 200],
        '80-84': [300, 150],
        '85-89': [60, 30],
        '90+': [200, 100],
      }),
      ...table('all', 'age', { '18-74': [5000, 2000], '75-84': [700, 350], '85+': [260, 130] }),
    ]
    // 90+ goes with 85-89; 85+ alone gives nothing away
    expect(Object.keys(hidden(made))).toEqual(['lonely 75+ 85-89', 'lonely 75+ 90+'])
    const crossed = made.map(cell =>
      cell.domain.age === '80-84'
        ? { ...cell, events: 5 }
        : cell.domain.age === '85-89'
          ? { ...cell, n: 160, events: 70 }
          : cell,
    )
    // 80-84 would follow from 75-84 of all respondents as well as from the total
    const keys = Object.keys(hidden(crossed))
    expect(keys).toContain('lonely 75+ 80-84')
    expect(keys.some(key => key === 'lonely 75+ 75-79' || key === 'lonely all 75-84')).toBe(true)
  })

  it('gives up every detail before the total of the target: a small panel with few men', () => {
    const atoms = [
      ...agesBySex('75+', {
        '75-79': [37, 7, 61, 10],
        '80-84': [45, 7, 48, 9],
        '85-89': [8, 4, 20, 6],
        '90+': [9, 4, 18, 9],
      }),
      ...agesBySex('all', {
        '50-64': [9, 0, 19, 2],
        '65-74': [50, 2, 76, 8],
        '75-84': [82, 14, 109, 19],
        '85+': [17, 8, 38, 15],
      }),
    ]
    const found = hidden(withMargins(atoms))
    expect(found).not.toHaveProperty('lonely 75+')
    expect(found).not.toHaveProperty('lonely all')
    expect(found['lonely 75+ male']).toBe('suppressed_n')
    expect(found['lonely 75+ female']).toBe('suppressed_complementary')
  })

  it('does not let the few below 75 of a municipality be computed', () => {
    const of = (target: string, a: number, b: number): Made[] =>
      table(target, 'municipality', { a: [a, a / 2], b: [b, b / 2], c: [900, 450] })
    // municipality a: 240 − 230 = 10 people below 75
    const keys = Object.keys(hidden([...of('75+', 230, 300), ...of('all', 240, 700)]))
    expect(keys).toContain('lonely all a')
    expect(keys).not.toContain('lonely 75+ a')
  })
})

describe('the measures of a domain', () => {
  const regions = (measure: string, c: number): Made[] =>
    table('75+', 'region', { a: [60, 30], b: [500, c], c: [600, c], d: [400, c] }).map(made => ({
      ...made,
      measure,
    }))

  it('share the respondents: what n hides is hidden for all, with the same complement', () => {
    expect(hidden([...regions('lonely', 200), ...regions('severe', 40)])).toEqual({
      'lonely 75+ a': 'suppressed_n',
      'lonely 75+ d': 'suppressed_complementary',
      'severe 75+ a': 'suppressed_n',
      'severe 75+ d': 'suppressed_complementary',
    })
  })

  it('keep their own numerators: what events hide is hidden for one', () => {
    const made = (measure: string, events: number): Made[] =>
      table('75+', 'region', { a: [300, events], b: [500, 250], c: [600, 200] }).map(cell => ({
        ...cell,
        measure,
      }))
    expect(hidden([...made('lonely', 150), ...made('severe', 4)])).toEqual({
      'severe 75+ a': 'suppressed_events',
      'severe 75+ b': 'suppressed_complementary',
    })
  })
})

describe('a standardised value', () => {
  const sexes = table('75+', 'sex', { male: [60, 30], female: [500, 200] })

  it('is hidden with its crude domain', () => {
    const standardised = sexes.map(made => ({ ...made, standard: 'nl-2020' }))
    expect(Object.keys(hidden([...sexes, ...standardised]))).toEqual([
      'lonely 75+ male',
      'lonely 75+ female',
      'lonely 75+ male nl-2020',
      'lonely 75+ female nl-2020',
    ])
  })

  it('is hidden with a crude one that is too uncertain, or that protects another', () => {
    const wide = { ...entry(sexes[0]), reporting: { low: 0.1, high: 0.9 } }
    const standardised = { ...entry({ ...sexes[0], standard: 'nl-2020' }) }
    const results = disclose(resultsOf([wide, standardised]), RULES)
    expect(hiddenOf(results)).toEqual({
      'lonely 75+': 'suppressed_width',
      'lonely 75+ nl-2020': 'suppressed_width',
    })
    const severe = table('75+', 'sex', { male: [300, 5], female: [500, 90] })
    expect(hidden([...severe, { ...severe[2], standard: 'nl-2020' }])).toEqual({
      'lonely 75+ male': 'suppressed_events',
      'lonely 75+ female': 'suppressed_complementary',
      'lonely 75+ female nl-2020': 'suppressed_complementary',
    })
  })

  it('does not give away the cells it is made of', () => {
    const ages = table('75+', 'age', {
      '75-79': [900, 400],
      '80-84': [800, 300],
      '85-89': [700, 300],
      '90+': [300, 5],
    })
    const total = ages[0]
    const standards = ['first-wave', 'nl-2020'].map(standard => ({ ...total, standard }))
    // a total and two standards leave four unknown ages one freedom, three none
    expect(Object.keys(hidden([...ages, ...standards]))).toEqual([
      'lonely 75+ 75-79',
      'lonely 75+ 80-84',
      'lonely 75+ 85-89',
      'lonely 75+ 90+',
    ])
  })
})

// ---- random tables, checked by an independent elimination over their atoms

const AGES = ['18-74', '75-79', '80-84', '85+']
const SEXES = ['male', 'female']
const TOWNS = ['a', 'b', 'c']

interface Atom {
  readonly age: string
  readonly sex: string
  readonly town: string
}

const ATOMS: Atom[] = AGES.flatMap(age => SEXES.flatMap(sex => TOWNS.map(town => ({ age, sex, town }))))
const TABLES = [[], ['age'], ['sex'], ['town'], ['age', 'sex'], ['sex', 'town']] as const

function atomsOf(domain: EstimateEntry['domain']): number[] {
  return ATOMS.map((atom, i) => ({ atom, i }))
    .filter(({ atom }) => domain.target === 'all' || atom.age !== '18-74')
    .filter(({ atom }) =>
      Object.entries(domain).every(
        ([name, level]) => name === 'target' || atom[name as keyof Atom] === level,
      ),
    )
    .map(({ i }) => i)
}

function domainsOf(target: string, by: readonly string[]): EstimateEntry['domain'][] {
  const levels: Record<string, readonly string[]> = {
    age: target === 'all' ? AGES : AGES.slice(1),
    sex: SEXES,
    town: TOWNS,
  }
  return by.reduce<EstimateEntry['domain'][]>(
    (domains, name) => domains.flatMap(domain => levels[name].map(level => ({ ...domain, [name]: level }))),
    [{ target }],
  )
}

interface RandomStudy {
  readonly n: readonly number[]
  readonly lonely: readonly number[]
  readonly severe: readonly number[]
  readonly tables: readonly (readonly string[])[]
  readonly standards: readonly (readonly number[])[]
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const study: fc.Arbitrary<RandomStudy> = fc.record({
  n: fc.array(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 100, max: 900 })),
    {
      minLength: ATOMS.length,
      maxLength: ATOMS.length,
    },
  ),
  lonely: fc.array(share, { minLength: ATOMS.length, maxLength: ATOMS.length }),
  severe: fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), {
    minLength: ATOMS.length,
    maxLength: ATOMS.length,
  }),
  tables: fc.subarray(TABLES.slice(1).map(table => [...table])),
  standards: fc.array(
    fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
    { maxLength: 2 },
  ),
})

function entriesOf({ n, lonely, severe, tables, standards }: RandomStudy): EstimateEntry[] {
  return ['75+', 'all'].flatMap(target =>
    [[], ...tables].flatMap(by =>
      domainsOf(target, by).flatMap(domain =>
        [lonely, severe].flatMap((rates, m) => {
          const atoms = atomsOf(domain)
          const made = {
            domain,
            n: atoms.reduce((total, i) => total + n[i], 0),
            events: atoms.reduce((total, i) => total + Math.round(n[i] * rates[i]), 0),
            measure: ['lonely', 'severe'][m],
          }
          const standardised = target === '75+' && (by.length === 0 || (by.length === 1 && by[0] === 'sex'))
          return [
            entry(made),
            ...(standardised ? standards.map((_, s) => entry({ ...made, standard: `standard ${s}` })) : []),
          ]
        }),
      ),
    ),
  )
}

/** The entry as a combination of its atoms' events; a standardised one weighs each cell's rate. */
function combination(estimate: EstimateEntry, { n, standards }: RandomStudy): number[] {
  const own = atomsOf(estimate.domain)
  if (estimate.standard === null) return ATOMS.map((_, i) => (own.includes(i) ? 1 : 0))
  const weights = standards[Number(estimate.standard.split(' ')[1])]
  return ATOMS.map((atom, i) => {
    if (!own.includes(i)) return 0
    const cell = (AGES.indexOf(atom.age) - 1) * 2 + SEXES.indexOf(atom.sex)
    const people = ATOMS.reduce(
      (total, other, j) => total + (other.age === atom.age && other.sex === atom.sex ? n[j] : 0),
      0,
    )
    return weights[cell] / Math.max(people, 1)
  })
}

/** Whether a row is a combination of others: Gram-Schmidt. */
function follows(row: readonly number[], others: readonly (readonly number[])[]): boolean {
  const basis: number[][] = []
  const residual = (vector: readonly number[]) => {
    let left = [...vector]
    for (const _ of [0, 1]) {
      for (const unit of basis) {
        const along = unit.reduce((total, value, i) => total + value * left[i], 0)
        left = left.map((value, i) => value - along * unit[i])
      }
    }
    return left
  }
  const length = (vector: readonly number[]) =>
    Math.sqrt(vector.reduce((total, value) => total + value * value, 0))
  for (const other of others.filter(row => length(row) > 0)) {
    const scaled = other.map(value => value / length(other))
    const left = residual(scaled)
    if (length(left) > 1e-7) basis.push(left.map(value => value / length(left)))
  }
  return length(residual(row)) < 1e-7 * length(row)
}

describe('whatever the tables', () => {
  /** Atoms that are printed as nobody are known. */
  const unknownOf = (shown: readonly EstimateEntry[]) => {
    const empty = new Set(shown.filter(({ n }) => n === 0).flatMap(({ domain }) => atomsOf(domain)))
    return (row: readonly number[]) => row.map((value, i) => (empty.has(i) ? 0 : value))
  }

  it('no hidden estimate can be computed from those that are shown', () => {
    fc.assert(
      fc.property(study, random => {
        const { estimates } = disclose(resultsOf(entriesOf(random)), COUNTS)
        const unknown = unknownOf(estimates)
        const rowOf = (estimate: EstimateEntry) => unknown(combination(estimate, random))
        for (const measure of ['lonely', 'severe']) {
          const own = estimates.filter(estimate => estimate.measure === measure)
          const shown = own.filter(estimate => estimate.shown && estimate.n !== 0).map(rowOf)
          for (const secret of own.filter(estimate => !estimate.shown && estimate.standard === null)) {
            expect(follows(rowOf(secret), shown), domainKey(secret.domain)).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('no small number of respondents can be computed, from all measures together', () => {
    fc.assert(
      fc.property(study, random => {
        const before = entriesOf(random)
        const { estimates } = disclose(resultsOf(before), COUNTS)
        const unknown = unknownOf(estimates)
        const rowOf = (estimate: EstimateEntry) =>
          unknown(combination({ ...estimate, standard: null }, random))
        const shown = estimates.filter(estimate => estimate.shown && estimate.n !== 0).map(rowOf)
        for (const [i, estimate] of estimates.entries()) {
          const n = before[i].n ?? 0
          if (n === 0 || n >= COUNTS.minN) continue
          expect(estimate.shown).toBe(false)
          expect(follows(rowOf(estimate), shown), domainKey(estimate.domain)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('the order of the results does not matter, and once is enough', () => {
    fc.assert(
      fc.property(study, random => {
        const entries = entriesOf(random)
        const once = disclose(resultsOf(entries), COUNTS)
        expect(hiddenOf(disclose(resultsOf([...entries].reverse()), COUNTS))).toEqual(hiddenOf(once))
        expect(disclose(once, COUNTS)).toEqual(once)
        expect(() => resultsSchema.parse(once)).not.toThrow()
      }),
      { numRuns: 50 },
    )
  })
})
