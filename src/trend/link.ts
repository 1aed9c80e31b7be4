/**
 * The scale on which the line before the programme is straight.
 *
 * Identity: equal steps in percentage points. Logit: equal steps in log odds,
 * so that a line never leaves 0-1. `slope` is dg/dp; divided by it, a small
 * amount on the scale is again an amount in proportions (delta method).
 */
export type LinkName = 'identity' | 'logit'

export interface Link {
  readonly name: LinkName
  readonly to: (p: number) => number
  readonly from: (g: number) => number
  readonly slope: (p: number) => number
}

export const LINKS: Readonly<Record<LinkName, Link>> = {
  identity: { name: 'identity', to: p => p, from: g => g, slope: () => 1 },
  logit: {
    name: 'logit',
    to: p => Math.log(p / (1 - p)),
    from: g => 1 / (1 + Math.exp(-g)),
    slope: p => 1 / (p * (1 - p)),
  },
}
