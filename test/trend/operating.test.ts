/** How often the indicator says what, when the truth is known: against R's own simulations. */
import { describe, test } from 'vitest'
import { diagonal, dot } from '../../src/core/linear.ts'
import { type Random, seededRandom } from '../../src/core/random.ts'
import { trendBreak } from '../../src/trend/break.ts'
import { breakState } from '../../src/trend/break-state.ts'
import { expectSameShare, hasReference, readReference } from './reference.ts'

const CASES = 'method/05_trendbreak.json'
const OPERATING = 'method/05c_operating.json'
const TIMES = [2012.8, 2016.8, 2020.8]
const START = 2018 + 66 / 365

function judged(p: readonly number[], se: number, tau: number, margin: number) {
  return trendBreak({
    waves: p.map((value, i) => ({ wave: String(i), time: TIMES[i], p: value })),
    covariance: diagonal(p.map(() => se ** 2)),
    t0: START,
    tau,
    margin,
    maxDrift: 0,
  })
}

function drawn(truth: readonly number[], spread: number, { normal }: Random): number[] {
  return truth.map(p => p + spread * normal())
}

interface FalsePositive {
  se: number
  tau_true: number
  tau_used: number
  fav: number
  unf: number
  equiv1pp: number
}

describe.skipIf(!hasReference(CASES))(
  'false claims where there is no break (skipped without ../shared)',
  () => {
    const reference = hasReference(CASES) ? JSON.parse(readReference(CASES)) : { false_positive: [] }
    const rows: FalsePositive[] = reference.false_positive
    const draws = 2500
    const ofR = 20_000

    /** Contrast and standard error do not depend on the draw, so that they are taken from one break. */
    function shares(truth: number[], row: Pick<FalsePositive, 'se' | 'tau_true' | 'tau_used'>, seed: number) {
      const { contrast, fitted } = judged(truth, row.se, row.tau_used, 0.01).posts[0]
      const random = seededRandom(seed)
      const counts = { fav: 0, unf: 0, equiv1pp: 0 }
      for (let i = 0; i < draws; i++) {
        const delta = dot(contrast, drawn(truth, Math.hypot(row.se, row.tau_true), random))
        const state = breakState(
          around(delta, 1.959963984540054 * fitted.se),
          around(delta, 1.644853626951473 * fitted.se),
          0.01,
        )
        if (state.startsWith('favourable')) counts.fav++
        if (state.startsWith('unfavourable')) counts.unf++
        if (state === 'equivalent') counts.equiv1pp++
      }
      return counts
    }

    test.each(rows)('se $se, τ $tau_true taken for $tau_used', row => {
      const counts = shares([0.52, 0.55, 0.58], row, 11)
      expectSameShare([counts.fav, draws], [row.fav, ofR])
      expectSameShare([counts.unf, draws], [row.unf, ofR])
      expectSameShare([counts.equiv1pp, draws], [row.equiv1pp, ofR])
    })

    test('a natural bend of one percentage point is claimed as a break one time in five', () => {
      const { result } = reference.false_positive_curvature
      const counts = shares([0.52, 0.545, 0.56], { se: 0.0035, tau_true: 0, tau_used: 0 }, 12)
      expectSameShare([counts.fav, draws], [result.fav, ofR])
      expectSameShare([counts.unf, draws], [result.unf, ofR])
    })
  },
)

function around(centre: number, half: number): [number, number] {
  return [centre - half, centre + half]
}

interface Operating {
  delta_pp: number
  se: number
  tau_true: number
  tau_used: number
  [breakClass: string]: number
}

const CLASSES = [
  'turnaround',
  'flattening',
  'continuation',
  'inconclusive',
  'acceleration',
  'faster_decline',
  'unfavourable_reversal',
]

describe.skipIf(!hasReference(OPERATING))('classes under a known δ (skipped without ../shared)', () => {
  const rows: Operating[] = hasReference(OPERATING) ? JSON.parse(readReference(OPERATING)).rows : []
  const draws = 250

  test.each(rows)('δ $delta_pp points, τ $tau_true taken for $tau_used', row => {
    const random = seededRandom(42)
    const truth = [0.52, 0.55, 0.58 + row.delta_pp / 100]
    const found = Array.from({ length: draws }, () => {
      const p = drawn(truth, Math.hypot(row.se, row.tau_true), random)
      return judged(p, row.se, row.tau_used, 0.02).entry.class
    })
    for (const name of CLASSES) {
      expectSameShare([found.filter(one => one === name).length, draws], [row[name], 3000])
    }
  })
})
