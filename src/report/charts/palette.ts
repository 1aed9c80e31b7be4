/**
 * The colours of the charts, for light and dark paper.
 *
 * Rijkshuisstijl colours in a subset that colour-blind readers can tell apart;
 * specs and SVG attributes hold the light value, `chart-css.ts` swaps it in the dark.
 * Every series differs by shape or dash as well: colour is never alone.
 *
 * Checked against: WCAG 2.2 contrast (≥ 3:1 on paper, text ≥ 4.5:1) and OKLab distance
 * ≥ 0.10 under normal sight, protanopia, deuteranopia and tritanopia (Machado 2009), in the test.
 */
export interface Colour {
  readonly light: string
  readonly dark: string
}

export const PAPER: Colour = { light: '#ffffff', dark: '#15191e' }

/** Colours of marks that carry data. */
export const SERIES = {
  navy: { light: '#154273', dark: '#a8ccf5' },
  blue: { light: '#007bc7', dark: '#3f7fe0' },
  orange: { light: '#e17000', dark: '#f7a03c' },
  ink: { light: '#1b1b1b', dark: '#ffffff' },
  brown: { light: '#673327', dark: '#9c5a14' },
  grey: { light: '#767676', dark: '#9a9a9a' },
} as const satisfies Record<string, Colour>

/** Text and lines beside the data. */
export const FURNITURE = {
  muted: { light: '#545454', dark: '#c8c8c8' },
  grid: { light: '#dedede', dark: '#3b4149' },
  paper: PAPER,
} as const satisfies Record<string, Colour>

export const LIGHT = {
  navy: SERIES.navy.light,
  blue: SERIES.blue.light,
  orange: SERIES.orange.light,
  ink: SERIES.ink.light,
  brown: SERIES.brown.light,
  grey: SERIES.grey.light,
  muted: FURNITURE.muted.light,
  grid: FURNITURE.grid.light,
  paper: FURNITURE.paper.light,
} as const

/** Colour and shape of each wave, the latest first: it stands out, older ones step back. */
export const WAVE_STYLES = [
  { colour: LIGHT.navy, shape: 'circle', filled: true },
  { colour: LIGHT.blue, shape: 'square', filled: false },
  { colour: LIGHT.grey, shape: 'triangle-up', filled: false },
  { colour: LIGHT.orange, shape: 'diamond', filled: false },
  { colour: LIGHT.brown, shape: 'triangle-down', filled: false },
  { colour: LIGHT.ink, shape: 'cross', filled: false },
] as const
