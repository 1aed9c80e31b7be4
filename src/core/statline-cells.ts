/** A number for each observation of a StatLine table that tells which cell it is: equal cells, equal numbers. */
import type { StatLineTable } from './statline.ts'

type Cells = Pick<StatLineTable, 'dimensions' | 'measures' | 'codes' | 'measure' | 'length'>

/**
 * By categories and measure, leaving out the dimension `without`; renumbered on the way where the possible cells outnumber the whole numbers of a double.
 */
export function cellNumbers(
  { dimensions, measures, codes, measure, length }: Cells,
  without = -1,
): Float64Array {
  let keys = Float64Array.from(measure)
  let possible = measures.length
  for (const [d, { categories }] of dimensions.entries()) {
    if (d === without) continue
    if (possible * categories.length > Number.MAX_SAFE_INTEGER) {
      keys = renumbered(keys)
      possible = length
    }
    for (let i = 0; i < length; i++) keys[i] = keys[i] * categories.length + codes[d][i]
    possible *= categories.length
  }
  return keys
}

function renumbered(keys: Float64Array): Float64Array<ArrayBuffer> {
  const numbers = new Map<number, number>()
  return Float64Array.from(keys, key => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}
