/** The columns of the items; all that are missing are named at once, with names that look like theirs. */
import type { ScaleId } from '../core/study.ts'
import type { Columns } from './columns.ts'
import type { Profile } from './profile.ts'

/** Numbers of the manual; the short scale keeps them. */
const SHORT = [3, 4, 7, 8, 9, 10]
const ITEMS: Readonly<Record<ScaleId, readonly number[]>> = {
  djg11: Array.from({ length: 11 }, (_, i) => i + 1),
  djg6: SHORT,
}

/** Whether the file has at least one of the items, or the study file names one. */
export function hasItems(profile: Profile, scale: ScaleId, columns: Columns): boolean {
  return ITEMS[scale].some(
    number =>
      columns.isDeclared(`item${number}`) ||
      columns.itemColumn(number, profile.items[number - 1]) !== undefined,
  )
}

export function bindItems(
  profile: Profile,
  scale: ScaleId,
  columns: Columns,
  scores: readonly string[] = [],
): ReadonlyMap<number, string> {
  const items = new Map<number, string>()
  const missing: number[] = []
  for (const number of ITEMS[scale]) {
    const column = columns.itemColumn(number, profile.items[number - 1])
    if (column === undefined) missing.push(number)
    else items.set(number, column)
  }
  if (missing.length > 0) reportMissing(profile, missing, items, columns, scores)
  reportTwice(items, columns)
  return items
}

function reportMissing(
  profile: Profile,
  missing: readonly number[],
  found: ReadonlyMap<number, string>,
  columns: Columns,
  scores: readonly string[],
): void {
  const names = missing.map(number =>
    columns.withSuggestion(columns.nameOfItem(number, profile.items[number - 1]), [
      ...found.values(),
      ...scores,
    ]),
  )
  const short = missing.every(number => !SHORT.includes(number)) && found.size > 0
  columns.report(
    'columns-missing',
    `${columns.fileName} lacks ${missing.length} of the items: ${names.join(', ')}`,
    (scores.length > 0 ? 'take the scores as they were delivered, with `scoring: delivered`; or ' : '') +
      (short
        ? 'if only the six items of the short scale were asked, say `scale: djg6`'
        : `say which columns they are under \`columns\`: { item${missing[0]}: … }, or with --column item${missing[0]}=…`),
  )
}

function reportTwice(items: ReadonlyMap<number, string>, columns: Columns): void {
  const first = new Map<string, number>()
  for (const [number, column] of items) {
    const other = first.get(column)
    if (other === undefined) first.set(column, number)
    else {
      const message = `${column} stands for both item ${other} and item ${number}`
      columns.report('column-twice', message, 'give each item its own column under `columns`', column)
    }
  }
}
