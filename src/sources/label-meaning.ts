/** What a value label says, in Dutch or English; null where it says something else. */
import type { Answers } from '../core/binding.ts'

export type Meaning = keyof Answers

const ANSWERS: ReadonlyMap<string, Meaning> = new Map([
  ...['ja', 'yes'].map(word => [word, 'yes'] as const),
  ...['min of meer', 'meer of min', 'more or less'].map(word => [word, 'moreOrLess'] as const),
  ...['nee', 'neen', 'no'].map(word => [word, 'no'] as const),
  ...[
    'onbekend',
    'weet niet',
    'geen antwoord',
    'niet ingevuld',
    'niet van toepassing',
    'nvt',
    'weigert',
    'geweigerd',
    'unknown',
    'no answer',
    'missing',
    'refused',
    'refusal',
    'dont know',
    'not applicable',
    'not asked',
  ].map(word => [word, 'missing'] as const),
])

const SEXES: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...['man', 'mannen', 'mannelijk', 'm', 'male', 'men'].map(word => [word, 'male'] as const),
  ...['vrouw', 'vrouwen', 'vrouwelijk', 'v', 'f', 'female', 'woman', 'women'].map(
    word => [word, 'female'] as const,
  ),
])

/** "ja!" and "ja" are both yes; "no answer" is not no. */
export function answerMeaning(label: string): Meaning | null {
  return ANSWERS.get(plain(label)) ?? null
}

export function sexMeaning(label: string): 'male' | 'female' | null {
  return SEXES.get(plain(label)) ?? null
}

/** Whether a yes-or-no variable says lonely; "matig" (moderately) is no in a variable about severe loneliness. */
export function flagMeaning(label: string): 'yes' | 'no' | null {
  const words = plain(label)
  if (ANSWERS.get(words) === 'missing') return null
  if (/^(?:nee|neen|niet|geen|matig|no|not|moderately)\b/.test(words)) return 'no'
  return /^(?:ja|yes|(?:zeer )?ernstig|sterk|severely|very severely)\b|\b(?:eenzaam|lonely)\b/.test(words)
    ? 'yes'
    : null
}

const CATEGORIES = [
  ['not', /^(?:niet|nauwelijks|not)\b/],
  ['moderately', /^(?:matig|enigszins|moderately|somewhat)\b/],
  ['verySeverely', /^(?:zeer|very)\b/],
  ['severely', /^(?:ernstig|sterk|severely|strongly)\b/],
] as const

export function categoryMeaning(label: string): (typeof CATEGORIES)[number][0] | null {
  const words = plain(label)
  if (ANSWERS.get(words) === 'missing') return null
  return CATEGORIES.find(([, form]) => form.test(words))?.[0] ?? null
}

/** Lower case, one space between words, without a leading code ("1 = ja") or punctuation. */
function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/^\s*-?\d+\s*[=:.)-]?\s*/, '')
    .replace(/['’.,;!()]/g, '')
    .replace(/[-_/\s]+/g, ' ')
    .trim()
}
