/** Invented panels with what R's lme4 makes of them: test/reference/growth.R. */
import { readFileSync } from 'node:fs'
import type { DatedRecord } from '../../src/panel/ageing-identity.ts'

interface Lme4Fit {
  readonly beta: number[]
  readonly se: number[]
  readonly varIntercept: number
  readonly varSlope: number | null
  readonly cov: number | null
  readonly residVar: number
  readonly remlCrit: number
}

interface Lme4Case {
  readonly id: string
  readonly records: [number, number, number, number, number][]
  readonly correlated?: Lme4Fit
  readonly intercept: Lme4Fit
  readonly withinBetween: {
    readonly beta: number[]
    readonly se: number[]
    readonly difference: number
    readonly seDifference: number
    readonly fixedEffects: number
    readonly seFixedEffects: number
    readonly dfFixedEffects: number
  }
  /** each with its standard error */
  readonly identity: Record<'longitudinal' | 'crossSectional' | 'timeLag', [number, number]>
}

const { cases }: { cases: Lme4Case[] } = JSON.parse(
  readFileSync(new URL('../reference/growth.json', import.meta.url), 'utf8'),
)

export function lme4Case(id: string) {
  const found = cases.find(entry => entry.id === id)!
  const records = found.records.map(
    ([person, age, female, score, time]): DatedRecord => ({ person, age, female: female === 1, score, time }),
  )
  return { ...found, records }
}
