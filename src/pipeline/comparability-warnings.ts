/**
 * What stands between two waves, or two studies, being compared: raised from the
 * waves themselves, never asked of the user.
 *
 * Source: the list of comparability warnings V01-V14 of the report's design.
 */
import type { WaveEntry } from '../core/results.ts'
import { factsOf } from '../core/source-facts.ts'
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { CHANCE, floorOf, floorsDiffer, refusalsAmong, severeDefinition } from './comparability.ts'
import { targetLabel } from './domain-tables.ts'

export function comparabilityWarnings(study: Study, waves: readonly WaveEntry[]): Warning[] {
  return [
    ...sourcesOf(waves).flatMap(source =>
      withinSource(
        study,
        source,
        waves.filter(wave => wave.source === source),
      ),
    ),
    ...betweenSources(waves),
  ]
}

/** The declared shock that the fieldwork of a wave overlaps. */
export function shockOf(study: Study, wave: Pick<WaveEntry, 'fieldwork'>): string | null {
  return study.shocks.find(shock => overlaps(wave, shock.from, shock.to))?.label ?? null
}

function withinSource(study: Study, source: string, waves: readonly WaveEntry[]): Warning[] {
  return [
    ...differences(source, waves),
    ...waves.flatMap(wave => periodWarnings(study, wave)),
    ...floorWarnings(study, source, waves),
    ...knownOfSource(source, waves),
    ...weightWarnings(source, waves),
    ...fewWaves(study, source, waves),
  ]
}

function differences(source: string, waves: readonly WaveEntry[]): Warning[] {
  const rules: readonly (readonly [Warning['code'], (string | number)[], string])[] = [
    [
      'instrument_change',
      distinct(waves, wave => wave.instrument),
      'the instrument differs between the waves',
    ],
    [
      'cutoff_change',
      distinct(waves, wave => wave.subscaleCutoff),
      'the sub-scale cut-off differs between the waves',
    ],
    [
      'missing_rule_change',
      distinct(waves, wave => wave.missingRule),
      'the waves allow different numbers of missing answers: score the items of all of them by one rule',
    ],
    ['mode_change', distinct(waves, wave => wave.mode), 'the mode of interview differs between the waves'],
  ]
  return rules
    .filter(([, values]) => values.length > 1)
    .map(([code, values, message]) => ({ code, source, message, values: { values: values.join(', ') } }))
}

/** Spring 2020 to the end of 2022. */
const COVID = ['2020-03-01', '2022-12-31'] as const

function periodWarnings(study: Study, wave: WaveEntry): Warning[] {
  const about = { source: wave.source, wave: wave.wave }
  const label = shockOf(study, wave)
  if (label !== null) {
    const message = `the fieldwork lies in a period of shock (${label}): a change cannot be attributed`
    return [{ code: 'period_shock', ...about, message, values: { label } }]
  }
  if (!overlaps(wave, ...COVID)) return []
  const message = 'the fieldwork lies in the period of COVID-19, spring 2020 to 2022'
  return [{ code: 'covid_period', ...about, message }]
}

function overlaps({ fieldwork: [first, last] }: Pick<WaveEntry, 'fieldwork'>, from: string, to: string) {
  return from <= last && to >= first
}

/** Waves that begin at different ages, or after the first age of the target. */
function floorWarnings(study: Study, source: string, waves: readonly WaveEntry[]): Warning[] {
  const floors = waves.flatMap(wave => floorOf(wave) ?? [])
  const ages = [...new Set(floors.map(({ age }) => age))].sort((a, b) => a - b)
  const values = { ages: ages.join(', ') }
  const [first] = study.target.age
  const late = first > 0 && floors.some(({ age, known }) => age > first + (known ? 0 : CHANCE))
  const youngest = `the youngest are ${ages.join(' and ')} years`
  if (late) {
    const message = `${youngest}, where ${targetLabel(study)} begins at ${first}`
    return [{ code: 'population_differs', source, message, values }]
  }
  if (!waves.some(a => waves.some(b => floorsDiffer(a, b)))) return []
  const target = first > 0 ? '; the target is not affected' : ''
  const message = `the youngest differ between the waves (${ages.join(' and ')} years)${target}`
  return [{ code: 'population_differs', source, message, values }]
}

/** What is known of a study whatever its files say. */
function knownOfSource(source: string, waves: readonly WaveEntry[]): Warning[] {
  const facts = factsOf(source)
  if (facts === undefined) return []
  const independent = waves.filter(({ panel, published }) => !panel && published === undefined)
  const said: readonly (readonly [Warning['code'], boolean, string])[] = [
    [
      'private_households_only',
      facts.privateHouseholds,
      'people in institutions were not interviewed, which matters most at 90 and older',
    ],
    ['regional_only', facts.area === 'regions', 'the study covers regions, not the whole country'],
    [
      'panel_as_independent',
      facts.panel && waves.length > 1 && independent.length > 0,
      'the same people take part in several waves, and are taken to be different people (panel: false)',
    ],
  ]
  const parts = waves.filter(({ wave }) => facts.ggdPartOnly.some(year => wave.startsWith(year)))
  return [
    ...said.filter(([, holds]) => holds).map(([code, , message]) => ({ code, source, message })),
    ...parts.map(({ wave }) => ({
      code: 'ggd_part_only' as const,
      source,
      wave,
      message: `in ${wave} loneliness was asked in the GGD part only`,
    })),
  ]
}

/** Waves with and without weights, or weights of another name, apart from the year in it. */
function weightWarnings(source: string, waves: readonly WaveEntry[]): Warning[] {
  const own = waves.filter(({ published }) => published === undefined)
  const scheme = ({ weight }: WaveEntry) =>
    weight === null
      ? 'none'
      : factsOf(source)?.oneWeighting
        ? 'weighted'
        : weight.toLowerCase().replace(/\d+/g, '')
  if (new Set(own.map(scheme)).size < 2) return []
  const names = [...new Set(own.map(({ weight }) => weight ?? '–'))]
  const message = `the weights differ between the waves: ${own.map(({ wave, weight }) => `${weight ?? 'none'} (${wave})`).join(', ')}`
  return [{ code: 'weight_change', source, message, values: { weights: names.join(', ') } }]
}

/** A trend marker needs five waves that may be compared. */
const MARKER = 5

function fewWaves(study: Study, source: string, waves: readonly WaveEntry[]): Warning[] {
  const target = { target: targetLabel(study) }
  const whole = refusalsAmong(waves, 'lonely', target).length === 0
  if (waves.length < 2 || (waves.length >= MARKER && whole)) return []
  const count = whole
    ? waves.length
    : Math.max(
        ...waves.map(
          wave => waves.filter(other => refusalsAmong([wave, other], 'lonely', target).length === 0).length,
        ),
      )
  if (count >= MARKER) return []
  return [
    {
      code: 'few_waves',
      source,
      count,
      message: `${count} waves${whole ? '' : ' without a break in the series'} are too few for a trend marker; the trend break is judged against the line before the programme`,
    },
  ]
}

function betweenSources(waves: readonly WaveEntry[]): Warning[] {
  const sources = sourcesOf(waves)
  if (sources.length < 2) return []
  const youngest = new Set(waves.flatMap(wave => floorOf(wave)?.age ?? []))
  const apart = waves.some(a => waves.some(b => a.source !== b.source && floorsDiffer(a, b)))
  const modes = distinct(waves, wave => wave.mode ?? factsOf(wave.source)?.usualMode?.en ?? null)
  const inOneSource = sources.some(
    source =>
      distinct(
        waves.filter(wave => wave.source === source),
        ({ mode }) => mode,
      ).length > 1,
  )
  const rules: readonly (readonly [Warning['code'], boolean, Warning['values'], string])[] = [
    [
      'instruments_differ',
      distinct(waves, wave => wave.instrument).length > 1,
      { values: distinct(waves, wave => wave.instrument).join(', ') },
      'the studies use different instruments: levels are not comparable, and never share an axis',
    ],
    [
      'cutoffs_differ',
      distinct(waves, severeDefinition).length > 1,
      { definitions: distinct(waves, severeDefinition).join(', ') },
      'the studies do not mean the same by severely lonely',
    ],
    [
      'population_differs',
      apart,
      { ages: [...youngest].sort((a, b) => a - b).join(', ') },
      'the studies begin at different ages: compare only ages that all of them have',
    ],
    [
      'mode_change',
      modes.length > 1 && !inOneSource,
      { modes: modes.length },
      'the studies interview in different ways',
    ],
  ]
  return rules
    .filter(([, holds]) => holds)
    .map(([code, , values = {}, message]) => ({ code, message, values }))
}

function distinct<T extends string | number>(
  waves: readonly WaveEntry[],
  pick: (wave: WaveEntry) => T | null,
): T[] {
  return [...new Set(waves.map(pick).filter(value => value !== null))]
}

function sourcesOf(waves: readonly WaveEntry[]): string[] {
  return [...new Set(waves.map(({ source }) => source))]
}
