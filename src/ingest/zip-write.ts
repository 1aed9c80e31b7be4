/**
 * Packs texts into a zip archive: the same bytes for the same texts, at any time and in any time zone.
 *
 * Checked against: unpacked by Python's zipfile.
 */
import { strToU8, zipSync } from 'fflate'

export interface ZipText {
  readonly name: string
  readonly text: string
}

export function zipOf(files: readonly ZipText[]): Uint8Array {
  const entries = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))
  return zipSync(entries, { mtime: earliest(), level: 9 })
}

/** A zip keeps the local time of day, so that midnight here is midnight everywhere. */
function earliest(): Date {
  return new Date(1980, 0, 1)
}
