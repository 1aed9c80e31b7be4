/** What a reader must know of the design of a source and of who is in it. */
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { targetLabel } from './domain-tables.ts'
import type { SourceData } from './source-data.ts'

export function designWarnings(study: Study, source: SourceData): Warning[] {
  return [...lonelyPsus(study, source), ...emptyTargets(study, source)]
}

const CONSEQUENCE: Readonly<Record<Study['design']['lonelyPsu'], string>> = {
  adjust: 'their distance from the grand mean stands for their variance',
  certainty: 'they add nothing to the variance',
  remove: 'they add nothing to the variance',
  average: 'they are given the average variance of the other strata',
  fail: 'they are refused',
}

function lonelyPsus({ design }: Study, { name, cells }: SourceData): Warning[] {
  const lonely = cells.strata.filter((_, h) => cells.psusInStratum[h] === 1)
  if (lonely.length === 0) return []
  const named = lonely.slice(0, 3).join(', ')
  return [
    {
      code: 'lonely_psu',
      source: name,
      count: lonely.length,
      message: `${lonely.length} of ${cells.strata.length} strata have a single PSU (${named}${lonely.length > 3 ? ' …' : ''}): ${CONSEQUENCE[design.lonelyPsu]}`,
      hint: 'merge such a stratum with a neighbour, or choose another rule with design.lonelyPsu',
      values: { strata: lonely.length, rule: design.lonelyPsu },
    },
  ]
}

function emptyTargets(study: Study, { name, entries }: SourceData): Warning[] {
  return entries
    .filter(({ nTarget }) => nTarget === 0)
    .map(({ wave }) => ({
      code: 'empty_domain' as const,
      source: name,
      wave,
      message: `nobody of ${targetLabel(study)} has a valid score: nothing can be said about the target`,
      hint: 'look at the age column and at target.age in the study file',
      values: { target: targetLabel(study) },
    }))
}
