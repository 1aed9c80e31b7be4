/** The ages that a value label of a survey file names: "75-84 jaar", "75 t/m 84", "85 jaar en ouder", "85+". */
import type { AgeRange } from '../core/study.ts'

const FORMS: readonly (readonly [RegExp, (from: number, to: number) => AgeRange])[] = [
  [/^(\d{1,3}) ?(?:-|–|t\/m|tot en met) ?(\d{1,3})$/, (from, to) => [from, to]],
  [/^(\d{1,3}) ?(?:tot|to) ?(\d{1,3})$/, (from, to) => [from, to - 1]],
  [/^(\d{1,3}) ?(?:\+|plus|-plus|(?:en|of|and|or) (?:ouder|older|over)|e\.?o\.?)$/, from => [from, null]],
]

export function agesOfClass(label: string): AgeRange | null {
  const words = label
    .toLowerCase()
    .replace(/^\s*\d+\s*[=:]\s*/, '')
    .replace(/\b(?:jaar|jarigen|jr\.?|years?(?: old)?)(?![a-z])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (const [form, ages] of FORMS) {
    const found = form.exec(words)
    if (found === null) continue
    const [from, to] = ages(Number(found[1]), Number(found[2]))
    return to !== null && to < from ? null : [from, to]
  }
  return null
}
