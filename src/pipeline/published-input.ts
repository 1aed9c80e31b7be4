/** What a published wave holds: figures typed into the study file, or those of its table. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { EjzError } from '../core/error.ts'
import type { WaveEntry } from '../core/results.ts'
import type { PublishedFigure, ScaleId, Study, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { commonUnit } from '../estimate/published.ts'
import { fingerprint } from '../ingest/fingerprint.ts'
import { SCALES } from '../scale/scale.ts'
import { refuseEarlierScale } from '../sources/cbs-earlier-scale.ts'
import { readFiguresFile } from './figures-file.ts'

export interface PublishedInput {
  readonly figures: readonly PublishedFigure[]
  readonly instrument: ScaleId
  /** null = not said */
  readonly subscaleCutoff: number | null
  readonly files: WaveEntry['files']
  /** what the publication says of itself, where "synthetic" may be said */
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
}

export async function publishedInput(study: Study, spec: WaveSpec): Promise<PublishedInput> {
  return spec.published === undefined ? typed(spec) : fromTable(study, spec, spec.published)
}

/** Everything that RIVM publishes by area comes from its model, typed or not. */
function typed(spec: WaveSpec): PublishedInput {
  refuseEarlierScale(spec)
  const figures = (spec.figures ?? []).map(figure =>
    spec.profile === 'rivm' ? { ...figure, model: true as const } : figure,
  )
  refuseUnsaidCutoff(spec, figures)
  return {
    figures,
    instrument: spec.scale,
    subscaleCutoff: spec.subscaleCutoff ?? onlyCutoff(spec.scale),
    files: [],
    notes: figures.map(({ cite }) => cite),
    warnings: [],
  }
}

async function fromTable(study: Study, spec: WaveSpec, path: string): Promise<PublishedInput> {
  const [{ readIfStatLine }, { publishedTable }] = await Promise.all([
    import('../ingest/statline/read.ts'),
    import('../sources/published-table.ts'),
  ])
  const table = await readIfStatLine(path, { topics: /eenzaam|lonel/i })
  if (table === null) return fromFigures(study, spec, path)
  const by = [...new Set(study.by.flat())]
  const found = publishedTable(table, { wave: spec, target: study.target.age, by })
  if (found.instrument !== spec.scale) throw otherScale(spec, path, found.instrument)
  return {
    figures: withUnit(found.figures),
    instrument: found.instrument,
    subscaleCutoff: found.subscaleCutoff,
    files: table.inputs.map(file => ({
      name: basename(file.path),
      sha256: file.sha256,
      bytes: file.bytes,
      rows: table.length,
    })),
    notes: [table.title ?? '', ...found.figures.map(({ cite }) => cite)],
    warnings: found.warnings,
  }
}

async function fromFigures(study: Study, spec: WaveSpec, path: string): Promise<PublishedInput> {
  if (statSync(path).isDirectory()) throw noFigures(path, spec)
  const { sha256, bytes, zeros, utf8 } = fingerprint(path)
  if (zeros || !utf8) throw noFigures(path, spec)
  const figures = readFiguresFile(path, spec, study)
  const input = typed({ ...spec, figures })
  return { ...input, files: [{ name: basename(path), sha256, bytes, rows: figures.length }] }
}

/** The values of one table have the same number of decimals, also where the last is a zero. */
function withUnit(figures: readonly PublishedFigure[]): readonly PublishedFigure[] {
  const unsaid = figures.filter(({ unit }) => unit === undefined)
  const unit = commonUnit(
    unsaid.map(({ value }) => value),
    'proportion',
  )
  return figures.map(figure => ({ unit, ...figure }))
}

/** Six items know one cut-off for a sub-scale, unless the wave says another. */
function onlyCutoff(scale: ScaleId): number | null {
  return scale === 'djg6' ? SCALES[scale].subscaleCutoff.default : null
}

/** Eleven items know two, and publications use both. */
function refuseUnsaidCutoff(spec: WaveSpec, figures: readonly PublishedFigure[]): void {
  const subscale = figures.find(({ measure }) => measure === 'emotional' || measure === 'social')
  if (subscale === undefined || spec.scale !== 'djg11' || spec.subscaleCutoff !== null) return
  throw new EjzError(
    'cutoff-unsaid',
    `${spec.source} ${spec.wave}: from which score on ${subscale.measure} was counted is not said`,
    'write subscaleCutoff: 2 or subscaleCutoff: 3, as the publication has it (2016 and before: 2, later: 3)',
    'usage',
    spec.where === null ? {} : { where: spec.where },
  )
}

function noFigures(path: string, { where }: WaveSpec): EjzError {
  return new EjzError(
    'no-published-figures',
    `${basename(path)} is no table of StatLine, nor a CSV in UTF-8 with figures`,
    'download the table as CSV, or write a CSV with the columns measure, age, sex, percent, low, high, n, deff and cite',
    'data',
    { where: where ?? path },
  )
}

function otherScale(spec: WaveSpec, path: string, instrument: ScaleId): EjzError {
  return new EjzError(
    'table-of-other-scale',
    `${spec.source} ${spec.wave}: ${basename(path)} holds figures of ${instrument}, not of ${spec.scale}`,
    `write scale: ${instrument}, or leave \`scale\` out`,
    'usage',
    spec.where === null ? {} : { where: spec.where },
  )
}
