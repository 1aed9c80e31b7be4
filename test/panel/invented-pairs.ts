/** Invented pairs (synthetic) and what R makes of them; see ../reference/panel-pairs.R. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Pairs } from '../../src/panel/pairs.ts'

interface Measured {
  readonly value: number
  readonly se: number
}

interface WithInterval extends Measured {
  readonly ci95: readonly number[]
}

interface Rate {
  readonly atRisk: number
  readonly events: number
  readonly personYears: number
  readonly rate: number
  readonly ci95: readonly number[]
}

type ByMeasure = Readonly<Record<'prevalence' | 'mean', Measured & { readonly df: number }>>

interface Expected {
  readonly pairs: Readonly<Record<'from' | 'to' | 'years' | 'weight' | 'stratum', readonly number[]>>
  readonly persons: Readonly<Record<string, number>>
  readonly paired: Readonly<Record<'value' | 't' | 'df' | 'p' | 'srm' | 'r12', number>> &
    Readonly<Record<'ci95' | 'ci90', readonly number[]>>
  readonly design: Readonly<Record<'weighted' | 'stratified' | 'whole' | 'unweighted', ByMeasure>> & {
    readonly lonelyMeanSe: Readonly<Record<'adjust' | 'certainty' | 'average' | 'remove', number>>
  }
  readonly table: readonly (readonly number[])[]
  readonly mcnemar: Readonly<
    Record<'chi2' | 'p' | 'chi2Corrected' | 'pCorrected' | 'pExact' | 'pMid', number>
  >
  readonly wilson: Readonly<Record<'onset' | 'recovery', readonly number[]>>
  readonly categories: readonly (readonly number[])[]
  readonly stuartMaxwell: number
  readonly bhapkar: number
  readonly bhapkarP: number
  readonly apart: readonly (readonly number[])[]
  readonly apartChi2: number
  readonly apartP: number
  readonly onset: Rate
  readonly recovery: Rate
  readonly onsetHazard: WithInterval
  readonly recoveryHazard: WithInterval
  readonly markov: Readonly<Record<'onset' | 'recovery' | 'balance', WithInterval>>
}

export const expected: Expected = JSON.parse(
  readFileSync(new URL('../reference/panel-pairs.json', import.meta.url), 'utf8'),
)

export const invented: Pairs = {
  from: expected.pairs.from,
  to: expected.pairs.to,
  years: expected.pairs.years,
  weight: expected.pairs.weight,
}

/** Any pairs: scores 0 to 11, intervals of 1 to 6 years. */
export const anyPairs = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 11 }),
      to: fc.integer({ min: 0, max: 11 }),
      years: fc.double({ min: 1, max: 6, noNaN: true }),
      weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .map(people => ({
    from: people.map(({ from }) => from),
    to: people.map(({ to }) => to),
    years: people.map(({ years }) => years),
    weight: people.map(({ weight }) => weight),
  }))

/** The same people with the two waves exchanged. */
export function reversed<P extends Pick<Pairs, 'from' | 'to'>>(pairs: P): P {
  return { ...pairs, from: pairs.to, to: pairs.from }
}
