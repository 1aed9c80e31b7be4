import { describe, expect, test } from 'vitest'
import { type AttritionInput, attrition } from '../../src/panel/attrition.ts'
import { lasaPanel } from './lasa-panel.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/03_individual_a.json'

describe.skipIf(!hasReference(CASES))('attrition of the reference panel (skipped without ../shared)', () => {
  function input(): AttritionInput {
    const visits = lasaPanel()
    const third = new Map(visits.filter(({ wave }) => wave === 3).map(visit => [visit.person, visit]))
    const first = visits.filter(({ wave, fate, age }) => wave === 2 && fate === 'observed' && age >= 75)
    const later = first.map(({ person }) => third.get(person)!)
    const trait = (name: string, of: (visit: (typeof first)[number]) => number) => ({
      name,
      values: first.map(of),
    })
    const score = trait('score', visit => visit.score)
    const female = trait('fem', visit => Number(visit.female))
    const partner = trait('partner', visit => visit.partner)
    const adl = trait('adl', visit => visit.adl)
    return {
      fate: later.map(({ fate }) => fate),
      before: first.map(({ lonely }) => lonely),
      after: later.map(({ fate, lonely }) => (fate === 'observed' ? lonely : null)),
      range: [0, 1],
      compared: [
        score,
        trait('lonely', visit => visit.lonely),
        trait('age', visit => visit.age),
        female,
        partner,
        adl,
      ],
      explaining: [score, trait('age', visit => (visit.age - 80) / 10), female, partner, adl],
    }
  }

  test('equals R: who left, the model of staying, weights and bounds', () => {
    const { attrition: expected } = JSON.parse(readReference(CASES))
    const found = attrition(input())
    expect([found.nAtRisk, found.nRetained, found.nDropout, found.nDied]).toEqual([
      expected.n_at_risk,
      expected.n_retained,
      expected.n_dropout,
      expected.n_died,
    ])
    for (const [i, row] of expected.compare.entries()) {
      const own = found.compare[i]
      expect(own.name).toBe(row.var)
      expectClose(own.meanCompleter, row.mean_completer)
      expectClose(own.meanDropout, row.mean_dropout)
      expectClose(own.smd, row.smd)
      expectClose(own.p, row.p_t)
    }
    const { model, unweighted, ipaw } = found
    if (model.reason !== null || ipaw === null) throw new Error('no model')
    expectClose(model.beta, expected.model_beta, 1e-8)
    expectClose(model.se, expected.model_se, 1e-6)
    expectClose(model.auc, expected.auc)
    expectClose(unweighted?.value, expected.prev_unweighted)
    expectClose(unweighted?.change, expected.change_unweighted)
    expectClose(ipaw.truncation, expected.trunc, 1e-8)
    expectClose(ipaw.mean, expected.weight_mean, 1e-8)
    expectClose(ipaw.max, expected.weight_max, 1e-8)
    expectClose(ipaw.value, expected.prev_ipaw, 1e-8)
    expectClose(ipaw.seValue, expected.se_ipaw, 1e-8)
    expectClose(ipaw.change, expected.change_ipaw, 1e-8)
    expectClose(ipaw.seChange, expected.se_change_ipaw, 1e-8)
    expectClose(found.bounds, expected.bounds_change.worst_best)
    expect(found.flags).toEqual([])
  })

  test('is flagged where the interval excludes no change and the bounds do not', () => {
    expect(attrition({ ...input(), ci95: [0.001, 0.09] }).flags).toEqual(['attrition_sensitive'])
    expect(attrition({ ...input(), ci95: null }).flags).toEqual([])
  })
})

/** Invented: twelve people, of whom two die and two leave. */
const twelve: AttritionInput = {
  fate: [...Array(8).fill('observed'), 'dropout', 'dropout', 'dead', 'dead'],
  before: [0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1],
  after: [0, 0, 1, 1, 1, 1, 1, 0, null, null, null, null],
  range: [0, 1],
  compared: [{ name: 'age', values: [75, 76, 77, 78, 79, 80, 81, 82, 84, 88, 99, null] }],
  explaining: [{ name: 'age', values: [75, 76, 87, 78, 79, 80, 81, 82, 84, 88, 99, null] }],
}

describe('attrition', () => {
  test('is about survivors: the dead are counted and nothing else', () => {
    const found = attrition(twelve)
    expect([found.nAtRisk, found.nRetained, found.nDropout, found.nDied]).toEqual([10, 8, 2, 2])
    expect(found.compare[0]).toMatchObject({ nCompleter: 8, nDropout: 2, meanDropout: 86 })
    expect(found.bounds).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.3, 12)])
    const alive = { ...twelve, fate: twelve.fate.map(fate => (fate === 'dead' ? 'dropout' : fate)) }
    expect(attrition(alive).nDropout).toBe(4)
    expect(attrition(alive).model).toMatchObject({ nUsed: 11, nIncomplete: 1 })
  })

  test('without anybody who left has no model, and bounds without width', () => {
    const fate = twelve.fate.map(own => (own === 'dropout' ? 'dead' : own))
    const found = attrition({ ...twelve, fate })
    expect(found.model).toEqual({ nUsed: 8, nIncomplete: 0, reason: 'nobody_left' })
    expect(found.ipaw).toBeNull()
    expect(found.bounds?.[0]).toBe(found.bounds?.[1])
    expect(found.bounds?.[0]).toBeCloseTo(found.unweighted?.change ?? Number.NaN, 12)
  })

  test('of a panel that nobody stayed in gives no change but counts and bounds', () => {
    const gone = attrition({
      ...twelve,
      fate: twelve.fate.map(own => (own === 'observed' ? 'dropout' : own)),
    })
    expect(gone.unweighted).toBeNull()
    expect(gone.model.reason).toBe('nobody_stayed')
    expect(gone.bounds).toEqual([-0.4, 0.6])
    const dead = attrition({ ...twelve, fate: twelve.fate.map(() => 'dead' as const) })
    expect(dead.bounds).toBeNull()
  })

  test('a stayer of whom a trait is not known has no weight, and counts unweighted', () => {
    const explaining = [{ name: 'age', values: [null, 76, 87, 78, 79, 80, 81, 82, 84, 88, 99, 98] }]
    const found = attrition({ ...twelve, explaining })
    expect(found.model).toMatchObject({ nUsed: 9, nIncomplete: 1, reason: null })
    expect([found.unweighted?.n, found.ipaw?.n]).toEqual([8, 7])
    expect(found.ipaw?.value).toBeGreaterThan(6 / 8)
  })

  test('an interview without a valid outcome counts as one that was missed', () => {
    const found = attrition({ ...twelve, after: [null, ...twelve.after.slice(1)] })
    expect([found.nRetained, found.nDropout]).toEqual([7, 3])
  })
})
