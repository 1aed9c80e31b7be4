/**
 * Opens a data file: its format by content, its dialect by evidence, its codebook.
 *
 * No rows are taken in; the checksum is that of the file as it lies there.
 */
import { accessSync, constants, type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import { fileBeginning } from './file-blocks.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import { fingerprint } from './fingerprint.ts'
import type { OpenedContent, OpenOptions } from './opened-content.ts'
import { mayHoldOData } from './statline/odata-signs.ts'

export async function openDataFile(path: string, options: OpenOptions = {}): Promise<DataFile> {
  const absolute = resolve(path)
  checkReadable(absolute)
  const kind = fileKind(absolute, fileBeginning(absolute, 4096))
  if (kind === 'csv' && mayHoldOData(fileBeginning(absolute, 1 << 16))) await refusePublished(absolute)
  const { bytes, sha256, utf8, zeros } = fingerprint(absolute)
  const opened = await openAs(kind, absolute, options, { utf8, zeros })
  return { path: absolute, format: kind, bytes, sha256, ...opened }
}

/** Rows of a StatLine table are groups of people; taken for respondents they would make figures of nothing. */
async function refusePublished(path: string): Promise<void> {
  const { holdsODataFigures } = await import('./statline/odata-figures.ts')
  if (!holdsODataFigures(path)) return
  throw new EjzError(
    'published-table',
    'this is a table of StatLine, not survey data: its rows are groups, not people',
    'write published: in place of files: for this wave',
    'data',
    { where: path },
  )
}

async function openAs(
  kind: FileKind,
  path: string,
  options: OpenOptions,
  text: { utf8: boolean; zeros: boolean },
): Promise<OpenedContent> {
  switch (kind) {
    case 'csv': {
      const { openCsv } = await import('./csv.ts')
      return openCsv(path, options, text)
    }
    case 'sav': {
      const { openSav } = await import('./sav.ts')
      return openSav(path, options.encoding ?? null)
    }
    case 'parquet':
      return openParquet(path, options)
  }
}

async function openParquet(path: string, options: OpenOptions): Promise<OpenedContent> {
  if (options.describeParquet === undefined) {
    throw new EjzError(
      'no-engine',
      'a Parquet file needs the engine to be described',
      'give describeParquet',
      'bug',
      {
        where: path,
      },
    )
  }
  const { rows, variables } = await options.describeParquet(path)
  return { encoding: 'utf-8', rows, variables, notes: [], warnings: [], content: { kind: 'parquet', path } }
}

function checkReadable(path: string): void {
  const stats = statOf(path)
  if (stats.isDirectory()) throw notReadable('the path is a folder, not a file', 'name a file in it', path)
  if (!stats.isFile())
    throw notReadable('the path is not a plain file', 'copy the data to a file first', path)
  if (stats.size === 0)
    throw new EjzError('empty-file', 'the file is empty', 'deliver it again', 'data', { where: path })
  try {
    accessSync(path, constants.R_OK)
  } catch (cause) {
    throw notReadable('the file may not be read', 'ask for read rights to it', path, cause)
  }
}

function statOf(path: string): Stats {
  try {
    return statSync(path)
  } catch (cause) {
    throw notReadable(
      'there is no such file',
      'check the name; paths in a study file are relative to that file',
      path,
      cause,
    )
  }
}

function notReadable(message: string, hint: string, where: string, cause?: unknown): EjzError {
  return new EjzError('file-not-readable', message, hint, 'data', {
    where,
    ...(cause === undefined ? {} : { cause }),
  })
}
