/**
 * Answer codes that nobody declared: one warning per column of an item or a delivered score, with the codes and how often each occurs.
 *
 * Only the most frequent codes are named: a column bound by mistake may hold
 * anything, and respondents' texts do not belong in a message.
 */
import { basename } from 'node:path'
import type { Binding } from '../core/binding.ts'
import type { Warning } from '../core/warning.ts'
import type { Engine } from '../engine/engine.ts'
import { refuseEarlierScores } from '../sources/cbs-earlier-scale.ts'
import type { OpenedFile } from './open-wave.ts'
import { columnOf, masks, rowsOf, textOf } from './scored.ts'

const NAMED = 5
const LONGEST = 20

export async function unknownCodes(engine: Engine, opened: OpenedFile): Promise<Warning[]> {
  const { relation, binding, file } = opened
  const rows = rowsOf(relation, binding, file)
  const { unknown } = masks(relation, binding, file)
  const [seen] = await engine.rows(`SELECT bit_or(${unknown}) AS bits FROM ${rows}`)
  const warnings: Warning[] = []
  for (const [bit, column] of columnsByBit(binding)) {
    if ((Number(seen.bits ?? 0) & bit) === 0) continue
    const code = textOf({ ...columnOf(relation, file, column), missing: [] })
    const counts = await engine.rows(
      `SELECT code, count(*)::INTEGER AS n FROM (SELECT ${code} AS code, ${unknown} AS bits FROM ${rows})
       WHERE bits & ${bit} <> 0 GROUP BY code ORDER BY n DESC, code`,
    )
    const found = counts.map((row): [string, number] => [String(row.code), Number(row.n)])
    if (binding.delivered?.use === 'scored') {
      const codes = found.map(([code]) => code)
      refuseEarlierScores(opened.spec, codes, `${basename(file.path)}, variable ${column}`)
    }
    warnings.push(unknownCode(opened, column, found))
  }
  return warnings
}

/** The bit of each item, or of each delivered score, in the mask of unknown codes. */
function columnsByBit({ items, delivered }: Binding): (readonly [bit: number, column: string])[] {
  return delivered?.use === 'scored'
    ? delivered.scores.map(({ column }, i) => [1 << i, column])
    : [...items].map(([item, column]) => [1 << (item - 1), column])
}

const OF_ITEMS = 'declare the code under codes: as yes, moreOrLess, no or missing'
const OF_SCORES = 'declare the code under codes: as missing, or ask the supplier what it means'

function unknownCode(
  { file, binding }: OpenedFile,
  column: string,
  counts: readonly [string, number][],
): Warning {
  const named = counts.slice(0, NAMED).map(([code, n]) => [shortened(code), n] as const)
  const others = counts.length - named.length
  const list = named.map(([code, n]) => `${code} (${n}×)`).join(', ')
  const count = counts.reduce((sum, [, n]) => sum + n, 0)
  const scores = binding.delivered?.use === 'scored'
  const thing = scores ? 'score' : 'answer'
  const said =
    count === 1
      ? `${thing} has a code that nobody declared and is`
      : `${thing}s have a code that nobody declared and are`
  return {
    code: 'unknown_code',
    message: `${count} ${said} taken as missing: ${list}${others > 0 ? ` and ${others} other codes` : ''}`,
    hint: scores ? OF_SCORES : OF_ITEMS,
    where: `${basename(file.path)}, variable ${column}`,
    count,
    values: Object.fromEntries(named),
  }
}

function shortened(code: string): string {
  return code.length > LONGEST ? `${code.slice(0, LONGEST)}…` : code
}
