/**
 * Marks of figures that were published by others, and the notes that explain them.
 *
 * † published, ‡ an estimate of a model, ≈ an uncertainty that is approximate;
 * where each figure stands is said below its table.
 */
import type { EstimateEntry } from '../core/results.ts'
import type { Context } from './context.ts'
import { type Html, html } from './html.ts'
import { waveNameOf } from './labels.ts'

export const MARKS = { published: '†', model: '‡', approximate: '≈' } as const

/** What stands behind the value; false where nothing need be said. */
export function valueMark({ text }: Context, entry: EstimateEntry): Html | false {
  if (entry.cite === undefined) return false
  return isModel(entry) ? mark(MARKS.model, text.marks.model) : mark(MARKS.published, text.marks.published)
}

/** What stands behind its interval. */
export function intervalMark({ text }: Context, { flags }: EstimateEntry): Html | false {
  return flags.includes('approx_variance') && mark(MARKS.approximate, text.marks.approximate)
}

/** Below a table with these estimates, each note once. */
export function markNotes(context: Context, entries: readonly (EstimateEntry | undefined)[]): string[] {
  const { marks } = context.text
  const shown = entries.filter(entry => entry !== undefined)
  const has = (flag: string) => shown.some(({ flags }) => flags.includes(flag))
  const published = citations(
    context,
    shown.filter(entry => !isModel(entry)),
  )
  const model = citations(context, shown.filter(isModel))
  return [
    ...(published === '' ? [] : [`${MARKS.published} ${marks.publishedNote(published)}`]),
    ...(model === '' ? [] : [`${MARKS.model} ${marks.modelNote(model)}`]),
    ...(has('approx_variance') ? [`${MARKS.approximate} ${marks.approximateNote}`] : []),
    ...(has('rounded') ? [marks.roundedNote] : []),
    ...(shown.some(entry => !isModel(entry) && entry.flags.includes('no_variance'))
      ? [marks.noVarianceNote]
      : []),
    ...(has('small_n') || has('unreliable') ? [marks.smallNote] : []),
  ]
}

export function isModel({ flags }: EstimateEntry): boolean {
  return flags.includes('model_estimate')
}

/** "2016: Kamerbrief 29 538 nr. 330; 2020: VZinfo" */
function citations(context: Context, entries: readonly EstimateEntry[]): string {
  const places = new Map<string, Set<string>>()
  for (const { source, wave, cite } of entries) {
    if (cite === undefined) continue
    const name = waveNameOf(context, source, wave)
    places.set(name, (places.get(name) ?? new Set()).add(cite))
  }
  return [...places].map(([wave, cites]) => `${wave}: ${[...cites].join(', ')}`).join('; ')
}

function mark(sign: string, meaning: string): Html {
  return html`<span class="mark" aria-hidden="true"> ${sign}</span><span class="unseen"> ${meaning}</span>`
}
