/** One wave of a study file completed with the defaults of its source. */
import type { Code, CodeOverrides, PublishedFigure, SourceId, WaveSpec } from '../core/study.ts'
import { SCALE_OF, sourceName, type WaveFile } from './wave-schema.ts'

const PANELS: readonly SourceId[] = ['lasa', 'nivel']

/** LASA's own files hold its interview dates. */
const FROM_ITS_FILES = ['', ''] as const

export function completeWave(
  wave: WaveFile,
  absolute: (path: string) => string,
  where: string | null,
): WaveSpec {
  return {
    profile: wave.source,
    source: sourceName(wave),
    wave: String(wave.wave),
    files: (wave.files ?? []).map(absolute),
    folder: wave.folder === undefined ? null : absolute(wave.folder),
    fieldwork: wave.fieldwork ?? FROM_ITS_FILES,
    role: wave.role ?? null,
    mode: wave.mode ?? null,
    panel: wave.panel ?? PANELS.includes(wave.source),
    scale: wave.scale ?? SCALE_OF[wave.source],
    missingRule: wave.missingRule ?? 'manual',
    subscaleCutoff: wave.subscaleCutoff ?? null,
    scoring: wave.scoring ?? null,
    duplicates: wave.duplicates ?? null,
    columns: wave.columns ?? {},
    codes: codesOf(wave),
    decimal: wave.decimal ?? null,
    encoding: wave.encoding ?? null,
    ...(wave.published === undefined ? {} : { published: absolute(wave.published) }),
    ...(wave.figures === undefined ? {} : { figures: wave.figures.map(figureOf) }),
    ...(wave.available === undefined ? {} : { available: wave.available }),
    where,
  }
}

function codesOf({ codes = {} }: WaveFile): CodeOverrides {
  const { yes, moreOrLess, no, missing, sex } = codes
  return {
    ...(yes === undefined ? {} : { yes: listOf(yes) }),
    ...(moreOrLess === undefined ? {} : { moreOrLess: listOf(moreOrLess) }),
    ...(no === undefined ? {} : { no: listOf(no) }),
    ...(missing === undefined ? {} : { missing: listOf(missing) }),
    ...(sex === undefined ? {} : { sex: { male: listOf(sex.male), female: listOf(sex.female) } }),
  }
}

function listOf(codes: Code | readonly Code[]): readonly Code[] {
  return typeof codes === 'object' ? codes : [codes]
}

function figureOf(figure: NonNullable<WaveFile['figures']>[number]): PublishedFigure {
  const { low, high, n, deff, unit, ...required } = figure
  return {
    ...required,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(n === undefined ? {} : { n }),
    ...(deff === undefined ? {} : { deff }),
    ...(unit === undefined ? {} : { unit }),
  }
}
