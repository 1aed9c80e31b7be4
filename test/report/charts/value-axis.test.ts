import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceAxis, percentAxis, personsAxis } from '../../../src/report/charts/value-axis.ts'

describe('an axis of percentages', () => {
  it('starts at 0 where the values fill at least half of it', () => {
    expect(percentAxis([0.08, 0.12])).toEqual({
      domain: [0, 0.12],
      ticks: [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12],
      broken: false,
    })
  })

  it('is broken above 0 where they would stand in a corner', () => {
    const axis = percentAxis([0.522, 0.617])
    expect(axis.broken).toBe(true)
    expect(axis.ticks.slice(1)).toEqual([0.5, 0.55, 0.6, 0.65])
    expect(axis.domain[0]).toBe(axis.ticks[0])
    expect(axis.ticks[0]).toBeGreaterThan(0.4)
  })

  it('does not blow up a difference of half a percentage point', () => {
    const { domain } = percentAxis([0.559, 0.569])
    expect(domain[1] - domain[0]).toBeGreaterThanOrEqual(0.1)
  })

  it('never goes beyond 100%', () => {
    expect(percentAxis([0.1, 0.97]).domain).toEqual([0, 1])
  })

  it('has room for nothing but 0 %', () => {
    expect(percentAxis([0]).ticks).toEqual([0, 0.01])
  })

  it('holds every value, in whole percentages', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(shares, values => {
        const { domain, ticks, broken } = percentAxis(values)
        const inside = values.every(value => value >= domain[0] - 1e-9 && value <= domain[1] + 1e-9)
        const numbers = ticks.slice(broken ? 1 : 0)
        const whole = numbers.every(tick => Math.abs(tick * 100 - Math.round(tick * 100)) < 1e-6)
        return inside && whole && ticks.length >= 2 && ticks.length <= 9
      }),
    )
  })
})

describe('an axis of differences', () => {
  it('always has 0 and a minus of its own', () => {
    expect(differenceAxis([0.011, 0.031]).ticks).toEqual([0, 0.01, 0.02, 0.03, 0.04])
    expect(differenceAxis([-0.051, 0.003]).ticks).toEqual([-0.06, -0.05, -0.04, -0.03, -0.02, -0.01, 0, 0.01])
    expect(differenceAxis([0]).ticks).toContain(0)
    expect(differenceAxis([-3e6, 2e6]).ticks.length).toBeLessThan(10)
  })

  it('counts people in steps of 1, 2 or 5 times a power of ten', () => {
    expect(personsAxis([-6800, 224_000]).ticks).toEqual([
      -50_000, 0, 50_000, 100_000, 150_000, 200_000, 250_000,
    ])
    expect(personsAxis([0]).ticks).toEqual([0, 1])
  })
})
