/**
 * The files that a StatLine download consists of: one file, a folder, or a zip archive.
 *
 * A file is recognised by its content. Beside a file that holds only figures lie
 * perhaps the files that describe them, under the names CBS gives them.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EjzError } from '../../core/error.ts'
import { fileBeginning, fileBlocks } from '../file-blocks.ts'
import { MOST_UNPACKED, zipEntries } from './zip.ts'

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

const HEAD = 1 << 16
const TAIL = 2000

const MOST_FILES = 500

export function openParts(path: string): {
  readonly kind: 'file' | 'folder' | 'zip'
  readonly parts: FilePart[]
} {
  if (!existsSync(path)) {
    throw new EjzError(
      'file-not-readable',
      'there is no such file',
      'check the name; paths in a study file are relative to that file',
      'data',
      { where: path },
    )
  }
  if (statSync(path).isDirectory()) return { kind: 'folder', parts: folderParts(path) }
  if (isZip(path)) return { kind: 'zip', parts: zipParts(path) }
  return { kind: 'file', parts: [filePart(path)] }
}

export function isZip(path: string): boolean {
  const beginning = fileBeginning(path, 4).toString('latin1')
  return beginning === 'PK\x03\x04' || beginning === 'PK\x05\x06'
}

function folderParts(path: string): FilePart[] {
  const files = readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(path, entry.name))
    .sort()
  if (files.length > MOST_FILES) {
    throw new EjzError(
      'too-many-files',
      `the folder holds ${files.length} files, more than a StatLine download has`,
      'name the file with the figures',
      'data',
      { where: path },
    )
  }
  return files.filter(file => statSync(file).size > 0).map(filePart)
}

function filePart(path: string): FilePart {
  const ends = () => {
    const { size } = statSync(path)
    return { head: fileBeginning(path, HEAD), tail: fileEnd(path, Math.max(0, size - TAIL)) }
  }
  return { name: basename(path), where: path, file: path, bytes: () => readWhole(path), ends }
}

function fileEnd(path: string, from: number): Buffer {
  return Buffer.concat([...fileBlocks(path, from)].map(block => Buffer.from(block)))
}

function readWhole(path: string): Buffer {
  const { size } = statSync(path)
  if (size <= MOST_UNPACKED) return readFileSync(path)
  throw new EjzError(
    'table-too-large',
    `the file is ${Math.round(size / 1e6)} MB, more than is read as a published table`,
    'download fewer topics, periods or regions',
    'data',
    { where: path },
  )
}

function zipParts(path: string): FilePart[] {
  const entries = zipEntries(path, readWhole(path))
  const names = entries.map(({ name }) => name)
  if (names.includes('[Content_Types].xml') || names.includes('mimetype')) {
    throw new EjzError(
      'unsupported-format',
      'the file is an Excel workbook, ODS sheet or other Office document, not a data file',
      'save the sheet as "CSV UTF-8"; of a StatLine table, download the CSV',
      'data',
      { where: path },
    )
  }
  return entries.map(({ name, bytes }) => {
    const ends = () => {
      const whole = bytes()
      return { head: whole.subarray(0, HEAD), tail: whole.subarray(-TAIL) }
    }
    return { name: basename(name), where: `${path}!${name}`, file: path, bytes, ends }
  })
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
