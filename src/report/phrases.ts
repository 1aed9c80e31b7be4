/** Numbers with their interval as parts of a sentence. */
import type { EstimateEntry } from '../core/results.ts'
import type { Context } from './context.ts'
import { decimal, percentDigits, persons } from './format.ts'

export const Z95 = 1.959963984540054

/** "56 procent" */
export function percentWords({ text, lang }: Context, value: number, digits: number): string {
  return text.words.percent(decimal(value * 100, lang, digits))
}

/** "tussen 55 en 57 procent" */
export function betweenPercent({ text, lang }: Context, entry: EstimateEntry): string {
  const digits = percentDigits(entry)
  const [low, high] = [entry.low!, entry.high!].map(bound => decimal(bound * 100, lang, digits))
  return low === high ? text.words.aboutPercent(low) : text.words.betweenPercent(low, high)
}

/** "tussen 3,3 en 6,7 procentpunt lager", "tussen 0,4 procentpunt lager en 5,3 procentpunt hoger" */
export function betweenPoints({ text, lang }: Context, [low, high]: readonly [number, number]): string {
  const size = (diff: number) => decimal(Math.abs(diff) * 100, lang, 1)
  const { words } = text
  if (low < 0 && high > 0) return words.betweenWays(size(low), size(high))
  if (high <= 0) return words.betweenPoints(size(high), size(low), words.lower)
  return words.betweenPoints(size(low), size(high), words.higher)
}

/** The same for numbers of people; both bounds of one sign are given without it. */
export function betweenPersons({ text, lang }: Context, [low, high]: readonly [number, number]): string {
  const size = (n: number) => persons(Math.abs(n), lang)
  if (low < 0 && high > 0) return text.words.betweenFewerAndMore(size(low), size(high))
  return high <= 0
    ? text.words.betweenPersons(size(high), size(low))
    : text.words.betweenPersons(size(low), size(high))
}

export function around(value: number, se: number): [number, number] {
  return [value - Z95 * se, value + Z95 * se]
}
