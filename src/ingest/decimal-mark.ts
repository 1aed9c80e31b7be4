/**
 * The decimal mark of a CSV, one for the whole file, by the evidence of its values.
 *
 * The beginning mostly decides. Where it does not, the rest of the file is
 * searched for cells that do. Values that could be thousands or decimals
 * (1.234) are refused when nothing in the file tells: reading 86.298 as 86,298
 * would give a number that looks right and is not.
 */
import { EjzError, type Problem } from '../core/error.ts'
import type { CsvFile, DecimalMark } from './csv-file.ts'
import type { CsvSample } from './csv-sample.ts'
import { laterNumbers } from './later-numbers.ts'
import { isBlank, numberForm, provenMark } from './number-form.ts'

export function decideDecimal(file: CsvFile, sample: CsvSample): DecimalMark {
  const columns = sample.header.map((name, column) => columnEvidence(name, sample, column))
  const point = columns.find(({ point }) => point !== null)
  const comma = columns.find(({ comma }) => comma !== null)
  if (point !== undefined && comma !== undefined) throw conflict(file, point, comma)
  if (point !== undefined) return 'point'
  if (comma !== undefined) return 'comma'
  const doubtful = columns.flatMap(({ name, ambiguous }) =>
    ambiguous === null ? [] : [{ name, ...ambiguous }],
  )
  if (sample.whole) return refuseDoubtful(file, doubtful)
  const later = laterNumbers(file, sample.header)
  return later.proven ?? refuseDoubtful(file, doubtful.length > 0 ? doubtful : later.ambiguous)
}

interface Cell {
  readonly line: number
  readonly value: string
}

interface ColumnEvidence {
  readonly name: string
  /** first cell that proves the mark */
  readonly point: Cell | null
  readonly comma: Cell | null
  readonly ambiguous: Cell | null
}

/** Only columns that mostly hold numbers give evidence: a remark may hold anything. */
function columnEvidence(name: string, { records }: CsvSample, column: number): ColumnEvidence {
  const first: Record<'point' | 'comma' | 'ambiguous', Cell | null> = {
    point: null,
    comma: null,
    ambiguous: null,
  }
  let numbers = 0
  let filled = 0
  for (const { fields, line } of records) {
    const value = fields[column].trim()
    if (isBlank(value)) continue
    filled++
    const form = numberForm(value)
    if (form === 'other') continue
    numbers++
    const kind = form.endsWith('ambiguous') ? 'ambiguous' : provenMark(form)
    if (kind !== null) first[kind] ??= { line, value }
  }
  return numbers * 2 >= filled ? { name, ...first } : { name, point: null, comma: null, ambiguous: null }
}

function refuseDoubtful(file: CsvFile, doubtful: readonly (Cell & { name: string })[]): DecimalMark {
  if (doubtful.length === 0) return 'point'
  const problems = doubtful.map(({ name, line, value }): Problem => {
    const mark = value.includes('.') ? 'point' : 'comma'
    return {
      code: 'ambiguous-number',
      message: `column ${name}: ${value} may be a thousand-fold or a decimal number, and nothing in the file tells which`,
      hint: `write decimal: ${mark} in the study file if ${value} is a decimal number, else decimal: ${other(mark)}`,
      where: `${file.path}:${line}`,
    }
  })
  throw EjzError.of(problems, 'data')
}

function other(mark: DecimalMark): DecimalMark {
  return mark === 'point' ? 'comma' : 'point'
}

function conflict(file: CsvFile, point: ColumnEvidence, comma: ColumnEvidence): EjzError {
  const says = (evidence: ColumnEvidence, cell: Cell) =>
    `${cell.value} in column ${evidence.name} (line ${cell.line})`
  return new EjzError(
    'two-decimal-marks',
    `numbers have a point as well as a comma: ${says(point, point.point!)}, ${says(comma, comma.comma!)}`,
    'write decimal: point or decimal: comma in the study file; columns with the other mark are then text',
    'data',
    { where: `${file.path}:${point.point!.line}` },
  )
}
