import { describe, expect, it } from 'vitest'
import type {
  BreakEntry,
  ChangeEntry,
  DecompositionEntry,
  EstimateEntry,
  Results,
  TrendEntry,
  VerdictEntry,
} from '../../src/core/results.ts'
import type { Unprinted } from '../../src/disclosure/measure-tables.ts'
import { disclose } from '../../src/disclosure/suppress.ts'
import { entry, resultsOf } from './entries.ts'

const RULES = { minN: 100, minEvents: 10, presentation: 'nchs' } as const
const TARGET = { target: '75+' }
const ABOUT = { source: 'microdata', measure: 'lonely', domain: TARGET, standard: null }

/** Wave 1 is too small, waves 2 and 3 are not. */
const WAVES: EstimateEntry[] = [
  entry({ domain: TARGET, n: 60, events: 30, wave: '1' }),
  entry({ domain: TARGET, n: 600, events: 300, wave: '2' }),
  entry({ domain: TARGET, n: 600, events: 310, wave: '3' }),
]

const change = (from: string, to: string): ChangeEntry => ({
  ...ABOUT,
  from,
  to,
  diff: 0.01,
  se: 0.02,
  df: 800,
  t: 0.5,
  p: 0.6,
  pHolm: 1,
  ci95: [-0.03, 0.05],
  ci90: [-0.02, 0.04],
  ratio: 1.02,
  ratioCi: [0.9, 1.1],
  or: 1.04,
  orCi: [0.8, 1.3],
  shown: true,
})

const trend = (...waves: string[]): TrendEntry => ({
  ...ABOUT,
  waves,
  omnibus: { Q: 1, df: 1, p: 0.3 },
  wls: { slope: 0.01, se: 0.01, z: 1, p: 0.3, ci: [-0.01, 0.03], Q: 0, dfQ: 0, pQ: null },
  shown: true,
})

const kitagawa = (from: string, to: string): DecompositionEntry => ({
  ...ABOUT,
  method: 'kitagawa',
  from,
  to,
  total: 0.01,
  seTotal: 0.02,
  rate: 0.012,
  seRate: 0.02,
  composition: -0.002,
  seComposition: 0.001,
  covariance: 0.0001,
  cells: [
    { age: '75-84', sex: 'male', rate: 0.006, composition: -0.001 },
    { age: '85+', sex: 'both', rate: 0.006, composition: -0.001 },
  ],
  shown: true,
})

const dasGupta = (from: string, to: string): DecompositionEntry => ({
  ...ABOUT,
  method: 'dasgupta',
  from,
  to,
  numberFrom: 600_000,
  numberTo: 700_000,
  total: 100_000,
  seTotal: 9_000,
  size: 80_000,
  seSize: 900,
  rate: 21_000,
  seRate: 8_000,
  composition: -1_000,
  seComposition: 100,
  shown: true,
})

const trendBreak = (roles: BreakEntry['roles']): BreakEntry => ({
  ...ABOUT,
  level: 'national_a',
  t0: 2018,
  tau: 0.005,
  margin: 0.02,
  class: 'turnaround',
  subclass: 'falling',
  breakState: 'favourable',
  direction: 'down',
  strength: 'strong',
  roles,
  assessed: { wave: '3', time: 2020, delta: -0.03, se: 0.01, ci95: [-0.05, -0.01], ci90: [-0.046, -0.014] },
  expected: 0.55,
  seExpected: 0.01,
  counterfactual: [{ time: 2020, value: 0.55, se: 0.01 }],
  changeSinceLastPre: { diff: -0.02, se: 0.01, ci95: [-0.04, 0], ci90: null },
  preSlope: { slope: 0.01, se: 0.002, ci95: [0, 0.02], direction: 'rising' },
  preFit: { Q: 1, df: 1, p: 0.3 },
  robust: { maxDrift: 0.0025, ci95: [-0.06, 0], breakdownDrift: 0.003, robust: true },
  mde80: 0.03,
  minProvableMargin: 0.02,
  continuationAttainable: false,
  sensitivity: [{ varies: 'tau', value: '0.01', class: 'turnaround', delta: -0.03, ci95: [-0.06, 0] }],
  flags: ['few_waves'],
  reason: null,
  shown: true,
})

const verdict: VerdictEntry = {
  overall: 'trend_break_indicated',
  primary: { source: 'microdata', measure: 'lonely', standard: null, wave: '3' },
  cells: [
    {
      source: 'microdata',
      level: 'national_a',
      measure: 'lonely',
      instrument: 'djg11',
      class: 'turnaround',
      light: 'green_dark',
      pHolm: 0.01,
      primary: true,
    },
  ],
}

/** Every number that is left in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

function disclosed(more: Partial<Results>, estimates = WAVES, unprinted: readonly Unprinted[] = []): Results {
  return disclose(resultsOf(estimates, more), RULES, unprinted)
}

describe('with a hidden wave', () => {
  it('a change from or to it is hidden, another stays', () => {
    const { changes } = disclosed({ changes: [change('1', '2'), change('1', '3'), change('2', '3')] })
    expect(changes.map(({ shown }) => shown)).toEqual([false, false, true])
    expect(numbersIn(changes[0])).toEqual([])
    expect(changes[0].reason).toBe('suppressed')
    expect(changes[2]).toEqual(change('2', '3'))
  })

  it('a trend through it is hidden', () => {
    const { trends } = disclosed({ trends: [trend('1', '2', '3'), trend('2', '3')] })
    expect(numbersIn(trends[0])).toEqual([])
    expect(trends.map(({ shown }) => shown)).toEqual([false, true])
  })

  it('a break beside it is not assessable, and the verdict that rests on it is not determinable', () => {
    const breaks = [trendBreak({ 1: 'pre', 2: 'pre', 3: 'post' })]
    const results = disclosed({ breaks, verdict })
    expect(results.breaks[0]).toMatchObject({ shown: false, class: 'not_assessable', reason: 'suppressed' })
    // what is left are the choices of the study
    expect(numbersIn(results.breaks[0])).toEqual([2018, 0.005, 0.02])
    expect(results.verdict).toMatchObject({
      overall: 'not_yet_determinable',
      cells: [{ class: 'not_assessable', light: 'grey', pHolm: null }],
    })
  })

  it('a break and a verdict without it stay', () => {
    const breaks = [trendBreak({ 2: 'pre', 3: 'post' })]
    expect(disclosed({ breaks, verdict })).toMatchObject({ breaks, verdict })
  })

  it('a decomposition from it is hidden', () => {
    const { decompositions } = disclosed({
      decompositions: [kitagawa('1', '2'), dasGupta('1', '2'), dasGupta('2', '3')],
    })
    expect(decompositions.map(({ shown }) => shown)).toEqual([false, false, true])
    expect(decompositions.slice(0, 2).flatMap(numbersIn)).toEqual([])
  })

  it('another measure, domain or standard is not touched', () => {
    const changes = [
      { ...change('1', '2'), measure: 'severe' },
      { ...change('1', '2'), domain: { target: 'all' } },
      { ...change('1', '2'), standard: 'nl-2020' },
    ]
    expect(disclosed({ changes }).changes).toEqual(changes)
  })
})

describe('a decomposition', () => {
  const cell = (wave: string, age: string, n: number, sex?: string): Unprinted => ({
    source: 'microdata',
    wave,
    measure: 'lonely',
    domain: { target: '75+', age, ...(sex === undefined ? {} : { sex }) },
    n,
    events: n / 2,
  })
  const pair = kitagawa('2', '3')

  it('keeps its cells only where they are known to be large enough', () => {
    const large = ['2', '3'].flatMap(wave => [cell(wave, '75-84', 200, 'male'), cell(wave, '85+', 120)])
    const [known] = disclosed({ decompositions: [pair] }, WAVES, large).decompositions
    expect(known).toEqual(pair)
    const small = large.map((one, i) => (i === 3 ? { ...one, n: 60 } : one))
    const [clear] = disclosed({ decompositions: [pair] }, WAVES, small).decompositions
    expect(clear).toEqual({ ...pair, cells: [] })
    const [unknown] = disclosed({ decompositions: [pair] }).decompositions
    expect(unknown).toEqual({ ...pair, cells: [] })
  })

  it('is hidden when a printed cell of ages is confidential', () => {
    const ages = ['2', '3'].flatMap(wave => [
      entry({ domain: { target: '75+', age: '75-84' }, n: 300, events: 150, wave }),
      entry({ domain: { target: '75+', age: '85-89' }, n: 235, events: 120, wave }),
      entry({ domain: { target: '75+', age: '90+' }, n: 65, events: 30, wave }),
    ])
    const { decompositions } = disclosed({ decompositions: [pair, dasGupta('2', '3')] }, [...WAVES, ...ages])
    expect(decompositions.map(({ shown }) => shown)).toEqual([false, false])
  })
})

describe('beside the estimates', () => {
  it('the reliability of too few respondents is left out', () => {
    const scale = [99, 100].map(n => ({
      source: 'microdata',
      wave: '1',
      instrument: 'djg11',
      scale: 'total',
      n,
      items: [],
      alpha: 0.8,
      kr20: 0.8,
      h: 0.4,
      seH: 0.02,
    }))
    expect(disclosed({ scale }).scale.map(({ n }) => n)).toEqual([100])
  })

  it('a warning counts what is hidden, wave by wave', () => {
    expect(disclosed({}).warnings).toEqual([
      {
        code: 'suppressed',
        message: '1 of 1 estimates are not shown',
        source: 'microdata',
        wave: '1',
        count: 1,
      },
    ])
  })
})
