/**
 * The scored records of one file as a query: identity, design, background and answer masks, one form for all.
 *
 * A column the file does not have is absent from the query. What the file itself
 * declares missing is NULL everywhere; a blank too.
 *
 * Units: weight, age, fpc and levels as delivered; sex 1 male, 2 female; masks as in scale/scoring.ts.
 */
import type { Binding, DeliveredScore } from '../core/binding.ts'
import type { DataFile } from '../core/data-file.ts'
import { SUSPECT } from '../engine/csv-trust.ts'
import type { View } from '../engine/relation.ts'
import { quotedName } from '../engine/sql-text.ts'
import { type Column, declaredMissing, holds, holdsAny, number } from '../scale/code-match.ts'
import { deliveredValue, unknownScores } from '../scale/delivered.ts'
import { SCALES } from '../scale/scale.ts'
import { type AnswerBits, answerBits, packedAnswers, unpacked } from '../scale/scoring.ts'

export interface ScoredOptions {
  /** also the column `id` */
  readonly id?: boolean
  /** also the column `suspect`, of a file taken at its word */
  readonly suspect?: boolean
}

/** The columns of the file that the query reads, each once. */
export function neededColumns(binding: Binding, { id = false }: ScoredOptions = {}): string[] {
  const { id: idColumn, ...others } = binding.columns
  const columns = [
    id ? idColumn : undefined,
    ...Object.values(others),
    ...binding.items.values(),
    ...binding.by.values(),
    ...deliveredScores(binding).map(({ column }) => column),
    ...(binding.duplicates?.identity ?? []),
    binding.rows?.column,
    binding.year?.column,
  ]
  return [...new Set(columns.filter(column => column !== undefined))]
}

/** Scores of the data holder that are read: all of them, or the total that the items are held against. */
export function deliveredScores({ delivered }: Binding): readonly DeliveredScore[] {
  if (delivered === undefined) return []
  return delivered.use === 'scored' ? delivered.scores : [delivered.total]
}

/** The name of a delivered score in the query. */
export function deliveredName(holds: DeliveredScore['holds']): string {
  return `delivered_${holds}`
}

/** SELECT of id?, identity?, weight, stratum, psu, fpc, age, sex, municipality, by_…, delivered_…, other_year?, lonely?, missing?, unknown. */
export function scoredSelect(
  relation: View,
  binding: Binding,
  file: DataFile,
  { id = false, suspect = false }: ScoredOptions = {},
): string {
  const { columns } = binding
  const expressions = new Map<string, string>()
  const add = (name: string, column: string | undefined, form: (column: Column) => string) => {
    if (column !== undefined) expressions.set(name, form(columnOf(relation, file, column)))
  }
  add('id', id ? columns.id : undefined, textOf)
  add('weight', columns.weight, numberOf)
  add('stratum', columns.stratum, textOf)
  add('psu', columns.psu, textOf)
  add('fpc', columns.fpc, numberOf)
  add('age', columns.age, column => ageOf(column, binding.ageClasses))
  add('sex', columns.sex, column => sexOf(column, binding.sex))
  add('municipality', columns.municipality, textOf)
  for (const [name, column] of binding.by) add(`by_${name}`, column, textOf)
  for (const score of deliveredScores(binding))
    add(deliveredName(score.holds), score.column, column => deliveredValue(column, score))
  add('other_year', binding.year?.column, column => isOtherYear(column, binding.year?.expected ?? 0))
  if (binding.duplicates !== undefined)
    expressions.set(
      'identity',
      identityOf(binding.duplicates.identity.map(name => columnOf(relation, file, name))),
    )
  if (suspect) expressions.set('suspect', quotedName(SUSPECT))
  const rows = rowsOf(relation, binding, file)
  if (isDelivered(binding)) {
    for (const [name, mask] of Object.entries(masks(relation, binding, file))) expressions.set(name, mask)
    return select(expressions, rows)
  }
  const names = new Map([...expressions.keys()].map(name => [name, quotedName(name)]))
  expressions.set(
    'packed',
    packedAnswers(SCALES[binding.scale], itemsOf(relation, binding, file), binding.answers),
  )
  return select(new Map([...names, ...Object.entries(unpacked('packed'))]), `(${select(expressions, rows)})`)
}

function select(expressions: ReadonlyMap<string, string>, rows: string): string {
  const selected = [...expressions].map(([name, sql]) => `${sql} AS ${quotedName(name)}`)
  return `SELECT ${selected.join(', ')} FROM ${rows}`
}

/** The relation, of a file with several waves only the rows of this one. */
export function rowsOf(relation: View, { rows }: Binding, file: DataFile): string {
  const all = quotedName(relation.name)
  return rows === undefined
    ? all
    : `(SELECT * FROM ${all} WHERE ${holds(columnOf(relation, file, rows.column), rows.value)})`
}

/** The three masks over the columns of the relation; without items only the codes nobody declared. */
export function masks(
  relation: View,
  binding: Binding,
  file: DataFile,
): Partial<AnswerBits> & Pick<AnswerBits, 'unknown'> {
  if (binding.delivered?.use === 'scored') {
    const { scores } = binding.delivered
    return { unknown: unknownScores(scores.map(score => [columnOf(relation, file, score.column), score])) }
  }
  return answerBits(SCALES[binding.scale], itemsOf(relation, binding, file), binding.answers)
}

function isDelivered({ delivered }: Binding): boolean {
  return delivered?.use === 'scored'
}

function itemsOf(relation: View, binding: Binding, file: DataFile): Map<number, Column> {
  return new Map([...binding.items].map(([item, column]) => [item, columnOf(relation, file, column)]))
}

export function columnOf(relation: View, file: DataFile, name: string): Column {
  return {
    sql: quotedName(name),
    type: relation.columns.get(name) ?? 'VARCHAR',
    missing: file.variables.find(variable => variable.name === name)?.missing ?? [],
  }
}

/** A whole number without decimals, other numbers as they are, texts trimmed. */
export function textOf(column: Column): string {
  return unlessMissing(column, plainText(column))
}

function plainText(column: Column): string {
  const { sql } = column
  if (column.type === 'VARCHAR') return sql
  return `CASE WHEN isnan(${sql}) THEN NULL WHEN ${sql} = trunc(${sql}) AND abs(${sql}) < 1e15 THEN ${sql}::BIGINT::VARCHAR ELSE ${sql}::VARCHAR END`
}

function numberOf(column: Column): string {
  return unlessMissing(column, number(column), `isnan(${number(column)})`)
}

/** Of a class its first year: which band that is, only a band that holds the whole class can say. */
function ageOf(column: Column, classes: Binding['ageClasses']): string {
  if (classes === undefined) {
    return unlessMissing(column, number(column), `isnan(${number(column)})`, `${number(column)} <= -1`)
  }
  const tests = [...classes].map(([code, [from]]) => `WHEN ${code} THEN ${from}`)
  return unlessMissing(column, `(CASE ${number(column)} ${tests.join(' ')} END)::DOUBLE`)
}

function isOtherYear(column: Column, expected: number): string {
  return `coalesce(${unlessMissing(column, number(column))} <> ${expected}, false)`
}

/** NULL where one of the columns is blank: such a record cannot be told to be anybody's. */
function identityOf(columns: readonly Column[]): string {
  const texts = columns.map(column => `nullif(trim(${textOf(column)}), '')`)
  return texts.join(` || '|' || `)
}

function sexOf(column: Column, { male, female }: Binding['sex']): string {
  return unlessMissing(
    column,
    `CASE WHEN ${holdsAny(column, male)} THEN 1::TINYINT WHEN ${holdsAny(column, female)} THEN 2::TINYINT END`,
  )
}

function unlessMissing(column: Column, form: string, ...missing: readonly string[]): string {
  const tests = [...declaredMissing(column), ...missing]
  return tests.length === 0 ? form : `CASE WHEN ${tests.join(' OR ')} THEN NULL ELSE ${form} END`
}
