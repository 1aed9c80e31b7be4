/**
 * McNemar's test: did as many people become lonely as stopped being so?
 *
 * Only the people who changed inform: under no change each of them went either
 * way with chance ½. Mid-p is the one reported; exact is conservative, χ² with
 * and without continuity correction stand beside it. With nobody changed the
 * exact tests say 1 and χ² does not exist.
 *
 * Source: McNemar (1947), Psychometrika 12, 153; Fagerland, Lydersen & Laake
 * (2013), BMC Med. Res. Methodol. 13, 91, for mid-p.
 * Checked against: R 4.2 mcnemar.test, binom.test.
 */
import { binomialCdf, chiSquareUpper } from '../core/distributions.ts'
import type { PairCounts } from './pairs.ts'

export interface McNemar {
  readonly discordant: number
  readonly pMid: number
  readonly pExact: number
  readonly chi2: number | null
  readonly p: number | null
  readonly chi2Corrected: number | null
  readonly pCorrected: number | null
  readonly reason?: 'nobody_changed'
}

export function mcnemar({ n01, n10 }: PairCounts): McNemar {
  const discordant = n01 + n10
  if (discordant === 0) {
    return { discordant, pMid: 1, pExact: 1, ...NO_CHI_SQUARE, reason: 'nobody_changed' }
  }
  const fewer = Math.min(n01, n10)
  const upTo = binomialCdf(fewer, discordant, 0.5)
  const below = binomialCdf(fewer - 1, discordant, 0.5)
  const difference = Math.abs(n01 - n10)
  const chi2 = difference ** 2 / discordant
  const chi2Corrected = Math.max(0, difference - 1) ** 2 / discordant
  return {
    discordant,
    pMid: Math.min(1, upTo + below),
    pExact: Math.min(1, 2 * upTo),
    chi2,
    p: chiSquareUpper(chi2, 1),
    chi2Corrected,
    pCorrected: chiSquareUpper(chi2Corrected, 1),
  }
}

const NO_CHI_SQUARE = { chi2: null, p: null, chi2Corrected: null, pCorrected: null }
