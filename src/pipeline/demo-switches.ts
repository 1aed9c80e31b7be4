/**
 * Switches of the demo: one departure after the start of the programme, told coherently by all four studies.
 *
 * Until the programme starts every study follows a straight line of its own;
 * from then on all lines bend by the same number of percentage points a year,
 * or rise for the length of a shock, or go on while the instrument changes.
 * The Gezondheidsmonitor is given a wave in 2024, after the shock, but in the
 * scenario of the shock itself.
 *
 * Units: proportions 0-1, per year where it says so; times in decimal years.
 */
import { fieldworkTime } from '../core/date.ts'
import { type DemoScenario, type DemoWaveTargets, invented, PUBLISHED_FIGURES } from './demo-scenario.ts'

export const SWITCHES = [
  'no break',
  'turnaround',
  'flattening',
  'acceleration',
  'instrument change',
  'shock',
] as const
export type Switch = (typeof SWITCHES)[number]

interface Departure {
  /** of people of 75 and older, per year after the start */
  readonly perYear: number
  /** while the shock lasts */
  readonly shock: number
  readonly sixItemsFrom: number | null
  readonly years: readonly number[]
}

const START = 2018.18
const SHOCK = [2020.16, 2022.25]
const LASTING = { perYear: 0, shock: 0, sixItemsFrom: null, years: [2012, 2016, 2020, 2024] }

/** The Gezondheidsmonitor rises by one percentage point a year before the start. */
const DEPARTURES: Readonly<Record<Switch, Departure>> = {
  'no break': LASTING,
  turnaround: { ...LASTING, perYear: -0.03 },
  flattening: { ...LASTING, perYear: -0.0125 },
  acceleration: { ...LASTING, perYear: 0.0175 },
  'instrument change': { ...LASTING, sixItemsFrom: 2018 },
  shock: { ...LASTING, shock: 0.09, years: [2012, 2016, 2020] },
}

/** Lines of people of 75 and older: at the start of 2012, and per year. */
const LINES = {
  monitor: { lonely: [0.51, 0.01], severe: [0.105, 0.0025] },
  lasa: [0.25, 0.004],
  cbs: { somewhat: [0.3, 0.004], strongly: [0.08, 0.0015] },
  nivel: [0.33, 0.008],
} as const
type Line = readonly [at2012: number, perYear: number]

const LASA_TIMES = { F: 2006.2, G: 2009.2, H: 2012.2, I: 2016.2, J: 2019.2 } as const

export function switched(name: Switch): DemoScenario {
  const departure = DEPARTURES[name]
  const along = (line: Line, time: number, part = 1) => {
    const value = line[0] + line[1] * (time - 2012) + part * departed(departure, time)
    return Math.round(value * 1e4) / 1e4
  }
  const { F, G, H, I, J } = LASA_TIMES
  const lasa = (time: number) => along(LINES.lasa, time)
  return {
    name,
    waves: departure.years.map(year => monitorWave(year, along)),
    lasa: { F: lasa(F), G: lasa(G), H: lasa(H), I: lasa(I), J: lasa(J) },
    cbs: PUBLISHED_FIGURES.cbs.map(({ year }) => ({
      year,
      somewhat: along(LINES.cbs.somewhat, year + 0.5, 0.75),
      strongly: along(LINES.cbs.strongly, year + 0.5, 0.25),
    })),
    nivel: PUBLISHED_FIGURES.nivel.map(({ year }) => ({ year, lonely: along(LINES.nivel, year + 0.8) })),
    sixItemsFrom: departure.sixItemsFrom,
  }
}

function departed({ perYear, shock }: Departure, time: number): number {
  const during = time >= SHOCK[0] && time < SHOCK[1]
  return perYear * Math.max(0, time - START) + (during ? shock : 0)
}

/** 85 and older lonelier by a fixed distance, adults bend by a third as much. */
function monitorWave(
  year: number,
  along: (line: Line, time: number, part?: number) => number,
): DemoWaveTargets {
  const fieldwork = [`${year}-09-01`, `${year}-12-15`] as const
  const time = fieldworkTime(fieldwork)
  const lonely = along(LINES.monitor.lonely, time)
  const severe = along(LINES.monitor.severe, time, 0.2)
  return {
    year,
    adultFrom: year < 2020 ? 19 : 18,
    fieldwork,
    lonely: {
      adults: invented(along([0.39, 0.008], time, 1 / 3)),
      from75: invented(lonely),
      from85: invented(lonely + 0.1),
    },
    severe: {
      adults: invented(along([0.084, 0.003], time, 0.1)),
      from75: invented(severe),
      from85: invented(severe + 0.033),
    },
  }
}
