/** What the trend figure draws: the crude and the standardised series, and the break judged on them. */
import type { BreakEntry, EstimateEntry } from '../../core/results.ts'
import { programmeName, programmeStart, type Shock, shocks } from './programme.ts'
import { breakOf, drawable, mainMeasure, mainStandard, type Shown, series } from './survey.ts'
import type { Context } from './wording.ts'

export interface TrendData {
  readonly measure: string
  readonly crude: readonly EstimateEntry[]
  /** of the primary standard; empty without one */
  readonly standardised: readonly EstimateEntry[]
  readonly standard: string | null
  readonly trendBreak: BreakEntry | undefined
  readonly start: number | null
  readonly programme: string | null
  readonly shocks: readonly Shock[]
}

/** Years of programme or shock that are drawn although no wave lies there. */
const REACH = 3

/** Null where no estimate may be drawn. */
export function trendData({ results, survey }: Context): TrendData | null {
  const measure = mainMeasure(results)
  const standard = mainStandard(results, survey)
  const crude = series(results, survey, measure)
  const standardised = standard === null ? [] : series(results, survey, measure, standard)
  const drawn = drawable([...crude, ...standardised])
  if (drawn.length === 0) return null
  const first = Math.min(...drawn.map(entry => entry.time))
  const last = Math.max(...drawn.map(entry => entry.time))
  const start = programmeStart(results)
  const found = breakOf(results, survey, measure, standard)
  return {
    measure,
    crude,
    standardised,
    standard,
    trendBreak: found?.shown ? found : undefined,
    start: start !== null && start > first - REACH && start < last + REACH ? start : null,
    programme: programmeName(results),
    shocks: shocks(results).filter(shock => shock.from < Math.floor(last) + 1 && shock.to > first),
  }
}

/** The series the break is judged on. */
export function mainSeries(data: TrendData): Shown[] {
  const standardised = drawable(data.standardised)
  return standardised.length > 0 ? standardised : drawable(data.crude)
}
