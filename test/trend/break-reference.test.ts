/** The named cases of the method paper, every field of every one. */
import { describe, expect, test } from 'vitest'
import { diagonal, type Matrix } from '../../src/core/linear.ts'
import { trendBreak } from '../../src/trend/break.ts'
import { type BreakInput, breakChoices } from '../../src/trend/break-choices.ts'
import type { PostDelta } from '../../src/trend/delta.ts'
import { preDirectionOf } from '../../src/trend/direction.ts'
import { settledLine } from '../../src/trend/settled-line.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/05_trendbreak.json'
const QUANTILE = 1e-7

interface CaseInput {
  t: number[]
  p: number[]
  V: number[] | Matrix
  margin?: number
  tau?: number
  M?: number
  scale?: 'identity' | 'logit'
  comparable?: boolean
}

type Pair = [number, number]

interface Expected {
  k: number
  pre: number | number[]
  post: number | number[]
  transition: number | number[]
  T0: number
  scale: string
  tau: number
  alpha: number
  margin: number
  reason?: string
  pre_slope: number
  se_pre_slope: number
  pre_slope_ci95: Pair
  pre_direction: string
  Q_pre: number
  df_pre: number
  p_linearity_pre: number | null
  post_results: ExpectedPost | ExpectedPost[]
  assessed: { t: number; delta: number; ci95: Pair; ci90: Pair }
  change_since_last_pre: { diff: number; se: number; ci95: Pair; ci90: Pair }
  break_state?: string
  direction?: string
  class: string
  subclass?: string
  strength?: string
  statistically_detectable: boolean
  min_provable_margin: number
  mde80: number
}

interface ExpectedPost {
  index: number
  t: number
  observed: number
  expected: number
  se_expected: number
  delta: number
  se: number
  z: number
  p_value: number
  ci95: Pair
  ci90: Pair
  contrast: number[]
  expected_p?: number
  delta_p?: number
  se_delta_p?: number
  ci95_p?: Pair
  ci90_p?: Pair
  slope_change_hinge: number
  se_slope_change_hinge: number
  years_beyond_last_pre: number
  robust: { M_per_year: number; bias_bound: number; cv: number; ci95: Pair; breakdown_M: number }
}

const reference: { T0: number; cases: Record<string, { input: CaseInput; result: Expected }> } = hasReference(
  CASES,
)
  ? JSON.parse(readReference(CASES))
  : { T0: 0, cases: {} }
const cases = Object.entries(reference.cases)

function inputOf({
  t,
  p,
  V,
  margin = 0.01,
  tau = 0,
  M = 0,
  scale = 'identity',
  comparable = true,
}: CaseInput) {
  const covariance = typeof V[0] === 'number' ? diagonal(V as number[]) : (V as Matrix)
  const waves = t.map((time, i) => ({ wave: String(i + 1), time, p: p[i] }))
  return {
    waves,
    covariance,
    t0: reference.T0,
    tau,
    margin,
    maxDrift: M,
    scale,
    comparable,
  } satisfies BreakInput
}

/** Fields of a reference case by the way they are compared; an unknown field fails the test. */
const KNOWN = {
  roles: ['k', 'pre', 'post', 'transition'],
  choices: ['T0', 'scale', 'tau', 'alpha', 'margin', 'reason'],
  line: [
    'pre_slope',
    'se_pre_slope',
    'pre_slope_ci95',
    'pre_direction',
    'Q_pre',
    'df_pre',
    'p_linearity_pre',
  ],
  judged: ['assessed', 'change_since_last_pre', 'statistically_detectable', 'min_provable_margin', 'mde80'],
  words: ['break_state', 'direction', 'class', 'subclass', 'strength'],
  posts: [
    'post_results',
    'index',
    't',
    'observed',
    'expected',
    'se_expected',
    'delta',
    'se',
    'z',
    'p_value',
    'ci95',
    'ci90',
    'contrast',
    'expected_p',
    'delta_p',
    'se_delta_p',
    'ci95_p',
    'ci90_p',
    'slope_change_hinge',
    'se_slope_change_hinge',
    'years_beyond_last_pre',
    'robust',
    'M_per_year',
    'bias_bound',
    'cv',
    'breakdown_M',
  ],
}

describe.skipIf(cases.length === 0)('the named cases equal R (skipped without ../shared)', () => {
  test('there are nineteen, with no field that goes uncompared', () => {
    expect(cases).toHaveLength(19)
    const posts = cases.flatMap(([, { result }]) => [result.post_results ?? []].flat())
    const objects = [...cases.map(([, { result }]) => result), ...posts, ...posts.map(post => post.robust)]
    const fields = new Set(objects.flatMap(object => Object.keys(object)))
    expect([...fields].filter(field => !Object.values(KNOWN).flat().includes(field))).toEqual([])
  })

  describe.each(cases)('%s', (_, { input, result }) => {
    const { entry, posts } = trendBreak(inputOf(input))

    test('has the roles and choices', () => {
      const withRole = (role: string) =>
        Object.keys(entry.roles)
          .filter(wave => entry.roles[wave] === role)
          .map(Number)
      expect(Object.keys(entry.roles)).toHaveLength(result.k)
      for (const role of ['pre', 'post', 'transition'] as const)
        expect(withRole(role)).toEqual([result[role]].flat())
      expect([entry.t0, entry.tau, entry.margin]).toEqual([result.T0, result.tau, result.margin])
      expect(breakChoices(inputOf(input))).toMatchObject({ scale: result.scale, alpha: result.alpha })
      expect(entry.reason).toBe(result.reason ?? null)
    })

    test('has the words', () => {
      expect(entry.class).toBe(result.class)
      expect(entry.subclass).toBe(result.subclass ?? null)
      expect(entry.breakState).toBe(result.break_state ?? null)
      expect(entry.direction).toBe(result.direction ?? null)
      expect(entry.strength).toBe(result.strength ?? null)
    })

    if (result.class === 'not_assessable') {
      test('has no numbers', () => {
        expect(entry).toMatchObject({
          assessed: null,
          expected: null,
          preSlope: null,
          robust: null,
          mde80: null,
        })
        expect(entry.counterfactual).toEqual([])
        expect(posts).toEqual([])
      })
      return
    }

    test('has the line before the programme', () => {
      const settled = settledLine(breakChoices(inputOf(input)))
      if (settled.kind === 'refused') throw new Error(settled.reason)
      const { slope, seSlope } = settled.line
      expectClose(slope, result.pre_slope)
      expectClose(seSlope, result.se_pre_slope)
      const [low, high] = result.pre_slope_ci95
      expectClose([slope - 1.959963984540054 * seSlope, slope + 1.959963984540054 * seSlope], [low, high])
      expect(preDirectionOf([low, high])).toBe(result.pre_direction)
      expect(entry.preSlope!.direction).toBe(result.pre_direction)
      if (result.scale === 'identity') expectClose(entry.preSlope!.ci95, result.pre_slope_ci95)
      expectClose(entry.preFit!.Q, result.Q_pre)
      expect(entry.preFit!.df).toBe(result.df_pre)
      expectClose(entry.preFit!.p, result.p_linearity_pre)
    })

    test('has the judged wave', () => {
      const assessed = entry.assessed!
      expect(assessed.time).toBe(result.assessed.t)
      expectClose(assessed.delta, result.assessed.delta)
      expectClose(assessed.ci95, result.assessed.ci95)
      expectClose(assessed.ci90, result.assessed.ci90)
      const change = entry.changeSinceLastPre!
      expectClose(change.diff, result.change_since_last_pre.diff)
      expectClose(change.se, result.change_since_last_pre.se)
      expectClose(change.ci95, result.change_since_last_pre.ci95)
      expectClose(change.ci90, result.change_since_last_pre.ci90)
      expect(assessed.ci95[1] < 0 || assessed.ci95[0] > 0).toBe(result.statistically_detectable)
      expectClose(entry.minProvableMargin, result.min_provable_margin)
      expectClose(entry.mde80, result.mde80)
    })

    test('has every wave after the start', () => {
      const expected = [result.post_results].flat()
      expect(posts).toHaveLength(expected.length)
      for (const [i, post] of posts.entries()) expectPost(post, expected[i])
    })
  })
})

function expectPost(post: PostDelta, expected: ExpectedPost): void {
  const { fitted, inProportions, drift } = post
  expect([post.wave, post.time]).toEqual([String(expected.index), expected.t])
  expectClose(fitted.observed, expected.observed)
  expectClose(fitted.expected, expected.expected)
  expectClose(fitted.seExpected, expected.se_expected)
  expectClose(fitted.delta, expected.delta)
  expectClose(fitted.se, expected.se)
  expectClose(fitted.z, expected.z)
  expectClose(fitted.p, expected.p_value)
  expectClose(fitted.ci95, expected.ci95)
  expectClose(fitted.ci90, expected.ci90)
  expectClose(post.contrast, expected.contrast)
  expectClose(inProportions.expected, expected.expected_p ?? expected.expected)
  expectClose(inProportions.delta, expected.delta_p ?? expected.delta)
  expectClose(inProportions.se, expected.se_delta_p ?? expected.se)
  expectClose(inProportions.ci95, expected.ci95_p ?? expected.ci95)
  expectClose(inProportions.ci90, expected.ci90_p ?? expected.ci90)
  expectClose(post.slopeChange!.slope, expected.slope_change_hinge)
  expectClose(post.slopeChange!.se, expected.se_slope_change_hinge)
  expectClose(post.yearsBeyondLastPre, expected.years_beyond_last_pre)
  expectClose(drift!.maxDrift, expected.robust.M_per_year)
  expectClose(drift!.bias, expected.robust.bias_bound)
  expectClose(drift!.criticalValue, expected.robust.cv, QUANTILE)
  expectClose(drift!.ci95, expected.robust.ci95, QUANTILE)
  expectClose(drift!.breakdownDrift, expected.robust.breakdown_M)
}
