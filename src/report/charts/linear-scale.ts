/** A straight scale between data and pixels, for laying out labels; the drawing itself is Vega's. */
export interface LinearScale {
  readonly domain: readonly [number, number]
  /** data → pixels from the start of the range */
  readonly at: (value: number) => number
  /** pixels → data */
  readonly from: (pixel: number) => number
}

/** `range` may run downwards, as the pixels of a y axis do. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): LinearScale {
  const slope = (range[1] - range[0]) / (domain[1] - domain[0])
  return {
    domain,
    at: value => range[0] + (value - domain[0]) * slope,
    from: pixel => domain[0] + (pixel - range[0]) / slope,
  }
}

/** Positions at least `gap` apart, in the order given, each as near its own place as that allows. */
export function spread(wanted: readonly number[], gaps: readonly number[], limit: readonly [number, number]) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b])
  const placed = order.map(i => wanted[i])
  for (let round = 0; round < 200; round++) {
    for (let i = 1; i < placed.length; i++) {
      const short = (gaps[order[i]] + gaps[order[i - 1]]) / 2 - (placed[i] - placed[i - 1])
      if (short > 0) {
        placed[i - 1] -= short / 2
        placed[i] += short / 2
      }
    }
    placed.forEach((at, i) => {
      placed[i] = Math.min(limit[1], Math.max(limit[0], at))
    })
  }
  const result: number[] = []
  order.forEach((i, rank) => {
    result[i] = placed[rank]
  })
  return result
}
