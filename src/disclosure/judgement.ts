/**
 * Hides breaks that rest on hidden estimates, and their place in the verdict.
 *
 * Every wave of the series lies on the line or beside it, so one hidden wave
 * hides the break: what is left to say of it is "not assessable".
 */
import type { BreakEntry, VerdictEntry } from '../core/results.ts'
import { isHidden } from './dependents.ts'
import type { Fates } from './fate.ts'

export function discloseBreak(entry: BreakEntry, fates: Fates): BreakEntry {
  if (!Object.keys(entry.roles).some(wave => isHidden(entry, wave, fates))) return entry
  return {
    ...entry,
    class: 'not_assessable',
    subclass: null,
    breakState: null,
    direction: null,
    strength: null,
    assessed: null,
    expected: null,
    seExpected: null,
    counterfactual: [],
    changeSinceLastPre: null,
    preSlope: null,
    preFit: null,
    robust: null,
    mde80: null,
    minProvableMargin: null,
    continuationAttainable: null,
    sensitivity: [],
    flags: [],
    reason: 'suppressed',
    shown: false,
  }
}

/** `breaks` after `discloseBreak`. A verdict whose primary break is hidden is not yet determinable. */
export function discloseVerdict(verdict: VerdictEntry, breaks: readonly BreakEntry[]): VerdictEntry {
  const hidden = breaks.filter(({ shown }) => !shown)
  const isGone = (cell: Pick<VerdictEntry['cells'][number], 'source' | 'level' | 'measure'>) =>
    hidden.some(
      ({ source, level, measure }) =>
        source === cell.source && level === cell.level && measure === cell.measure,
    )
  const cells = verdict.cells.map(cell =>
    isGone(cell) ? { ...cell, class: 'not_assessable', light: 'grey' as const, pHolm: null } : cell,
  )
  const primaryGone = verdict.cells.some(cell => cell.primary && isGone(cell))
  return { ...verdict, cells, overall: primaryGone ? 'not_yet_determinable' : verdict.overall }
}
