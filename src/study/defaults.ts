/**
 * A study file completed: every key it leaves out gets its default, every path becomes absolute.
 *
 * Units: proportions 0-1; dates YYYY-MM-DD.
 */
import { basename, extname, resolve } from 'node:path'
import type { Decision, Study } from '../core/study.ts'
import { completeWave } from './complete-wave.ts'
import type { Locate } from './finding.ts'
import { REPORT_KEYS, type StudyFile } from './schema.ts'
import { sourceName } from './wave-schema.ts'

export const DEFAULTS = {
  language: 'nl',
  programme: { name: 'Eén tegen eenzaamheid', start: '2018-03-08', exposureFrom: '2020-01-01' },
  target: { age: [75, null] },
  bandsAll: [18, 35, 50, 65, 75, 85],
  oldestBand: 90,
  by: ['sex', 'age'],
  lonelyPsu: 'adjust',
  standard: ['first-wave', 'nl-2020'],
  measure: 'lonely',
  decision: { margin: 0.02, tau: 0.005, maxDrift: 0.0025, alpha: 0.05, scale: 'identity', lag: 0, minPre: 2 },
  shocks: [{ from: '2020-03-01', to: '2022-04-01', label: 'COVID-19' }],
  disclosure: { minN: 100, minEvents: 10, presentation: 'nchs' },
  population: 'built-in',
  threshold: 0.56,
} as const

/** Where a study comes from, and what its paths are relative to. */
export interface Origin {
  /** absolute path of the study file; null when the options of a command say everything */
  readonly file: string | null
  readonly folder: string
  readonly locate: Locate
}

export function completeStudy(study: StudyFile, origin: Origin): Study {
  const absolute = (path: string) => resolve(origin.folder, path)
  const target = { age: study.target?.age ?? DEFAULTS.target.age }
  return {
    file: origin.file,
    title: study.title,
    language: study.language ?? DEFAULTS.language,
    output: absolute(study.output ?? defaultOutput(study, origin)),
    programme: programmeOf(study),
    target,
    bands: {
      target: study.bands?.target ?? fiveYearBands(target.age),
      all: study.bands?.all ?? DEFAULTS.bandsAll,
    },
    by: (study.by ?? DEFAULTS.by).map(entry => (typeof entry === 'string' ? [entry] : entry)),
    design: { lonelyPsu: study.design?.lonelyPsu ?? DEFAULTS.lonelyPsu },
    standard: (study.standard ?? DEFAULTS.standard).map(name => (isCsv(name) ? absolute(name) : name)),
    primary: primaryOf(study),
    decision: decisionOf(study),
    shocks: study.shocks ?? DEFAULTS.shocks,
    disclosure: disclosureOf(study),
    waves: study.waves.map((wave, i) => completeWave(wave, absolute, origin.locate(['waves', i], 'value'))),
    planned: (study.planned ?? []).map(({ source, wave, expected }) => ({
      source,
      wave: String(wave),
      expected,
    })),
    population: populationOf(study, absolute),
    forecast: study.forecast === undefined ? null : absolute(study.forecast),
    municipalities: municipalitiesOf(study, absolute),
    report: reportOf(study),
  }
}

function defaultOutput(study: StudyFile, { file }: Origin): string {
  const first = study.waves[0]
  const name = file === null ? `${sourceName(first)}-${first.wave}` : basename(file, extname(file))
  return `reports/${name}`
}

/** A programme that begins later than the default exposure reaches people from its first day. */
function programmeOf({ programme = {} }: StudyFile): Study['programme'] {
  const { name, start, exposureFrom } = DEFAULTS.programme
  const begins = programme.start ?? start
  return {
    name: programme.name ?? name,
    start: begins,
    exposureFrom: programme.exposureFrom ?? later(begins, exposureFrom),
  }
}

function later(a: string, b: string): string {
  return [a, b].sort()[1]
}

/** Five-year bands from the first age of the target to its last, at most to 90: 75, 80, 85, 90. */
function fiveYearBands([from, to]: readonly [number, number | null]): number[] {
  const bands = [from]
  const last = Math.min(to ?? DEFAULTS.oldestBand, DEFAULTS.oldestBand)
  for (let age = from - (from % 5) + 5; age <= last; age += 5) bands.push(age)
  return bands
}

function primaryOf({ primary }: StudyFile): Study['primary'] {
  if (primary === undefined) return null
  return {
    source: primary.source,
    measure: primary.measure ?? DEFAULTS.measure,
    wave: String(primary.wave),
  }
}

function decisionOf(study: StudyFile): Decision {
  const { margin, tau, maxDrift, alpha, scale, lag, minPre } = study.decision ?? {}
  return {
    margin: margin ?? DEFAULTS.decision.margin,
    tau: tauOf(study, tau),
    maxDrift: maxDrift ?? DEFAULTS.decision.maxDrift,
    alpha: alpha ?? DEFAULTS.decision.alpha,
    scale: scale ?? DEFAULTS.decision.scale,
    lag: lag ?? DEFAULTS.decision.lag,
    minPre: minPre ?? DEFAULTS.decision.minPre,
  }
}

/** A τ for some sources only is completed with the default for the others. */
function tauOf(study: StudyFile, tau: Decision['tau'] | undefined): Decision['tau'] {
  if (typeof tau !== 'object') return tau ?? DEFAULTS.decision.tau
  const everySource = study.waves.map(wave => [sourceName(wave), DEFAULTS.decision.tau])
  return { ...Object.fromEntries(everySource), ...tau }
}

function disclosureOf({ disclosure = {} }: StudyFile): Study['disclosure'] {
  return {
    minN: disclosure.minN ?? DEFAULTS.disclosure.minN,
    minEvents: disclosure.minEvents ?? DEFAULTS.disclosure.minEvents,
    presentation: disclosure.presentation ?? DEFAULTS.disclosure.presentation,
  }
}

function populationOf({ population }: StudyFile, absolute: (path: string) => string): string {
  return population === undefined || population === 'built-in' ? DEFAULTS.population : absolute(population)
}

function municipalitiesOf(study: StudyFile, absolute: (path: string) => string): Study['municipalities'] {
  const { register, geometry, threshold } = study.municipalities ?? {}
  return {
    register: register === undefined ? null : absolute(register),
    geometry: geometry === undefined ? null : absolute(geometry),
    threshold: threshold ?? DEFAULTS.threshold,
  }
}

function reportOf(study: StudyFile): Study['report'] {
  const report: { -readonly [K in keyof Study['report']]: Study['report'][K] } = {}
  for (const key of REPORT_KEYS) {
    const value = study[key]
    if (value !== undefined) report[key] = String(value)
  }
  return report
}

function isCsv(name: string): boolean {
  return /\.csv$/i.test(name)
}
