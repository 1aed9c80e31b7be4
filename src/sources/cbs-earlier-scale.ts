/**
 * CBS asked six other statements before 2017 (score 0-12, 7 and more = lonely):
 * another instrument, never a wave of this series.
 *
 * Source: CBS (2018), Het meten van eenzaamheid; the releases of 2015 and 2016.
 */
import type { DataFile, Variable } from '../core/data-file.ts'
import { EjzError, type Problem } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import { answerMeaning } from './label-meaning.ts'
import { yearOfWave } from './published-wave.ts'

/** The first year in which CBS asked the six items of De Jong Gierveld. */
export const FIRST_YEAR = 2017

export function refuseEarlierScale(wave: WaveSpec): void {
  const problems = earlierYear(wave)
  if (problems.length > 0) throw EjzError.of(problems, 'data')
}

/** By the year of the wave, or by what a file of CBS says of the scores in it. */
export function earlierScale(wave: WaveSpec, file: DataFile): Problem[] {
  if (wave.profile !== 'cbs') return []
  const declared = [wave.columns.score, wave.columns.emotional, wave.columns.social]
  const scores = file.variables.filter(({ name }) => declared.includes(name) || name === 'score')
  return [
    ...earlierYear(wave),
    ...scores.filter(isToTwelve).map(({ name }) => ({
      ...anotherInstrument(`${name} is a score from 0 to 12, such as CBS made of six other statements`),
      where: `${file.path}, variable ${name}`,
    })),
  ]
}

/** Codes of a delivered score that six items cannot give, up to the 12 of the earlier scale. */
export function refuseEarlierScores(wave: WaveSpec, codes: readonly string[], where: string): void {
  const beyond = codes.map(Number).filter(code => code > 6 && code <= 12)
  if (wave.profile !== 'cbs' || beyond.length === 0) return
  const seen = beyond.sort((a, b) => a - b).join(', ')
  const { code, message, hint } = anotherInstrument(`the score holds ${seen}, and six items give 6 at most`)
  const otherwise = `${hint}; if these codes mean no answer, declare them: codes: { missing: [${seen}] }`
  throw new EjzError(code, message, otherwise, 'data', { where })
}

function earlierYear(wave: WaveSpec): Problem[] {
  const year = yearOfWave(wave)
  if (wave.profile !== 'cbs' || Number(year) >= FIRST_YEAR) return []
  const message = `CBS asked six other statements in ${year} (score 0 to 12, lonely from 7)`
  return [{ ...anotherInstrument(message), ...(wave.where === null ? {} : { where: wave.where }) }]
}

/** Its label says so, or its value labels name scores that six items cannot give. */
function isToTwelve({ label, valueLabels, missing }: Variable): boolean {
  if (/\b0\s*(?:-|–|t\/m|tot(?: en met)?|to)\s*12\b/i.test(label)) return true
  const isMissing = (score: number) =>
    missing.some(code =>
      code.kind === 'value' ? code.value === score : code.from <= score && score <= code.to,
    )
  return valueLabels.some(
    ({ value, label: text }) =>
      typeof value === 'number' &&
      value > 6 &&
      value <= 12 &&
      !isMissing(value) &&
      answerMeaning(text) !== 'missing',
  )
}

function anotherInstrument(message: string): Problem {
  return {
    code: 'another-instrument',
    message: `${message}: that is not the scale of De Jong Gierveld, and its figures do not belong in this series`,
    hint: `leave this wave out: the series of CBS begins in ${FIRST_YEAR}`,
  }
}
