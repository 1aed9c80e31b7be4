/** A card for each study: what to know of it before its figures are laid beside others. */
import type { RegisterEntry, WaveEntry } from '../../core/results.ts'
import { factsOf } from '../../core/source-facts.ts'
import { chartText } from '../charts/catalogue.ts'
import type { Context } from '../context.ts'
import { wavesOf } from '../focus.ts'
import { count } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { fieldwork, instrumentName, modeName, people, sourceName, waveName } from '../labels.ts'

export function sourceCards(context: Context): Html {
  const { cards } = context.text
  const sources = [...new Set(context.results.waves.map(({ source }) => source))]
  return html`<h3>${cards.heading}</h3>
<p>${cards.intro}</p>
<div class="cards">
${sources.map((source, i) => card(context, source, i + 1))}</div>
`
}

function card(context: Context, source: string, number: number): Html {
  const { cards } = context.text
  const waves = wavesOf(context.results, source)
  const entries = context.results.register.filter(
    entry => entry.source === source && entry.status === 'available',
  )
  const known = entries.at(-1)?.known ?? null
  const facts: readonly (readonly [string, readonly Part[]])[] = [
    [cards.instrument, instruments(context, waves)],
    [cards.population, population(context, known)],
    [cards.ages, ages(context, waves, entries)],
    [cards.mode, modes(context, waves, known)],
    [cards.fieldwork, waves.map(wave => perWave(context, wave, fieldwork(context, wave.fieldwork)))],
    [cards.target(people(context, context.focus.target)), waves.map(wave => respondents(context, wave))],
    [cards.response, [cards.responseUnknown]],
    [cards.weights, byValue(context, waves, wave => weight(context, wave))],
    [cards.panel, [waves.some(({ panel }) => panel) ? cards.panelYes : cards.panelNo]],
    [cards.holder, known === null ? [] : [known.holder[context.lang]]],
    [cards.notes, known === null ? [] : known.notes.map(note => note[context.lang])],
    [cards.flags, flags(context, source)],
    [cards.cite, known === null ? [] : [known.cite.join('; ')]],
  ]
  return html`<article class="card" aria-labelledby="card-${number}">
<h4 id="card-${number}">${sourceName(context, source)}</h4>
<dl>
${facts
  .filter(([, parts]) => parts.length > 0)
  .map(
    ([term, parts]) => html`<div><dt>${term}</dt>${parts.map(part => html`<dd>${part}</dd>`)}</div>\n`,
  )}</dl>
</article>
`
}

/** Each instrument once, with the scores that count as lonely; of published figures what their label says. */
function instruments(context: Context, waves: readonly WaveEntry[]): string[] {
  const label = (wave: WaveEntry) =>
    (wave.published === undefined ? null : factsOf(wave.source)?.severeLabel) ?? null
  const labels = waves.map(label).find(each => each !== null)
  const names = (those: readonly WaveEntry[]) => [...new Set(those.map(({ instrument }) => instrument))]
  const scored = waves.filter(wave => label(wave) === null)
  return [
    ...names(scored).flatMap(name => cutoffs(context, name, scored)),
    ...names(waves.filter(wave => label(wave) !== null)).map(name =>
      context.text.cards.asLabelled(instrumentName(context, name), labels?.[context.lang] ?? ''),
    ),
  ]
}

function cutoffs(context: Context, name: string, waves: readonly WaveEntry[]): string[] {
  const { text, lang } = context
  const { cutoff } = chartText(lang).common
  const said = waves.filter(({ instrument }) => instrument === name).map(wave => wave.subscaleCutoff)
  const bounds = [...new Set(said)].filter(each => each !== null).toSorted((a, b) => a - b)
  const [lonely, severe] = [cutoff('lonely', name, 0), cutoff('severe', name, 0)]
  return [
    text.cards.items(instrumentName(context, name), lonely, severe),
    ...(bounds.length === 0 ? [] : [text.cards.subscale(bounds.join(` ${text.words.and} `))]),
  ]
}

function population({ text, lang }: Context, known: RegisterEntry['known']): string[] {
  if (known === null) return [text.cards.ownSource]
  return [
    `${known.people[lang]} (${text.studies.area[known.area]})`,
    ...(known.privateHouseholds ? [text.cards.privateHouseholds] : []),
  ]
}

function ages(context: Context, waves: readonly WaveEntry[], entries: readonly RegisterEntry[]): string[] {
  const { cards } = context.text
  const floors = [...new Set(entries.map(({ known }) => known?.fromAge ?? null))].filter(age => age !== null)
  const seen = waves.flatMap(({ ageRange }) => (ageRange === null ? [] : [ageRange]))
  const namesOf = (age: number) =>
    waves
      .filter(wave => entries.some(entry => entry.wave === wave.wave && entry.known?.fromAge === age))
      .map(wave => waveName(context, wave))
      .join(', ')
  const known = floors.map(age => cards.fromAge(String(age), namesOf(age)))
  if (seen.length === 0) return known.length > 0 ? known : [cards.agesUnknown]
  const [low, high] = [Math.min(...seen.map(([first]) => first)), Math.max(...seen.map(([, last]) => last))]
  return [...known, cards.inFiles(String(low), String(high))]
}

function modes(context: Context, waves: readonly WaveEntry[], known: RegisterEntry['known']): Part[] {
  const { text, lang } = context
  const said = waves.filter(({ mode }) => mode !== null)
  const usual = known?.usualMode?.[lang]
  return [
    ...byValue(context, said, wave => modeName(context, wave.mode ?? '')),
    ...(usual === undefined || said.length > 0 ? [] : [text.cards.usually(usual)]),
    ...(said.length === 0 && usual === undefined ? [text.words.unknown] : []),
  ]
}

function respondents(context: Context, wave: WaveEntry): Html {
  const { text, lang, focus } = context
  const domain = { target: focus.target }
  const query = { source: wave.source, wave: wave.wave, measure: focus.measure, domain, standard: null }
  const hidden = context.find(query)?.shown === false
  const n = hidden || wave.nTarget === null ? text.words.unknown : count(wave.nTarget, lang)
  return perWave(context, wave, n)
}

function weight({ text }: Context, { weight, published }: WaveEntry): string {
  if (published !== undefined) return text.cards.asPublished
  return weight ?? text.cards.noWeights
}

/** Waves that say the same, together. */
function byValue(context: Context, waves: readonly WaveEntry[], value: (wave: WaveEntry) => string): Html[] {
  return [...new Set(waves.map(value))].map(each => {
    const names = waves.filter(wave => value(wave) === each).map(wave => waveName(context, wave))
    return html`<span class="wave">${names.join(', ')}</span> ${each}`
  })
}

function perWave(context: Context, wave: WaveEntry, what: Part): Html {
  return html`<span class="wave">${waveName(context, wave)}</span> ${what}`
}

/** Every warning about this study, as a way to where it is explained. */
function flags({ results, text }: Context, source: string): Part[] {
  const codes = [...new Set(results.warnings.filter(each => each.source === source).map(({ code }) => code))]
  if (codes.length === 0) return [text.cards.noFlags]
  return codes.map(code => html`<a href="#warning-${code}">${text.warnings[code][0]}</a>`)
}
