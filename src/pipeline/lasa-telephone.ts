/**
 * The six items that a telephone interview of LASA asks, for people who gave no answers otherwise.
 *
 * They are the items of the short scale. With the eleven items these people have
 * no score: five answers are missing, more than any rule allows.
 */
import type { Variable } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { contradictions } from '../sources/contradictions.ts'
import { answerMeaning } from '../sources/label-meaning.ts'
import { lasaProfile, TELEPHONE_ITEMS } from '../sources/lasa.ts'
import type { LasaWave } from '../sources/lasa-waves.ts'
import { type LasaTable, numberAt } from './lasa-table.ts'

/** Of item 3 in wave H: htrlo3. */
export function telephoneName({ prefix }: LasaWave, item: number): string {
  return `${prefix}trlo${item}`
}

export function telephoneNames(wave: LasaWave): string[] {
  return TELEPHONE_ITEMS.map(item => telephoneName(wave, item))
}

/** A file that lacks one of the six, or labels them the other way round, would give wrong scores. */
export function checkTelephone(spec: WaveSpec, wave: LasaWave, table: LasaTable): void {
  const { path } = table.file
  const lacking = telephoneNames(wave).filter(name => !table.columns.has(name))
  if (lacking.length > 0) {
    const message = `${table.name} lacks ${lacking.length} of the six items: ${lacking.join(', ')}`
    const hint = 'ask LASA for the whole file, or leave it out of the folder'
    throw new EjzError('columns-missing', message, hint, 'data', { where: path })
  }
  const { answers } = lasaProfile(spec)
  if (answers === null) return
  const { yes, moreOrLess, no, missing } = spec.codes
  const codes = {
    yes: yes ?? answers.yes,
    moreOrLess: moreOrLess ?? answers.moreOrLess,
    no: no ?? answers.no,
    missing: missing ?? answers.missing,
  }
  const variables = telephoneNames(wave).flatMap(name => table.columns.get(name)?.variable ?? [])
  const problems = contradictions(codes, { path, variables }, answerMeaning)
  if (problems.length > 0) throw EjzError.of(problems, 'data')
}

/** People with a record by telephone and no answer at all in the file with the eleven items. */
export function telephoned(
  telephone: LasaTable | null,
  items: LasaTable | null,
  itemNames: readonly string[],
): ReadonlySet<string> {
  if (telephone === null) return new Set()
  const answered = (person: string) => {
    const row = items?.rows.get(person)
    return itemNames.some(name => {
      const column = items?.columns.get(name.toLowerCase())
      return column !== undefined && !Number.isNaN(numberAt(column, row))
    })
  }
  return new Set([...telephone.rows.keys()].filter(person => !answered(person)))
}

/** The variable of an item as the file by telephone has it, under the name of the main interview. */
export function asItem({ valueLabels, missing, label }: Variable, name: string): Variable {
  return { name, label, type: 'number', format: 'F8.0', valueLabels, missing }
}

export function telephoneWarnings(scale: WaveSpec['scale'], count: number, people: number): Warning[] {
  if (count === 0) return []
  if (scale === 'djg6') {
    const message = `${count} of ${people} people were interviewed by telephone: they count with their six items`
    return [{ code: 'telephone_included', message, count }]
  }
  return [
    {
      code: 'telephone_six_items',
      message: `${count} of ${people} people were interviewed by telephone, which asks six of the eleven items: they have no score`,
      hint: 'with `scale: djg6` they have one',
      count,
    },
  ]
}
