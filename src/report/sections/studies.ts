/** Tabel 1: which study, when, among whom, with which questions, from which file; planned waves as expected. */
import type { RegisterEntry, WaveEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import { count, date } from '../format.ts'
import { html, type Part } from '../html.ts'
import { fieldwork, instrumentName, modeName, people, sourceName, waveName } from '../labels.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'

export function studiesSection(context: Context): Section {
  const { studies } = context.text
  const columns = [
    studies.study,
    studies.moment,
    studies.population,
    studies.available,
    studies.instrument,
    studies.mode,
    studies.file,
  ]
  const body = table({
    id: 'studies-used',
    caption: studies.caption,
    columns: columns.map(name => ({ name })),
    rows: context.results.register.map(entry => row(context, entry)),
    notes: [studies.fileNote, ...judgedNotes(context)],
  })
  return { id: 'studies', heading: studies.heading, body }
}

function row(context: Context, entry: RegisterEntry): Part[] {
  const wave = waveOf(context, entry)
  return wave === undefined ? planned(context, entry) : held(context, entry, wave)
}

function waveOf({ results }: Context, { source, wave }: RegisterEntry): WaveEntry | undefined {
  return results.waves.find(each => each.source === source && each.wave === wave)
}

function held(context: Context, entry: RegisterEntry, wave: WaveEntry): Part[] {
  const { text, lang } = context
  const { studies, words } = text
  return [
    html`${sourceName(context, wave.source)} ${waveName(context, wave)}`,
    html`<span class="moment">${fieldwork(context, wave.fieldwork)}</span> <span class="moment">${studies.role}: ${words.roles[wave.role]}</span>`,
    population(context, entry, wave),
    entry.available === null
      ? studies.here
      : html`<span class="moment">${date(entry.available, lang)}</span>`,
    instrumentName(context, wave.instrument),
    html`${mode(context, entry)}${wave.panel && `; ${studies.panel}`}`,
    [...wave.files.map(fileName), ...publications(context, wave)],
  ]
}

/** Nothing is known of its people and its questions but what holds for the study. */
function planned(context: Context, { source, wave, status, available, known }: RegisterEntry): Part[] {
  const { text, lang } = context
  const { studies } = text
  const day = available === null ? '' : date(available, lang)
  const expected = status === 'overdue' ? html`<b>${studies.overdue(day)}</b>` : studies.expected(day)
  return [
    `${sourceName(context, source)} ${wave}`,
    studies.toCome,
    known === null ? '' : known.people[lang],
    expected,
    '',
    '',
    '',
  ]
}

function fileName({ name, sha256 }: WaveEntry['files'][number]): Part {
  return html`<span class="file">${name}<br><code>${sha256.slice(0, 12)}</code></span> `
}

/** Where figures without microdata come from. */
function publications({ text }: Context, { published }: WaveEntry): Part[] {
  if (published === undefined) return []
  const kind = published.model ? text.studies.modelFigures : text.studies.publishedFigures
  return [html`<span class="file">${kind}: ${published.cites.join('; ')}</span> `]
}

function mode(context: Context, { mode, known }: RegisterEntry): string {
  const { text, lang } = context
  if (mode !== null) return modeName(context, mode)
  const usual = known?.usualMode?.[lang]
  return usual === undefined ? text.words.unknown : text.cards.usually(usual)
}

function population(context: Context, { known }: RegisterEntry, wave: WaveEntry): Part {
  const { text, lang, focus } = context
  const ages = wave.ageRange
    ? text.studies.ages(...(wave.ageRange.map(String) as [string, string]))
    : known === null || known.fromAge === null
      ? text.studies.unknownAges
      : text.words.yearsAndOver(String(known.fromAge))
  const domain = { target: focus.target }
  const query = { source: wave.source, wave: wave.wave, measure: focus.measure, domain, standard: null }
  const hidden = context.find(query)?.shown === false
  const who = people(context, focus.target)
  const target =
    hidden || wave.nTarget === null ? who : text.studies.respondents(count(wave.nTarget, lang), who)
  const all = wave.records === null ? ages : text.studies.records(count(wave.records, lang), ages)
  return html`${target}<br>${all}${known !== null && html`<br>${text.studies.area[known.area]}`}`
}

/** Against which day planned waves were judged. */
function judgedNotes({ results, text, lang }: Context): string[] {
  const judged = results.register.map(entry => entry.judged).find(each => each !== null)
  return judged === undefined || judged === null
    ? []
    : [text.studies.judged[judged.by](date(judged.on, lang))]
}
