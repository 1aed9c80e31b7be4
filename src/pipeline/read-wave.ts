/**
 * One wave from its files to cells: open, bind, score, count, reduce.
 *
 * The files of a wave are read as one. Each record is scored once, in parallel,
 * into a table; the counts and the cells come from that table, which is dropped
 * before the next wave is read, so that memory does not grow with the waves.
 */
import type { Binding } from '../core/binding.ts'
import type { DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import type { Study, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Engine } from '../engine/engine.ts'
import { reduce, type WaveCells } from '../engine/reduce.ts'
import { release } from '../engine/register.ts'
import type { CrossTable } from '../scale/bridge.ts'
import { measures as scaleMeasures } from '../scale/measures.ts'
import { SCALES } from '../scale/scale.ts'
import { type AgeBands, bandsWithin } from './age-bands.ts'
import { bridgeCounts } from './bridge-counts.ts'
import type { WavePart } from './join-cells.ts'
import { levelOf } from './level.ts'
import { refuseUnlikeFiles } from './like-files.ts'
import { type OpenedFile, openWave } from './open-wave.ts'
import { asksWhoTheyAre, keptPeople, type People } from './same-people.ts'
import { scoredSelect } from './scored.ts'
import { unknownCodes } from './unknown-codes.ts'
import { createUsable } from './usable.ts'
import { type WaveFacts, waveFacts } from './wave-facts.ts'

export interface WaveData {
  readonly spec: WaveSpec
  readonly files: readonly DataFile[]
  readonly binding: Binding
  readonly facts: WaveFacts
  readonly part: WavePart
  /** both scales on the same people of the target; null where the wave has not all eleven items */
  readonly bridge: CrossTable | null
  /** some of the people by their id, where nothing else tells whether other waves hold the same */
  readonly people: People | null
  readonly warnings: readonly Warning[]
}

/** The dimensions of the cells beside the wave: age, sex and whatever `by` names. */
export function dimensionNames(study: Study): string[] {
  return [...new Set(['age', 'sex', ...study.by.flat()])]
}

export interface WaveContext {
  readonly study: Study
  readonly bands: AgeBands
  /** called when the engine is busy and this thread is not */
  readonly whileScanning: () => void
}

export async function readWave(engine: Engine, told: WaveSpec, context: WaveContext): Promise<WaveData> {
  const { study, bands } = context
  const [, , ...further] = dimensionNames(study)
  const asks = asksWhoTheyAre(told, study.waves)
  const opened = await scoreFiles(engine, told, context, { further, asks })
  const [{ binding, spec }] = opened
  const facts = await waveFacts(engine)
  const measures = scaleMeasures(SCALES[binding.scale], binding.subscaleCutoff, binding.delivered)
  const cells = await reduce(engine, {
    table: 'usable',
    dimensions: ['band', 'sex', ...further],
    measures,
    psu: binding.columns.psu !== undefined,
    fpc: binding.columns.fpc !== undefined,
  })
  const bridge = await bridgeCounts(engine, binding, targetBands(study, bands))
  const known = asks && opened.every(one => one.binding.columns.id !== undefined)
  const people = known ? await keptPeople(engine) : null
  const warnings = await fileWarnings(engine, opened, facts)
  for (const { relation } of opened) await release(engine, relation)
  return {
    spec,
    files: opened.map(({ file }) => file),
    binding,
    facts,
    part: partOf(cells, study, spec, bands),
    bridge,
    people,
    warnings: warnings.map(warning => ({ ...warning, source: spec.source, wave: spec.wave })),
  }
}

/** CSV is taken at its word, so that one scan checks and scores it; if it does not hold, it is checked first. */
async function scoreFiles(
  engine: Engine,
  spec: WaveSpec,
  { bands, whileScanning }: WaveContext,
  { further, asks }: { readonly further: readonly string[]; readonly asks: boolean },
): Promise<OpenedFile[]> {
  for (const trust of [true, false]) {
    const opened = await openWave(engine, spec, { by: further, trust, id: asks })
    refuseUnlikeFiles(opened)
    const trusted = opened.some(({ held }) => held !== undefined)
    const selects = opened.map(one => {
      const suspect = one.held !== undefined
      const select = scoredSelect(one.relation, one.binding, one.file, { suspect, id: asks })
      return trusted && one.held === undefined ? `SELECT *, false AS suspect FROM (${select})` : select
    })
    const scoring = createUsable(engine, selects, {
      binding: opened[0].binding,
      bands,
      further,
      trusted,
      id: asks && opened.every(({ binding }) => binding.columns.id !== undefined),
    })
    whileScanning()
    await scoring
    if (!trusted || (await allHeld(engine, opened))) return opened
  }
  throw new EjzError('unsettled-file', `${spec.wave}: the file changed while it was read`, 'run ejz again')
}

/** One file after another: what was set aside is known to the connection that read it, and to no other. */
async function allHeld(engine: Engine, opened: readonly OpenedFile[]): Promise<boolean> {
  const [found] = await engine.rows('SELECT count(*) FILTER (WHERE suspect) AS suspects FROM scored')
  let held = found.suspects === 0
  for (const one of opened) held = (await (one.held?.() ?? true)) && held
  return held
}

async function fileWarnings(
  engine: Engine,
  opened: readonly OpenedFile[],
  facts: WaveFacts,
): Promise<Warning[]> {
  const warnings = opened.flatMap(({ file, binding, relation }) => [
    ...file.warnings,
    ...binding.warnings,
    ...relation.warnings,
  ])
  if (facts.unknownCodes === 0) return warnings
  for (const one of opened) warnings.push(...(await unknownCodes(engine, one)))
  return warnings
}

function partOf(cells: WaveCells, study: Study, spec: WaveSpec, bands: AgeBands): WavePart {
  const dimensions = dimensionNames(study).map((name, d) =>
    name === 'age'
      ? cells.dimensions[d].map(band => (band === null ? null : bands.labels[Number(band)]))
      : cells.dimensions[d].map(text => (name === 'sex' ? sexOf(text) : levelOf(name, text))),
  )
  return { ...cells, wave: spec.wave, dimensions }
}

function targetBands({ target }: Study, bands: AgeBands): number[] {
  const [first, last] = target.age
  return bandsWithin(bands, first, last === null ? null : last + 1)
}

/** The scored records hold 1 male, 2 female. */
function sexOf(code: string | null): string | null {
  return code === null ? null : code === '1' ? 'male' : 'female'
}
