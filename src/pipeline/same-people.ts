/**
 * Whether two waves that are taken to hold different people hold the same ones.
 *
 * Of each wave the people whose ids come first by a hash are kept, so that the
 * same id is kept or left out in every wave. Ids that both waves have are mere
 * running numbers when sex and age do not fit; where most of those people have the
 * same sex and have aged by the years between, they are the same people.
 */

import { factsOf } from '../core/source-facts.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Engine } from '../engine/engine.ts'

/** Id → sex (1 male, 2 female) and age of the people that were kept. */
export type People = ReadonlyMap<string, Person>

export interface Person {
  readonly sex: number
  readonly age: number
}

/** Only where nothing else tells: a study of one's own that does not say that it is a panel. */
export function asksWhoTheyAre(spec: WaveSpec, all: readonly WaveSpec[]): boolean {
  const several = all.filter(({ source }) => source === spec.source).length > 1
  return several && !spec.panel && factsOf(spec.source) === undefined
}

const KEPT = 2000

/** From the table `usable`, which then has the column `id`. */
export async function keptPeople(engine: Engine): Promise<People> {
  const rows = await engine.rows(
    `SELECT id::VARCHAR AS id, sex, age FROM usable
     WHERE id IS NOT NULL AND sex IS NOT NULL AND age IS NOT NULL ORDER BY hash(id::VARCHAR), id LIMIT ${KEPT}`,
  )
  return new Map(rows.map(({ id, sex, age }) => [String(id), { sex: Number(sex), age: Number(age) }]))
}

interface Wave {
  readonly spec: { readonly source: string; readonly wave: string }
  /** decimal year of the fieldwork */
  readonly time: number
  readonly people: People | null
}

/** `waves` of all sources; each is compared with the next of its own source. */
export function samePeopleWarnings(waves: readonly Wave[]): Warning[] {
  return waves.flatMap((wave, i) => {
    const next = waves.slice(i + 1).find(({ spec }) => spec.source === wave.spec.source)
    if (next === undefined || wave.people === null || next.people === null) return []
    const { common, fitting } = compared(wave, next, wave.people, next.people)
    if (common < FEWEST || fitting / common < MOST) return []
    return [
      {
        code: 'panel_as_independent' as const,
        source: wave.spec.source,
        message: `${fitting} of ${common} ids of ${wave.spec.wave} that ${next.spec.wave} has too belong to people of the same sex who have aged accordingly: the same people, taken to be different ones`,
        hint: 'write panel: true for these waves; or if the people are different, give them ids of their own in each wave',
      },
    ]
  })
}

/** Fewer in common may be chance; running numbers fit in a few per cent of the cases. */
const FEWEST = 20
const MOST = 0.5

function compared(a: Wave, b: Wave, before: People, after: People) {
  const common = [...before].flatMap(([id, then]) => {
    const now = after.get(id)
    return now === undefined ? [] : [{ then, now }]
  })
  const years = b.time - a.time
  const fits = ({ then, now }: (typeof common)[number]) =>
    then.sex === now.sex && Math.abs(now.age - then.age - years) <= 1.5
  return { common: common.length, fitting: common.filter(fits).length }
}
