/**
 * One file of a StatLine download, on disk or in an archive.
 *
 * Beside a file that holds only figures lie perhaps the files that describe
 * them, under the names CBS gives them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EjzError } from '../../core/error.ts'
import { fileBeginning, fileBlocks } from '../file-blocks.ts'

export interface FilePart {
  /** without folders */
  readonly name: string
  /** for messages: the path, in an archive with the name in it */
  readonly where: string
  /** the file on disk that holds it */
  readonly file: string
  readonly bytes: () => Buffer
  /** the first and the last bytes, to see what it is */
  readonly ends: () => { readonly head: Buffer; readonly tail: Buffer }
}

/** A longer text cannot be held in one piece. */
export const MOST_BYTES = 500_000_000

export const HEAD = 1 << 16
export const TAIL = 2000

export function filePart(path: string): FilePart {
  const ends = () => {
    const { size } = statSync(path)
    return { head: fileBeginning(path, HEAD), tail: fileEnd(path, Math.max(0, size - TAIL)) }
  }
  return { name: basename(path), where: path, file: path, bytes: () => readWhole(path), ends }
}

function fileEnd(path: string, from: number): Buffer {
  return Buffer.concat([...fileBlocks(path, from)].map(block => Buffer.from(block)))
}

export function readWhole(path: string): Buffer {
  const { size } = statSync(path)
  if (size <= MOST_BYTES) return readFileSync(path)
  throw new EjzError(
    'table-too-large',
    `the file is ${Math.round(size / 1e6)} MB, more than is read as a published table`,
    'download fewer topics, periods or regions',
    'data',
    { where: path },
  )
}

/** Files that may describe the figures of `part`: of v3 <id>_metadata.csv, of v4 all that come with Observations.csv. */
export function besides({ file, name }: FilePart): FilePart[] {
  const folder = dirname(file)
  const id = name.split('_')[0].toLowerCase()
  const isDescription = (other: string) =>
    /^observations\.csv$/i.test(name)
      ? /(codes|^dimensions|^properties)\.csv$/i.test(other)
      : other.toLowerCase() === `${id}_metadata.csv`
  return readdirSync(folder)
    .filter(other => other !== name && isDescription(other))
    .sort()
    .map(other => filePart(join(folder, other)))
    .filter(part => statSync(part.file).isFile())
}
