/**
 * CBS asked six other statements before 2017 (score 0-12, 7 and more = lonely):
 * another instrument, never a wave of this series.
 *
 * Source: CBS (2018), Het meten van eenzaamheid; the releases of 2015 and 2016.
 */
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import { yearOfWave } from './published-wave.ts'

/** The first year in which CBS asked the six items of De Jong Gierveld. */
export const FIRST_YEAR = 2017

export function refuseEarlierScale(wave: WaveSpec): void {
  const year = yearOfWave(wave)
  if (wave.profile !== 'cbs' || Number(year) >= FIRST_YEAR) return
  throw anotherInstrument(`CBS asked six other statements in ${year} (score 0 to 12, lonely from 7)`, wave)
}

export function anotherInstrument(message: string, { where }: Pick<WaveSpec, 'where'>): EjzError {
  return new EjzError(
    'another-instrument',
    `${message}: that is not the scale of De Jong Gierveld, and its figures do not belong in this series`,
    `leave this wave out: the series of CBS begins in ${FIRST_YEAR}`,
    'data',
    where === null ? {} : { where },
  )
}
