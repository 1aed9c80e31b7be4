/**
 * Who left a panel, beside who stayed: one trait at a time.
 *
 * SMD = (mean of those who left − mean of those who stayed) / √((s²_left + s²_stayed)/2):
 * it does not grow with the sample, as a test does. p is Welch's. The dead are not
 * among those who left: they are out of the population.
 *
 * Units: means in those of the trait; SMD in standard deviations.
 * Source: Austin (2009), Stat. Med. 28, 3083; Welch (1947), Biometrika 34, 28.
 * Checked against: R 4.2 t.test.
 */
import { tTwoSided } from '../core/distributions.ts'
import { sum, type Vector } from '../core/linear.ts'

export interface Trait {
  readonly name: string
  /** one per person; null = not known */
  readonly values: readonly (number | null)[]
}

export interface DropoutComparison {
  readonly name: string
  /** people of whom the trait is known */
  readonly nCompleter: number
  readonly nDropout: number
  readonly meanCompleter: number | null
  readonly meanDropout: number | null
  readonly smd: number | null
  readonly p: number | null
  readonly reason: 'too_few' | 'no_variance' | null
}

/** `stayed` is per person: true, false, or null for those who died. */
export function compareDropouts(
  stayed: readonly (boolean | null)[],
  traits: readonly Trait[],
): DropoutComparison[] {
  return traits.map(({ name, values }) => {
    const of = (group: boolean) => values.filter((value, i) => value !== null && stayed[i] === group)
    return compare(name, known(of(true)), known(of(false)))
  })
}

function compare(name: string, completers: Vector, dropouts: Vector): DropoutComparison {
  const counts = { name, nCompleter: completers.length, nDropout: dropouts.length }
  const means = { meanCompleter: meanOf(completers), meanDropout: meanOf(dropouts) }
  const none = { ...counts, ...means, smd: null, p: null }
  const { meanCompleter, meanDropout } = means
  const few = completers.length < 2 || dropouts.length < 2
  if (few || meanCompleter === null || meanDropout === null) return { ...none, reason: 'too_few' }
  const [vCompleter, vDropout] = [variance(completers, meanCompleter), variance(dropouts, meanDropout)]
  if (!(vCompleter + vDropout > 0)) return { ...none, reason: 'no_variance' }
  const difference = meanDropout - meanCompleter
  const [a, b] = [vCompleter / completers.length, vDropout / dropouts.length]
  const df = (a + b) ** 2 / (a ** 2 / (completers.length - 1) + b ** 2 / (dropouts.length - 1))
  return {
    ...counts,
    ...means,
    smd: difference / Math.sqrt((vCompleter + vDropout) / 2),
    p: tTwoSided(difference / Math.sqrt(a + b), df),
    reason: null,
  }
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter(value => value !== null)
}

function meanOf(values: Vector): number | null {
  return values.length === 0 ? null : sum(values) / values.length
}

function variance(values: Vector, mean: number): number {
  return sum(values.map(value => (value - mean) ** 2)) / (values.length - 1)
}
