/**
 * What changed since the previous wave: the target in total, and each sex and age, as a forest of differences.
 */
import { points, pointsInterval, pointsSize, signedPoints } from '../format.ts'
import { changeAxis, changeDrawing } from './change-drawing.ts'
import { type Changes, changes, isClear, isDrawn, isTotal } from './change-rows.ts'
import type { FigureSpec } from './figure-spec.ts'
import { NARROW, WIDE } from './sheet.ts'
import { mainMeasure } from './survey.ts'
import {
  type Context,
  capital,
  finding,
  hiddenNote,
  list,
  measureName,
  sign,
  sourceName,
  sourcesText,
  waveName,
} from './wording.ts'

/** Null without two waves, or where no change may be shown. */
export function change(on: Context, id: string): FigureSpec | null {
  const found = changes(on)
  if (found === null) return null
  const { text, survey, language } = on
  const { drawn } = found
  const [from, to] = [waveName(on, found.from), waveName(on, found.to)]
  const people = text.common.people(survey.target)
  const title = finding(on, changeTitle(on, found))
  const values = drawn.map(({ name, entry }) => `${name} ${points(entry.diff, language)}`)
  const alt = { short: text.change.short(from, to, values.join('; ')), long: longAlt(on, found) }
  const meta = { id, title, description: alt.short, language }
  const hidden = found.sections.flatMap(({ rows }) => rows.filter(({ entry }) => !isDrawn(entry)))
  return {
    id,
    kind: 'change',
    source: survey.source,
    title,
    subtitle: text.change.subtitle(people, measureName(on), from, to, sourceName(on)),
    spec: changeDrawing(on, found, meta, WIDE),
    narrow: changeDrawing(on, found, meta, NARROW),
    alt,
    table: changeTable(on, found),
    data: {
      columns: ['group', 'measure', 'standard', 'from', 'to', 'diff', 'low', 'high', 'pHolm'],
      rows: drawn.map(({ name, entry: { measure, standard, diff, ci95, pHolm } }) => [
        ...[name, measure, standard, found.from, found.to, diff, ...ci95, pHolm],
      ]),
    },
    notes: [
      text.change.clearNote,
      text.change.roundingNote,
      ...hiddenNote(
        hidden.map(({ name }) => name),
        text,
      ),
    ],
    sources: sourcesText(on),
  }
}

function changeTitle(on: Context, found: Changes): string {
  const { drawn } = found
  const from = waveName(on, found.from)
  const { text, survey, language, results } = on
  const people = text.common.people(survey.target)
  const main = drawn.find(
    ({ entry }) => entry.measure === mainMeasure(results) && entry.standard === null && isTotal(entry),
  )
  const parts = drawn.filter(({ entry }) => !isTotal(entry))
  const clear = parts.filter(isClear).length
  const rest =
    parts.length === 0
      ? ''
      : clear === 0
        ? text.change.noGroups(parts.length)
        : text.change.groups(clear, parts.length)
  if (main === undefined || !isClear(main)) {
    return text.change.unclear(people, measureName(on), from) + rest
  }
  const say = main.entry.diff > 0 ? text.change.up : text.change.down
  return say(people, measureName(on), from, pointsSize(main.entry.diff, language)) + rest
}

function longAlt({ text, language }: Context, { drawn }: Changes): string {
  const [low, high] = changeAxis(drawn).domain.map(value => signedPoints(value, language))
  const most = drawn.reduce((best, next) =>
    Math.abs(next.entry.diff) > Math.abs(best.entry.diff) ? next : best,
  )
  const clear = drawn.filter(isClear).map(({ name }) => name)
  return [
    text.change.long(drawn.length, low, high),
    text.change.largest(
      most.name,
      `${points(most.entry.diff, language)} (${pointsInterval(...most.entry.ci95, language)})`,
    ),
    clear.length > 0 ? text.change.clear(list(clear, text)) : text.change.noneClear,
  ].join(' ')
}

function changeTable(on: Context, found: Changes): FigureSpec['table'] {
  const { text, survey, language } = on
  const { group, interval } = text.common
  return {
    caption: text.change.caption(
      text.common.people(survey.target),
      waveName(on, found.from),
      waveName(on, found.to),
    ),
    columns: [
      { name: group, align: 'left' },
      { name: text.change.column, align: 'right' },
      { name: interval, align: 'right' },
    ],
    rows: found.sections.flatMap(({ rows }) =>
      rows.map(({ name, entry }) =>
        isDrawn(entry)
          ? [capital(name), signedPoints(entry.diff, language), pointsInterval(...entry.ci95, language)]
          : [capital(name), sign(entry), ''],
      ),
    ),
  }
}
