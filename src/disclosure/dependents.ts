/**
 * Hides what rests on hidden estimates: changes, trends, decompositions.
 *
 * With one wave known, a change gives the other away; with the others known, a
 * slope gives one away. A decomposition is a combination of the cells of age and
 * sex in two waves: it goes when a printed one of those is confidential, and its
 * effects cell by cell stay only where all these cells are known to be shown, or
 * would be.
 */
import type { Domain } from '../core/domain.ts'
import type { ChangeEntry, DecompositionEntry, TrendEntry } from '../core/results.ts'
import type { Fates, SeriesName } from './fate.ts'

export function discloseChange(entry: ChangeEntry, fates: Fates): ChangeEntry {
  if (![entry.from, entry.to].some(wave => isHidden(entry, wave, fates))) return entry
  return {
    ...entry,
    diff: null,
    se: null,
    df: null,
    t: null,
    p: null,
    pHolm: null,
    ci95: null,
    ci90: null,
    ratio: null,
    ratioCi: null,
    or: null,
    orCi: null,
    shown: false,
    reason: 'suppressed',
  }
}

export function discloseTrend(entry: TrendEntry, fates: Fates): TrendEntry {
  if (!entry.waves.some(wave => isHidden(entry, wave, fates))) return entry
  return { ...entry, omnibus: null, wls: null, shown: false, reason: 'suppressed' }
}

export function discloseDecomposition(entry: DecompositionEntry, fates: Fates): DecompositionEntry {
  const waves = [entry.from, entry.to]
  if (waves.some(wave => restsOnHidden(entry, wave, fates))) {
    return hideDecomposition(entry)
  }
  if (entry.method !== 'kitagawa') return entry
  const clear = entry.cells.every(cell =>
    waves.every(wave => fates.of(entry, wave, cellDomain(entry.domain, cell)) === 'shown'),
  )
  return clear ? entry : { ...entry, cells: [] }
}

/** A series has a gap to the reader when a wave of it is hidden. */
export function isHidden(series: SeriesName, wave: string, fates: Fates): boolean {
  const fate = fates.of(series, wave)
  return fate !== undefined && fate !== 'shown'
}

/** Whether a sum over the cells of age and sex would tell of hidden ones. */
export function restsOnHidden(series: SeriesName, wave: string, fates: Fates): boolean {
  return isHidden(series, wave, fates) || hasConfidentialCell(series, wave, fates)
}

function hasConfidentialCell(entry: SeriesName, wave: string, fates: Fates): boolean {
  return fates
    .printed(entry, wave)
    .some(({ domain, fate }) => fate === 'confidential' && isAgeCell(domain, entry.domain))
}

/** Whether `cell` is `whole` split by age, and perhaps sex. */
function isAgeCell(cell: Domain, whole: Domain): boolean {
  const added = Object.keys(cell).filter(name => !(name in whole))
  return (
    Object.entries(whole).every(([name, level]) => cell[name] === level) &&
    added.includes('age') &&
    added.every(name => name === 'age' || name === 'sex')
  )
}

function cellDomain(whole: Domain, { age, sex }: { readonly age: string; readonly sex: string }): Domain {
  return { ...whole, age, ...(sex === 'male' || sex === 'female' ? { sex } : {}) }
}

function hideDecomposition(entry: DecompositionEntry): DecompositionEntry {
  const nothing = {
    total: null,
    seTotal: null,
    rate: null,
    seRate: null,
    composition: null,
    seComposition: null,
    shown: false,
    reason: 'suppressed',
  }
  return entry.method === 'kitagawa'
    ? { ...entry, ...nothing, covariance: null, cells: [] }
    : { ...entry, ...nothing, numberFrom: null, numberTo: null, size: null, seSize: null }
}
