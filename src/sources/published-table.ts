/**
 * The figures of one wave in a published table of CBS or RIVM.
 *
 * Which table it is, is told by its own columns, so that its successors are
 * read too; every other table is refused, with the tables that are known.
 */
import type { StatLineTable } from '../core/statline.ts'
import type { WaveSpec } from '../core/study.ts'
import { cbsFigures, isCbsLoneliness } from './published-cbs.ts'
import { isRivmLoneliness, rivmFigures } from './published-rivm.ts'
import type { PublishedRequest, PublishedTable } from './published-wave.ts'
import { tableError, tableName } from './statline-slice.ts'

export function publishedTable(table: StatLineTable, request: PublishedRequest): PublishedTable {
  const { profile } = request.wave
  const kind = isCbsLoneliness(table) ? 'cbs' : isRivmLoneliness(table) ? 'rivm' : null
  if (kind === null) throw unknown(table, request.wave)
  if (kind !== profile) throw otherSource(table, kind, request.wave)
  return kind === 'cbs' ? cbsFigures(table, request) : rivmFigures(table, request)
}

const KNOWN =
  'tables that hold loneliness: CBS 85766NED (source: cbs); RIVM 50052NED, 50120NED, 50150NED and their successors (source: rivm)'

/** The regional tables of the Gezondheidsmonitor at CBS, which one might expect it in. */
const WITHOUT = ['82166NED', '83674NED', '85012NED', '85563NED']

function unknown(table: StatLineTable, { where }: WaveSpec) {
  const name = tableName(table)
  const reason = WITHOUT.includes(table.id ?? '')
    ? 'CBS publishes the Gezondheidsmonitor without loneliness'
    : `its topics are ${listed(table.measures.map(({ stem }) => stem))}, by ${listed(table.dimensions.map(({ key }) => key))}`
  return tableError(table, 'table-unknown', `${name} holds no figures on loneliness: ${reason}`, KNOWN, where)
}

function otherSource(table: StatLineTable, kind: 'cbs' | 'rivm', { profile, where }: WaveSpec) {
  const message =
    kind === 'rivm'
      ? `${tableName(table)} holds model estimates of RIVM, which are not a wave of ${profile}`
      : `${tableName(table)} holds figures of CBS Sociale samenhang & Welzijn, not of ${profile}`
  return tableError(table, 'table-of-other-source', message, `write \`source: ${kind}\``, where)
}

function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)]
  return distinct.length <= 6
    ? distinct.join(', ')
    : `${distinct.slice(0, 6).join(', ')} and ${distinct.length - 6} more`
}
