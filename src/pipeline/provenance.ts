/**
 * How the results came about: versions, and every choice that decided a number,
 * as it was used. No absolute path, no clock, no machine: the same study gives
 * the same bytes anywhere.
 */
import { basename, isAbsolute } from 'node:path'
import type { Results } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { PROJECTION } from './projection-entries.ts'
import type { WaveData } from './read-wave.ts'
import { deliveredScores } from './scored.ts'
import type { PublishedWave } from './source.ts'
import { version } from './version.ts'
import { missingRuleOf } from './wave-entry.ts'

export interface ProvenanceInput {
  readonly engine: string
  readonly studySha256: string | null
  readonly published: readonly PublishedWave[]
}

export function provenance(
  study: Study,
  waves: readonly WaveData[],
  input: ProvenanceInput,
): Results['provenance'] {
  const { programme, target, bands, by, design, primary, decision, shocks, disclosure } = study
  return {
    ejz: version(),
    engine: input.engine,
    studySha256: input.studySha256,
    options: {
      programme,
      target,
      bands,
      by,
      design,
      standard: study.standard.map(nameOf),
      primary,
      decision,
      shocks,
      disclosure,
      population: nameOf(study.population),
      forecast: study.forecast === null ? 'built-in' : nameOf(study.forecast),
      projection: PROJECTION,
      waves: waves.map(waveOptions),
      ...(input.published.length === 0 ? {} : { published: input.published.map(publishedOptions) }),
    },
    report: Object.fromEntries(Object.entries(study.report)),
  }
}

function waveOptions({ spec, binding }: WaveData): Record<string, unknown> {
  const scores = deliveredScores(binding).map(({ holds, column }) => [holds, column])
  return {
    source: spec.source,
    wave: spec.wave,
    profile: spec.profile,
    role: spec.role,
    panel: spec.panel,
    scale: binding.scale,
    missingRule: missingRuleOf(binding),
    subscaleCutoff: binding.subscaleCutoff,
    columns: { ...binding.columns, ...Object.fromEntries(binding.by) },
    items: Object.fromEntries(binding.items),
    ...(scores.length === 0 ? {} : { scoring: binding.delivered?.use, scores: Object.fromEntries(scores) }),
    ...(binding.duplicates === undefined ? {} : { duplicates: binding.duplicates }),
    ...(binding.rows === undefined ? {} : { rows: binding.rows }),
    answers: binding.answers,
    sex: binding.sex,
  }
}

function publishedOptions({ entry, role, figures }: PublishedWave): Record<string, unknown> {
  const { source, wave, panel, instrument, subscaleCutoff } = entry
  return { source, wave, role, panel, scale: instrument, subscaleCutoff, figures: figures.length }
}

function nameOf(pathOrName: string): string {
  return isAbsolute(pathOrName) ? basename(pathOrName) : pathOrName
}
