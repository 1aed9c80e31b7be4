/** Tabel 1, what may be compared, and the bridges between the scales as flat rows. */
import type { ComparableEntry, Results } from '../core/results.ts'
import { end, type TidyRow } from './tidy-row.ts'

/** One row per wave; texts in the first language of the report. */
export function registerRows({ register, language }: Results): TidyRow[] {
  return register.map(entry => ({
    domain: null,
    row: {
      source: entry.source,
      wave: entry.wave,
      instrument: entry.instrument,
      status: entry.status,
      available: entry.available,
      judgedOn: entry.judged?.on ?? null,
      judgedBy: entry.judged?.by ?? null,
      fieldworkFrom: entry.fieldwork?.[0] ?? null,
      fieldworkTo: entry.fieldwork?.[1] ?? null,
      people: entry.known?.people[language] ?? null,
      fromAge: entry.known?.fromAge ?? null,
      youngest: entry.agesSeen?.[0] ?? null,
      oldest: entry.agesSeen?.[1] ?? null,
      privateHouseholds: entry.known?.privateHouseholds ?? null,
      area: entry.known?.area ?? null,
      holder: entry.known?.holder[language] ?? null,
      mode: entry.mode,
      panel: entry.panel,
      records: entry.records,
      files: entry.files.map(({ name }) => name).join(' '),
      sha256: entry.files.map(({ sha256 }) => sha256).join(' '),
    },
  }))
}

/** One row per set of waves that go together, then one per pair of groups that do not. */
export function comparabilityRows({ comparability }: Results): TidyRow[] {
  return comparability.flatMap(({ measure, domain, comparableSets, refusals }) => [
    ...comparableSets.map((set, i) => ({
      domain,
      row: { measure, kind: 'set', set: i + 1, waves: set.map(named).join('; '), other: null, reasons: null },
    })),
    ...refusals.map(({ a, b, reasons }) => ({
      domain,
      row: {
        measure,
        kind: 'refusal',
        set: null,
        waves: named(a),
        other: named(b),
        reasons: reasons.join(' '),
      },
    })),
  ])
}

/** The bridge of a wave, then what it makes of each other wave. */
export function bridgeRows({ bridges }: Results): TidyRow[] {
  return bridges.flatMap(({ domain, counts, crosswalks, reason, ...whole }) => [
    {
      domain,
      row: {
        ...whole,
        both: counts?.both ?? null,
        only11: counts?.only11 ?? null,
        only6: counts?.only6 ?? null,
        neither: counts?.neither ?? null,
        to: null,
        converted: null,
        convertedSe: null,
        observed: null,
        ...end(reason),
      },
    },
    ...crosswalks.map(({ wave, p6, p11, se, observed }) => ({
      domain,
      row: {
        source: whole.source,
        wave: whole.wave,
        indicative: whole.indicative,
        p6,
        shown: whole.shown,
        to: wave,
        converted: p11,
        convertedSe: se,
        observed,
        ...end(null),
      },
    })),
  ])
}

function named({ source, waves }: ComparableEntry['refusals'][number]['a']): string {
  return `${source} ${waves.join(' ')}`
}
