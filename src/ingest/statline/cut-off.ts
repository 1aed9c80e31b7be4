/** Whether a download stopped before the end of the table: its pages, its counts, the limit of the service. */
import type { Warning } from '../../core/warning.ts'
import type { FigureParts } from './figure-parts.ts'

/** The rows that `ODataApi` gives at most. */
const LIMIT_V3 = 10_000

export function cutOff(figures: FigureParts, length: number, described: number | null): Warning[] {
  const [{ file }] = figures.parts
  const counted =
    figures.format === 'json'
      ? figures.parts.map(({ part }) => part.count).find(count => count !== null)
      : null
  const whole = counted ?? described
  if (
    whole !== null &&
    whole !== undefined &&
    figures.parts[0].part.kind === 'observations' &&
    whole !== length
  ) {
    return [
      warning(
        `the table is said to have ${whole} observations; ${length} are here`,
        file.where,
        length,
        whole,
      ),
    ]
  }
  if (figures.format === 'csv') return []
  if (figures.parts.every(({ part }) => part.continues)) {
    return [warning('a further page of the table is announced and is not here', file.where, length, null)]
  }
  const full = figures.parts.every(({ part }) => part.version === 3 && part.records.length === LIMIT_V3)
  if (!full) return []
  return [
    warning(
      `there are exactly ${LIMIT_V3} rows, the most that the service gives at once: the table was probably cut off`,
      file.where,
      length,
      null,
    ),
  ]
}

function warning(message: string, where: string, here: number, whole: number | null): Warning {
  return {
    code: 'probably_cut_off',
    message,
    hint: 'download the bulk CSV, or the pages that are missing into the same folder',
    where,
    values: { here, ...(whole === null ? {} : { whole }) },
  }
}
