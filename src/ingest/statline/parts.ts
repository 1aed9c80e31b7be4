/** The files that a StatLine download consists of: one file, a folder, or a zip archive. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { EjzError } from '../../core/error.ts'
import { fileBeginning } from '../file-blocks.ts'
import { type FilePart, filePart, HEAD, readWhole, TAIL } from './file-part.ts'
import { zipEntries } from './zip.ts'

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
