/**
 * Merges the cells of a standard that hold too few respondents.
 *
 * Decided once on the national target: a cell with n < 50 or n_eff < 30 in any
 * wave is too small, and the cells that result serve all waves and domains. The
 * oldest band with such a cell goes first. It joins its older neighbour (the
 * open band its younger one): once, or as long as the result begins at 85 or
 * later; then its sexes join; then ages again. For 75-79, 80-84, 85-89, 90+ that
 * is: 85-89 with 90+, then sexes. Shares are added, never spread.
 *
 * Source: NCHS 2(175) (2017) for n_eff 30; the method paper, part 2.1.
 */
import type { FittedCell } from './fit.ts'

export interface CollapsedBand {
  readonly from: number
  /** exclusive, null for open */
  readonly to: number | null
  readonly sexes: 'apart' | 'together'
}

export interface CellSize {
  readonly n: number
  /** null where the variance says nothing: n decides */
  readonly neff: number | null
}

/** `sizesOf` gives the size of a cell, merged or not, in each wave of the national target. */
export function collapse(
  cells: readonly FittedCell[],
  sizesOf: (cell: FittedCell) => readonly CellSize[],
  smallest = { n: 50, neff: 30 },
): CollapsedBand[] {
  const tooSmall = remember((cell: FittedCell) =>
    sizesOf(cell).some(({ n, neff }) => n < smallest.n || (neff ?? n) < smallest.neff),
  )
  const apart = cells.some(({ sex }) => sex !== null)
  let bands = ownBands(cells)
  for (;;) {
    const weak = bands.findLastIndex(band => intoBands(cells, [band]).some(tooSmall))
    const merged = weak === -1 ? null : mergeAt(bands, weak, apart)
    if (merged === null) return bands.map(({ from, to, sexes }) => ({ from, to, sexes }))
    bands = merged
  }
}

/** The cells joined into these bands; those of one sex stay with that sex. */
export function intoBands(cells: readonly FittedCell[], bands: readonly CollapsedBand[]): FittedCell[] {
  return bands.flatMap(band => {
    const inside = cells.filter(cell => cell.from >= band.from && end(cell.to) <= end(band.to))
    const sexes = [...new Set(inside.map(({ sex }) => sex))]
    if (band.sexes === 'together') return sexes.length === 0 ? [] : [join(inside, band, sexes)]
    return sexes.map(sex =>
      join(
        inside.filter(cell => cell.sex === sex),
        band,
        [sex],
      ),
    )
  })
}

interface Band extends CollapsedBand {
  /** has joined another by age */
  readonly joined: boolean
}

/** Ages below this are worth keeping apart, at the cost of the sexes. */
const OLDEST = 85

function ownBands(cells: readonly FittedCell[]): Band[] {
  const byAge = new Map(cells.map(({ from, to }) => [from, to]))
  return [...byAge]
    .sort(([a], [b]) => a - b)
    .map(([from, to]) => ({ from, to, sexes: 'apart', joined: false }))
}

/** The bands after one step for band `at`; null when there is nothing left to merge. */
function mergeAt(bands: readonly Band[], at: number, apart: boolean): Band[] | null {
  const first = at + 1 < bands.length ? at : at - 1
  const possible = bands.length > 1
  const byAge = possible && (!bands[at].joined || bands[first].from >= OLDEST)
  if (!byAge && apart && bands[at].sexes === 'apart') {
    return bands.map((band, i) => (i === at ? { ...band, sexes: 'together' } : band))
  }
  if (!possible) return null
  const [younger, older] = [bands[first], bands[first + 1]]
  const together = younger.sexes === 'together' || older.sexes === 'together'
  const joint: Band = {
    from: younger.from,
    to: older.to,
    sexes: together ? 'together' : 'apart',
    joined: true,
  }
  return [...bands.slice(0, first), joint, ...bands.slice(first + 2)]
}

function join(
  cells: readonly FittedCell[],
  band: CollapsedBand,
  sexes: readonly FittedCell['sex'][],
): FittedCell {
  return {
    from: band.from,
    to: band.to,
    sex: sexes.length === 1 ? sexes[0] : null,
    share: cells.reduce((share, cell) => share + cell.share, 0),
    ages: [...new Set(cells.flatMap(cell => cell.ages))].sort((a, b) => a - b),
  }
}

function remember(ask: (cell: FittedCell) => boolean): (cell: FittedCell) => boolean {
  const answers = new Map<string, boolean>()
  return cell => {
    const key = `${cell.from} ${cell.to} ${cell.sex}`
    const answer = answers.get(key) ?? ask(cell)
    answers.set(key, answer)
    return answer
  }
}

function end(to: number | null): number {
  return to ?? Infinity
}
