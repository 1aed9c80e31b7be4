/** The rows of the trend-break figure: each series with its difference, and the same under other choices. */
import type { BreakEntry } from '../../core/results.ts'
import { date, pointsInterval, signedPoints } from '../format.ts'
import { isDomain, mainMeasure, mainStandard } from './survey.ts'
import { type Context, capital, marginText, standardName } from './wording.ts'

export type Sign = 'better' | 'worse' | 'same' | 'open'

export interface DeltaRow {
  /** heading it stands under */
  readonly heading: string
  readonly label: string
  /** in a sentence */
  readonly name: string
  readonly delta: number
  readonly ci95: readonly [number, number]
  readonly ci90: readonly [number, number] | null
  readonly margin: number
  readonly sign: Sign
  /** "omkering, sterk" */
  readonly outcome: string
}

const SIGNS: Readonly<Record<string, Sign>> = {
  turnaround: 'better',
  faster_decline: 'better',
  flattening: 'better',
  acceleration: 'worse',
  unfavourable_reversal: 'worse',
  continuation: 'same',
}

/** Breaks of the target in total: crude, then each standard, the measure of the verdict first. */
export function breaksOf({ results, survey }: Context): BreakEntry[] {
  const main = mainMeasure(results)
  const found = results.breaks.filter(
    entry =>
      entry.source === survey.source && entry.shown && isDomain(entry.domain, { target: survey.target }),
  )
  return [...found.filter(entry => entry.measure === main), ...found.filter(entry => entry.measure !== main)]
}

/** The break the verdict rests on. */
export function primaryBreak(on: Context): BreakEntry | undefined {
  const standard = mainStandard(on.results, on.survey)
  const measure = mainMeasure(on.results)
  const found = breaksOf(on).filter(entry => entry.measure === measure)
  return found.find(entry => entry.standard === standard) ?? found[0]
}

export function deltaRows(on: Context): DeltaRow[] {
  return [...breaksOf(on).flatMap(entry => deltaRow(on, entry)), ...otherChoices(on)]
}

export function seriesName(on: Context, entry: BreakEntry): string {
  return entry.standard === null ? on.text.common.words.crude : standardName(on, entry.standard)
}

function deltaRow(on: Context, entry: BreakEntry): DeltaRow[] {
  if (entry.assessed === null) return []
  const { words } = on.text.common
  const is = words.is[entry.measure] ?? entry.measure
  const strength =
    entry.strength === 'strong' || entry.strength === 'moderate' ? `, ${words.strengths[entry.strength]}` : ''
  const { delta, ci95, ci90 } = entry.assessed
  return [
    {
      heading: capital(is),
      label: seriesName(on, entry),
      name: `${is}, ${seriesName(on, entry)}`,
      delta,
      ci95,
      ci90,
      margin: entry.margin,
      sign: SIGNS[entry.class] ?? 'open',
      outcome: `${words.classes[entry.class] ?? entry.class}${strength}`,
    },
  ]
}

/** The primary break under another τ, margin or start. */
function otherChoices(on: Context): DeltaRow[] {
  const entry = primaryBreak(on)
  if (!entry?.assessed) return []
  const { words } = on.text.common
  const is = words.is[entry.measure] ?? entry.measure
  const heading = on.text.breaks.other(`${is}, ${seriesName(on, entry)}`)
  return entry.sensitivity.flatMap(({ varies, value, delta, ci95, class: outcome }) => {
    if (delta === null || ci95 === null || isChosen(entry, varies, value)) return []
    const label = choice(on, varies, value)
    return [
      {
        heading,
        label,
        name: label,
        delta,
        ci95,
        ci90: null,
        margin: varies === 'margin' && Number.isFinite(Number(value)) ? Number(value) : entry.margin,
        sign: SIGNS[outcome] ?? 'open',
        outcome: words.classes[outcome] ?? outcome,
      },
    ]
  })
}

/** The choice that was made is a row already. */
function isChosen(entry: BreakEntry, varies: string, value: string): boolean {
  if (varies === 'start') return false
  return Number(value) === (varies === 'tau' ? entry.tau : entry.margin)
}

function choice({ text, language }: Context, varies: 'tau' | 'margin' | 'start', value: string): string {
  if (varies === 'start') {
    return text.breaks.start(/^\d{4}-\d\d-\d\d$/.test(value) ? date(value, language) : value)
  }
  const points = Number.isFinite(Number(value)) ? marginText(Number(value), language) : value
  return varies === 'tau' ? text.breaks.tau(points) : text.breaks.margin(points)
}

export function deltaText({ language }: Context, row: DeltaRow): [delta: string, interval: string] {
  return [signedPoints(row.delta, language), pointsInterval(...row.ci95, language)]
}
