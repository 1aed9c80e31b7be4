/** What a reader must know of published figures, wave by wave, with where they stand. */
import type { Warning } from '../core/warning.ts'
import type { PublishedFlag } from '../estimate/published.ts'
import { barrierAmong } from './one-series.ts'
import type { Series } from './series.ts'
import { type PublishedWave, publishedOf, type Source } from './source.ts'

const RULES: readonly (readonly [PublishedFlag, Warning['code'], (of: string) => string])[] = [
  [
    'approx_variance',
    'approx_variance',
    of => `the uncertainty of ${of} is approximate: it was made from what was published`,
  ],
  ['rounded', 'rounded_figures', of => `${of} are rounded; their uncertainty takes that into account`],
  [
    'design_effect_unknown',
    'design_effect_unknown',
    of => `the design effect of ${of} is not known and taken as 1: their intervals are probably too narrow`,
  ],
  [
    'no_variance',
    'no_variance',
    of =>
      `${of} have neither an interval nor a number of respondents: no change, trend or break is computed from them`,
  ],
  [
    'model_estimate',
    'model_estimate',
    of =>
      `${of} are estimates of a model: they are shown apart, and no change, trend, break or verdict rests on them`,
  ],
]

export function publishedWarnings(source: Source): Warning[] {
  return [...publishedOf(source).flatMap(waveWarnings), ...panelWarning(source)]
}

/** The published waves that lack a cell of a standard: the crude series has them, the standardised one has not. */
export function unstandardised(source: Source, judged: readonly Series[]): Warning[] {
  const lacking = judged
    .filter(({ measure, standard }) => measure === 'lonely' && standard !== null)
    .flatMap(({ standard, domain, points }) =>
      publishedOf(source)
        .filter(wave => !points.some(point => point.wave === wave))
        .map(({ entry }) => ({ standard: standard ?? '', population: domain.target, wave: entry.wave })),
    )
  return lacking.map(({ standard, population, wave }) => ({
    code: 'standard_skipped',
    source: source.name,
    wave,
    message: `standard ${standard} needs figures of each of its age groups, and these were not all published: the wave stands in the crude series only`,
    values: { standard, population, reason: 'not every cell of the standard was published' },
  }))
}

function waveWarnings({ entry, figures, warnings }: PublishedWave): Warning[] {
  const { source, wave, published } = entry
  const cites = (published?.cites ?? []).join('; ')
  const found = RULES.flatMap(([flag, code, message]) => {
    // a model's uncertainty is not that of a sample, and nothing is computed from it
    const own = figures.filter(
      ({ figure, estimate }) =>
        estimate.flags.includes(flag) && (figure.model !== true || flag === 'model_estimate'),
    )
    if (own.length === 0) return []
    const of = `${own.length} published ${own.length === 1 ? 'figure' : 'figures'}`
    return [
      { code, source, wave, count: own.length, message: `${message(of)} (${cites})`, values: { cites } },
    ]
  })
  return [...warnings, ...found]
}

function panelWarning(source: Source): Warning[] {
  const barrier = barrierAmong(source.waves, 'lonely', { target: '' })
  if (barrier?.reason !== 'panel_covariance_missing') return []
  return [
    {
      code: 'panel_covariance_missing',
      source: source.name,
      message:
        'the same people take part in several waves, and how their answers go together is not published: no change, trend or break is computed with a published wave',
      hint: 'give the microdata of every wave, or panel: false where other people were asked each time',
    },
  ]
}
