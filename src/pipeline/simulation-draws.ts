/**
 * How many surveys to draw where nobody says: enough for two decimals, within seconds.
 *
 * People of a panel are drawn one by one, so that the larger the panel, the
 * fewer the draws.
 */
import { EjzError } from '../core/error.ts'
import type { PowerDesign } from '../trend/power-design.ts'

const OF_SAMPLES = 20_000
const OF_PANELS = 4000
/** answers that a machine draws in a few seconds */
const ANSWERS = 25_000_000
const FEWEST = 200

export function simulationDraws({ correlation, n, deff, times }: PowerDesign): number {
  if (correlation === null) return OF_SAMPLES
  const possible = Math.floor((ANSWERS * Math.max(...deff)) / (Math.max(...n) * times.length))
  if (possible >= FEWEST) return Math.min(OF_PANELS, possible)
  throw new EjzError(
    'panel-too-large',
    `a panel of ${Math.max(...n)} people takes too long to draw person by person`,
    `leave out --simulate, or say how often to draw: --simulate ${FEWEST}`,
    'usage',
  )
}
