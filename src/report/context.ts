/** What every section gets: the results, the language with its words, and a way to find an estimate. */
import { type Domain, domainKey } from '../core/domain.ts'
import type { EstimateEntry, Results } from '../core/results.ts'
import type { Language } from '../core/study.ts'
import { type Focus, focusOf } from './focus.ts'
import { en } from './text/en.ts'
import { nl, type Text } from './text/nl.ts'

export interface Context {
  readonly results: Results
  readonly lang: Language
  readonly text: Text
  readonly focus: Focus
  readonly find: (query: Query) => EstimateEntry | undefined
}

export interface Query {
  readonly source: string
  readonly wave: string
  readonly measure: string
  readonly domain: Domain
  readonly standard: string | null
}

export function contextOf(results: Results, lang: Language): Context {
  const index = new Map(results.estimates.map(entry => [keyOf(entry), entry]))
  return {
    results,
    lang,
    text: lang === 'nl' ? nl : en,
    focus: focusOf(results),
    find: query => index.get(keyOf(query)),
  }
}

function keyOf({ source, wave, measure, domain, standard }: Query): string {
  return [source, wave, measure, standard ?? '', domainKey(domain)].join('\u0000')
}

/** The target in total, of the study the report is about; crude unless a standard is named. */
export function targetEstimate(
  context: Context,
  wave: string,
  measure = context.focus.measure,
  standard: string | null = null,
): EstimateEntry | undefined {
  const { source, target } = context.focus
  return context.find({ source, wave, measure, domain: { target }, standard })
}
