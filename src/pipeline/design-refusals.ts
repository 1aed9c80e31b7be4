/** Designs that cannot be joined over the waves of a source. */
import { EjzError } from '../core/error.ts'

/** One table of cells has PSUs or records as its units, not both. */
export function refuseMixedDesigns(
  parts: readonly { readonly wave: string; readonly psu: readonly string[] | null }[],
): void {
  const named = (has: boolean) => parts.filter(part => (part.psu !== null) === has).map(part => part.wave)
  const [clustered, unclustered] = [named(true), named(false)]
  if (clustered.length === 0 || unclustered.length === 0) return
  throw new EjzError(
    'psu-in-some-waves',
    `PSUs are known in ${clustered.join(', ')} but not in ${unclustered.join(', ')}`,
    'name a psu column for every wave of the source (the id where each record is its own PSU), or for none',
  )
}

/** A PSU lies in one stratum, in a panel through all its waves. */
export function refuseWanderers(
  stratum: Int32Array,
  psu: Int32Array,
  strata: readonly string[],
  psus: readonly string[],
): void {
  const first = new Map<number, number>()
  for (let row = 0; row < psu.length; row++) {
    const known = first.get(psu[row]) ?? stratum[row]
    first.set(psu[row], known)
    if (known === stratum[row]) continue
    throw new EjzError(
      'psu-in-two-strata',
      `PSU ${psus[psu[row]]} lies in stratum ${strata[known]} and in stratum ${strata[stratum[row]]}`,
      'give a PSU the same stratum in every record and wave, or declare no stratum',
    )
  }
}
