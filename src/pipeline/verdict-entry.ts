/** The verdict table: lonely in the target, crude and by the primary standard, of every source. */
import type { VerdictEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { familyP } from '../trend/family.ts'
import { verdict } from '../trend/verdict.ts'
import type { JudgedBreak } from './break-entry.ts'
import { standardId } from './standard-populations.ts'

/** Null when no source has a series to judge. */
export function verdictEntry(
  study: Study,
  breaks: readonly JudgedBreak[],
  instruments: ReadonlyMap<string, string>,
): VerdictEntry | null {
  const measure = study.primary?.measure ?? 'lonely'
  const standard = study.standard.length === 0 ? null : standardId(study.standard[0])
  const rows = breaks.filter(
    ({ entry }) => entry.measure === measure && (entry.standard === null || entry.standard === standard),
  )
  const primary = primaryOf(study, rows)
  if (primary === undefined) return null
  const adjusted = familyP(rows.map(row => ({ primary: row === primary, p: row.p })))
  const cells = rows.map((row, i) => ({
    source: row.entry.source,
    level: row.entry.level,
    measure,
    instrument: instruments.get(row.entry.source) ?? '',
    class: row.entry.class,
    strength: row.entry.strength,
    robust: row.entry.robust?.robust ?? null,
    pHolm: adjusted[i],
    flags: row.entry.flags,
    primary: row === primary,
  }))
  const { source, assessed } = primary.entry
  return {
    ...verdict(cells),
    primary: {
      source,
      measure,
      standard: primary.entry.standard,
      wave: assessed?.wave ?? study.primary?.wave ?? null,
    },
  }
}

/** The source named in advance, else the Gezondheidsmonitor, else the first; corrected for ageing where it can be. */
function primaryOf(study: Study, rows: readonly JudgedBreak[]): JudgedBreak | undefined {
  const named = study.primary?.source ?? 'gezondheidsmonitor'
  const own = rows.filter(({ entry }) => entry.source === named)
  const candidates =
    own.length > 0 || study.primary !== null
      ? own
      : rows.filter(row => row.entry.source === rows[0].entry.source)
  return candidates.find(({ entry }) => entry.standard !== null) ?? candidates[0]
}
