/**
 * Tabel 1: every wave that was used, and every planned one as expected or overdue.
 *
 * Overdue is judged against the date of the report, else against the last day of
 * fieldwork that is known, never against the clock: the same study gives the same
 * bytes on any day, and the day it was judged against is said.
 */

import type { RegisterEntry, WaveEntry } from '../core/results.ts'
import { factsOf, fromAgeOf } from '../core/source-facts.ts'
import type { PlannedWave, Study, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'

/** Wave after wave, the planned ones last, in order of the day they are expected. */
export function sourceRegister(study: Study, waves: readonly WaveEntry[]): RegisterEntry[] {
  return [
    ...waves.map(wave => wasHeld(wave, specOf(study, wave))),
    ...plannedWaves(
      study,
      waves.map(({ fieldwork }) => fieldwork),
    ),
  ]
}

/** The planned waves alone, for who has read no data. */
export function plannedWaves(study: Study, fieldworks: readonly WaveSpec['fieldwork'][]): RegisterEntry[] {
  const judged = dayOf(study, fieldworks)
  return study.planned
    .toSorted((a, b) => (a.expected < b.expected ? -1 : a.expected > b.expected ? 1 : 0))
    .map(wave => isToCome(wave, judged))
}

export function overdueWarnings(register: readonly RegisterEntry[]): Warning[] {
  return register.flatMap(({ source, wave, status, available, judged }) =>
    status === 'overdue' && available !== null && judged !== null
      ? [
          {
            code: 'wave_overdue' as const,
            source,
            wave,
            message: `the wave was expected on ${available} and is not there on ${judged.on} (${DAYS[judged.by]})`,
            hint: 'add it under `waves` and take it out of `planned`, or give it a later day',
            values: { expected: available, on: judged.on },
          },
        ]
      : [],
  )
}

type Judged = NonNullable<RegisterEntry['judged']>

const DAYS: Readonly<Record<Judged['by'], string>> = {
  date: 'the date of the report',
  fieldwork: 'the last day of fieldwork',
}

/** Null where the study tells no day at all. */
function dayOf({ report }: Study, fieldworks: readonly WaveSpec['fieldwork'][]): Judged | null {
  if (report.date !== undefined) return { on: report.date, by: 'date' }
  const days = fieldworks.map(([, last]) => last).filter(day => day !== '')
  const last = days.toSorted().at(-1)
  return last === undefined ? null : { on: last, by: 'fieldwork' }
}

function wasHeld(wave: WaveEntry, spec: WaveSpec | undefined): RegisterEntry {
  const [first, last] = wave.fieldwork
  return {
    source: wave.source,
    wave: wave.wave,
    status: 'available',
    available: spec?.available ?? null,
    judged: null,
    fieldwork: [first, last],
    instrument: wave.instrument,
    mode: wave.mode,
    panel: wave.panel,
    records: wave.records,
    agesSeen: wave.ageRange === null ? null : [...wave.ageRange],
    files: wave.files.map(({ name, sha256 }) => ({ name, sha256 })),
    known: knownOf(wave.source, Number(first.slice(0, 4))),
  }
}

function isToCome({ source, wave, expected }: PlannedWave, judged: Judged | null): RegisterEntry {
  return {
    source,
    wave,
    status: judged !== null && expected < judged.on ? 'overdue' : 'expected',
    available: expected,
    judged,
    fieldwork: null,
    instrument: null,
    mode: null,
    panel: null,
    records: null,
    agesSeen: null,
    files: [],
    known: knownOf(source, Number(expected.slice(0, 4))),
  }
}

function specOf({ waves }: Study, { source, wave }: WaveEntry): WaveSpec | undefined {
  return waves.find(spec => spec.source === source && spec.wave === wave)
}

function knownOf(source: string, year: number): RegisterEntry['known'] {
  const facts = factsOf(source)
  if (facts === undefined) return null
  const { holder, people, usualMode, privateHouseholds, area, notes, cite } = facts
  return {
    holder,
    people,
    fromAge: fromAgeOf(source, year),
    usualMode,
    privateHouseholds,
    area,
    notes: [...notes],
    cite: [...cite],
  }
}
