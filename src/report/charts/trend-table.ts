/** The numbers of the trend figure: as a table for readers and as rows at full precision. */
import { date, percent, percentInterval } from '../format.ts'
import type { FigureSpec } from './figure-spec.ts'
import { drawable, type Shown } from './survey.ts'
import type { TrendData } from './trend-data.ts'
import { type Context, capital, respondentsText, tableCells, waveName } from './wording.ts'

const Z = 1.959963984540054

export function trendTable(on: Context, data: TrendData): FigureSpec['table'] {
  const { text, survey, language } = on
  const words = text.common
  const left = (name: string) => ({ name, align: 'left' as const })
  const right = (name: string) => ({ name, align: 'right' as const })
  const two = data.standardised.length > 0
  const expected = expectedRows(data)
  const is = words.words.is[data.measure] ?? data.measure
  return {
    caption: text.trend.caption(is, words.people(survey.target)),
    columns: [
      left(words.wave),
      left(words.fieldwork),
      right(capital(words.words.crude)),
      right(words.interval),
      ...(two ? [right(capital(words.standardised)), right(words.interval)] : []),
      ...(expected.length > 0 ? [right(text.trend.expectedColumn), right(words.interval)] : []),
      right(words.respondents),
    ],
    rows: survey.waves.map(({ wave, fieldwork }) => {
      const crude = data.crude.find(entry => entry.wave === wave)
      const row = expected.find(one => one.wave === wave)
      return [
        waveName(on, wave),
        `${date(fieldwork[0], language)} ${words.words.to} ${date(fieldwork[1], language)}`,
        ...tableCells(crude, language),
        ...(two
          ? tableCells(
              data.standardised.find(entry => entry.wave === wave),
              language,
            )
          : []),
        ...(expected.length === 0
          ? []
          : row
            ? [percent(row.value, language, 1), percentInterval(row.low, row.high, language, 1)]
            : ['', '']),
        respondentsText(crude, language),
      ]
    }),
  }
}

interface ExpectedRow {
  readonly wave: string
  readonly time: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The expectation at the assessed wave. */
export function expectedRows(data: TrendData): ExpectedRow[] {
  const found = data.trendBreak
  if (!found?.assessed || found.expected === null || found.seExpected === null) return []
  const { wave, time } = found.assessed
  const half = Z * found.seExpected
  return [{ wave, time, value: found.expected, low: found.expected - half, high: found.expected + half }]
}

export function trendRows(data: TrendData): FigureSpec['data'] {
  const row = (name: string, entry: Shown | ExpectedRow) => [
    name,
    entry.wave,
    entry.time,
    entry.value,
    entry.low,
    entry.high,
    'n' in entry ? entry.n : null,
  ]
  return {
    columns: ['series', 'wave', 'time', 'value', 'low', 'high', 'n'],
    rows: [
      ...drawable(data.crude).map(entry => row('crude', entry)),
      ...drawable(data.standardised).map(entry => row(data.standard ?? '', entry)),
      ...expectedRows(data).map(entry => row('expected', entry)),
    ],
  }
}
