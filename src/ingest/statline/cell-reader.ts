/**
 * Cells of a table as numbers, and the evidence about their decimal mark.
 *
 * Cells are read under an assumption (mark, which columns are text) while what
 * speaks against it is kept; `judge` then accepts, asks for another pass under a
 * better assumption, or refuses. Symbols of StatLine: `.` unknown, unreliable or
 * secret; blank = cannot occur; `x` secret; `-` nil. None of them is a zero.
 */
import { EjzError } from '../../core/error.ts'
import { numberForm, provenMark, toNumber } from '../number-form.ts'

export type Mark = 'point' | 'comma'

export interface Assumption {
  readonly mark: Mark
  /** 1.234 is read under the mark without other evidence: the form prescribes the mark */
  readonly trusted: boolean
  readonly textColumns: ReadonlySet<number>
}

export type Cell = string | number | null

interface Place {
  readonly line: number
  readonly cell: string
}

interface ColumnEvidence {
  numbers: number
  texts: number
  firstText: Place | null
  point: Place | null
  comma: Place | null
  ambiguous: Place | null
  /** 0363: a number would lose its zero */
  leadingZero: boolean
}

export class CellReader {
  /** of the last cell: what stands in place of a number, and why there is none */
  text: string | null = null
  reason: string | null = null
  padded = false
  private readonly columns: (ColumnEvidence | undefined)[] = []

  constructor(readonly assumption: Assumption) {}

  read(column: number, cell: Cell, line: number): number {
    this.text = null
    this.reason = null
    if (cell === null) return Number.NaN
    if (typeof cell === 'number') return cell
    if (cell === '') return Number.NaN
    const bare = cell.trim()
    this.padded ||= cell.length !== bare.length && cell[0] === ' '
    if (this.assumption.textColumns.has(column)) {
      this.text = bare === '' ? null : bare
      return Number.NaN
    }
    if (bare === '' || bare === '.' || bare === 'NA' || bare === 'NaN') return Number.NaN
    return this.readNumber(this.evidence(column), bare, line)
  }

  /** Null = the assumption held. */
  judge(columnName: (column: number) => string, where: (line: number) => string): Assumption | null {
    const { textColumns, mark, trusted } = this.assumption
    const found = this.columns.flatMap((evidence, column) =>
      evidence === undefined ? [] : [{ column, ...evidence }],
    )
    const texts = found.filter(({ numbers, texts, leadingZero }) => texts > numbers || leadingZero)
    if (texts.length > 0) {
      const all = new Set([...textColumns, ...texts.map(({ column }) => column)])
      return { mark, trusted, textColumns: all }
    }
    const point = first(found, 'point')
    const comma = first(found, 'comma')
    if (point !== null && comma !== null) throw twoMarks(point, comma, columnName, where)
    const proven: Mark | null = point !== null ? 'point' : comma !== null ? 'comma' : null
    if (proven !== null && proven !== mark) return { mark: proven, trusted: true, textColumns }
    const ambiguous = first(found, 'ambiguous')
    if (ambiguous !== null && proven === null) throw ambiguousNumber(ambiguous, columnName, where)
    const text = first(found, 'firstText')
    if (text !== null) throw noNumber(text, columnName, where)
    return null
  }

  private evidence(column: number): ColumnEvidence {
    const known = this.columns[column]
    if (known !== undefined) return known
    const evidence: ColumnEvidence = {
      numbers: 0,
      texts: 0,
      firstText: null,
      point: null,
      comma: null,
      ambiguous: null,
      leadingZero: false,
    }
    this.columns[column] = evidence
    return evidence
  }

  private readNumber(evidence: ColumnEvidence, bare: string, line: number): number {
    const { mark, trusted } = this.assumption
    if (/^-?\d+$/.test(bare)) {
      evidence.numbers++
      evidence.leadingZero ||= /^0\d/.test(bare)
      return Number(bare)
    }
    const symbol = bare.length === 1 ? SYMBOLS.get(bare) : undefined
    if (symbol !== undefined) {
      this.reason = symbol
      return Number.NaN
    }
    const form = numberForm(bare)
    if (form === 'other') {
      evidence.texts++
      evidence.firstText ??= { line, cell: bare }
      this.text = bare
      return Number.NaN
    }
    evidence.numbers++
    const proven = provenMark(form)
    if (proven !== null) evidence[proven] ??= { line, cell: bare }
    else if (!(trusted && form === `${mark}-ambiguous`)) evidence.ambiguous ??= { line, cell: bare }
    return toNumber(bare, mark) ?? Number.NaN
  }
}

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['x', 'Confidential'],
  ['X', 'Confidential'],
  ['-', 'Nil'],
  ['–', 'Nil'],
])

interface Found extends Place {
  readonly column: number
}

function first(
  columns: readonly (ColumnEvidence & { column: number })[],
  kind: 'point' | 'comma' | 'ambiguous' | 'firstText',
): Found | null {
  for (const evidence of columns) {
    const place = evidence[kind]
    if (place !== null) return { ...place, column: evidence.column }
  }
  return null
}

type Naming = (column: number) => string
type Locating = (line: number) => string

function twoMarks(point: Found, comma: Found, name: Naming, where: Locating): EjzError {
  const says = ({ cell, column, line }: Found) => `${cell} in ${name(column)} (line ${line})`
  return new EjzError(
    'two-decimal-marks',
    `numbers have a point as well as a comma: ${says(point)}, ${says(comma)}`,
    'download the table again and name the file as it came, without opening and saving it in between',
    'data',
    { where: where(point.line) },
  )
}

function ambiguousNumber({ cell, column, line }: Found, name: Naming, where: Locating): EjzError {
  return new EjzError(
    'ambiguous-number',
    `${name(column)}: ${cell} may be a thousand-fold or a decimal number, and nothing in the file tells which`,
    'download the table again and name the file as it came, without opening and saving it in between',
    'data',
    { where: where(line) },
  )
}

function noNumber({ cell, column, line }: Found, name: Naming, where: Locating): EjzError {
  return new EjzError(
    'statline-number',
    `${name(column)}: "${cell}" is neither a number nor a sign that StatLine uses`,
    'remove what was written into the table, or download it again',
    'data',
    { where: where(line) },
  )
}
