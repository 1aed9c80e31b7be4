import { describe, expect, it } from 'vitest'
import { CHART_CSS } from '../../../src/report/charts/chart-css.ts'
import { FURNITURE, LIGHT, PAPER, SERIES, WAVE_STYLES } from '../../../src/report/charts/palette.ts'

type Rgb = readonly number[]

function linear(hex: string): Rgb {
  return [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const SIGHTS: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Smallest distance over all kinds of sight. */
function distance(a: string, b: string): number {
  const seen = (hex: string, matrix: readonly Rgb[]) => {
    const rgb = linear(hex)
    const mixed = matrix.map(row => row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])
    return oklab(mixed.map(channel => Math.min(1, Math.max(0, channel))))
  }
  return Math.min(
    ...Object.values(SIGHTS).map(matrix => {
      const [p, q] = [seen(a, matrix), seen(b, matrix)]
      return Math.hypot(...p.map((value, i) => value - q[i]))
    }),
  )
}

describe.each(['light', 'dark'] as const)('the colours on %s paper', scheme => {
  const series = Object.values(SERIES).map(colour => colour[scheme])

  it('stand out from the paper by 3:1, text by 4.5:1', () => {
    for (const colour of series) expect(contrast(colour, PAPER[scheme])).toBeGreaterThanOrEqual(3)
    for (const text of [SERIES.ink, FURNITURE.muted]) {
      expect(contrast(text[scheme], PAPER[scheme])).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('can be told apart by readers with any kind of colour sight', () => {
    const pairs = series.flatMap((a, i) => series.slice(i + 1).map(b => [a, b] as const))
    for (const [a, b] of pairs) expect(distance(a, b), `${a} and ${b}`).toBeGreaterThanOrEqual(0.1)
  })
})

describe('the measures of this test', () => {
  it('find what is known: black on white 21:1, yellow too light, red and green alike for some', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
    expect(contrast('#f0e442', '#ffffff')).toBeLessThan(3)
    expect(distance('#39870c', '#e17000')).toBeLessThan(0.05)
  })
})

describe('the styles of waves', () => {
  it('differ in shape as well as in colour', () => {
    expect(new Set(WAVE_STYLES.map(style => style.shape)).size).toBe(WAVE_STYLES.length)
    expect(new Set(WAVE_STYLES.map(style => style.colour)).size).toBe(WAVE_STYLES.length)
  })
})

describe('the style sheet', () => {
  it('maps every light colour to a property that the dark sets anew', () => {
    for (const [name, colour] of Object.entries(LIGHT)) {
      expect(CHART_CSS).toContain(`[fill="${colour}"]{fill:var(--chart-${name})}`)
      expect(CHART_CSS.split(`--chart-${name}:#`)).toHaveLength(3)
    }
  })
})
