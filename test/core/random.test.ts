import { describe, expect, test } from 'vitest'
import { randomFrom, seededRandom } from '../../src/core/random.ts'

describe('seeded random numbers', () => {
  test('follow xoshiro128** to the bit', () => {
    const { integer } = randomFrom([1, 2, 3, 4])
    expect(Array.from({ length: 8 }, integer)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
    ])
  })

  test('repeat with the seed and differ between seeds', () => {
    const draws = (seed: number) => Array.from({ length: 5 }, seededRandom(seed).uniform)
    expect(draws(1)).toEqual(draws(1))
    expect(draws(1)).not.toEqual(draws(2))
  })

  test('have the mean and variance of the uniform and the normal', () => {
    const { uniform, normal } = seededRandom(7)
    const n = 20_000
    const mean = (draw: () => number) => Array.from({ length: n }, draw).reduce((a, b) => a + b) / n
    expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n))
    expect(Math.abs(mean(normal))).toBeLessThan(4 / Math.sqrt(n))
    expect(Math.abs(mean(() => normal() ** 2) - 1)).toBeLessThan(4 * Math.sqrt(2 / n))
  })

  test('shuffle keeps every value, leaves the original alone and favours no position', () => {
    const { shuffle, below } = seededRandom(3)
    const values = Object.freeze([1, 2, 3, 4, 5])
    expect(shuffle(values).sort()).toEqual([1, 2, 3, 4, 5])
    const firsts = Array.from({ length: 5000 }, () => shuffle(values)[0])
    for (const value of values) {
      const share = firsts.filter(first => first === value).length / firsts.length
      expect(Math.abs(share - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 5000))
    }
    expect(Array.from({ length: 100 }, () => below(3)).every(i => i >= 0 && i < 3)).toBe(true)
  })
})
