/** Zo is gerekend: one paragraph for each choice that was really made. */
import type { WaveEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import { html, type Part } from '../html.ts'
import { named, plainPoints, sourceName, standardName, waveName } from '../labels.ts'
import type { Section } from '../section.ts'
import { numberSetting, textSetting } from '../settings.ts'
import { standardsOf } from './series-tables.ts'

export function methodSection(context: Context): Section {
  const { method } = context.text
  const entries: [string, readonly Part[]][] = [
    [method.scale, scale(context)],
    [method.missingRule, missingRules(context)],
    [method.weights, byStudy(context, (name, wave) => weight(context, name, wave))],
    [method.design, design(context)],
    [method.intervals, [method.intervalText]],
    [method.changes, [method.changesText]],
    [method.standards, [standards(context)]],
    [method.decomposition, context.results.decompositions.length > 0 ? [method.decompositionText] : []],
    [method.trendBreak, trendBreak(context)],
    [method.disclosure, disclosure(context)],
    [method.rounding, [method.roundingText]],
  ]
  const body = html`<dl class="method">
${entries
  .filter(([, parts]) => parts.length > 0)
  .map(
    ([term, parts]) => html`<div><dt>${term}</dt>${parts.map(part => html`<dd>${part}</dd>`)}</div>\n`,
  )}</dl>`
  return { id: 'method', heading: method.heading, body }
}

function scale(context: Context): string[] {
  const { method } = context.text
  const said = context.results.waves.map(wave => wave.subscaleCutoff).filter(cutoff => cutoff !== null)
  const cutoffs = [...new Set(said)]
  return [
    ...distinct(context, wave => named(method.instruments, wave.instrument)),
    ...cutoffs.map(cutoff => method.subscale(String(cutoff))),
  ]
}

function missingRules(context: Context): string[] {
  const { method } = context.text
  const rules = context.results.waves.map(wave => wave.missingRule).filter(rule => rule !== null)
  return [...new Set(rules.map(rule => named(method.missingRules, rule)))]
}

function distinct({ results }: Context, pick: (wave: WaveEntry) => string): string[] {
  return [...new Set(results.waves.map(pick))]
}

function weight(context: Context, name: string, wave: WaveEntry): string {
  const { method } = context.text
  return wave.weight === null ? method.unweighted(name) : method.weighted(name, wave.weight)
}

function design(context: Context): string[] {
  const { method } = context.text
  const lonely = textSetting(context.results, 'design', 'lonelyPsu')
  return [
    ...byStudy(context, (name, wave) => {
      const strata = wave.stratum === null ? method.noStrata(name) : method.strata(name, wave.stratum)
      const units = wave.panel ? method.panel : wave.psu === null ? method.ownPsu : method.psu(wave.psu)
      return `${strata}; ${units}`
    }),
    method.variance,
    ...(lonely !== null && Object.hasOwn(method.lonelyPsu, lonely) ? [method.lonelyPsu[lonely]] : []),
  ]
}

/** One line for all waves of a study of which the same can be said. */
function byStudy(context: Context, line: (name: string, wave: WaveEntry) => string): string[] {
  const same = new Map<string, WaveEntry[]>()
  for (const wave of context.results.waves) {
    const key = `${wave.source}\u0000${line('', wave)}`
    same.set(key, [...(same.get(key) ?? []), wave])
  }
  return [...same.values()].map(waves => {
    const names = waves.map(wave => waveName(context, wave)).join(', ')
    return line(`${sourceName(context, waves[0].source)} ${names}`, waves[0])
  })
}

function standards(context: Context): string {
  const { method } = context.text
  const names = standardsOf(context).map(standard => standardName(context, standard))
  return names.length === 0 ? method.noStandards : method.standardsText(names.join('; '))
}

function trendBreak(context: Context): string[] {
  const { results, text } = context
  const [first] = results.breaks
  if (first === undefined) return []
  const taus = new Set(results.breaks.map(entry => plainPoints(context, Number(entry.tau.toFixed(5)))))
  const tau = taus.size === 1 ? [...taus][0] : text.method.varying
  return [text.method.trendBreakText(tau, plainPoints(context, first.margin))]
}

function disclosure({ results, text }: Context): string[] {
  const [minN, minEvents] = ['minN', 'minEvents'].map(key => numberSetting(results, 'disclosure', key))
  return [
    ...(minN === null || minEvents === null ? [] : [text.method.minima(String(minN), String(minEvents))]),
    ...(textSetting(results, 'disclosure', 'presentation') === 'nchs' ? [text.method.nchs] : []),
  ]
}
