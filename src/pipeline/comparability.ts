/**
 * What stands between two waves, or two sources, being compared: raised from the
 * waves themselves, never asked of the user.
 */
import type { BreakEntry, WaveEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'

export function comparability(study: Study, waves: readonly WaveEntry[]): Warning[] {
  const sources = [...new Set(waves.map(wave => wave.source))]
  return sources.flatMap(source => {
    const own = waves.filter(wave => wave.source === source)
    return [
      ...differences(source, own),
      ...own.filter(wave => shockOf(study, wave) !== null).map(wave => shockWarning(study, wave)),
      ...knownOfSource(source, own),
      ...(own.length > 1 && own.length < 5 ? [fewWaves(source, own.length)] : []),
    ]
  })
}

/** Are all these waves one series for this measure? */
export function sameInstrument(waves: readonly WaveEntry[], measure: string): boolean {
  const subscale = measure === 'emotional' || measure === 'social'
  const marks = waves.map(wave => (subscale ? `${wave.instrument} ${wave.subscaleCutoff}` : wave.instrument))
  return new Set(marks).size <= 1
}

/** The declared shock that the fieldwork of a wave overlaps. */
export function shockOf(study: Study, wave: Pick<WaveEntry, 'fieldwork'>): string | null {
  const [first, last] = wave.fieldwork
  return study.shocks.find(shock => shock.from <= last && shock.to >= first)?.label ?? null
}

/** What the breaks of a source say about what they can and cannot show. */
export function breakWarnings(breaks: readonly BreakEntry[]): Warning[] {
  const lonely = breaks.filter(entry => entry.measure === 'lonely')
  const sources = [...new Set(lonely.map(entry => entry.source))]
  return sources.flatMap(source => {
    const own = lonely.filter(entry => entry.source === source)
    const classes = new Set(own.filter(entry => entry.standard !== null).map(entry => entry.class))
    const has = (flag: string) => own.some(entry => entry.flags.includes(flag))
    return [
      ...(classes.size > 1
        ? [
            {
              code: 'standard_sensitive' as const,
              source,
              message: 'the class of the trend break depends on the standard population',
              values: { classes: [...classes].join(', ') },
            },
          ]
        : []),
      ...(has('no_residual_df')
        ? [
            {
              code: 'no_residual_df' as const,
              source,
              message:
                'two waves before the programme fix its trend exactly: whether that trend was a straight line cannot be tested',
            },
          ]
        : []),
      ...(own.some(entry => entry.continuationAttainable === false)
        ? [
            {
              code: 'continuation_unattainable' as const,
              source,
              message: 'with these waves it cannot be shown that there is no trend break within the margin',
            },
          ]
        : []),
    ]
  })
}

function differences(source: string, waves: readonly WaveEntry[]): Warning[] {
  const distinct = (pick: (wave: WaveEntry) => string | number | null) => [
    ...new Set(waves.map(pick).filter(value => value !== null)),
  ]
  const rules: readonly (readonly [Warning['code'], (string | number)[], string])[] = [
    ['instrument_change', distinct(wave => wave.instrument), 'the instrument differs between the waves'],
    [
      'cutoff_change',
      distinct(wave => wave.subscaleCutoff),
      'the sub-scale cut-off differs between the waves',
    ],
    ['mode_change', distinct(wave => wave.mode), 'the mode of interview differs between the waves'],
  ]
  return rules
    .filter(([, values]) => values.length > 1)
    .map(([code, values, message]) => ({ code, source, message, values: { values: values.join(', ') } }))
}

function shockWarning(study: Study, wave: WaveEntry): Warning {
  const label = shockOf(study, wave) ?? ''
  return {
    code: 'period_shock',
    source: wave.source,
    wave: wave.wave,
    message: `the fieldwork lies in a period of shock (${label}): a change cannot be attributed`,
    values: { label },
  }
}

/** What is known of the Gezondheidsmonitor whatever the files say. */
function knownOfSource(source: string, waves: readonly WaveEntry[]): Warning[] {
  if (source !== 'gezondheidsmonitor') return []
  const years = waves.map(wave => Number(wave.wave.slice(0, 4)))
  const mixed = years.some(year => year < 2020) && years.some(year => year >= 2020)
  const ggdOnly = waves.find(wave => wave.wave.startsWith('2022'))
  return [
    {
      code: 'private_households_only',
      source,
      message: 'people in institutions were not interviewed, which matters most at 90 and older',
    },
    ...(mixed
      ? [
          {
            code: 'population_differs' as const,
            source,
            message:
              'adults are 19 and older until 2016 and 18 and older from 2020; the target is not affected',
          },
        ]
      : []),
    ...(ggdOnly === undefined
      ? []
      : [
          {
            code: 'ggd_part_only' as const,
            source,
            wave: ggdOnly.wave,
            message: 'in 2022 loneliness was asked in the GGD part only',
          },
        ]),
  ]
}

function fewWaves(source: string, count: number): Warning {
  return {
    code: 'few_waves',
    source,
    count,
    message: `${count} waves are too few for a trend marker; the trend break is judged against the line before the programme`,
  }
}
