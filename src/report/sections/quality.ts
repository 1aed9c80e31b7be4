/** Kwaliteit en beperkingen: respondents, missing answers, design effect, reliability, and what cannot be said. */
import type { WaveEntry } from '../../core/results.ts'
import { countCell, sign } from '../cells.ts'
import type { Context } from '../context.ts'
import { decimal, percent } from '../format.ts'
import { html, type Part } from '../html.ts'
import { named, people, studyWave } from '../labels.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'

export function qualitySection(context: Context): Section {
  const { quality } = context.text
  const body = html`<ul class="limits">
${quality.limits.map(sentence => html`<li>${sentence}</li>\n`)}</ul>
${responses(context)}
${context.results.scale.length > 0 && reliability(context)}`
  return { id: 'quality', heading: quality.heading, body }
}

function responses(context: Context) {
  const { quality } = context.text
  const target = people(context, context.focus.target)
  const names = [
    quality.records,
    quality.noWeight,
    quality.valid(target),
    quality.without(target),
    quality.complete,
    quality.one,
    quality.more,
    quality.deff,
    quality.neff,
  ]
  return table({
    id: 'responses',
    caption: quality.caption,
    columns: [{ name: quality.wave }, ...names.map(name => ({ name, align: 'right' as const }))],
    rows: context.results.waves.map(wave => response(context, wave)),
  })
}

function response(context: Context, wave: WaveEntry): Part[] {
  const { focus, lang } = context
  const { source } = wave
  const domain = { target: focus.target }
  const entry = context.find({ source, wave: wave.wave, measure: focus.measure, domain, standard: null })
  return [
    studyWave(context, source, wave.wave),
    countCell(context, wave.records),
    countCell(context, wave.unusableWeights),
    entry?.shown === false ? sign(context, entry.reason) : countCell(context, wave.nTarget),
    countCell(context, entry?.nMissing),
    ...missingShares(context, wave),
    entry?.deff == null ? '' : decimal(entry.deff, lang, 2),
    countCell(context, entry?.neff == null ? null : Math.round(entry.neff)),
  ]
}

/** Shares of the records with 0, 1 and more unanswered items. */
function missingShares({ lang }: Context, { missingItems }: WaveEntry): string[] {
  const sum = (keep: (items: number) => boolean) =>
    missingItems.filter(({ items }) => keep(items)).reduce((total, { records }) => total + records, 0)
  const all = sum(() => true)
  const share = (keep: (items: number) => boolean) => (all === 0 ? '' : percent(sum(keep) / all, lang, 1))
  return [share(items => items === 0), share(items => items === 1), share(items => items > 1)]
}

function reliability(context: Context) {
  const { text, lang, results } = context
  const { quality } = text
  const number = (value: number | null) => (value === null ? '' : decimal(value, lang, 2))
  return table({
    id: 'reliability',
    caption: quality.reliabilityCaption,
    columns: [
      { name: quality.wave },
      { name: quality.scale },
      { name: quality.n, align: 'right' },
      { name: quality.alpha, align: 'right' },
      { name: quality.kr20, align: 'right' },
      { name: quality.h, align: 'right' },
    ],
    rows: results.scale.map(entry => [
      studyWave(context, entry.source, entry.wave),
      named(text.words.scales, entry.scale),
      countCell(context, entry.n),
      number(entry.alpha),
      number(entry.kr20),
      entry.h !== null && entry.seH !== null
        ? `${number(entry.h)} (se ${decimal(entry.seH, lang, 3)})`
        : number(entry.h),
    ]),
  })
}
