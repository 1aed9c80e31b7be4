/** What a change is made of: of the percentage (Kitagawa) and of the number of people (Das Gupta). */
import type { DecompositionEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import { persons, pointsInterval, signedPersons, signedPoints } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { waveNameOf } from '../labels.ts'
import { around } from '../phrases.ts'
import { table } from '../table.ts'

type Kitagawa = Extract<DecompositionEntry, { method: 'kitagawa' }>
type DasGupta = Extract<DecompositionEntry, { method: 'dasgupta' }>

export function kitagawaTable(context: Context): Html | false {
  const { levels } = context.text
  const splits = splitsOf(context).filter((entry): entry is Kitagawa => entry.method === 'kitagawa')
  if (splits.length === 0) return false
  return table({
    id: 'kitagawa',
    caption: levels.kitagawaCaption,
    columns: columns(context, [levels.total, levels.rate, levels.composition]),
    rows: splits.map(entry => [
      period(context, entry),
      points(context, entry.total, entry.seTotal),
      points(context, entry.rate, entry.seRate),
      points(context, entry.composition, entry.seComposition),
    ]),
  })
}

export function dasGuptaTable(context: Context): Html | false {
  const { levels } = context.text
  const splits = splitsOf(context).filter((entry): entry is DasGupta => entry.method === 'dasgupta')
  if (splits.length === 0) return false
  return table({
    id: 'das-gupta',
    caption: levels.dasGuptaCaption,
    columns: columns(context, [levels.numbers, levels.total, levels.size, levels.composition, levels.rate]),
    rows: splits.map(entry => [
      period(context, entry),
      fromTo(context, entry),
      people(context, entry.total, entry.seTotal),
      people(context, entry.size, entry.seSize),
      people(context, entry.composition, entry.seComposition),
      people(context, entry.rate, entry.seRate),
    ]),
    notes: [levels.dasGuptaNote],
  })
}

function splitsOf({ results, focus }: Context): DecompositionEntry[] {
  return results.decompositions.filter(
    entry =>
      entry.shown &&
      entry.total !== null &&
      entry.source === focus.source &&
      entry.measure === focus.measure &&
      entry.domain.target === focus.target &&
      Object.keys(entry.domain).length === 1,
  )
}

function columns({ text }: Context, names: readonly string[]) {
  return [{ name: text.levels.period }, ...names.map(name => ({ name, align: 'right' as const }))]
}

function period(context: Context, { source, from, to }: DecompositionEntry): string {
  return `${waveNameOf(context, source, from)} – ${waveNameOf(context, source, to)}`
}

function points({ lang }: Context, value: number | null, se: number | null): Part {
  if (value === null || se === null) return ''
  return html`${signedPoints(value, lang)} <span class="interval">(${pointsInterval(...around(value, se), lang)})</span>`
}

function people({ lang, text }: Context, value: number | null, se: number | null): Part {
  if (value === null || se === null) return ''
  const [low, high] = around(value, se).map(bound => signedPersons(bound, lang))
  return html`${signedPersons(value, lang)} <span class="interval">(${low} ${text.words.to} ${high})</span>`
}

function fromTo({ lang }: Context, { numberFrom, numberTo }: DasGupta): Part {
  if (numberFrom === null || numberTo === null) return ''
  return `${persons(numberFrom, lang)} – ${persons(numberTo, lang)}`
}
