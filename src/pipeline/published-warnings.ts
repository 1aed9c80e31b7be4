/** What a reader must know of published figures, wave by wave, with where they stand. */
import { domainKey } from '../core/domain.ts'
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { PublishedFlag } from '../estimate/published.ts'
import { targetLabel } from './domain-tables.ts'
import { barrierAmong } from './one-series.ts'
import type { Series } from './series.ts'
import { type PublishedWave, publishedOf, type Source } from './source.ts'

const RULES: readonly (readonly [PublishedFlag, Warning['code'], string])[] = [
  ['approx_variance', 'approx_variance', 'their uncertainty is approximate, made from what was published'],
  ['rounded', 'rounded_figures', 'rounded, so that small differences cannot be seen'],
  [
    'design_effect_unknown',
    'design_effect_unknown',
    'their design effect is not known and taken as 1, so that the intervals are probably too narrow',
  ],
  [
    'no_variance',
    'no_variance',
    'without an interval or a number of respondents, so that no change, trend or break is computed',
  ],
  [
    'model_estimate',
    'model_estimate',
    'estimates of a model, shown apart: no change, trend, break or verdict rests on them',
  ],
]

export function publishedWarnings(source: Source): Warning[] {
  return [...publishedOf(source).flatMap(waveWarnings), ...panelWarning(source)]
}

/** The published waves that lack a cell of a standard: the crude series has them, the standardised one has not. */
export function unstandardised(study: Study, source: Source, followed: readonly Series[]): Warning[] {
  const total = domainKey({ target: targetLabel(study) })
  const lacking = followed
    .filter(({ measure, standard }) => measure === 'lonely' && standard !== null)
    .filter(({ domain }) => domainKey(domain) === total)
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
  const found = RULES.flatMap(([flag, code, what]) => {
    // a model's uncertainty is not that of a sample, and nothing is computed from it
    const own = figures.filter(
      ({ figure, estimate }) =>
        estimate.flags.includes(flag) && (figure.model !== true || flag === 'model_estimate'),
    )
    if (own.length === 0) return []
    const some = own.length === figures.length ? 'all' : `${own.length} of ${figures.length}`
    return [
      {
        code,
        source,
        wave,
        count: own.length,
        message: `${some} published figures: ${what} (${cites})`,
        values: { cites },
      },
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
