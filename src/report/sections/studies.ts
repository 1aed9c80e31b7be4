/** Tabel 1: which study, when, among whom, with which questions, from which file. */
import type { WaveEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import { count } from '../format.ts'
import { html, type Part } from '../html.ts'
import { fieldwork, instrumentName, people, sourceName, waveName } from '../labels.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'

export function studiesSection(context: Context): Section {
  const { studies } = context.text
  const columns = [
    studies.study,
    studies.moment,
    studies.population,
    studies.instrument,
    studies.mode,
    studies.role,
    studies.file,
  ]
  const body = table({
    id: 'studies-used',
    caption: studies.caption,
    columns: columns.map(name => ({ name })),
    rows: context.results.waves.map(wave => row(context, wave)),
    notes: [studies.fileNote],
  })
  return { id: 'studies', heading: studies.heading, body }
}

function row(context: Context, wave: WaveEntry): Part[] {
  const { text } = context
  return [
    html`${sourceName(context, wave.source)} ${waveName(context, wave)}`,
    html`<span class="moment">${fieldwork(context, wave.fieldwork)}</span>`,
    population(context, wave),
    instrumentName(context, wave.instrument),
    html`${wave.mode ?? text.words.unknown}${wave.panel && `; ${text.studies.panel}`}`,
    text.words.roles[wave.role],
    [...wave.files.map(fileName), ...publications(context, wave)],
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

function population(context: Context, wave: WaveEntry): Part {
  const { text, lang, focus } = context
  const ages = wave.ageRange
    ? text.studies.ages(...(wave.ageRange.map(String) as [string, string]))
    : text.studies.unknownAges
  const domain = { target: focus.target }
  const query = { source: wave.source, wave: wave.wave, measure: focus.measure, domain, standard: null }
  const hidden = context.find(query)?.shown === false
  const who = people(context, focus.target)
  const target =
    hidden || wave.nTarget === null ? who : text.studies.respondents(count(wave.nTarget, lang), who)
  const all = wave.records === null ? ages : text.studies.records(count(wave.records, lang), ages)
  return html`${target}<br>${all}`
}
