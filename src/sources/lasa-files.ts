/**
 * What the name of a LASA file says: its wave and its topic.
 *
 * LASA<wave><topic>.sav; the waves 2B, 3B, 4B and MB drop the second A, LSN
 * files name their sample; Z files hold all waves. Any capitals.
 *
 * Source: file names of lasa-vu.nl/topics/loneliness.
 */
import { similar } from '../core/suggest.ts'
import { LASA_WAVES } from './lasa-waves.ts'

export type LasaTopic = 'items' | 'scores' | 'telephone' | 'person' | 'ages' | 'residence'

export interface LasaFileName {
  /** as in LASA_WAVES; Z for a file over all waves */
  readonly wave: string
  /** three digits */
  readonly code: string
  /** null: a file ejz does not need */
  readonly topic: LasaTopic | null
}

const OF_A_WAVE: Readonly<Record<string, LasaTopic>> = { '073': 'items', 273: 'scores', 712: 'telephone' }
const OF_ALL_WAVES: Readonly<Record<string, LasaTopic>> = {
  '004': 'person',
  '008': 'ages',
  '052': 'residence',
}

/** Null for a name that is not LASA's. */
export function lasaFileName(name: string): LasaFileName | null {
  const match = /^(?:LASA?([2-4]B|MB)|LASA([A-Z])|(LSN[A-Z]))(\d{3})\.sav$/i.exec(name)
  if (match === null) return null
  const [, irregular, regular, lsn, code] = match
  const wanted = (irregular ?? regular ?? lsn).toLowerCase()
  const wave = wanted === 'z' ? 'Z' : LASA_WAVES.find(({ id }) => id.toLowerCase() === wanted)?.id
  if (wave === undefined) return null
  return { wave, code, topic: (wave === 'Z' ? OF_ALL_WAVES : OF_A_WAVE)[code] ?? null }
}

/** The name LASA gives to a file, such as LASAH073.sav. */
export function lasaNameOf(wave: string, topic: LasaTopic): string {
  const allWaves = Object.entries(OF_ALL_WAVES).find(([, of]) => of === topic)
  if (allWaves !== undefined) return `LASAZ${allWaves[0]}.sav`
  const [code] = Object.entries(OF_A_WAVE).find(([, of]) => of === topic) ?? ['']
  const stem = wave.startsWith('LSN') ? wave : wave.length === 1 ? `LASA${wave}` : `LAS${wave}`
  return `${stem}${code}.sav`
}

/** Files that may be the one that is missing: another ending, a number of a copy, a slip of the pen. */
export function nearMisses(name: string, others: readonly string[]): string[] {
  const stem = plain(name)
  const holding = others.filter(other => plain(other).includes(stem))
  const alike = similar(name, others, 3).filter(other => lasaFileName(other) === null)
  return [...new Set([...holding, ...alike])].filter(other => other !== name).slice(0, 3)
}

/** Letters and digits before the ending. */
function plain(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
