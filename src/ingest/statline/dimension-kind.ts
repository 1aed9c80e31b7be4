/** What a dimension is about, by what the table says, by its key, or by its codes. */
import type { StatLineDimension } from '../../core/statline.ts'
import { marginKey } from './margin.ts'
import { isPeriodCode, parsePeriod } from './period.ts'

export function dimensionKind(
  described: 'period' | 'region' | 'other' | null,
  key: string,
  codes: readonly string[],
): StatLineDimension['kind'] {
  if (codes.length > 0 && codes.every(code => marginKey(code) !== null)) return 'margin'
  if (described === 'period' || described === 'region') return described
  if (PERIOD_KEY.test(key) || areAll(codes, isPeriodCode)) return 'period'
  if (key === '' && areAll(codes, code => parsePeriod(code) !== null)) return 'period'
  if (REGION_KEY.test(key) || areAll(codes, isRegionCode)) return 'region'
  return 'other'
}

const PERIOD_KEY = /^(perioden|periods?)$/i
const REGION_KEY = /^(regio(s|nummer)?|regions?|wijkenenbuurten|gemeenten?|gemeentenaam|ggdregio.*)$/i

/** GM0014, WK022803, BU02280301, NL01, GG4816; not the code of a period. */
export function isRegionCode(code: string): boolean {
  return /^[A-Z]{2}\d{2,8}$/.test(code)
}

function areAll(codes: readonly string[], test: (code: string) => boolean): boolean {
  return codes.length > 0 && codes.every(test)
}
