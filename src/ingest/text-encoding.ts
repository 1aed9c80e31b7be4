/**
 * A text file as UTF-8: itself where it is, else a transcoded copy.
 *
 * Byte order mark, then strict UTF-8 over the whole file, then the declared
 * encoding, then windows-1252 with a warning. Detectors that guess from letter
 * frequencies take a short Dutch line for Japanese; strict UTF-8 is a sure test.
 * The copy lies in a private temporary folder that goes when the process ends.
 */
import { isUtf8 } from 'node:buffer'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { EjzError } from '../core/error.ts'
import type { Warning } from '../core/warning.ts'
import { fileBeginning, fileBlocks } from './file-blocks.ts'

export interface Utf8File {
  readonly path: string
  /** of the original */
  readonly encoding: string
  readonly warnings: readonly Warning[]
}

export function asUtf8(
  path: string,
  declared: string | null,
  { utf8, zeros }: { utf8: boolean; zeros: boolean },
): Utf8File {
  const encoding = byteOrderMark(fileBeginning(path, 3)) ?? wideEncoding(path, declared)
  if (encoding !== null && encoding !== 'utf-8') return transcoded(path, encoding, [])
  if (zeros) throw binaryFile(path)
  if (utf8) return { path, encoding: 'utf-8', warnings: [] }
  if (encoding === 'utf-8' || isUtf8Name(declared)) throw notUtf8(path)
  return declared === null
    ? transcoded(path, 'windows-1252', [guessed(path, fileBlocks(path))])
    : transcoded(path, checked(path, declared), [])
}

/** The same for bytes in memory, without the byte order mark: a file that is small or lies in an archive. */
export function utf8Bytes(
  path: string,
  bytes: Buffer,
): { readonly bytes: Buffer; readonly encoding: string; readonly warnings: readonly Warning[] } {
  const encoding = byteOrderMark(bytes)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return { bytes: Buffer.from(iconv.decode(bytes, encoding)), encoding, warnings: [] }
  }
  if (bytes.includes(0)) throw binaryFile(path)
  if (isUtf8(bytes)) {
    return { bytes: encoding === null ? bytes : bytes.subarray(3), encoding: 'utf-8', warnings: [] }
  }
  if (encoding === 'utf-8') throw notUtf8(path)
  const decoded = Buffer.from(iconv.decode(bytes, 'windows-1252'))
  return { bytes: decoded, encoding: 'windows-1252', warnings: [guessed(path, [bytes])] }
}

function byteOrderMark(beginning: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = beginning
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** A declared encoding in which ASCII is not itself: UTF-8 cannot be tested against it. */
function wideEncoding(path: string, declared: string | null): string | null {
  if (declared === null) return null
  const wide = iconv.encode('a,1', checked(path, declared)).toString('latin1') !== 'a,1'
  return wide ? declared : null
}

function checked(path: string, encoding: string): string {
  if (iconv.encodingExists(encoding)) return encoding
  const hint = 'write for example utf-8, windows-1252, iso-8859-15 or utf-16le'
  throw new EjzError('unknown-encoding', `there is no encoding named ${encoding}`, hint, 'usage', {
    where: path,
  })
}

function isUtf8Name(encoding: string | null): boolean {
  return encoding !== null && /^utf-?8$/i.test(encoding)
}

function transcoded(path: string, encoding: string, warnings: readonly Warning[]): Utf8File {
  const copy = join(temporaryFolder(), `${++copies}.csv`)
  const decoder = iconv.getDecoder(encoding)
  const file = openSync(copy, 'wx', 0o600)
  try {
    for (const block of fileBlocks(path)) writeFileSync(file, decoder.write(block))
    writeFileSync(file, decoder.end() ?? '')
  } finally {
    closeSync(file)
  }
  return { path: copy, encoding, warnings }
}

let folder: string | null = null
let copies = 0

function temporaryFolder(): string {
  if (folder !== null) return folder
  const made = mkdtempSync(join(tmpdir(), 'ejz-text-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  folder = made
  return made
}

function guessed(path: string, blocks: Iterable<Buffer>): Warning {
  const line = firstForeignLine(blocks)
  return {
    code: 'encoding_guessed',
    message: `the file is not UTF-8; it was read as windows-1252 (see line ${line})`,
    hint: 'if letters with accents come out wrong, write encoding: … for this wave in the study file',
    where: `${path}:${line}`,
    values: { encoding: 'windows-1252', line },
  }
}

/** The first line with a byte beyond ASCII. */
function firstForeignLine(blocks: Iterable<Buffer>): number {
  let line = 1
  for (const block of blocks) {
    for (const byte of block) {
      if (byte > 0x7f) return line
      if (byte === 0x0a) line++
    }
  }
  return line
}

function binaryFile(path: string): EjzError {
  return new EjzError(
    'binary-file',
    'the file holds zero bytes, so it is no CSV in UTF-8 or windows-1252',
    'if it is text in UTF-16, write encoding: utf-16le; else save it as "CSV UTF-8"',
    'data',
    { where: path },
  )
}

function notUtf8(path: string): EjzError {
  const hint = 'save it as "CSV UTF-8", or write encoding: windows-1252 for this wave in the study file'
  return new EjzError('not-utf8', 'the file says it is UTF-8 but is not', hint, 'data', { where: path })
}
