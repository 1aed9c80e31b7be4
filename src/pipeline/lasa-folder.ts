/**
 * The files of a LASA wave, found by their names: in a folder, or among the files a study names.
 *
 * Only .sav files with a name of LASA count; what looks like one and is not is
 * named where a file is missing.
 */
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import { type LasaTopic, lasaFileName, lasaNameOf, nearMisses } from '../sources/lasa-files.ts'
import { LASA_WAVES, type LasaWave, lasaWave, lasaWaveHint } from '../sources/lasa-waves.ts'

export interface LasaFiles {
  readonly wave: LasaWave
  /** absolute paths by topic; `other`: a file whose name says nothing, that may hold anything */
  readonly ofTopic: ReadonlyMap<LasaTopic, string>
  readonly other: readonly string[]
}

/** Which waves of LASA a folder holds files of, in order of fieldwork, with their topics. */
interface LasaFolder {
  readonly waves: readonly { readonly wave: string; readonly files: readonly string[] }[]
  /** files that belong to all waves */
  readonly allWaves: readonly string[]
}

function lasaFolder(folder: string): LasaFolder {
  const named = namesIn(folder).flatMap(name => {
    const known = lasaFileName(name)
    return known === null ? [] : [{ name, ...known }]
  })
  const of = (wave: string) => named.filter(file => file.wave === wave).map(({ name }) => name)
  return {
    waves: LASA_WAVES.map(({ id }) => ({ wave: id, files: of(id) })).filter(({ files }) => files.length > 0),
    allWaves: of('Z'),
  }
}

export function lasaFiles(spec: WaveSpec): LasaFiles {
  const wave = lasaWave(spec.wave)
  if (wave === undefined) throw unknownWave(spec)
  return spec.folder === null ? filesNamed(spec, wave) : filesInFolder(spec, spec.folder, wave)
}

const ANSWERS: readonly LasaTopic[] = ['items', 'scores', 'telephone']

function filesInFolder(spec: WaveSpec, folder: string, wave: LasaWave): LasaFiles {
  const ofTopic = new Map<LasaTopic, string>()
  for (const name of namesIn(folder)) {
    const known = lasaFileName(name)
    if (known === null || known.topic === null || ![wave.id, 'Z'].includes(known.wave)) continue
    keep(ofTopic, known.topic, join(folder, name))
  }
  if (!ANSWERS.some(topic => ofTopic.has(topic))) throw noFileOfWave(spec, folder, wave)
  return { wave, ofTopic, other: [] }
}

/** A name that says another wave than the study file does would give the figures of that wave. */
function filesNamed({ files, where }: WaveSpec, wave: LasaWave): LasaFiles {
  const ofTopic = new Map<LasaTopic, string>()
  const other: string[] = []
  for (const path of files) {
    const known = lasaFileName(basename(path))
    if (known !== null && ![wave.id, 'Z'].includes(known.wave)) throw otherWave(path, known.wave, wave, where)
    if (known === null || known.topic === null) other.push(path)
    else keep(ofTopic, known.topic, path)
  }
  return { wave, ofTopic, other }
}

function keep(ofTopic: Map<LasaTopic, string>, topic: LasaTopic, path: string): void {
  const known = ofTopic.get(topic)
  if (known !== undefined) throw sameFileTwice(known, path)
  ofTopic.set(topic, path)
}

function namesIn(folder: string): string[] {
  if (!statSync(folder).isDirectory()) {
    const hint = `name the folder it lies in: folder: ${dirname(folder)}`
    throw new EjzError('not-a-folder', `${basename(folder)} is not a folder`, hint, 'data', { where: folder })
  }
  return readdirSync(folder).sort()
}

function noFileOfWave(spec: WaveSpec, folder: string, wave: LasaWave): EjzError {
  const wanted = lasaNameOf(wave.id, 'items')
  const found = foundIn(folder)
  const close = nearMisses(wanted, namesIn(folder))
  const hint = close.length === 0 ? 'ask LASA for it, or take a wave that is there' : misses(close, wanted)
  return new EjzError('lasa-file-missing', `the folder has no ${wanted}; ${found}`, hint, 'data', {
    where: spec.where ?? folder,
  })
}

/** "it has files of B (LASAB073.SAV, …), H (…)". */
function foundIn(folder: string): string {
  const { waves, allWaves } = lasaFolder(folder)
  const named = waves.map(({ wave, files }) => `${wave} (${files.join(', ')})`)
  const all = allWaves.length === 0 ? [] : [`all waves (${allWaves.join(', ')})`]
  const list = [...named, ...all]
  return list.length === 0 ? 'it has no files of LASA' : `it has files of ${list.join('; ')}`
}

function misses(close: readonly string[], wanted: string): string {
  const form = close.every(name => /\.sav$/i.test(name))
    ? `give it the name ${wanted}`
    : `save it from SPSS as ${wanted}`
  return `if ${close.join(' or ')} is that file, ${form}`
}

/** For a wave that has some files, but not the one that is needed. */
export function missingTopic(spec: WaveSpec, { wave }: LasaFiles, topic: LasaTopic, why: string): EjzError {
  const wanted = lasaNameOf(wave.id, topic)
  const close = spec.folder === null ? [] : nearMisses(wanted, namesIn(spec.folder))
  const place = spec.folder === null ? 'the wave' : 'the folder'
  const hint = close.length === 0 ? `ask LASA for it and put it with the others` : misses(close, wanted)
  return new EjzError('lasa-file-missing', `${place} has no ${wanted}, ${why}`, hint, 'data', {
    where: spec.where ?? spec.folder ?? spec.files[0] ?? spec.wave,
  })
}

function unknownWave({ wave, where }: WaveSpec): EjzError {
  return new EjzError(
    'lasa-wave-unknown',
    `LASA has no wave \`${wave}\``,
    lasaWaveHint(wave),
    'usage',
    where === null ? {} : { where },
  )
}

function otherWave(path: string, said: string, wave: LasaWave, where: string | null): EjzError {
  const message = `${basename(path)} is a file of ${said}, not of ${wave.id}: its name says so, its variables cannot (2B, 3B and MB begin with b, as B does)`
  const hint = `write \`wave: ${said}\`, or name the file of ${wave.id}`
  return new EjzError('lasa-other-wave', message, hint, 'usage', { where: where ?? path })
}

function sameFileTwice(one: string, other: string): EjzError {
  const message = `${basename(one)} and ${basename(other)} have the same name but for capitals`
  return new EjzError('lasa-file-twice', message, 'remove the one that is out of date', 'data', {
    where: other,
  })
}
