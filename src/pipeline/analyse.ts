/**
 * The story of ejz: a study file in, results out.
 *
 * files → relation → scored respondents → cells → estimates → changes, trends,
 * breaks → verdict → disclosure control, which runs last so that nothing can
 * bypass it.
 */
import { readFile } from 'node:fs/promises'
import { fieldworkTime } from '../core/date.ts'
import { type Results, SCHEMA_VERSION, type WaveEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { openEngine } from '../engine/engine.ts'
import { ageBands } from './age-bands.ts'
import { boundaryWarnings } from './boundary-warnings.ts'
import { breakWarnings } from './break-warnings.ts'
import { bridgeEntries } from './bridge-entries.ts'
import { comparableEntries } from './comparability.ts'
import { comparabilityWarnings } from './comparability-warnings.ts'
import { designWarnings } from './design-warnings.ts'
import { levelLabels } from './level-labels.ts'
import { sha256 } from './output-folder.ts'
import { readForecast, readPopulation } from './population-file.ts'
import { primaryProjections } from './projection-entries.ts'
import { provenance } from './provenance.ts'
import { provisionalWarnings } from './provisional-warnings.ts'
import { readSource } from './read-source.ts'
import type { WaveData } from './read-wave.ts'
import { reliabilityEntries } from './reliability-entries.ts'
import { samePeopleWarnings } from './same-people.ts'
import { type PublishedWave, publishedOf, type Source } from './source.ts'
import type { SourceData } from './source-data.ts'
import { overdueWarnings, sourceRegister } from './source-register.ts'
import { fixedStandard } from './standard-populations.ts'
import { refuseWarnings } from './strict.ts'
import { verdictEntry } from './verdict-entry.ts'
import { waveWarnings } from './wave-warnings.ts'

export interface AnalyseOptions {
  /** warnings refuse */
  readonly strict?: boolean
  readonly threads?: number
  /** such as 800MB; default: half of the machine */
  readonly memory?: string
  readonly onProgress?: (stage: string) => void
  /** called, perhaps often, when the engine is busy and this thread is not: the time to load what comes next */
  readonly whileScanning?: () => void
}

export interface Analysis {
  readonly study: Study
  readonly results: Results
}

export async function analyse(study: Study, options: AnalyseOptions = {}): Promise<Analysis> {
  const { sources: read, engine, population, forecast } = await readSources(study, options)
  options.onProgress?.('estimating')
  const [{ analyseSource }, { disclose }] = await loadEstimation()
  const published = read.flatMap(publishedOf)
  const analyses = read.map(source => analyseSource(study, source))
  const sources = read.map(({ surveyed }) => surveyed)
  const waves = sources.flatMap(source => source.waves)
  const breaks = analyses.flatMap(analysis => analysis.breaks)
  const entries = read.flatMap(source => source.waves.map(({ entry }) => entry))
  const breakEntries = breaks.map(({ entry }) => entry)
  const register = sourceRegister(study, entries)
  const estimates = analyses.flatMap(analysis => analysis.estimates)
  const warnings: Warning[] = [
    ...sources.flatMap(dataWarnings),
    ...sources.flatMap(source => designWarnings(study, source)),
    ...comparisonWarnings(study, { entries, sources, waves }),
    ...overdueWarnings(register),
    ...analyses.flatMap(analysis => analysis.warnings),
    ...breakWarnings(breakEntries),
  ]
  const results: Results = {
    $schema: 'results.schema.json',
    schemaVersion: SCHEMA_VERSION,
    title: study.title,
    language: study.language,
    synthetic: isSynthetic(waves, published),
    waves: entries,
    register,
    comparability: comparableEntries(entries, estimates),
    bridges: bridgeEntries(study, waves, estimates),
    labels: levelLabels(waves),
    estimates,
    changes: analyses.flatMap(analysis => analysis.changes),
    trends: analyses.flatMap(analysis => analysis.trends),
    decompositions: analyses.flatMap(analysis => analysis.decompositions),
    panel: [],
    timeLag: [],
    breaks: breakEntries,
    verdict: verdictEntry(
      study,
      breaks,
      new Map(entries.map(({ source, instrument }) => [source, instrument])),
    ),
    power: analyses.flatMap(analysis => analysis.power),
    projections: primaryProjections(study, analyses, { population, forecast }),
    process: [],
    scale: waves.flatMap(reliabilityEntries),
    warnings: warnings.map(warning => ({ ...warning })),
    provenance: provenance(study, waves, {
      engine,
      studySha256: await studyHash(study),
      published,
    }),
  }
  if (options.strict) refuseWarnings(results.warnings)
  const unprinted = analyses.flatMap(analysis => analysis.unprinted)
  return { study, results: disclose(results, study.disclosure, unprinted) }
}

/** The engine opens while the standards and the register are read. */
async function readSources(study: Study, { threads, memory, onProgress, whileScanning }: AnalyseOptions) {
  const opening = openEngine({
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
  })
  try {
    const standards = study.standard.map(fixedStandard).filter(standard => standard !== null)
    const population = await readPopulation(study.population)
    const forecast = await readForecast(study.forecast)
    const context = {
      study,
      bands: ageBands(study, standards),
      population,
      whileScanning: () => {
        void loadEstimation()
        whileScanning?.()
      },
      onWave: (source: string, wave: string) => onProgress?.(`reading ${source} ${wave}`),
    }
    const engine = await opening
    const sources: Source[] = []
    for (const name of new Set(study.waves.map(({ source }) => source))) {
      sources.push(await readSource(engine, name, context))
    }
    return { sources, engine: engine.version, population, forecast }
  } finally {
    const engine = await opening
    engine.close()
  }
}

/** What follows the reading; the first call may come while the engine reads. */
function loadEstimation() {
  return Promise.all([import('./analyse-source.ts'), import('../disclosure/suppress.ts')])
}

/** What stands between waves and studies being compared. */
function comparisonWarnings(
  study: Study,
  {
    entries,
    sources,
    waves,
  }: {
    readonly entries: readonly WaveEntry[]
    readonly sources: readonly SourceData[]
    readonly waves: readonly WaveData[]
  },
): Warning[] {
  return [
    ...comparabilityWarnings(study, entries),
    ...sources.flatMap(boundaryWarnings),
    ...waves.flatMap(provisionalWarnings),
    ...samePeopleWarnings(waves.map(wave => ({ ...wave, time: fieldworkTime(wave.spec.fieldwork) }))),
  ]
}

function dataWarnings({ waves }: SourceData): Warning[] {
  return waves.flatMap(({ spec, binding, facts, warnings }) => [
    ...warnings,
    ...waveWarnings(spec, binding, facts),
  ])
}

/** Said by a note in a file, or by a publication. */
function isSynthetic(waves: readonly WaveData[], published: readonly PublishedWave[]): boolean {
  const notes = waves.flatMap(({ files }) => files.flatMap(file => file.notes))
  return [...notes, ...published.flatMap(wave => wave.notes)].some(text => /synthe/i.test(text))
}

async function studyHash({ file }: Study): Promise<string | null> {
  return file === null ? null : sha256(await readFile(file))
}
