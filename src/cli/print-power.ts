/**
 * What designs can find, as a table.
 *
 * People see percentage points, the series of the target and the waves in
 * words; programs get everything, as proportions.
 */
import type { PowerEntry } from '../core/results.ts'
import type { PlannedPower } from '../pipeline/power-plan.ts'
import { type Column, type Format, printTable } from './print-table.ts'
import type { Terminal } from './terminal.ts'

export interface PowerRow
  extends Pick<
    PlannedPower,
    | 'alpha'
    | 'power'
    | 'margin'
    | 'tau'
    | 'asked'
    | 'seDelta'
    | 'mdeDelta'
    | 'mdeSlopePerYear'
    | 'provableMargin'
    | 'continuationAttainable'
    | 'seChange'
    | 'mdeChange'
    | 'mdeScore'
    | 'mdeNetChange'
    | 'simulation'
    | 'reason'
  > {
  readonly source: string | null
  readonly measure: string | null
  readonly people: string | null
  readonly standard: string | null
  readonly pre: readonly number[]
  readonly post: number | null
  readonly n: readonly (number | null)[]
  readonly deff: readonly (number | null)[]
  readonly p: number | null
  readonly rho: number | null
  readonly requiredN: number | null
  /** of the target as a whole, crude: what people see of a study */
  readonly isMain: boolean
}

export function plannedRow({ prevalence, n, ...planned }: PlannedPower): PowerRow {
  return {
    ...planned,
    source: null,
    measure: null,
    people: null,
    standard: null,
    p: prevalence,
    n: n ?? [],
    requiredN: planned.asked === null ? null : (n?.[0] ?? null),
    isMain: true,
  }
}

export function seriesRow(entry: PowerEntry): PowerRow {
  const used = entry.waves.filter(
    ({ role, wave }) => role === 'pre' || role === 'baseline' || wave === entry.assessed,
  )
  const { target, ...split } = entry.domain
  return {
    ...entry,
    people: [target, ...Object.values(split)].join(' '),
    pre: used.filter(({ wave }) => wave !== entry.assessed).map(({ time }) => time),
    post: entry.waves.find(({ wave }) => wave === entry.assessed)?.time ?? null,
    n: used.map(({ n }) => n),
    deff: used.map(({ deff }) => deff),
    rho: null,
    asked: null,
    mdeScore: null,
    mdeNetChange: null,
    simulation: null,
    reason: entry.reason ?? null,
    isMain: entry.standard === null && Object.keys(split).length === 0,
  }
}

const COLUMNS: readonly Column<PowerRow>[] = [
  { key: 'source', title: 'source', value: row => row.source },
  { key: 'measure', title: 'measure', value: row => row.measure },
  { key: 'people', title: 'people', value: row => row.people, only: 'programs' },
  { key: 'standard', title: 'standard', value: row => row.standard, only: 'programs' },
  { key: 'waves', title: 'waves', value: wavesOf, wraps: true },
  { key: 'n', title: 'respondents', value: row => listed(row.n), text: row => brief(row.n), wraps: true },
  { key: 'deff', title: 'deff', value: row => listed(row.deff), text: row => brief(row.deff), wraps: true },
  { key: 'p', title: 'p', value: row => row.p, only: 'programs' },
  { key: 'tau', title: 'tau', value: row => row.tau, only: 'programs' },
  { key: 'rho', title: 'rho', value: row => row.rho, only: 'programs' },
  { key: 'alpha', title: 'alpha', value: row => row.alpha, only: 'programs' },
  { key: 'power', title: 'power', value: row => row.power, only: 'programs' },
  { key: 'margin', title: 'margin', value: row => row.margin, only: 'programs' },
  points('asked', 'asked pp'),
  { key: 'seDelta', title: 'se', value: row => row.seDelta, only: 'programs' },
  points('mdeDelta', 'break pp'),
  points('mdeSlopePerYear', 'pp a year'),
  points('mdeChange', 'change pp'),
  { key: 'seChange', title: 'se', value: row => row.seChange, only: 'programs' },
  points('provableMargin', 'no break within pp'),
  {
    key: 'continuationAttainable',
    title: 'attainable',
    value: row => row.continuationAttainable,
    only: 'programs',
  },
  {
    key: 'mdeScore',
    title: 'score sd',
    value: row => row.mdeScore,
    text: ({ mdeScore }) => mdeScore?.toFixed(3) ?? '',
    align: 'right',
  },
  points('mdeNetChange', 'net change pp'),
  { key: 'requiredN', title: 'needed', value: row => row.requiredN, only: 'programs' },
  {
    key: 'simulatedPower',
    title: 'simulated power',
    value: row => row.simulation?.power ?? null,
    text: ({ simulation }) =>
      simulation === null ? '' : `${simulation.power.toFixed(3)} ± ${simulation.mcSe.toFixed(3)}`,
  },
  { key: 'mcSe', title: 'mc se', value: row => row.simulation?.mcSe ?? null, only: 'programs' },
  { key: 'draws', title: 'draws', value: row => row.simulation?.draws ?? null, only: 'programs' },
  {
    key: 'reason',
    title: 'why not',
    value: row => row.reason,
    text: row => row.reason?.replaceAll('_', ' ') ?? '',
    wraps: true,
  },
]

type Amount = 'asked' | 'mdeDelta' | 'mdeSlopePerYear' | 'mdeChange' | 'provableMargin' | 'mdeNetChange'

function points(key: Amount, title: string): Column<PowerRow> {
  const text = (row: PowerRow) => {
    const value = row[key]
    return value === null ? '' : (100 * value).toFixed(2)
  }
  return { key, title, value: row => row[key], text, align: 'right' }
}

export async function printPower(
  rows: readonly PowerRow[],
  format: Format,
  { out, err, quiet }: Terminal,
): Promise<void> {
  const isForPeople = format === 'table' || format === 'md'
  const shown = isForPeople ? rows.filter(({ isMain }) => isMain) : rows
  await printTable(out, format, COLUMNS, shown)
  if (quiet) return
  for (const note of notesOn(shown)) err.line(`note: ${note}`)
  const left = rows.length - shown.length
  if (left > 0) err.line(`note: ${left} more with --format csv: subgroups, and corrected for age`)
}

/** What the figures mean for the answer that can be given. */
function notesOn(rows: readonly PowerRow[]): string[] {
  const unattainable = rows.filter(row => row.continuationAttainable === false).length
  const impossible = rows.filter(row => row.reason === 'no_number_suffices')
  return [
    ...(unattainable === 0
      ? []
      : [
          `${rows.length === 1 ? 'this design cannot show' : `${unattainable} of ${rows.length} cannot show`} that there was no break within the margin of ${pp(rows[0].margin)}`,
        ]),
    ...impossible.map(
      ({ asked, tau }) =>
        `no number of respondents finds a break of ${pp(asked!)}: an error of ${pp(tau)} a wave alone hides it`,
    ),
  ]
}

function pp(value: number): string {
  return `${Number((100 * value).toPrecision(6))} pp`
}

function wavesOf({ pre, post }: PowerRow): string {
  const time = (year: number) => year.toFixed(1)
  return [pre.map(time).join(' '), ...(post === null ? [] : [time(post)])].join(' → ')
}

function listed(values: readonly (number | null)[]): string {
  return values.map(value => value ?? '').join(' ')
}

/** One number where all are the same; design effects with two digits. */
function brief(values: readonly (number | null)[]): string {
  const texts = values.map(value => (value === null ? '' : String(Math.round(value * 100) / 100)))
  return texts.every(text => text === texts[0]) ? (texts[0] ?? '') : texts.join(' ')
}
