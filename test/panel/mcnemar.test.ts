import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mcnemar } from '../../src/panel/mcnemar.ts'
import { expected } from './invented-pairs.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { hasWorkedExample, workedFigures } from './worked-example.ts'

const APPROVAL = 'panel/panel.json'

describe('McNemar', () => {
  test('equals mcnemar.test and binom.test in R', () => {
    const [[n00, n01], [n10, n11]] = expected.table
    const test = mcnemar({ n00, n01, n10, n11 })
    const { chi2, p, chi2Corrected, pCorrected, pExact, pMid } = expected.mcnemar
    expectClose(
      [test.chi2, test.p, test.chi2Corrected, test.pCorrected, test.pExact, test.pMid],
      [chi2, p, chi2Corrected, pCorrected, pExact, pMid],
    )
  })

  test.skipIf(!hasReference(APPROVAL))('approval ratings of Agresti (skipped without ../shared)', () => {
    const { cases } = JSON.parse(readReference(APPROVAL))
    const approval = cases.find(({ id }: { id: string }) => id === 'mcnemar/approval')
    const [[n00, n01], [n10, n11]] = approval.table
    const test = mcnemar({ n00, n01, n10, n11 })
    expectClose(
      [test.chi2, test.p, test.chi2Corrected, test.pCorrected, test.pExact],
      [approval.chi2, approval.p, approval.chi2_cc, approval.p_cc, approval.exact_p],
      1e-10,
    )
  })

  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const { transition } = workedFigures()
    const test = mcnemar(transition)
    expectClose(
      [test.chi2, test.p, test.chi2Corrected, test.pExact, test.pMid],
      [
        transition.mcnemar_chi2,
        transition.mcnemar_p,
        transition.mcnemar_chi2_cc,
        transition.p_exact,
        transition.p_mid,
      ],
    )
  })

  test('says 1 where nobody changed, and gives no χ²', () => {
    expect(mcnemar({ n00: 40, n01: 0, n10: 0, n11: 3 })).toEqual({
      discordant: 0,
      pMid: 1,
      pExact: 1,
      chi2: null,
      p: null,
      chi2Corrected: null,
      pCorrected: null,
      reason: 'nobody_changed',
    })
  })

  test('is 1 where as many changed one way as the other, also with the correction', () => {
    const { pMid, pExact, chi2Corrected, pCorrected } = mcnemar({ n00: 9, n01: 7, n10: 7, n11: 9 })
    expectClose([pMid, pExact, pCorrected], [1, 1, 1])
    expect(chi2Corrected).toBe(0)
  })

  test('does not look at the direction, and mid-p never exceeds exact p', () => {
    const count = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(count, count, (n01, n10) => {
        const one = mcnemar({ n00: 5, n01, n10, n11: 5 })
        expect(mcnemar({ n00: 0, n01: n10, n10: n01, n11: 1 })).toEqual(one)
        expect(one.pMid).toBeLessThanOrEqual(one.pExact)
        expect(one.pMid).toBeGreaterThanOrEqual(0)
        expect(one.pExact).toBeLessThanOrEqual(1)
      }),
    )
  })
})
