import { describe, expect, it } from 'vitest'
import { fieldworkTime } from '../../src/core/date.ts'
import type { DemoScenario } from '../../src/pipeline/demo-scenario.ts'
import { SWITCHES, switched } from '../../src/pipeline/demo-switches.ts'

/** How far the last wave lies from the line through the first two, in people of 75 and older. */
function departure({ waves }: DemoScenario): number {
  const points = waves.map(({ fieldwork, lonely }) => [fieldworkTime(fieldwork), lonely.from75.value])
  const [[t1, p1], [t2, p2]] = points
  const [time, value] = points[points.length - 1]
  return value - (p1 + ((p2 - p1) / (t2 - t1)) * (time - t1))
}

/** What happened from the last wave before the programme to the last one. */
function change({ waves }: DemoScenario): number {
  return waves[waves.length - 1].lonely.from75.value - waves[1].lonely.from75.value
}

describe('a switch of the demo', () => {
  it.each([
    ['no break', 0, 'up'],
    ['turnaround', -0.2, 'down'],
    ['flattening', -0.08, 'flat'],
    ['acceleration', 0.115, 'up'],
    ['instrument change', 0, 'up'],
    ['shock', 0.09, 'up'],
  ] as const)('%s departs from the line by %d and goes %s', (name, expected, direction) => {
    const scenario = switched(name)
    expect(departure(scenario)).toBeCloseTo(expected, 2)
    const went = change(scenario)
    expect(Math.abs(went) < 0.02 ? 'flat' : went > 0 ? 'up' : 'down').toBe(direction)
  })

  it.each(SWITCHES)('%s bends all four studies the same way', name => {
    const [own, plain] = [switched(name), switched('no break')]
    const sign = Math.sign(Math.round(1e6 * departure(own)))
    const steps = [
      own.lasa.J - plain.lasa.J,
      own.nivel[2].lonely - plain.nivel[2].lonely,
      own.nivel[3].lonely - plain.nivel[3].lonely,
      own.cbs[1].somewhat - plain.cbs[1].somewhat,
      own.cbs[1].strongly - plain.cbs[1].strongly,
    ]
    const away = steps.filter(step => Math.sign(Math.round(1e6 * step)) === -sign && sign !== 0)
    expect(away).toEqual([])
    expect(steps.some(step => Math.abs(step) > 0.01)).toBe(sign !== 0)
  })

  it.each(SWITCHES)('%s leaves what was before the programme alone', name => {
    const [own, plain] = [switched(name), switched('no break')]
    expect(own.waves.slice(0, 2)).toEqual(plain.waves.slice(0, 2))
    expect({ ...own.lasa, J: 0 }).toEqual({ ...plain.lasa, J: 0 })
    expect(own.nivel.slice(0, 2)).toEqual(plain.nivel.slice(0, 2))
  })

  it('keeps every share between 0 and 1', () => {
    for (const name of SWITCHES) {
      const { waves, lasa, cbs, nivel } = switched(name)
      const shares = [
        ...waves.flatMap(({ lonely, severe }) =>
          [lonely, severe].flatMap(of => [of.adults, of.from75, of.from85]),
        ),
      ].map(({ value }) => value)
      shares.push(
        ...Object.values(lasa),
        ...nivel.map(({ lonely }) => lonely),
        ...cbs.map(one => one.somewhat),
      )
      expect(Math.min(...shares)).toBeGreaterThan(0.03)
      expect(Math.max(...shares)).toBeLessThan(0.9)
    }
  })
})
