/**
 * Numbers, dates and intervals as a Dutch or English reader meets them.
 *
 * Rounding happens here and nowhere else: once, at the end, half away from zero.
 * Written by hand and not by Intl, so that the bytes do not follow the ICU
 * version of the machine. A minus is U+2212; a range says "tot", never a hyphen.
 *
 * Units: proportions 0-1 in, percent or percentage points out; persons in persons.
 */
import type { Language } from '../core/study.ts'

const MINUS = '\u2212'
const MARKS = { nl: { decimal: ',', group: '.' }, en: { decimal: '.', group: ',' } } as const
const WORDS = {
  nl: { to: 'tot', points: 'procentpunt', fewer: 'minder dan 100' },
  en: { to: 'to', points: 'percentage points', fewer: 'fewer than 100' },
} as const
const MONTHS = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** "12.345,6" or "12,345.6"; never "−0,0". */
export function decimal(x: number, lang: Language, digits: number): string {
  const rounded = roundHalfAway(x, digits)
  const [whole, fraction] = Math.abs(rounded).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, MARKS[lang].group)
  return (rounded < 0 ? MINUS : '') + grouped + (fraction ? MARKS[lang].decimal + fraction : '')
}

/** Half away from zero; 12 significant digits first, so that 56.5 stored as 56.499999999999993 is 56.5. */
export function roundHalfAway(x: number, digits: number): number {
  const scaled = Number((Math.abs(x) * 10 ** digits).toPrecision(12))
  const rounded = Math.floor(scaled + 0.5) / 10 ** digits
  return rounded === 0 ? 0 : Math.sign(x) * rounded
}

interface Precision {
  readonly low: number | null
  readonly high: number | null
  readonly neff: number | null
  readonly n: number | null
  /** a published figure of whole percents keeps them */
  readonly value?: number | null
  readonly cite?: string
}

/** Decimals a percentage can carry: 1 for a half-width under 1 percentage point and n_eff ≥ 1,000, else 0. */
export function percentDigits(entry: Precision): 0 | 1 {
  if (entry.low === null || entry.high === null || isWholePercent(entry)) return 0
  const halfWidth = (entry.high - entry.low) / 2
  return halfWidth < 0.01 && (entry.neff ?? entry.n ?? 0) >= 1000 ? 1 : 0
}

function isWholePercent({ value, cite }: Precision): boolean {
  return cite !== undefined && value != null && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9
}

/** "56%" or "56,1%" */
export function percent(value: number, lang: Language, digits: number): string {
  return `${decimal(value * 100, lang, digits)}%`
}

/** "54,1 tot 57,3%" */
export function percentInterval(low: number, high: number, lang: Language, digits: number): string {
  return `${decimal(low * 100, lang, digits)} ${WORDS[lang].to} ${percent(high, lang, digits)}`
}

/** A difference without its unit, for columns that name it: "+1,2", "−5,0", "0,0". */
export function signedPoints(diff: number, lang: Language, digits = 1): string {
  const text = decimal(diff * 100, lang, digits)
  return roundHalfAway(diff * 100, digits) > 0 ? `+${text}` : text
}

/** A difference with its sign: "−5,0 procentpunt" */
export function points(diff: number, lang: Language): string {
  return `${signedPoints(diff, lang)} ${WORDS[lang].points}`
}

/** The size of a difference, for sentences that name the direction: "5,0 procentpunt" */
export function pointsSize(diff: number, lang: Language): string {
  return `${decimal(Math.abs(diff) * 100, lang, 1)} ${WORDS[lang].points}`
}

/** "−6,7 tot −3,3", in percentage points */
export function pointsInterval(low: number, high: number, lang: Language, digits = 1): string {
  return `${signedPoints(low, lang, digits)} ${WORDS[lang].to} ${signedPoints(high, lang, digits)}`
}

/** People, estimated: to 1,000 from 100,000 on, else to 100. */
export function persons(n: number, lang: Language): string {
  const unit = Math.abs(n) >= 100_000 ? 1000 : 100
  const rounded = roundHalfAway(n / unit, 0) * unit
  return rounded === 0 && n > 0 ? WORDS[lang].fewer : decimal(rounded, lang, 0)
}

/** "+38.700" */
export function signedPersons(n: number, lang: Language): string {
  return n >= 50 ? `+${persons(n, lang)}` : persons(n, lang)
}

export function personsInterval(low: number, high: number, lang: Language): string {
  return `${persons(low, lang)} ${WORDS[lang].to} ${persons(high, lang)}`
}

/** Records, exact. */
export function count(n: number, lang: Language): string {
  return decimal(n, lang, 0)
}

/** "p = 0,481", "p < 0,001" */
export function pEquals(p: number, lang: Language): string {
  return p < 0.001 ? `p\u00a0${pValue(p, lang)}` : `p\u00a0=\u00a0${pValue(p, lang)}`
}

/** Three decimals, or "< 0,001". */
export function pValue(p: number, lang: Language): string {
  return p < 0.001 ? `<\u00a0${decimal(0.001, lang, 3)}` : decimal(p, lang, 3)
}

/** "1 september 2020" */
export function date(iso: string, lang: Language): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${MONTHS[lang][month - 1]} ${year}`
}

/** The month a decimal year lies in: "maart 2018" */
export function month(time: number, lang: Language): string {
  const year = Math.floor(time)
  const start = Date.UTC(year, 0, 1)
  const day = Math.round(((time - year) * (Date.UTC(year + 1, 0, 1) - start)) / 86_400_000)
  const at = new Date(start + day * 86_400_000)
  return `${MONTHS[lang][at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/** The calendar year a decimal year lies in. */
export function year(time: number): string {
  return String(Math.floor(time))
}
