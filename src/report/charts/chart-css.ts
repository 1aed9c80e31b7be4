/**
 * Style sheet of the charts: their colours in the dark, and the wide or narrow drawing by screen width.
 *
 * Attributes in the SVG keep the light colours, so that it is right in any program;
 * a browser maps each of them to a custom property, which a page may set as well.
 */
import { type Colour, FURNITURE, SERIES } from './palette.ts'

const COLOURS: readonly (readonly [string, Colour])[] = Object.entries({ ...SERIES, ...FURNITURE })

const light = COLOURS.map(([name, colour]) => `--chart-${name}:${colour.light}`).join(';')
const dark = COLOURS.map(([name, colour]) => `--chart-${name}:${colour.dark}`).join(';')
const paints = COLOURS.flatMap(([name, colour]) =>
  (['fill', 'stroke'] as const).map(
    paint => `.chart [${paint}="${colour.light}"]{${paint}:var(--chart-${name})}`,
  ),
)

/** Colours: inside a stand-alone SVG, or once in the page. */
export const CHART_CSS = [
  `.chart{${light}}`,
  `@media screen and (prefers-color-scheme:dark){.chart{${dark}}}`,
  ...paints,
].join('\n')

/** For a page that holds `.chart-wide` and `.chart-narrow` of every figure side by side. */
export const CHART_PAGE_CSS = [
  CHART_CSS,
  '.chart{display:block;width:100%;height:auto}',
  '.chart-narrow{display:none;max-width:26rem}',
  '@media screen and (max-width:40rem){.chart-wide{display:none}.chart-narrow{display:block}}',
].join('\n')
