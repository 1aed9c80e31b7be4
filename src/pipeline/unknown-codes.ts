/**
 * Answer codes that nobody declared: one warning per item column, with the codes and how often each occurs.
 *
 * Only the most frequent codes are named: a column bound by mistake may hold
 * anything, and respondents' texts do not belong in a message.
 */
import { basename } from 'node:path'
import type { Warning } from '../core/warning.ts'
import type { Engine } from '../engine/engine.ts'
import { quotedName } from '../engine/sql-text.ts'
import type { OpenedFile } from './open-wave.ts'
import { columnOf, masks, textOf } from './scored.ts'

const NAMED = 5
const LONGEST = 20

export async function unknownCodes(engine: Engine, opened: OpenedFile): Promise<Warning[]> {
  const { relation, binding, file } = opened
  const { unknown } = masks(relation, binding, file)
  const [seen] = await engine.rows(`SELECT bit_or(${unknown}) AS items FROM ${quotedName(relation.name)}`)
  const warnings: Warning[] = []
  for (const [item, column] of binding.items) {
    if ((Number(seen.items ?? 0) & (1 << (item - 1))) === 0) continue
    const code = textOf({ ...columnOf(relation, file, column), missing: [] })
    const counts = await engine.rows(
      `SELECT code, count(*)::INTEGER AS n FROM (SELECT ${code} AS code, ${unknown} AS bits FROM ${quotedName(relation.name)})
       WHERE bits & ${1 << (item - 1)} <> 0 GROUP BY code ORDER BY n DESC, code`,
    )
    warnings.push(
      unknownCode(
        opened,
        column,
        counts.map(row => [String(row.code), Number(row.n)]),
      ),
    )
  }
  return warnings
}

const HINT = 'declare the code under codes: as yes, moreOrLess, no or missing'

function unknownCode({ file }: OpenedFile, column: string, counts: readonly [string, number][]): Warning {
  const named = counts.slice(0, NAMED).map(([code, n]) => [shortened(code), n] as const)
  const others = counts.length - named.length
  const list = named.map(([code, n]) => `${code} (${n}×)`).join(', ')
  const count = counts.reduce((sum, [, n]) => sum + n, 0)
  return {
    code: 'unknown_code',
    message: `${count} answers have a code that nobody declared and are taken as missing: ${list}${others > 0 ? ` and ${others} other codes` : ''}`,
    hint: HINT,
    where: `${basename(file.path)}, variable ${column}`,
    count,
    values: Object.fromEntries(named),
  }
}

function shortened(code: string): string {
  return code.length > LONGEST ? `${code.slice(0, LONGEST)}…` : code
}
