/** The synthetic panel of the reference values, as records. */
import { readRows } from './reference.ts'

export const PANEL = 'method/03_lasa_panel.csv'

export interface Visit {
  readonly person: string
  readonly wave: number
  readonly time: number
  readonly age: number
  readonly female: boolean
  readonly partner: number
  readonly adl: number
  readonly fate: 'observed' | 'dropout' | 'dead'
  readonly score: number
  readonly lonely: number
}

export function lasaPanel(): Visit[] {
  return readRows(PANEL).map(row => ({
    person: row.id,
    wave: Number(row.wave),
    time: Number(row.t),
    age: Number(row.age),
    female: row.fem === '1',
    partner: Number(row.partner),
    adl: Number(row.adl),
    fate: row.status === 'observed' || row.status === 'dead' ? row.status : 'dropout',
    score: row.score === '' ? Number.NaN : Number(row.score),
    lonely: row.lonely === '' ? Number.NaN : Number(row.lonely),
  }))
}
