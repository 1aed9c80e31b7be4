/**
 * Reads the files of a zip archive into memory; nothing is ever written to disk.
 *
 * The directory is judged before anything is unpacked: sizes, ratio, names. A
 * file that unpacks to more or less than it declares, or to another checksum, is
 * damaged or hostile, and is refused as soon as that shows.
 */
import { Inflate } from 'fflate'
import { EjzError } from '../../core/error.ts'
import { crc32 } from './crc32.ts'
import { MOST_BYTES } from './file-part.ts'

export interface ZipEntry {
  /** with forward slashes, inside the archive */
  readonly name: string
  readonly size: number
  readonly bytes: () => Buffer
}

const MOST_ENTRIES = 2000
/** StatLine packs at most about a hundred-fold; small files may be anything. */
const MOST_RATIO = 400
const SMALL = 1 << 20

export function zipEntries(path: string, archive: Buffer): ZipEntry[] {
  const records = directory(path, archive).filter(({ name }) => !name.endsWith('/') && !isClutter(name))
  checkHarmless(path, archive, records)
  return records.map(record => ({
    name: record.name,
    size: record.size,
    bytes: () => unpack(path, archive, record),
  }))
}

interface DirectoryRecord {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
  /** of its local header */
  readonly offset: number
}

const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const RECORD = 0x02014b50
const RECORD_BYTES = 46

function directory(path: string, archive: Buffer): DirectoryRecord[] {
  const end = endOfDirectory(path, archive)
  const count = archive.readUInt16LE(end + 10)
  const start = archive.readUInt32LE(end + 16)
  if (count === 0xffff || start === 0xffffffff) {
    throw refused(path, 'zip-too-large', 'the zip archive is of the kind for more than 4 GB (zip64)')
  }
  if (count > MOST_ENTRIES) {
    throw refused(path, 'zip-too-large', `the zip archive holds ${count} files, more than ${MOST_ENTRIES}`)
  }
  const records: DirectoryRecord[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + RECORD_BYTES > end || archive.readUInt32LE(at) !== RECORD) throw damaged(path)
    const lengths = [28, 30, 32].map(place => archive.readUInt16LE(at + place))
    records.push(directoryRecord(archive, at, lengths[0]))
    at += RECORD_BYTES + lengths[0] + lengths[1] + lengths[2]
  }
  return records
}

function endOfDirectory(path: string, archive: Buffer): number {
  const earliest = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT)
  for (let at = archive.length - END_BYTES; at >= earliest; at--) {
    if (archive.readUInt32LE(at) === END) return at
  }
  throw refused(path, 'zip-damaged', 'the zip archive has no end: it was cut off')
}

const ENCRYPTED = 1
const UTF8_NAME = 1 << 11

function directoryRecord(archive: Buffer, at: number, nameLength: number): DirectoryRecord {
  const flags = archive.readUInt16LE(at + 8)
  const name = archive.subarray(at + RECORD_BYTES, at + RECORD_BYTES + nameLength)
  return {
    name: name.toString((flags & UTF8_NAME) !== 0 ? 'utf8' : 'latin1').replaceAll('\\', '/'),
    encrypted: (flags & ENCRYPTED) !== 0,
    method: archive.readUInt16LE(at + 10),
    checksum: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
  }
}

/** What a Mac adds by itself. */
function isClutter(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.split('/').at(-1)?.startsWith('.') === true
}

function checkHarmless(path: string, archive: Buffer, records: readonly DirectoryRecord[]): void {
  const outside = records.find(
    ({ name }) => name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..'),
  )
  if (outside !== undefined) {
    throw refused(path, 'zip-outside', `the zip archive names a file outside itself: ${outside.name}`)
  }
  const locked = records.find(({ encrypted }) => encrypted)
  if (locked !== undefined) throw refused(path, 'zip-locked', `${locked.name} is locked with a password`)
  const packed = records.reduce((sum, record) => sum + record.packed, 0)
  if (packed > archive.length) throw damaged(path)
  const size = records.reduce((sum, record) => sum + record.size, 0)
  const swollen = records.some(record => record.size > SMALL && record.size > record.packed * MOST_RATIO)
  if (size > MOST_BYTES || swollen) {
    const megabytes = Math.round(size / 1e6)
    throw refused(path, 'zip-too-large', `the zip archive would unpack to ${megabytes} MB`)
  }
}

const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

function unpack(path: string, archive: Buffer, record: DirectoryRecord): Buffer {
  const { offset, packed, method } = record
  if (offset + LOCAL_BYTES > archive.length || archive.readUInt32LE(offset) !== LOCAL) throw damaged(path)
  const start = offset + LOCAL_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + packed > archive.length) throw damaged(path, record.name)
  if (method !== STORED && method !== DEFLATED) {
    throw refused(path, 'zip-method', `${record.name} is packed in a way that is not read (method ${method})`)
  }
  const data = archive.subarray(start, start + packed)
  const bytes = method === STORED ? data : inflated(path, data, record)
  if (bytes.length !== record.size || crc32(bytes) !== record.checksum) throw damaged(path, record.name)
  return bytes
}

/** Bytes at a time: even at the best ratio there is, no step makes more than some megabytes. */
const STEP = 1 << 13

function inflated(path: string, data: Buffer, { name, size }: DirectoryRecord): Buffer {
  const result = Buffer.alloc(size)
  let length = 0
  const stream = new Inflate(chunk => {
    if (length + chunk.length > size) throw damaged(path, name)
    result.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length)
    }
  } catch (cause) {
    throw cause instanceof EjzError ? cause : damaged(path, name, cause)
  }
  return result.subarray(0, length)
}

function damaged(path: string, name?: string, cause?: unknown): EjzError {
  const what = name === undefined ? 'the zip archive is damaged' : `${name} in the zip archive is damaged`
  return refused(path, 'zip-damaged', what, cause)
}

const HINTS = {
  'zip-damaged': 'download it again',
  'zip-too-large': 'unpack it yourself and name the file in it, or download fewer topics or periods',
  'zip-outside': 'do not unpack it; get the archive from the data holder itself',
  'zip-locked': 'unpack it yourself and name the file in it',
  'zip-method': 'unpack it yourself and name the file in it',
} as const

function refused(path: string, code: keyof typeof HINTS, message: string, cause?: unknown): EjzError {
  return new EjzError(code, message, HINTS[code], 'data', {
    where: path,
    ...(cause === undefined ? {} : { cause }),
  })
}
