/**
 * What a study file must get right beyond the form of each key.
 *
 * Every check runs on the parts of the file that are well formed, so that a
 * mistake elsewhere does not hide these.
 */
import { didYouMean, similar } from '../core/suggest.ts'
import { type Finding, wrong } from './finding.ts'
import { waveFindings } from './wave-checks.ts'
import { type Parts, type PlacedWave, wellFormed } from './well-formed.ts'

export function crossFindings(raw: unknown): Finding[] {
  const parts = wellFormed(raw)
  const context = { target: parts.target?.age ?? ([75, null] as const), groups: (parts.by ?? []).flat() }
  return [
    ...bandFindings(parts),
    ...standardFindings(parts),
    ...byFindings(parts),
    ...primaryFindings(parts),
    ...tauFindings(parts),
    ...programmeFindings(parts),
    ...twiceFindings(parts),
    ...plannedFindings(parts),
    ...parts.waves.flatMap(wave => waveFindings(wave, context)),
  ]
}

function bandFindings({ target, bands }: Parts): Finding[] {
  const [from, to] = target?.age ?? [75, null]
  const lower = bands?.target
  if (lower === undefined) return []
  if (lower[0] !== from) {
    return [
      wrong(
        ['bands', 'target'],
        `the first band of \`target\` begins at ${lower[0]}, the target population at ${from}`,
        `begin the bands at ${from}, or set target.age to [${lower[0]}, ${to}]`,
      ),
    ]
  }
  if (to === null || lower.at(-1)! <= to) return []
  return [
    wrong(
      ['bands', 'target'],
      `the band from ${lower.at(-1)} lies outside the target population, which ends at ${to}`,
      'leave that band out',
    ),
  ]
}

const STANDARDS = ['first-wave', 'last-wave', 'esp2013', 'nl-2020']

function standardFindings({ standard }: Parts): Finding[] {
  return (standard ?? []).flatMap((name, i) => {
    if (standard!.indexOf(name) < i) {
      return [wrong(['standard', i], `the standard \`${name}\` is named twice`, 'name each standard once')]
    }
    if (/^nl-\d{4}$/.test(name) || /\.csv$/i.test(name) || STANDARDS.includes(name)) return []
    return [wrong(['standard', i], `there is no standard \`${name}\``, standardHint(name))]
  })
}

function standardHint(name: string): string {
  const [best] = similar(name, STANDARDS, 1)
  return best === undefined
    ? 'write first-wave, last-wave, nl-<year>, esp2013 or the name of a CSV file'
    : `did you mean \`${best}\`?`
}

const NOT_GROUPING = /^(id|wave|weight|stratum|psu|fpc|score|emotional|social|replicate\d+|item\d+)$/

function byFindings({ by }: Parts): Finding[] {
  return (by ?? []).flatMap((entry, i) => {
    const names = typeof entry === 'string' ? [entry] : entry
    const unusable = names.find(name => NOT_GROUPING.test(name))
    if (unusable !== undefined) {
      return [wrong(['by', i], `\`${unusable}\` does not divide people into groups`, 'take it out of `by`')]
    }
    if (new Set(names).size === names.length) return []
    return [wrong(['by', i], 'a column is crossed with itself', 'name each column once in a crossing')]
  })
}

function primaryFindings({ primary, waves }: Parts): Finding[] {
  const sources = sourcesOf(waves)
  if (primary === undefined || sources === null) return []
  if (!sources.includes(primary.source)) {
    return [
      wrong(
        ['primary', 'source'],
        `no wave belongs to the source \`${primary.source}\``,
        didYouMean(primary.source, sources),
      ),
    ]
  }
  if (primary.source === 'rivm') {
    const message = 'the figures of RIVM are estimates of a model, and no verdict can rest on them'
    return [wrong(['primary', 'source'], message, 'name a source that asked people')]
  }
  const names = waves.filter(wave => wave.source === primary.source).map(wave => wave.wave ?? '')
  const wanted = String(primary.wave)
  if (names.includes(wanted) || isStillToCome(wanted, names)) return []
  return [
    wrong(
      ['primary', 'wave'],
      `\`${primary.source}\` has no wave \`${wanted}\``,
      `${didYouMean(wanted, names)} (of waves to come, only a later year may be named)`,
    ),
  ]
}

/** A wave fixed as primary before it is held: a year later than every wave there is. */
function isStillToCome(wanted: string, names: readonly string[]): boolean {
  return /^\d{4}$/.test(wanted) && names.every(name => /^\d{4}$/.test(name) && name < wanted)
}

function tauFindings({ decision, waves }: Parts): Finding[] {
  const tau = decision?.tau
  const sources = sourcesOf(waves)
  if (typeof tau !== 'object' || sources === null) return []
  return Object.keys(tau)
    .filter(source => !sources.includes(source))
    .map(source => ({
      path: ['decision', 'tau', source],
      at: 'key',
      code: 'study-inconsistent',
      message: `no wave belongs to the source \`${source}\``,
      hint: didYouMean(source, sources),
    }))
}

/** Null where a wave does not say which source it is of: then nothing can be said about the others. */
function sourcesOf(waves: readonly PlacedWave[]): string[] | null {
  const sources = new Set<string>()
  for (const { source } of waves) {
    if (source === undefined) return null
    sources.add(source)
  }
  return sources.size === 0 ? null : [...sources]
}

function programmeFindings({ programme }: Parts): Finding[] {
  const { start, exposureFrom } = programme ?? {}
  if (start === undefined || exposureFrom === undefined || start <= exposureFrom) return []
  const message = 'people are reached before the programme begins'
  return [wrong(['programme', 'exposureFrom'], message, `name a day on or after ${start}`)]
}

function twiceFindings({ waves }: Parts): Finding[] {
  const known = waves.filter(({ source, wave }) => source !== undefined && wave !== undefined)
  const identity = ({ source, wave }: PlacedWave) => `${source} ${wave}`
  return known
    .filter((wave, i) => known.findIndex(other => identity(other) === identity(wave)) < i)
    .map(wave =>
      wrong(
        ['waves', wave.place, 'wave'],
        `the wave ${identity(wave)} is described twice`,
        'give each wave of a source its own name, or list all its files under one wave',
      ),
    )
}

/** A wave that is here is no longer planned; a wave is planned once. */
function plannedFindings({ planned = [], waves }: Parts): Finding[] {
  const identity = (source: string | undefined, wave: string | number | undefined) => `${source} ${wave}`
  const here = new Set(waves.map(({ source, wave }) => identity(source, wave)))
  const names = planned.map(({ source, wave }) => identity(source, wave))
  return names.flatMap((name, i) => {
    if (here.has(name)) {
      const message = `the wave ${name} is planned, and described under \`waves\``
      return [wrong(['planned', i, 'wave'], message, 'it is here now: take it out of `planned`')]
    }
    if (names.indexOf(name) === i) return []
    return [wrong(['planned', i, 'wave'], `the wave ${name} is planned twice`, 'name it once')]
  })
}
