/**
 * The word for the break: what happened against what was expected.
 *
 * A break has two halves, δ and where the figure itself went; a decline that
 * was already under way is continuation, however welcome. Nothing found is
 * inconclusive, never continuation: that has to be shown.
 */
import type { BreakEntry } from '../core/results.ts'
import type { BreakState } from './break-state.ts'
import type { Direction, PreDirection } from './direction.ts'

export type BreakClass = BreakEntry['class']

export interface Findings {
  readonly state: BreakState
  /** since the last pre wave */
  readonly direction: Direction
  readonly before: PreDirection
  /** the 90 % interval of δ is wider than the margin on either side */
  readonly tooWideForMargin: boolean
}

export interface Classification {
  readonly class: BreakClass
  readonly subclass: string
}

export function classify(findings: Findings): Classification {
  switch (findings.state) {
    case 'favourable_relevant':
    case 'favourable':
      return favourable(findings)
    case 'unfavourable_relevant':
    case 'unfavourable':
      return findings.before === 'falling'
        ? { class: 'unfavourable_reversal', subclass: 'from_decline' }
        : { class: 'acceleration', subclass: 'faster_rise' }
    case 'equivalent':
      return { class: 'continuation', subclass: `of_${COURSE[findings.before]}` }
    case 'inconclusive':
      return {
        class: 'inconclusive',
        subclass: findings.tooWideForMargin ? 'underpowered_for_margin' : 'between',
      }
  }
}

const COURSE: Readonly<Record<PreDirection, string>> = {
  rising: 'rise',
  falling: 'decline',
  not_distinguishable: 'level',
}

const FLATTENING: Readonly<Record<Exclude<Direction, 'down'>, string>> = {
  flat: 'flat',
  up: 'slower_rise',
  undetermined: 'direction_undetermined',
}

function favourable({ direction, before }: Findings): Classification {
  if (direction !== 'down') return { class: 'flattening', subclass: FLATTENING[direction] }
  if (before === 'falling') return { class: 'faster_decline', subclass: 'from_decline' }
  return { class: 'turnaround', subclass: `from_${COURSE[before]}` }
}
