import { describe, expect, test } from 'vitest'
import { stayModel } from '../../src/panel/stay-model.ts'

const age = { name: 'age', values: [75, 76, 77, 78, 79, 80, 81, 82, 83, 84] }

describe('the model of staying', () => {
  test('has no answer where age parts those who left from those who stayed', () => {
    const stayed = age.values.map(value => value < 80)
    expect(stayModel(stayed, [age]).model).toEqual({ nUsed: 10, nIncomplete: 0, reason: 'separation' })
    expect(stayModel(stayed, [age]).probability).toEqual(Array(10).fill(null))
  })

  test('has no answer where two traits say the same thing', () => {
    const born = { name: 'born', values: age.values.map(value => 2016 - value) }
    const stayed = age.values.map((_, i) => i % 3 !== 0)
    expect(stayModel(stayed, [age, born]).model.reason).toBe('singular_design')
  })

  test('leaves out the dead and counts those of whom a trait is not known', () => {
    const stayed = [true, false, null, true, false, true, true, false, true, true]
    const values = age.values.map((value, i) => (i === 3 ? null : value))
    const { model, probability } = stayModel(stayed, [{ name: 'age', values }])
    expect(model).toMatchObject({ nUsed: 8, nIncomplete: 1, names: ['intercept', 'age'], reason: null })
    expect(probability.map(p => p === null)).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0, 0].map(Boolean))
  })

  test('without traits has an area of one half: everybody is alike', () => {
    const { model } = stayModel([true, true, false, true], [])
    expect(model).toMatchObject({ auc: 0.5 })
  })
})
