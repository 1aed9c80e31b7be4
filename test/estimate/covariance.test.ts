import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cells } from '../../src/core/cells.ts'
import { quadraticForm } from '../../src/core/linear.ts'
import { estimateJointly } from '../../src/estimate/covariance.ts'
import { estimateDomain } from '../../src/estimate/domain.ts'
import { cellsOf, select } from './cells-of.ts'
import { allCloseTo, closeTo } from './close-to.ts'
import { DESIGNS, DOMAINS, expected } from './invented-sample.ts'

const ADJUST = { lonelyPsu: 'adjust' } as const

interface JointCase {
  design: string
  kind: string
  cells: string[]
  values: number[]
  covariance: number[][]
  df: number
}

/** "75-79.male.1" or the name of a domain. */
function selectionOf(cells: Cells, name: string) {
  const [age, sex, wave] = name.split('.')
  return sex === undefined ? DOMAINS[name](cells) : select(cells, { age, sex, wave })
}

describe('R survey on an invented clustered sample', () => {
  it.each((expected.joint as JointCase[]).map(c => [`${c.design} ${c.kind}`, c] as const))('%s', (_, c) => {
    const cells = DESIGNS[c.design]
    const measure = c.kind === 'overlapping' ? 'score' : 'lonely'
    const joint = estimateJointly(
      cells,
      measure,
      c.cells.map(name => selectionOf(cells, name)),
      ADJUST,
    )
    allCloseTo(
      joint.estimates.map(({ value }) => value),
      c.values,
    )
    for (const [i, row] of c.covariance.entries()) allCloseTo(joint.covariance[i], row, 1e-9, c.cells[i])
    expect(joint.df).toBe(c.df)
  })
})

describe('domains of one sample', () => {
  it('of different waves are exactly uncorrelated when the samples are independent', () => {
    const cells = DESIGNS.records
    const waves = ['1', '2'].map(wave => select(cells, { wave }))
    expect(estimateJointly(cells, 'lonely', waves, ADJUST).covariance[0][1]).toBe(0)
  })

  it('of different waves are correlated in a panel', () => {
    const cells = DESIGNS.clustered
    const waves = ['1', '2'].map(wave => select(cells, { wave }))
    expect(estimateJointly(cells, 'lonely', waves, ADJUST).covariance[0][1]).toBeGreaterThan(0)
  })

  it('equal one another when they are the same domain twice', () => {
    for (const cells of Object.values(DESIGNS)) {
      const women = select(cells, { sex: 'female' })
      const { covariance, estimates, df } = estimateJointly(cells, 'score', [women, women], ADJUST)
      closeTo(covariance[0][1], estimates[0].variance)
      expect(estimates[0]).toEqual(estimateDomain(cells, 'score', women, ADJUST))
      expect(df).toBe(estimates[0].df)
    }
  })

  it('that are the same keep their variance as covariance when lonely strata are averaged', () => {
    const cells = DESIGNS.clustered
    const both = DOMAINS.DE(cells)
    const { covariance, estimates } = estimateJointly(cells, 'score', [both, both], { lonelyPsu: 'average' })
    expect(estimates[0].variance).toBeGreaterThan(0)
    closeTo(covariance[0][1], estimates[0].variance)
  })

  it('leave room for an empty one', () => {
    const cells = cellsOf(
      [1, 0, 1].map(y => ({ stratum: '1', weight: 1, at: { sex: 'male', age: '75-79' }, y: { lonely: y } })),
      { kinds: { lonely: 'proportion' } },
    )
    const { estimates, covariance } = estimateJointly(
      cells,
      'lonely',
      [new Map(), new Map([['sex', []]])],
      ADJUST,
    )
    expect(estimates[1]).toMatchObject({ value: null, n: 0 })
    expect(covariance[0][1]).toBe(0)
  })

  it('never give a combination a negative variance', () => {
    const selections = (cells: Cells) => Object.values(DOMAINS).map(of => of(cells))
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(DESIGNS)),
        fc.constantFrom('adjust', 'certainty', 'average', 'remove'),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
        (cells, lonelyPsu, weights) => {
          const { covariance } = estimateJointly(cells, 'score', selections(cells), { lonelyPsu })
          expect(quadraticForm(weights, covariance)).toBeGreaterThanOrEqual(-1e-12)
        },
      ),
    )
  })
})
