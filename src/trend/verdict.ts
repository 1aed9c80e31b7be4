/**
 * One answer from the table of breaks over levels and sources.
 *
 * Each cell gets a light from its class, strength, robustness and Holm p; the
 * primary cell decides, other sources can confirm or contradict it. Never an
 * average: instruments differ, so only the words are compared. Without an
 * answer of the primary source the verdict is interim at best.
 */
import { EjzError } from '../core/error.ts'
import type { VerdictEntry } from '../core/results.ts'
import type { Strength } from './break-state.ts'
import type { BreakClass } from './classify.ts'

export interface VerdictCell {
  readonly source: string
  readonly level: string
  readonly measure: string
  readonly instrument: string
  readonly class: BreakClass
  readonly strength: Strength | null
  readonly robust: boolean | null
  readonly pHolm: number | null
  readonly flags: readonly string[]
  readonly primary: boolean
}

export type Overall = VerdictEntry['overall']
export type Light = VerdictEntry['cells'][number]['light']
type LitCell = VerdictEntry['cells'][number]

/** Exactly one cell must be primary. */
export function verdict(cells: readonly VerdictCell[]): Pick<VerdictEntry, 'overall' | 'cells'> {
  const primary = cells.filter(cell => cell.primary)
  if (primary.length !== 1) throw noSinglePrimary(primary.length)
  const others = cells.filter(cell => cell.source !== primary[0].source)
  return { overall: overall(primary[0], others), cells: cells.map(lit) }
}

export function light({ class: found, strength, robust, pHolm }: VerdictCell): Light {
  if (found === 'not_assessable') return 'grey'
  if (found === 'inconclusive') return 'white'
  if (found === 'continuation') return 'amber'
  const firm = strength === 'strong' && robust === true && pHolm !== null && pHolm < 0.05
  if (isFavourable(found)) return firm ? 'green_dark' : 'green_light'
  return firm ? 'red_dark' : 'red_light'
}

function lit(cell: VerdictCell): LitCell {
  const { source, level, measure, instrument, pHolm, primary } = cell
  return { source, level, measure, instrument, class: cell.class, light: light(cell), pHolm, primary }
}

function isFavourable(found: BreakClass): boolean {
  return found === 'turnaround' || found === 'flattening' || found === 'faster_decline'
}

function overall(primary: VerdictCell, others: readonly VerdictCell[]): Overall {
  const shock = primary.flags.includes('period_shock')
  switch (primary.class) {
    case 'not_assessable':
      return interim(others)
    case 'inconclusive':
      return 'not_determinable_at_margin'
    case 'continuation':
      return 'no_trend_break'
    case 'acceleration':
    case 'unfavourable_reversal':
      return shock ? 'worsened_coinciding_with_period_shock' : 'worsened'
    default:
      return favourable(primary, others, shock)
  }
}

function interim(others: readonly VerdictCell[]): Overall {
  const green = others.filter(isGreen)
  const red = others.some(isRed)
  if (red) return green.length === 0 ? 'interim_wrong_direction' : 'interim_conflicting'
  const sources = new Set(green.map(cell => cell.source))
  return sources.size >= 2 ? 'interim_right_direction' : 'not_yet_determinable'
}

function favourable(primary: VerdictCell, others: readonly VerdictCell[], shock: boolean): Overall {
  if (others.some(cell => light(cell) === 'red_dark')) return 'conflicting'
  if (shock) return 'break_shown_not_attributable'
  const confirmed = light(primary) === 'green_dark' && others.some(isGreen) && !others.some(isRed)
  return confirmed ? 'trend_break_confirmed' : 'trend_break_indicated'
}

function isGreen(cell: VerdictCell): boolean {
  return light(cell).startsWith('green')
}

function isRed(cell: VerdictCell): boolean {
  return light(cell).startsWith('red')
}

function noSinglePrimary(found: number): EjzError {
  return new EjzError(
    'primary-not-single',
    `the verdict needs one primary cell and has ${found}`,
    'name one source, measure and standard as primary',
    'bug',
  )
}
