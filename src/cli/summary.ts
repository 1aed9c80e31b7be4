/**
 * What `ejz analyse` says when it is done: the headline figures of the target, wave by wave, and the trend break.
 *
 * Figures are rounded as in the report: whole percent where the interval is wide.
 */
import type { BreakEntry, EstimateEntry, Results } from '../core/results.ts'
import type { Column } from './print-table.ts'

export interface Headline {
  readonly estimate: EstimateEntry
  /** change since the wave before, of the same source and measure */
  readonly change: number | null
}

const HEADLINE_MEASURES = ['lonely', 'severe']

export function headlines({ estimates, changes }: Results): Headline[] {
  return estimates.filter(isHeadline).map(estimate => ({
    estimate,
    change:
      changes.find(
        ({ source, measure, standard, domain, to, from }) =>
          source === estimate.source &&
          measure === estimate.measure &&
          standard === estimate.standard &&
          isTotal(domain) &&
          domain.target === estimate.domain.target &&
          to === estimate.wave &&
          from === waveBefore(estimate, estimates),
      )?.diff ?? null,
  }))
}

function isHeadline({ measure, domain, standard }: EstimateEntry): boolean {
  return (
    HEADLINE_MEASURES.includes(measure) && standard === null && isTotal(domain) && domain.target !== 'all'
  )
}

function isTotal(domain: Readonly<Record<string, string>>): boolean {
  return Object.keys(domain).length === 1
}

function waveBefore(estimate: EstimateEntry, estimates: readonly EstimateEntry[]): string | undefined {
  return estimates
    .filter(
      other => isHeadline(other) && other.source === estimate.source && other.measure === estimate.measure,
    )
    .filter(other => other.time < estimate.time)
    .toSorted((a, b) => b.time - a.time)[0]?.wave
}

export const HEADLINE_COLUMNS: readonly Column<Headline>[] = [
  { key: 'source', title: 'source', value: ({ estimate }) => estimate.source },
  { key: 'wave', title: 'wave', value: ({ estimate }) => estimate.wave },
  { key: 'measure', title: 'measure', value: ({ estimate }) => estimate.measure },
  { key: 'target', title: 'people', value: ({ estimate }) => estimate.domain.target },
  {
    key: 'value',
    title: '%',
    align: 'right',
    value: ({ estimate }) => estimate.value,
    text: ({ estimate }) => percent(estimate.value, digits(estimate)) || 'not shown',
  },
  { key: 'low', title: 'from', align: 'right', value: ({ estimate }) => estimate.low, text: bound('low') },
  { key: 'high', title: 'to', align: 'right', value: ({ estimate }) => estimate.high, text: bound('high') },
  {
    key: 'change',
    title: 'change',
    align: 'right',
    value: ({ change }) => change,
    text: ({ change }) => signed(change),
  },
  {
    key: 'n',
    title: 'n',
    align: 'right',
    value: ({ estimate }) => estimate.n,
    text: ({ estimate }) => (estimate.n === null ? '' : grouped(estimate.n)),
  },
  {
    key: 'reason',
    title: 'reason',
    value: ({ estimate }) => estimate.reason ?? null,
    text: ({ estimate }) => (estimate.reason ?? '').replaceAll('_', ' '),
  },
]

function bound(side: 'low' | 'high') {
  return ({ estimate }: Headline) => percent(estimate[side], digits(estimate))
}

/** The judgement of each headline break in one sentence, that of the primary standard first. */
export function breakSentences({ breaks }: Results): string[] {
  const headline = breaks.filter(
    ({ measure, domain, shown }) =>
      shown && measure === 'lonely' && isTotal(domain) && domain.target !== 'all',
  )
  const sources = [...new Set(headline.map(({ source }) => source))]
  return sources.map(source => {
    const ofSource = headline.filter(entry => entry.source === source)
    return sentence(ofSource.find(({ standard }) => standard !== null) ?? ofSource[0])
  })
}

const CLASS_WORDS: Readonly<Record<BreakEntry['class'], string>> = {
  turnaround: 'yes: the trend has turned around, fewer lonely than the earlier trend led to expect',
  faster_decline: 'yes: loneliness falls faster than before',
  flattening: 'yes: the rise has flattened, fewer lonely than the earlier trend led to expect',
  continuation: 'no: the earlier trend continues',
  acceleration: 'loneliness grows faster than before',
  unfavourable_reversal: 'the trend has turned for the worse',
  inconclusive: 'cannot be told apart from the earlier trend with these data',
  not_assessable: 'cannot be assessed',
}

function sentence(entry: BreakEntry): string {
  const { assessed, expected, source, standard, reason } = entry
  const about = `${source}, ${standard === null ? 'crude' : `standardised to ${standard}`}`
  const verdict = `Trend break (${about}): ${CLASS_WORDS[entry.class]}`
  if (assessed === null) return `${verdict}${reason === null ? '' : ` (${reason})`}.`
  const [low, high] = assessed.ci95
  const difference = `${signed(assessed.delta)} percentage points from the expected ${percent(expected, 1)} %`
  return `${verdict}; in ${assessed.wave} ${difference} (95 % ${signed(low)} to ${signed(high)}).`
}

/** One decimal for a half-width below one percentage point and an effective sample of 1,000 or more. */
function digits({ value, low, high, neff, n, cite }: EstimateEntry): 0 | 1 {
  const published = cite !== undefined && value !== null
  if (published && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9) return 0
  if (low === null || high === null) return 0
  return (high - low) / 2 < 0.01 && (neff ?? n ?? 0) >= 1000 ? 1 : 0
}

function percent(value: number | null, decimals: number): string {
  return value === null ? '' : rounded(value * 100, decimals)
}

function signed(difference: number | null): string {
  if (difference === null) return ''
  const text = rounded(Math.abs(difference) * 100, 1)
  return Number(text) === 0 ? text : `${difference < 0 ? '\u2212' : '+'}${text}`
}

/** Half away from zero, of 12 significant digits so that 56.5 stored a hair lower still is 56.5. */
function rounded(value: number, decimals: number): string {
  const scaled = Number((value * 10 ** decimals).toPrecision(12))
  return (Math.floor(scaled + 0.5) / 10 ** decimals).toFixed(decimals)
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}
