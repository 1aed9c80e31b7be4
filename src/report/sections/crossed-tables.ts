/** Behind a fold: crossings such as age × sex in the last wave, and all ages of the study. */
import { countCell, intervalCell, valueCell } from '../cells.ts'
import type { Context } from '../context.ts'
import { type Html, html } from '../html.ts'
import { dimensionName, levelName, people, predicate, waveName } from '../labels.ts'
import { table } from '../table.ts'
import { dimensionsIn, dimensionsOf, ownEstimates } from './group-estimates.ts'
import { groupTable, slug } from './group-table.ts'

/** `drawn`: the crossings that a figure shows already, as "age,sex". */
export function crossedTables(context: Context, drawn: readonly string[]): Html[] {
  const crossings = new Set(
    ownEstimates(context, context.focus.target)
      .map(entry => dimensionsIn(entry))
      .filter(keys => keys.length > 1 && !keys.includes('municipality') && !drawn.includes(keys.join()))
      .map(keys => keys.join('\u0000')),
  )
  return [
    ...[...crossings].map(keys => crossedTable(context, keys.split('\u0000'))),
    ...(context.focus.target === 'all' ? [] : everyone(context)),
  ]
}

function crossedTable(context: Context, dimensions: readonly string[]): Html {
  const { text, focus } = context
  const names = dimensions.map(dimension => dimensionName(context, dimension))
  const entries = ownEstimates(context, focus.target).filter(
    entry => entry.wave === focus.last.wave && dimensionsIn(entry).join() === dimensions.join(),
  )
  const by = names.join(` ${text.words.and} `)
  const { headline } = text
  return html`<details>
<summary>${text.who.crossed(by, waveName(context, focus.last))}</summary>
${table({
  id: `by-${dimensions.map(slug).join('-')}`,
  caption: text.who.captionOf(predicate(context, focus.measure), by, people(context, focus.target)),
  columns: [
    ...names.map(name => ({ name })),
    { name: headline.value, align: 'right' },
    { name: headline.interval, align: 'right' },
    { name: headline.n, align: 'right' },
  ],
  rows: entries.map(entry => [
    ...dimensions.map(dimension => levelName(context, dimension, entry.domain[dimension])),
    valueCell(context, entry),
    intervalCell(context, entry),
    countCell(context, entry.n),
  ]),
})}
</details>
`
}

function everyone(context: Context): Html[] {
  const dimensions = dimensionsOf(context, 'all').filter(dimension => dimension !== 'municipality')
  if (dimensions.length === 0) return []
  return [
    html`<details>
<summary>${context.text.who.everyone}</summary>
${dimensions.map(dimension => groupTable(context, 'all', dimension))}
</details>
`,
  ]
}
