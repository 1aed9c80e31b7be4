/**
 * How SPSS shows each variable: measure, width of its column and alignment (extension record 11).
 *
 * One triple, or in old files a pair without the width, for every variable of the
 * file; each segment of a very long string is one.
 * Source: PSPP Developer's Guide 1.6, "Variable Display Parameter Record".
 */
import type { Variable } from '../core/data-file.ts'
import type { SavDictionary } from './sav-dictionary.ts'

export type Display = Pick<Variable, 'measure' | 'columns' | 'alignment'>

/** By first cell. A record of another length says nothing that can be relied on. */
export function displays({ cells, extensions, header }: SavDictionary): Map<number, Display> {
  const record = extensions.get(DISPLAY)
  if (record === undefined) return new Map()
  const starts = [...cells.keys()].filter(cell => cells[cell].width >= 0)
  const size = record.length / 4 / starts.length
  if (size !== 3 && size !== 2) return new Map()
  const numbers = Array.from({ length: record.length / 4 }, (_, i) =>
    header.littleEndian ? record.readInt32LE(i * 4) : record.readInt32BE(i * 4),
  )
  return new Map(
    starts.map((cell, i) => {
      const columns = size === 3 ? numbers[i * 3 + 1] : undefined
      return [cell, display(numbers[i * size], columns, numbers[(i + 1) * size - 1])]
    }),
  )
}

const DISPLAY = 11
export const MEASURES = [undefined, 'nominal', 'ordinal', 'scale'] as const
export const ALIGNMENTS = ['left', 'right', 'centre'] as const

function display(measure: number, columns: number | undefined, alignment: number): Display {
  return {
    ...(MEASURES[measure] === undefined ? {} : { measure: MEASURES[measure] }),
    ...(columns === undefined || columns < 0 ? {} : { columns }),
    ...(ALIGNMENTS[alignment] === undefined ? {} : { alignment: ALIGNMENTS[alignment] }),
  }
}
