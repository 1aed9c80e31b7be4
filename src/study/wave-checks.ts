/** What one wave of a study file must get right beyond the form of each key. */
import { didYouMean } from '../core/suggest.ts'
import { canonicalColumns, isCanonical } from './canonical-columns.ts'
import { type FigureContext, figureFindings } from './figure-checks.ts'
import { type Finding, missing, wrong } from './finding.ts'
import { SOURCES } from './wave-schema.ts'
import type { PlacedWave } from './well-formed.ts'

export function waveFindings(wave: PlacedWave, context: FigureContext): Finding[] {
  return [
    ...fieldworkFindings(wave),
    ...nameFindings(wave),
    ...inputFindings(wave),
    ...columnFindings(wave, context.groups),
    ...wave.figures.flatMap(figure => figureFindings(figure, context)),
  ]
}

function fieldworkFindings(wave: PlacedWave): Finding[] {
  if (wave.profile === undefined || wave.has('fieldwork')) return []
  const inItsFiles = wave.profile === 'lasa' && !wave.has('figures') && !wave.has('published')
  if (inItsFiles) return []
  return [missing(at(wave, 'fieldwork'), 'write first and last day, such as [2020-09-14, 2020-12-20]')]
}

function nameFindings(wave: PlacedWave): Finding[] {
  const { profile, name } = wave
  if (profile === undefined || name === undefined) return []
  if (profile !== 'microdata') {
    const message = `\`name\` belongs to a microdata source, not to ${profile}`
    return [wrong(at(wave, 'name'), message, 'remove it, or write `source: microdata`')]
  }
  if (!SOURCES.some(source => source === name)) return []
  const message = `\`${name}\` is a source that ejz knows and cannot be an own name`
  return [wrong(at(wave, 'name'), message, `choose another name, or write \`source: ${name}\``)]
}

function inputFindings(wave: PlacedWave): Finding[] {
  const given = ['files', 'folder', 'published', 'figures'].filter(key => wave.has(key))
  if (given.length === 1) return []
  if (given.length === 0) {
    return [missing(at(wave, 'files'), 'name the data files of the wave, such as [gm2020.sav]')]
  }
  const message = `a wave has one kind of input, not ${given.join(' and ')}`
  return [wrong(at(wave, given[1]), message, 'describe each kind of input as a wave of its own')]
}

function columnFindings(wave: PlacedWave, groups: readonly string[]): Finding[] {
  return wave.columns
    .filter(name => !isCanonical(name) && !groups.includes(name))
    .map(name => ({
      path: at(wave, 'columns', name),
      at: 'key',
      code: 'study-unknown-column',
      message: `\`${name}\` is not a canonical column, nor named under \`by\``,
      hint: didYouMean(name, [...canonicalColumns(), ...groups]),
    }))
}

function at({ place }: PlacedWave, ...keys: string[]): (string | number)[] {
  return ['waves', place, ...keys]
}
