/**
 * Why it changed: the parts of a change one after the other, as a percentage (Kitagawa) and in people (Das Gupta).
 *
 * Every bar starts where the one above ends; the axis is the change itself and always has 0.
 */
import { persons, pointsInterval, signedPersons, signedPoints } from '../format.ts'
import { decompositionDrawing, type Writing } from './decomposition-drawing.ts'
import { type Block, blocksOf, bounds } from './decomposition-parts.ts'
import type { FigureSpec } from './figure-spec.ts'
import { NARROW, WIDE } from './sheet.ts'
import { differenceAxis, personsAxis } from './value-axis.ts'
import { type Context, capital, finding, measureName, sourceName, sourcesText } from './wording.ts'

export function decomposition(on: Context, id: string): FigureSpec | null {
  const { text, language } = on
  const blocks = blocksOf(on, 'kitagawa')
  if (blocks.length === 0) return null
  const [composition, rate] = blocks[0].parts.map(({ value }) => signedPoints(value, language))
  const people = text.common.people(on.survey.target)
  const is = measureName(on)
  return figure(on, id, blocks, {
    kind: 'decomposition',
    value: value => signedPoints(value, language),
    interval: (low, high) => pointsInterval(low, high, language),
    axis: differenceAxis,
    title: finding(on, text.parts.title(people, is, blocks[0].from, composition, rate)),
    subtitle: text.parts.subtitle(people, is, sourceName(on)),
    caption: text.parts.caption(people, is),
    note: text.parts.note,
  })
}

export function numberDecomposition(on: Context, id: string): FigureSpec | null {
  const { text, language } = on
  const blocks = blocksOf(on, 'dasgupta')
  if (blocks.length === 0) return null
  const people = text.common.people(on.survey.target)
  const is = measureName(on)
  return figure(on, id, blocks, {
    kind: 'number',
    value: value => signedPersons(value, language),
    interval: (low, high) =>
      `${signedPersons(low, language)} ${text.common.words.to} ${signedPersons(high, language)}`,
    axis: personsAxis,
    title: finding(on, numberTitle(on, blocks[0])),
    subtitle: text.parts.numberSubtitle(people, is, sourceName(on)),
    caption: text.parts.numberCaption(people, is),
    note: text.parts.numberNote,
  })
}

function numberTitle(on: Context, { from, parts }: Block): string {
  const { text, survey, language } = on
  const total = parts[parts.length - 1]
  const [low, high] = bounds(total)
  const people = text.common.people(survey.target)
  if (low <= 0 && high >= 0) return text.parts.numberUnknown(people, measureName(on), from)
  const say = total.value < 0 ? text.parts.numberDown : text.parts.numberUp
  return say(people, measureName(on), from, persons(Math.abs(total.value), language))
}

function figure(on: Context, id: string, blocks: readonly Block[], writing: Writing): FigureSpec {
  const { text, survey, language } = on
  const { title } = writing
  const { short, long } = alternatives(on, blocks, writing)
  const meta = { id, title, description: short, language }
  const parts = blocks.flatMap(block => block.parts.map(part => ({ block, part })))
  return {
    id,
    kind: writing.kind,
    source: survey.source,
    title,
    subtitle: writing.subtitle,
    spec: decompositionDrawing(blocks, writing, meta, WIDE),
    narrow: decompositionDrawing(blocks, writing, meta, NARROW),
    alt: { short, long },
    table: {
      caption: writing.caption,
      columns: [
        { name: text.parts.periodColumn, align: 'left' },
        { name: text.parts.column, align: 'left' },
        { name: text.parts.change, align: 'right' },
        { name: text.common.interval, align: 'right' },
      ],
      rows: parts.map(({ block, part }) => [
        block.heading,
        capital(part.name),
        writing.value(part.value),
        writing.interval(...bounds(part)),
      ]),
    },
    data: {
      columns: ['from', 'to', 'part', 'value', 'low', 'high'],
      rows: parts.map(({ block, part }) => [block.from, block.to, part.name, part.value, ...bounds(part)]),
    },
    notes: [writing.note],
    sources: sourcesText(on),
  }
}

function alternatives({ text }: Context, blocks: readonly Block[], writing: Writing) {
  const said = blocks.map(({ from, to, parts }) => ({
    from,
    to,
    values: parts.map(part => `${part.name} ${writing.value(part.value)}`).join('; '),
  }))
  const first = blocks[0].parts.slice(0, -1)
  const most = first.reduce((best, next) => (Math.abs(next.value) > Math.abs(best.value) ? next : best))
  const interval = `${writing.value(most.value)} (${writing.interval(...bounds(most))})`
  return {
    short: text.parts.short(said[0].from, said[0].to, said[0].values),
    long: [
      text.parts.long,
      ...said.map(({ from, to, values }) => text.parts.block(from, to, values)),
      text.parts.conclusion(most.name, interval),
    ].join(' '),
  }
}
