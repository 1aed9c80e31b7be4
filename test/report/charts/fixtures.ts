/** The report's invented results, and what charts must also stand: groups, many waves, many places, bad names. */
import type { ChangeEntry, EstimateEntry, Results } from '../../../src/core/results.ts'
import { resultsFixture, VARIANTS, type Variant } from '../results-fixture.ts'

export const CHART_VARIANTS = [...VARIANTS, 'long', 'places', 'hostile', 'partly-hidden'] as const
export type ChartVariant = (typeof CHART_VARIANTS)[number]

export function chartFixture(variant: ChartVariant = 'inconclusive'): Results {
  if (variant === 'long') return longSeries()
  if (variant === 'places') return manyPlaces()
  if (variant === 'hostile') return hostile()
  if (variant === 'partly-hidden') return partlyHidden()
  return withGroupChanges(resultsFixture(variant satisfies Variant))
}

/** Changes of every sex and age beside those of the total. */
function withGroupChanges(results: Results): Results {
  const keys = (entry: EstimateEntry) => Object.keys(entry.domain).sort().join()
  const groups = results.estimates.filter(
    entry =>
      entry.measure === 'lonely' &&
      entry.standard === null &&
      entry.domain.target === '75+' &&
      ['age,target', 'sex,target'].includes(keys(entry)),
  )
  const changes = groups.flatMap((to): ChangeEntry[] => {
    const same = groups.filter(
      other => JSON.stringify(other.domain) === JSON.stringify(to.domain) && other.time < to.time,
    )
    return same.map(from => difference(from, to))
  })
  return { ...results, changes: [...results.changes, ...changes] }
}

function difference(from: EstimateEntry, to: EstimateEntry): ChangeEntry {
  const diff = to.value! - from.value!
  const se = Math.hypot(from.se!, to.se!)
  const around = (z: number): [number, number] => [diff - z * se, diff + z * se]
  return {
    source: to.source,
    measure: to.measure,
    domain: to.domain,
    standard: to.standard,
    from: from.wave,
    to: to.wave,
    diff,
    se,
    df: 1000,
    t: diff / se,
    p: Math.abs(diff / se) > 2.6 ? 0.009 : 0.4,
    pHolm: Math.abs(diff / se) > 2.6 ? 0.02 : 0.9,
    ci95: around(1.96),
    ci90: around(1.645),
    ratio: to.value! / from.value!,
    ratioCi: null,
    or: null,
    orCi: null,
    shown: true,
  }
}

/** Fourteen waves from 1992 to 2024, unevenly spaced: seven before the programme. */
function longSeries(): Results {
  const results = resultsFixture('inconclusive')
  const times = [
    1992.9, 1995.8, 1998.8, 2001.8, 2005.8, 2008.8, 2011.9, 2015.9, 2018.9, 2020.3, 2020.8, 2022.2, 2023.2,
    2024.6,
  ]
  const waves = times.map((time, i) => ({
    ...results.waves[0],
    source: 'lasa',
    wave: 'BCDEFGHIJKLMNO'[i],
    time,
    fieldwork: [`${Math.floor(time)}-03-01`, `${Math.floor(time)}-11-01`] as [string, string],
  }))
  const levels = [0.34, 0.33, 0.36, 0.35, 0.37, 0.36, 0.38, 0.37, 0.36, 0.41, 0.4, 0.38, 0.37, 0.35]
  const model = results.estimates.find(entry => entry.measure === 'lonely' && entry.domain.target === '75+')!
  const estimates = waves.flatMap(({ wave, time }, i) =>
    (['lonely', 'severe'] as const).map((measure, m): EstimateEntry => {
      const value = levels[i] * (m === 0 ? 1 : 0.2)
      const half = 0.035 * Math.sqrt(value)
      return {
        ...model,
        source: 'lasa',
        wave,
        time,
        measure,
        domain: { target: '75+' },
        standard: null,
        value,
        low: value - half,
        high: value + half,
        n: 700,
        neff: 600,
      }
    }),
  )
  return {
    ...results,
    waves,
    estimates,
    changes: [],
    trends: [],
    decompositions: [],
    breaks: [],
    verdict: null,
  }
}

/** 342 municipalities, five of them hidden. */
function manyPlaces(): Results {
  const results = resultsFixture('inconclusive')
  const model = results.estimates.find(
    entry => entry.wave === '2020' && entry.measure === 'lonely' && entry.domain.municipality === 'GM0363',
  )!
  const places = Array.from({ length: 342 }, (_, i): EstimateEntry => {
    const value = 0.55 + 0.09 * Math.sin(i * 12.9898) + 0.04 * Math.cos(i * 78.233)
    const half = 0.02 + 0.03 * Math.abs(Math.sin(i * 3.7))
    const code = `GM${String(10 + i * 5).padStart(4, '0')}`
    const full = { ...model, domain: { target: '75+', municipality: code } }
    if (i % 70 === 3) return { ...full, value: null, low: null, high: null, shown: false, reason: 'minN' }
    return { ...full, value, low: value - half, high: value + half, n: 200 + i }
  })
  const others = results.estimates.filter(entry => entry.domain.municipality === undefined)
  return { ...results, estimates: [...others, ...places] }
}

/** Names from a data file that try to leave their place. */
function hostile(): Results {
  const text = JSON.stringify(withGroupChanges(resultsFixture('inconclusive')))
  const bad = JSON.stringify('<script>alert("x")</script> & role="img" \u0007').slice(1, -1)
  const results: Results = JSON.parse(
    text.replaceAll('GM0363', bad).replaceAll('"2016"', `"${bad}"`).replaceAll('COVID-19', bad),
  )
  return results
}

/** The middle wave and one age group of the last wave may not be shown. */
function partlyHidden(): Results {
  const results = withGroupChanges(resultsFixture('inconclusive'))
  const estimates = results.estimates.map(
    (entry): EstimateEntry =>
      (entry.wave === '2016' && Object.keys(entry.domain).length === 1) ||
      (entry.wave === '2020' && entry.domain.age === '90+')
        ? { ...entry, value: null, low: null, high: null, n: null, shown: false, reason: 'minEvents' }
        : entry,
  )
  return { ...results, estimates, breaks: results.breaks.map(entry => ({ ...entry, shown: false })) }
}
