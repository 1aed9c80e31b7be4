/**
 * Reads a table of StatLine in any form in which it can be downloaded.
 *
 * A file, a zip archive or a folder; which form it is, is told by content. Every
 * form gives the same table: keys without padding, values in the unit of the
 * table, missing as NaN, periods and margins by CBS's codes.
 * Checked against: R (read.csv2, jsonlite) on real downloads, and one invented
 * table in every form.
 */
import { resolve } from 'node:path'
import { EjzError } from '../../core/error.ts'
import type { StatLineInput, StatLineTable } from '../../core/statline.ts'
import { fingerprint } from '../fingerprint.ts'
import { askedTopics } from './asked-topics.ts'
import { assemble } from './assemble.ts'
import { cutOff } from './cut-off.ts'
import { describe } from './describe.ts'
import { draftOf } from './draft.ts'
import { figureParts } from './figure-parts.ts'
import { besides, type FilePart } from './file-part.ts'
import { openParts } from './parts.ts'
import { type Recognised, recognise } from './recognise.ts'

export interface StatLineOptions {
  /** observations of other topics are left out, by key and title; all topics stay in `measures` */
  readonly topics?: RegExp
}

export async function readStatLine(path: string, options: StatLineOptions = {}): Promise<StatLineTable> {
  const absolute = resolve(path)
  return readParts(absolute, recognisedParts(absolute), options)
}

/** Null where the file, folder or archive is nothing of StatLine; a part without figures is an error. */
export async function readIfStatLine(
  path: string,
  options: StatLineOptions = {},
): Promise<StatLineTable | null> {
  const absolute = resolve(path)
  const recognised = recognisedParts(absolute)
  return recognised.length === 0 ? null : readParts(absolute, recognised, options)
}

function readParts(
  absolute: string,
  recognised: readonly Recognised[],
  { topics }: StatLineOptions,
): StatLineTable {
  const figures = figureParts(absolute, recognised)
  const { description, used, warnings } = describe(recognised, figures)
  const { draft, title } = draftOf(figures, description, askedTopics(topics ?? null))
  description.title ??= title
  const inputs = inputFiles([...figures.parts.map(({ file }) => file), ...used])
  const table = assemble({ ...draft, warnings: [...draft.warnings, ...warnings] }, description, inputs)
  const cut = cutOff(figures, table.length + draft.observations.skipped, description.observations)
  return { ...table, warnings: [...table.warnings, ...cut] }
}

/** Whether the file, folder or archive is a download of StatLine, or a part of one. */
export function looksLikeStatLine(path: string): boolean {
  try {
    return recognisedParts(resolve(path)).length > 0
  } catch (error) {
    if (error instanceof EjzError && isForeign(error)) return false
    throw error
  }
}

function recognisedParts(path: string): Recognised[] {
  const { kind, parts } = openParts(path)
  if (kind !== 'file') return parts.flatMap(recogniseOrSkip)
  const [part] = parts
  const own = recognise(part)
  return own === null ? [] : [own, ...besides(part).flatMap(recogniseOrSkip)]
}

/** Among other files there may be anything; alone, a foreign file is an error. */
function recogniseOrSkip(part: FilePart): Recognised[] {
  try {
    return [recognise(part) ?? []].flat()
  } catch (error) {
    if (error instanceof EjzError && isForeign(error)) return []
    throw error
  }
}

function isForeign({ code }: EjzError): boolean {
  return code === 'unsupported-format' || code === 'binary-file'
}

/** An archive or file that holds several parts is one input. */
function inputFiles(parts: readonly FilePart[]): StatLineInput[] {
  return [...new Set(parts.map(({ file }) => file))].map(path => {
    const { sha256, bytes } = fingerprint(path)
    return { path, sha256, bytes }
  })
}
