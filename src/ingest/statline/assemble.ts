/**
 * A StatLine table from its observations and from what its files say about it.
 *
 * Codes that no code table names keep their key as title and are reported, as are
 * cells that stand there twice; nothing is merged or left out.
 */
import type {
  StatLineCategory,
  StatLineDimension,
  StatLineForm,
  StatLineInput,
  StatLineMeasure,
  StatLineTable,
} from '../../core/statline.ts'
import type { Warning } from '../../core/warning.ts'
import type { DescribedCode, Description } from './description.ts'
import { dimensionKind } from './dimension-kind.ts'
import { duplicateColumns, duplicateObservations } from './duplicates.ts'
import { isCode, keyFromTitle, stemOf } from './key.ts'
import { marginKey } from './margin.ts'
import type { CategoryList, Observations } from './observations.ts'
import { parsePeriod } from './period.ts'

export interface Draft {
  readonly form: StatLineForm
  /** categories are titles, not codes */
  readonly isTitled: boolean
  /** the key where the form has one, else the title */
  readonly dimensions: readonly { readonly name: string; readonly labels?: ReadonlyMap<string, string> }[]
  readonly measures: readonly DraftMeasure[]
  readonly observations: Observations
  /** a line of the file, for messages */
  readonly where: (line: number) => string
  readonly warnings: readonly Warning[]
}

export interface DraftMeasure {
  readonly key: string
  readonly title: string | null
  readonly unit: string | null
  /** the key is a code or a heading that tells no stem */
  readonly stem?: string
}

export function assemble(
  draft: Draft,
  description: Description,
  inputs: readonly StatLineInput[],
): StatLineTable {
  const { observations, form } = draft
  const built = draft.dimensions.map((_, i) => buildDimension(draft, i, description))
  const dimensions = built.map(({ dimension }) => dimension)
  const measures = draft.measures.map(measure => buildMeasure(measure, description))
  const table = {
    inputs,
    form,
    id: description.id,
    title: description.title,
    dimensions,
    measures,
    length: observations.length,
    ...observations.columns(),
    absent: observations.absent,
    texts: observations.texts,
  }
  const warnings = [
    ...draft.warnings,
    ...built.flatMap(({ unknown }) => unknown),
    ...unknownMeasures(draft, description),
    ...duplicateColumns(draft.measures),
    ...duplicateObservations(table),
  ]
  return { ...table, warnings }
}

function buildDimension(
  draft: Draft,
  at: number,
  description: Description,
): { dimension: StatLineDimension; unknown: Warning[] } {
  const { name, labels } = draft.dimensions[at]
  const list = draft.observations.categories[at]
  const described = description.dimensions.get(name)
  const key = draft.isTitled ? keyFromTitle(name) : name
  const kind = dimensionKind(described?.kind ?? null, key, list.keys)
  const codes = description.codes.get(name)
  const categories = list.keys.map(raw => buildCategory(raw, kind, codes, labels, draft.isTitled))
  const unknown = draft.isTitled ? [] : unknownCodes(draft, name, list, codes)
  return { dimension: { key, title: described?.title ?? name, kind, categories }, unknown }
}

function buildCategory(
  raw: string,
  kind: StatLineDimension['kind'],
  codes: ReadonlyMap<string, DescribedCode> | undefined,
  labels: ReadonlyMap<string, string> | undefined,
  isTitled: boolean,
): StatLineCategory {
  const code = codes?.get(raw)
  const title = code?.title ?? labels?.get(raw) ?? raw
  if (kind === 'margin') return { key: marginKey(raw) ?? raw, title }
  if (kind !== 'period') return { key: raw, title }
  const period = parsePeriod(raw)
  const starred = /\*\s*$/.test(title)
  const provisional = code?.provisional ?? (isTitled || starred ? starred : null)
  return { key: period?.key ?? raw, title, ...(provisional === null ? {} : { provisional }) }
}

/** Codes of the observations that the code table of their dimension lacks. */
function unknownCodes(
  draft: Draft,
  name: string,
  { keys, lines }: CategoryList,
  codes: ReadonlyMap<string, DescribedCode> | undefined,
): Warning[] {
  if (codes === undefined || codes.size === 0) return []
  const unknown = keys.flatMap((key, i) => (codes.has(key) ? [] : [{ key, line: lines[i] }]))
  return unknownWarning(draft, name, unknown)
}

function unknownMeasures(draft: Draft, { measures }: Description): Warning[] {
  if (measures.size === 0 || draft.isTitled) return []
  const { keys, lines } = draft.observations.measures
  const listed = draft.measures.flatMap(({ key }) =>
    measures.has(key) ? [] : [{ key, line: lines[keys.indexOf(key)] ?? 1 }],
  )
  return unknownWarning(draft, 'Measure', listed)
}

const MOST_NAMED = 5

function unknownWarning(
  draft: Draft,
  dimension: string,
  unknown: readonly { key: string; line: number }[],
): Warning[] {
  const [first] = unknown
  if (first === undefined) return []
  const named = unknown.slice(0, MOST_NAMED).map(({ key }) => key)
  const list = unknown.length > MOST_NAMED ? `${named.join(', ')} …` : named.join(', ')
  return [
    {
      code: 'unknown_category',
      message: `${unknown.length} ${unknown.length === 1 ? 'code' : 'codes'} of ${dimension} stand in no code table: ${list}`,
      hint: 'the files may come from different downloads: download the table again as a whole',
      where: draft.where(first.line),
      count: unknown.length,
      values: { dimension, codes: list },
    },
  ]
}

function buildMeasure({ key, title, unit, stem }: DraftMeasure, { measures }: Description): StatLineMeasure {
  const described = measures.get(key)
  const spoken = described?.title ?? title
  return {
    key,
    stem: stem ?? (isCode(key) && spoken !== null ? keyFromTitle(spoken) : stemOf(key)),
    title: spoken ?? key,
    unit: described?.unit ?? unit,
    decimals: described?.decimals ?? null,
  }
}
