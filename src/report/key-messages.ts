/**
 * The three to six key messages, worded by rule from the results.
 *
 * The first one answers "is there a trend break?". Every number stands with its
 * interval in words; a change that is not shown to exist is "cannot be determined",
 * never "none"; a suppressed figure says that it is.
 */
import type { ChangeEntry, DecompositionEntry, EstimateEntry } from '../core/results.ts'
import { answerOf } from './answer.ts'
import { type Context, targetEstimate } from './context.ts'
import { percentDigits, persons, pointsSize } from './format.ts'
import { people, predicate, waveName } from './labels.ts'
import { isModel } from './marks.ts'
import { peopleEstimate } from './people-estimate.ts'
import { around, betweenPercent, betweenPersons, betweenPoints, percentWords } from './phrases.ts'

export interface KeyMessage {
  readonly about: 'answer' | 'prevalence' | 'change' | 'ageing' | 'people' | 'severe'
  /** answer first; empty for the others */
  readonly lead: string
  readonly text: string
  /** id of the section that says more */
  readonly section: 'headline' | 'trend' | 'levels'
}

export function keyMessages(context: Context): KeyMessage[] {
  const { lead, evidence } = answerOf(context)
  const message = (about: KeyMessage['about'], section: KeyMessage['section'], text: string | null) =>
    text === null ? [] : [{ about, lead: '', text, section }]
  return [
    { about: 'answer', lead, text: evidence.join(' '), section: 'trend' },
    ...message('prevalence', 'headline', prevalence(context, context.focus.measure)),
    ...message('change', 'levels', change(context)),
    ...message('ageing', 'levels', ageing(context)),
    ...message('people', 'levels', numberOfPeople(context)),
    ...message('severe', 'headline', prevalence(context, 'severe')),
  ]
}

function prevalence(context: Context, measure: string): string | null {
  const entry = targetEstimate(context, context.focus.last.wave, measure)
  if (entry === undefined) return null
  const about = [waveName(context, context.focus.last), ...subject(context, measure)] as const
  if (entry.value === null) return context.text.messages.hidden(...about)
  const { messages, words } = context.text
  if (isModel(entry)) {
    return messages.modelled(...about, percentWords(context, entry.value, percentDigits(entry)))
  }
  const between = entry.low === null ? words.noInterval : betweenPercent(context, entry)
  const share = percentWords(context, entry.value, percentDigits(entry))
  return [messages.prevalence(...about, share, between), inPeople(context, entry)].join(' ').trim()
}

function inPeople(context: Context, entry: EstimateEntry): string {
  const estimate = peopleEstimate(context, entry)
  if (estimate === null) return ''
  return context.text.messages.number(estimate.number, betweenPersons(context, estimate.bounds))
}

function change(context: Context): string | null {
  const { focus, results, text, lang } = context
  const previous = focus.waves.at(-2)
  const entry = results.changes.find(
    each => isFocus(context, each) && each.from === previous?.wave && each.to === focus.last.wave,
  )
  if (previous === undefined || entry === undefined) return null
  const from = waveName(context, previous)
  if (entry.shown && entry.reason === 'no_variance') return text.messages.changeUncertain(from)
  if (entry.diff === null || entry.ci95 === null) return text.messages.changeHidden(from)
  return changeInWords(context, from, entry.ci95, entry, pointsSize(entry.diff, lang))
}

function changeInWords(
  context: Context,
  from: string,
  ci95: readonly [number, number],
  entry: ChangeEntry,
  size: string,
): string {
  const { messages } = context.text
  const between = betweenPoints(context, ci95)
  const down = ci95[1] < 0
  if (!down && ci95[0] <= 0) return messages.changeUnknown(from, between)
  if (entry.pHolm !== null && entry.pHolm >= 0.05) {
    return messages.changeHint(from, down ? messages.fallen : messages.risen, size, between)
  }
  return down ? messages.changeDown(from, size, between) : messages.changeUp(from, size, between)
}

function ageing(context: Context): string | null {
  const split = fromFirstToLast(context, 'kitagawa')
  if (split?.method !== 'kitagawa' || split.composition === null || split.seComposition === null) return null
  const { ageing } = context.text.messages
  const from = waveName(context, context.focus.first)
  const interval = around(split.composition, split.seComposition)
  const between = betweenPoints(context, interval)
  if (interval[0] <= 0 && interval[1] >= 0) return ageing.unknown(from, between)
  const wording = split.composition > 0 ? ageing.up : ageing.down
  return wording(from, pointsSize(split.composition, context.lang), between)
}

function numberOfPeople(context: Context): string | null {
  const split = fromFirstToLast(context, 'dasgupta')
  if (split?.method !== 'dasgupta' || split.total === null || split.seTotal === null) return null
  const { messages } = context.text
  const [first, last] = [context.focus.first, context.focus.last].map(wave => waveName(context, wave))
  const about = [last, first, ...subject(context, context.focus.measure)] as const
  const interval = around(split.total, split.seTotal)
  const between = betweenPersons(context, interval)
  if (interval[0] <= 0 && interval[1] >= 0) return messages.people.unknown(...about, between)
  const wording = split.total > 0 ? messages.people.more : messages.people.fewer
  const total = wording(...about, persons(Math.abs(split.total), context.lang), between)
  return `${total} ${growth(context, split.size)}`.trim()
}

function growth(context: Context, size: number | null): string {
  if (size === null) return ''
  const { people: wording } = context.text.messages
  const group = people(context, context.focus.target)
  const number = persons(Math.abs(size), context.lang)
  return size >= 0 ? wording.growth(group, number) : wording.shrinkage(group, number)
}

function fromFirstToLast(context: Context, method: DecompositionEntry['method']) {
  const { first, last } = context.focus
  return context.results.decompositions.find(
    each =>
      each.method === method && isFocus(context, each) && each.from === first.wave && each.to === last.wave,
  )
}

interface About {
  readonly source: string
  readonly measure: string
  readonly domain: Readonly<Record<string, string>>
  readonly standard: string | null
}

/** The crude total of the target, of the study and measure the report is about. */
function isFocus({ focus }: Context, entry: About): boolean {
  return (
    entry.source === focus.source &&
    entry.measure === focus.measure &&
    entry.standard === null &&
    entry.domain.target === focus.target &&
    Object.keys(entry.domain).length === 1
  )
}

function subject(context: Context, measure: string): readonly [string, string] {
  return [people(context, context.focus.target), predicate(context, measure)]
}
