/**
 * The observations of a table while they are read: one growing column per thing that is known.
 *
 * A cell costs 12 bytes and 4 per dimension, and no object.
 */
export class Observations {
  length = 0
  /** of topics that nobody asked for */
  skipped = 0
  readonly categories: CategoryList[]
  readonly measures = new CategoryList()
  readonly absent = new Map<number, string>()
  readonly texts = new Map<number, string>()
  private codes: Int32Array[]
  private measure = new Int32Array(FIRST)
  private values = new Float64Array(FIRST)

  constructor(dimensions: number) {
    this.categories = Array.from({ length: dimensions }, () => new CategoryList())
    this.codes = this.categories.map(() => new Int32Array(FIRST))
  }

  /** `codes` are indices into `categories`, `measure` is an index of the caller's own list. */
  add(codes: ArrayLike<number>, measure: number, value: number): void {
    const at = this.length++
    if (at === this.values.length) this.grow()
    for (let i = 0; i < this.codes.length; i++) this.codes[i][at] = codes[i]
    this.measure[at] = measure
    this.values[at] = value
  }

  columns(): { codes: Int32Array[]; measure: Int32Array; values: Float64Array } {
    return {
      codes: this.codes.map(column => column.slice(0, this.length)),
      measure: this.measure.slice(0, this.length),
      values: this.values.slice(0, this.length),
    }
  }

  private grow(): void {
    const size = this.values.length * 2
    this.codes = this.codes.map(column => grown(new Int32Array(size), column))
    this.measure = grown(new Int32Array(size), this.measure)
    this.values = grown(new Float64Array(size), this.values)
  }
}

const FIRST = 1 << 12

function grown<Column extends Int32Array | Float64Array>(larger: Column, column: Column): Column {
  larger.set(column)
  return larger
}

/** Codes in the order of their first appearance, with the line where each first stood. */
export class CategoryList {
  readonly keys: string[] = []
  readonly lines: number[] = []
  private readonly places = new Map<string, number>()

  index(key: string, line: number): number {
    const known = this.places.get(key)
    if (known !== undefined) return known
    const place = this.keys.length
    this.places.set(key, place)
    this.keys.push(key)
    this.lines.push(line)
    return place
  }
}
