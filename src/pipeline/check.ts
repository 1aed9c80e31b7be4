/**
 * `ejz check`: reads and judges study and data, analyses nothing, and finds every problem at once.
 *
 * Each file is opened, bound and counted by itself, so that one that fails does
 * not hide what is wrong with the next.
 */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { DataFile } from '../core/data-file.ts'
import { EjzError, type Fault, type Problem } from '../core/error.ts'
import type { RegisterEntry } from '../core/results.ts'
import type { Study, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { release } from '../engine/register.ts'
import { missingFiles } from '../study/missing-files.ts'
import { notYet } from '../study/not-yet.ts'
import { type AgeBands, ageBands } from './age-bands.ts'
import { checkReferences, readableStandards } from './check-references.ts'
import { isLasaDelivery, type OpenedFile, openWave } from './open-wave.ts'
import { isPublished, readPublished } from './read-published.ts'
import { dimensionNames } from './read-wave.ts'
import { scoredSelect } from './scored.ts'
import { overdueWarnings, plannedWaves } from './source-register.ts'
import { refuseWarnings } from './strict.ts'
import { unknownCodes } from './unknown-codes.ts'
import { createUsable } from './usable.ts'
import { waveFacts } from './wave-facts.ts'
import { refuseBrokenDesign, waveWarnings } from './wave-warnings.ts'

export interface CheckOptions {
  readonly threads?: number
  readonly memory?: string
  readonly onProgress?: (stage: string) => void
}

export interface CheckResult {
  readonly files: readonly CheckedFile[]
  /** waves that are still to come */
  readonly planned: readonly RegisterEntry[]
  /** what the population and the forecast of the study hold */
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
  /** wrong use when only the study file is to blame, data otherwise */
  readonly fault: Fault
  /** what --strict does */
  refuseWarnings(): void
}

export interface CheckedFile {
  readonly source: string
  readonly wave: string
  readonly name: string
  /** `published` for figures; null where the file could not be opened or bound */
  readonly format: string | null
  readonly records: number | null
  readonly weight: string | null
  readonly stratum: string | null
  readonly problems: number
  readonly warnings: number
}

export async function check(study: Study, options: CheckOptions = {}): Promise<CheckResult> {
  const unbuilt = notYet(study)
  const references = await checkReferences(study)
  const problems = [...unbuilt, ...missingFiles(study), ...references.problems]
  const { threads, memory } = options
  const engine = await openEngine({
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
  })
  try {
    const findings = await checkFiles(engine, study, options)
    problems.push(...findings.flatMap(finding => finding.problems))
    const planned = plannedWaves(
      study,
      study.waves.map(({ fieldwork }) => fieldwork),
    )
    const warnings = [...findings.flatMap(finding => finding.warnings), ...overdueWarnings(planned)]
    return {
      files: findings.map(finding => finding.file),
      planned,
      notes: references.notes,
      problems,
      warnings,
      fault: problems.length > unbuilt.length ? 'data' : 'usage',
      refuseWarnings: () => refuseWarnings(warnings),
    }
  } finally {
    engine.close()
  }
}

interface Finding {
  readonly file: CheckedFile
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
}

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof EjzError) return error.problems
    throw error
  }
}

async function checkFiles(engine: Engine, study: Study, { onProgress }: CheckOptions): Promise<Finding[]> {
  const bands = ageBands(study, readableStandards(study))
  const findings: Finding[] = []
  for (const spec of study.waves) {
    if (isPublished(spec)) findings.push(await checkPublished(study, spec))
    for (const part of partsOf(spec)) {
      onProgress?.(`reading ${inputName(part)}`)
      findings.push(await checkFile(engine, study, part, bands))
    }
  }
  return findings
}

/** Figures are read as an analysis reads them; who they are about is not counted. */
async function checkPublished(study: Study, spec: WaveSpec): Promise<Finding> {
  const { source, wave, published } = spec
  const none = { records: null, weight: null, stratum: null }
  const about = { source, wave, name: published === undefined ? 'figures' : basename(published), ...none }
  try {
    if (published !== undefined && !existsSync(published)) return found(about, null, [], [])
    const { warnings } = await readPublished(spec, { study, population: [] })
    return found(about, 'published', [], warnings)
  } catch (error) {
    if (!(error instanceof EjzError)) throw error
    return found(about, null, error.problems, [])
  }
}

/** File by file; those of LASA only make a wave together. */
function partsOf(spec: WaveSpec): WaveSpec[] {
  if (!isLasaDelivery(spec)) return spec.files.filter(existsSync).map(path => ({ ...spec, files: [path] }))
  return [...spec.files, ...(spec.folder === null ? [] : [spec.folder])].every(existsSync) ? [spec] : []
}

function inputName({ files, folder }: WaveSpec): string {
  return basename(files[0] ?? folder ?? '')
}

async function checkFile(engine: Engine, study: Study, spec: WaveSpec, bands: AgeBands): Promise<Finding> {
  const [, , ...further] = dimensionNames(study)
  try {
    const [opened] = await openWave(engine, spec, { by: further })
    const counted = await count(engine, study, spec, opened, { bands, further })
    await release(engine, opened.relation)
    return counted
  } catch (error) {
    if (!(error instanceof EjzError)) throw error
    return finding(spec, null, error.problems, [])
  }
}

async function count(
  engine: Engine,
  study: Study,
  spec: WaveSpec,
  opened: OpenedFile,
  { bands, further }: { bands: AgeBands; further: readonly string[] },
): Promise<Finding> {
  const { file, binding, relation } = opened
  await createUsable(engine, [scoredSelect(relation, binding, file)], { binding, bands, further })
  const facts = await waveFacts(engine)
  const problems = [
    ...problemsOf(() => refuseBrokenDesign(spec, binding, facts)),
    ...ageProblems(study, spec, opened),
    ...(facts.records === 0 && binding.rows === undefined ? [empty(file.path)] : []),
  ]
  const warnings = [
    ...file.warnings,
    ...binding.warnings,
    ...relation.warnings,
    ...(await unknownCodes(engine, opened)),
    ...waveWarnings(spec, binding, facts),
  ].map(warning => ({ ...warning, source: spec.source, wave: spec.wave }))
  return finding(spec, { opened, records: facts.records }, problems, warnings)
}

function finding(
  spec: WaveSpec,
  read: { opened: OpenedFile; records: number } | null,
  problems: readonly Problem[],
  warnings: readonly Warning[],
): Finding {
  const columns = read?.opened.binding.columns ?? {}
  const about = {
    source: spec.source,
    wave: spec.wave,
    name: read === null ? inputName(spec) : joinedName(read.opened.file),
    records: read?.records ?? null,
    weight: columns.weight ?? null,
    stratum: columns.stratum ?? null,
  }
  return found(about, read?.opened.file.format ?? null, problems, warnings)
}

function found(
  about: Omit<CheckedFile, 'format' | 'problems' | 'warnings'>,
  format: string | null,
  problems: readonly Problem[],
  warnings: readonly Warning[],
): Finding {
  return {
    file: { ...about, format, problems: problems.length, warnings: warnings.length },
    problems,
    warnings,
  }
}

function joinedName({ path, joinedFrom = [] }: DataFile): string {
  const others = joinedFrom.length - 1
  return others < 1 ? basename(path) : `${basename(path)} and ${others} ${others === 1 ? 'other' : 'others'}`
}

function ageProblems(study: Study, spec: WaveSpec, { binding, file }: OpenedFile): Problem[] {
  const [first, last] = study.target.age
  if (binding.columns.age !== undefined || (first === 0 && last === null)) return []
  return [
    {
      code: 'no-age',
      message: `${spec.source} ${spec.wave}: no column tells how old people are, so nobody belongs to the target`,
      hint: 'say which column it is under `columns`: { age: … }, or with --column age=…; or take everyone: target: { age: [0, null] }',
      where: file.path,
    },
  ]
}

function empty(path: string): Problem {
  return { code: 'no-records', message: 'the file has no records', hint: 'deliver it again', where: path }
}
