/** Start of the programme and the shock windows, as the study file gave them and the results echo them. */
import { decimalYear } from '../../core/date.ts'
import type { Results } from '../../core/results.ts'

export interface Shock {
  readonly from: number
  readonly to: number
  readonly label: string
}

/** Decimal year; null where neither a break nor the options name it. */
export function programmeStart(results: Results): number | null {
  const { programme } = results.provenance.options
  const start = isRecord(programme) ? programme.start : undefined
  return results.breaks[0]?.t0 ?? (isDate(start) ? decimalYear(start) : null)
}

export function programmeName(results: Results): string | null {
  const { programme } = results.provenance.options
  return isRecord(programme) && typeof programme.name === 'string' ? programme.name : null
}

export function shocks(results: Results): Shock[] {
  const listed = results.provenance.options.shocks
  if (!Array.isArray(listed)) return []
  return listed.flatMap((shock: unknown) =>
    isRecord(shock) && isDate(shock.from) && isDate(shock.to)
      ? [{ from: decimalYear(shock.from), to: decimalYear(shock.to), label: String(shock.label ?? '') }]
      : [],
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}
