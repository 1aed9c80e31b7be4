/** Names of what the results call by an id: studies, measures, groups, standards, waves. */
import type { Results, WaveEntry } from '../core/results.ts'
import type { Context } from './context.ts'
import { date, decimal, year } from './format.ts'

/** The name of an id, or the id itself where the catalogue has none. */
export function named(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? names[id] : id
}

export function sourceName({ text }: Context, source: string): string {
  return named(text.words.sources, source)
}

export function measureName({ text }: Context, measure: string): string {
  return named(text.words.measures, measure)
}

/** "eenzaam", for "… procent is eenzaam" */
export function predicate({ text }: Context, measure: string): string {
  return named(text.words.is, measure)
}

export function instrumentName({ text }: Context, instrument: string): string {
  return named(text.words.instruments, instrument)
}

/** "web+paper" → "online en schriftelijk"; what is not known stays as it was said. */
export function modeName({ text }: Context, mode: string): string {
  const { modes, and } = text.words
  const parts = mode.split('+').map(part => part.trim())
  return parts.every(part => Object.hasOwn(modes, part))
    ? parts.map(part => modes[part]).join(` ${and} `)
    : mode
}

/** "75-plussers" */
export function people({ text }: Context, target: string): string {
  const band = bandOf(target)
  return band ? text.words.people(...band) : target === 'all' ? text.words.everybody : target
}

export function dimensionName({ text }: Context, dimension: string): string {
  return named(text.words.dimensions, dimension)
}

/** "vrouwen", "75 tot en met 79 jaar", or what the files call the level. */
export function levelName({ text, results }: Context, dimension: string, level: string): string {
  const band = dimension === 'age' ? bandOf(level) : null
  if (band === null && dimension === 'sex') return named(text.words.levels, level)
  if (band === null) return named(labelsOf(results, dimension), level)
  return band[1] === null ? text.words.yearsAndOver(band[0]) : text.words.years(band[0], band[1])
}

function labelsOf({ labels = {} }: Results, dimension: string): Readonly<Record<string, string>> {
  return Object.hasOwn(labels, dimension) ? labels[dimension] : {}
}

/** "75-79" → ["75", "79"]; "90+" → ["90", null] */
export function bandOf(label: string): [string, string | null] | null {
  const closed = /^(\d+)-(\d+)$/.exec(label)
  if (closed) return [closed[1], closed[2]]
  const open = /^(\d+)\+$/.exec(label)
  return open ? [open[1], null] : null
}

export function standardName(context: Context, standard: string | null): string {
  const { words } = context.text
  if (standard === null) return words.crude
  const register = /^nl-(\d{4})$/.exec(standard)
  if (register) return words.standard.register(register[1])
  if (standard === 'first-wave') return words.standard.firstWave(waveName(context, context.focus.first))
  if (standard === 'last-wave') return words.standard.lastWave(waveName(context, context.focus.last))
  return standard === 'esp2013' ? words.standard.esp2013 : standard
}

/** "2020"; a wave that is not named after its year gets the year before it: "2019 (meting H)". */
export function waveName({ text }: Context, wave: Pick<WaveEntry, 'wave' | 'time'>): string {
  const at = year(wave.time)
  return wave.wave.includes(at) ? wave.wave : text.words.otherWave(at, wave.wave)
}

export function waveNameOf(context: Context, source: string, wave: string): string {
  const entry = context.results.waves.find(each => each.source === source && each.wave === wave)
  return entry ? waveName(context, entry) : wave
}

/** The wave, after the name of its study where there are several. */
export function studyWave(context: Context, source: string, wave: string): string {
  const name = waveNameOf(context, source, wave)
  const several = context.results.waves.some(each => each.source !== source)
  return several ? `${sourceName(context, source)} ${name}` : name
}

export function fieldwork({ text, lang }: Context, [from, to]: WaveEntry['fieldwork']): string {
  const [first, last] = [date(from, lang), date(to, lang)]
  if (from === to) return first
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return text.words.period(sameYear ? first.replace(/ \d{4}$/, '') : first, last)
}

/** A setting in percentage points without trailing zeros: 0.005 → "0,5", 0.0025 → "0,25". */
export function plainPoints({ lang }: Context, value: number): string {
  const digits = [0, 1, 2, 3].find(n => Math.abs(value * 100 - Number((value * 100).toFixed(n))) < 1e-9) ?? 3
  return decimal(value * 100, lang, digits)
}
