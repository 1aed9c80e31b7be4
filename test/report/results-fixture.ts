/**
 * A full, typed and entirely invented Results, and the variants the page must make sense of.
 */
import type { Results, WaveEntry } from '../../src/core/results.ts'
import { factsOf, fromAgeOf } from '../../src/core/source-facts.ts'
import { comparableEntries } from '../../src/pipeline/comparability.ts'
import { allBreaks, verdictFixture } from './fixture/breaks.ts'
import { allChanges, allDecompositions, allTrends } from './fixture/changes.ts'
import { allEstimates, hidden, SOURCE, type Survey } from './fixture/estimates.ts'
import { WAVES } from './fixture/invented-survey.ts'
import { allProjections } from './fixture/projections.ts'

export const VARIANTS = [
  'inconclusive',
  'turnaround',
  'one-pre-wave',
  'suppressed-target',
  'two-waves',
  'one-wave',
] as const
export type Variant = (typeof VARIANTS)[number]

const SURVEYS: Readonly<Record<Variant, Survey>> = {
  inconclusive: { waves: [0, 1, 2], shifts: [0, 0.03, 0.036] },
  turnaround: { waves: [0, 1, 2], shifts: [0, 0.03, -0.02] },
  'one-pre-wave': { waves: [1, 2], shifts: [0, 0.03, 0.036] },
  'suppressed-target': { waves: [0, 1, 2], shifts: [0, 0.03, 0.036] },
  'two-waves': { waves: [0, 1], shifts: [0, 0.03, 0.036] },
  'one-wave': { waves: [2], shifts: [0, 0.03, 0.036] },
}

export function resultsFixture(variant: Variant = 'inconclusive'): Results {
  const survey = SURVEYS[variant]
  const estimates = allEstimates(survey)
  const breaks = allBreaks(estimates)
  const results: Results = {
    $schema: 'results.schema.json',
    schemaVersion: 1,
    title: 'Trendrapportage eenzaamheid 75-plus',
    language: 'nl',
    synthetic: true,
    waves: survey.waves.map(waveEntry),
    register: [...survey.waves.map(registerEntry), ...PLANNED],
    comparability: comparableEntries(survey.waves.map(waveEntry), estimates),
    bridges: survey.waves.map((index, i) => bridgeEntry(index, i === 0 ? survey.waves.slice(1) : [])),
    labels: { municipality: { GM0363: 'Amsterdam', GM0518: 'Den Haag', GM0599: 'Rotterdam' } },
    estimates,
    changes: allChanges(survey, estimates),
    trends: allTrends(survey, estimates),
    decompositions: allDecompositions(survey),
    panel: [],
    timeLag: [],
    breaks,
    verdict: verdictFixture(breaks),
    power: [],
    projections: allProjections(),
    process: [],
    scale: survey.waves.map(reliability),
    warnings: warnings(survey),
    provenance: provenance(),
  }
  return variant === 'suppressed-target' ? suppressTarget(results) : results
}

function waveEntry(index: number): WaveEntry {
  const { wave, time, n, persons, fieldwork } = WAVES[index]
  const [first, last] = fieldwork
  return {
    source: SOURCE,
    wave,
    time,
    fieldwork: [first, last],
    instrument: 'djg11',
    role: time < 2018.18 ? 'pre' : 'post',
    mode: 'schriftelijk en online',
    panel: false,
    missingRule: 'manual',
    subscaleCutoff: 2,
    weight: `ewGGD${wave}`,
    stratum: 'PrimaireEenheid',
    psu: null,
    files: [
      {
        name: `synthetische-monitor-${wave}.sav`,
        sha256: `${wave}a3f09c1d7be24586`.repeat(4).slice(0, 64),
        bytes: n * 61,
        rows: n * 7,
      },
    ],
    ageRange: [18, 103],
    targetPopulation: { persons, date: `${Number(wave) + 1}-01-01` },
    records: n * 7,
    nTarget: n,
    unusableWeights: 12,
    missingItems: [
      { items: 0, records: Math.round(n * 6.4) },
      { items: 1, records: Math.round(n * 0.4) },
      { items: 2, records: Math.round(n * 0.2) },
    ],
  }
}

function registerEntry(index: number): Results['register'][number] {
  const { source, wave, fieldwork, instrument, mode, panel, records, ageRange, files } = waveEntry(index)
  const facts = factsOf(source)!
  return {
    source,
    wave,
    status: 'available',
    available: null,
    judged: null,
    fieldwork,
    instrument,
    mode,
    panel,
    records,
    agesSeen: ageRange,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
    known: {
      holder: facts.holder,
      people: facts.people,
      fromAge: fromAgeOf(source, Number(wave)),
      usualMode: facts.usualMode,
      privateHouseholds: facts.privateHouseholds,
      area: facts.area,
      notes: [...facts.notes],
      cite: [...facts.cite],
    },
  }
}

const PLANNED: Results['register'] = [
  { source: 'gezondheidsmonitor', wave: '2022', status: 'expected' as const, available: '2023-09-30' },
  { source: 'lasa', wave: 'K', status: 'overdue' as const, available: '2021-05-01' },
].map(wave => ({
  ...wave,
  judged: { on: '2021-06-15', by: 'date' },
  fieldwork: null,
  instrument: null,
  mode: null,
  panel: null,
  records: null,
  agesSeen: null,
  files: [],
  known: null,
}))

/** What a crosswalk makes of six items is off by a point here. */
function bridgeEntry(index: number, others: readonly number[]): Results['bridges'][number] {
  const { wave, n } = WAVES[index]
  const both = Math.round(n * 0.48)
  return {
    source: SOURCE,
    wave,
    domain: { target: '75+' },
    indicative: true,
    n,
    counts: {
      both,
      only11: Math.round(n * 0.06),
      only6: Math.round(n * 0.03),
      neither: Math.round(n * 0.43),
    },
    p11: 0.54,
    p6: 0.51,
    sens: 0.889,
    spec: 0.935,
    ppv: 0.941,
    npv: 0.878,
    kappa: 0.82,
    ratio: 0.944,
    crosswalks: others.map(other => ({
      wave: WAVES[other].wave,
      p6: 0.52,
      p11: 0.552,
      se: 0.012,
      observed: 0.562,
    })),
    shown: true,
  }
}

function reliability(index: number): Results['scale'][number] {
  const items = Array.from({ length: 11 }, (_, i) => ({
    item: i + 1,
    prevalence: 0.18 + 0.02 * i,
    itemRest: 0.45 + 0.01 * i,
    alphaIfDropped: 0.84,
    h: 0.4 + 0.01 * i,
  }))
  const about = { source: SOURCE, wave: WAVES[index].wave, instrument: 'djg11', scale: 'total' }
  return { ...about, n: WAVES[index].n, items, alpha: 0.853, kr20: 0.853, h: 0.447, seH: 0.004 }
}

function warnings(survey: Survey): Results['warnings'] {
  const about = { source: SOURCE, wave: WAVES[survey.waves.at(-1)!].wave }
  const covid = { code: 'covid_period' as const, message: 'fieldwork during COVID-19', ...about }
  return [
    { code: 'synthetic', message: 'the data are synthetic' },
    { code: 'private_households_only', message: 'people in institutions are not in the survey', ...about },
    { code: 'unknown_code', message: 'code 5 is not declared', where: 'GGEEB204', count: 3, ...about },
    { code: 'suppressed', message: 'figures are suppressed', count: 36 },
    ...(survey.waves.includes(2) ? [covid] : []),
  ]
}

function provenance(): Results['provenance'] {
  return {
    ejz: '0.1.0',
    engine: 'DuckDB v1.5.6',
    options: {
      programme: { name: 'Eén tegen eenzaamheid', start: '2018-03-08', exposureFrom: '2020-01-01' },
      target: { age: [75, null] },
      bands: { target: [75, 80, 85, 90], all: [18, 35, 50, 65, 75, 85] },
      by: [['sex'], ['age'], ['age', 'sex'], ['municipality']],
      design: { lonelyPsu: 'adjust' },
      standard: ['first-wave', 'nl-2020'],
      primary: { source: SOURCE, measure: 'lonely', wave: '2020' },
      decision: {
        margin: 0.02,
        tau: 0.005,
        maxDrift: 0.0025,
        alpha: 0.05,
        scale: 'identity',
        lag: 0,
        minPre: 2,
      },
      shocks: [{ from: '2020-03-01', to: '2022-04-01', label: 'COVID-19' }],
      disclosure: { minN: 100, minEvents: 10, presentation: 'nchs' },
      population: 'built-in',
    },
    studySha256: '5be1c0de'.repeat(8),
    report: {
      edition: '3',
      status: 'concept',
      client: 'Ministerie van Volksgezondheid, Welzijn en Sport',
      date: '2021-06-15',
      contact: 'info@voorbeeld.example',
      reference: 'Kamerstuk 29 538, nr. 311',
    },
  }
}

/** Every figure of the target hidden, as the disclosure stage leaves it. */
function suppressTarget(results: Results): Results {
  const isTarget = (domain: Record<string, string>) =>
    domain.target === '75+' && Object.keys(domain).length === 1
  const reason = 'suppressed_n'
  const nothing = { shown: false, reason: 'suppressed' }
  return {
    ...results,
    estimates: results.estimates.map(e => (isTarget(e.domain) ? hidden(e, reason) : e)),
    changes: results.changes.map(e => ({ ...e, ...NO_CHANGE, ...nothing })),
    trends: results.trends.map(e => ({ ...e, omnibus: null, wls: null, ...nothing })),
    decompositions: [],
    breaks: results.breaks.map(e => ({
      ...e,
      class: 'not_assessable',
      subclass: null,
      breakState: null,
      direction: null,
      strength: null,
      assessed: null,
      expected: null,
      seExpected: null,
      counterfactual: [],
      changeSinceLastPre: null,
      preSlope: null,
      robust: null,
      mde80: null,
      minProvableMargin: null,
      continuationAttainable: null,
      sensitivity: [],
      flags: [],
      reason: 'suppressed',
      shown: false,
    })),
    verdict: results.verdict && {
      ...results.verdict,
      overall: 'not_yet_determinable',
      cells: results.verdict.cells.map(cell => ({
        ...cell,
        class: 'not_assessable',
        light: 'grey' as const,
        pHolm: null,
      })),
    },
  }
}

const NO_CHANGE = {
  diff: null,
  se: null,
  df: null,
  t: null,
  p: null,
  pHolm: null,
  ci95: null,
  ci90: null,
  ratio: null,
  ratioCi: null,
  or: null,
  orCi: null,
}
