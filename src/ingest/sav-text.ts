/**
 * Texts of a .sav: the encoding the file declares, and one text's way out of it.
 *
 * Files that say UTF-8 hold single texts in windows-1252 more often than one
 * would wish. Those texts are read as windows-1252 and counted, and the file is
 * not refused. A character cut off at the end of a field is dropped.
 * iconv-lite, because TextDecoder reads € and curly quotes wrongly on Node 20.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { EjzError } from '../core/error.ts'
import type { Warning } from '../core/warning.ts'

export interface SavText {
  readonly encoding: string
  /** Decodes a field without its padding; `what` names it in a warning. */
  decode(bytes: Buffer, what: string): string
  warnings(): readonly Warning[]
}

/** `declared` by the user wins: a file may be wrong about itself. */
export function savText(
  path: string,
  declared: string | null,
  extensions: ReadonlyMap<number, Buffer>,
  littleEndian: boolean,
): SavText {
  const own = declared === null ? ownEncoding(extensions, littleEndian) : checked(path, declared)
  const encoding = own ?? 'utf-8'
  const unicode = /^utf-?8$/i.test(encoding)
  let foreign = 0
  let first = ''
  const fallback = (bytes: Buffer, what: string, full: boolean) => {
    foreign++
    if (foreign === 1) first = what
    return (full ? withoutCutCharacter(bytes) : null) ?? iconv.decode(bytes, 'windows-1252')
  }
  return {
    encoding: unicode ? 'utf-8' : encoding.toLowerCase(),
    decode: (field, what) => {
      const bytes = field.subarray(0, unpadded(field, 0, field.length))
      if (isAscii(bytes)) return bytes.toString('latin1')
      if (!unicode) return iconv.decode(bytes, encoding)
      return isUtf8(bytes) ? bytes.toString() : fallback(bytes, what, bytes.length === field.length)
    },
    warnings: () => (foreign === 0 ? [] : [guessed(path, foreign, first, own !== null)]),
  }
}

/** End of the field without trailing spaces and zero bytes. */
export function unpadded(bytes: Uint8Array, start: number, end: number): number {
  let last = end
  while (last > start && (bytes[last - 1] === 0x20 || bytes[last - 1] === 0)) last--
  return last
}

const ENCODING_NAME = 20
const MACHINE_INTEGERS = 3
/** Writers that say Latin-1 put windows-1252 in its unused places; none of its letters differ. */
const LATIN = /^(iso[-_ ]?8859[-_]?1|latin-?1|(us-)?ascii)$/i

function ownEncoding(extensions: ReadonlyMap<number, Buffer>, littleEndian: boolean): string | null {
  const name = extensions.get(ENCODING_NAME)?.toString('latin1').trim()
  if (name !== undefined && isEncodingOfTexts(name)) return LATIN.test(name) ? 'windows-1252' : name
  const integers = extensions.get(MACHINE_INTEGERS)
  if (integers === undefined || integers.length < 32) return null
  const page = littleEndian ? integers.readInt32LE(28) : integers.readInt32BE(28)
  return codePage(page)
}

/** iconv-lite also knows base64, UTF-16 and the like, which write names and blanks in other bytes. */
function isEncodingOfTexts(name: string): boolean {
  return iconv.encodingExists(name) && iconv.decode(Buffer.from(PLAIN), name) === PLAIN
}

const PLAIN = 'Az09 _.$@='

/** Numbers below 5 only say "some eight bits". */
function codePage(page: number): string | null {
  if (page === 65001) return 'utf-8'
  if (page === 1252 || page === 28591) return 'windows-1252'
  if (page > 28590 && page < 28606) return `iso-8859-${page - 28590}`
  return page > 4 && isEncodingOfTexts(`cp${page}`) ? `cp${page}` : null
}

function checked(path: string, encoding: string): string {
  if (isEncodingOfTexts(encoding)) return encoding
  const hint = 'write for example utf-8 or windows-1252'
  throw new EjzError('unknown-encoding', `there is no encoding named ${encoding}`, hint, 'usage', {
    where: path,
  })
}

/** UTF-8 of a full field whose last character did not fit; null where it is something else. */
function withoutCutCharacter(bytes: Buffer): string | null {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    const whole = bytes.subarray(0, bytes.length - cut)
    if (bytes[bytes.length - cut] >= 0xc0) return isUtf8(whole) && !isAscii(whole) ? whole.toString() : null
  }
  return null
}

function guessed(path: string, count: number, first: string, declared: boolean): Warning {
  const says = declared
    ? 'are not in the encoding that the file declares'
    : 'are in an encoding that the file does not tell'
  return {
    code: 'encoding_guessed',
    message: `${count} ${count === 1 ? 'text' : 'texts'} ${says}, UTF-8, and were read as windows-1252; the first in ${first}`,
    hint: 'if letters with accents come out wrong, write encoding: … for this wave in the study file',
    where: path,
    count,
    values: { encoding: 'windows-1252', first },
  }
}
