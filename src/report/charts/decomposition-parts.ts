/** The parts of a change, stacked: each starts where the one before ends, the sum starts at 0. */
import type { DecompositionEntry } from '../../core/results.ts'
import { persons } from '../format.ts'
import { LIGHT } from './palette.ts'
import { isDomain, mainMeasure } from './survey.ts'
import { type Context, waveName } from './wording.ts'

const Z = 1.959963984540054

export interface Part {
  readonly name: string
  readonly value: number
  readonly se: number
  /** where its bar starts */
  readonly start: number
  readonly colour: string
}

export interface Block {
  readonly from: string
  readonly to: string
  readonly heading: string
  /** the last one is the sum */
  readonly parts: readonly Part[]
}

/** To the latest wave: from the first one, and from the one before. */
export function blocksOf(on: Context, method: DecompositionEntry['method']): Block[] {
  const { results, survey } = on
  const waves = survey.waves.map(({ wave }) => wave)
  const starts = [...new Set([waves[0], waves.at(-2)])]
  return starts.flatMap(from => {
    const found = results.decompositions.find(
      entry =>
        entry.method === method &&
        entry.source === survey.source &&
        entry.measure === mainMeasure(results) &&
        entry.shown &&
        entry.from === from &&
        entry.to === waves.at(-1) &&
        isDomain(entry.domain, { target: survey.target }),
    )
    const block = found === undefined ? null : blockOf(on, found)
    return block === null ? [] : [block]
  })
}

type Piece = readonly [name: string, value: number | null, se: number | null, colour: string]

/** Null where a part may not be shown. */
function blockOf(on: Context, entry: DecompositionEntry): Block | null {
  const { text, language } = on
  const [from, to] = [waveName(on, entry.from), waveName(on, entry.to)]
  const words = text.parts
  const pieces: Piece[] = [
    ...(entry.method === 'dasgupta' ? [[words.size, entry.size, entry.seSize, LIGHT.grey] as const] : []),
    [words.composition, entry.composition, entry.seComposition, LIGHT.orange],
    [words.rate, entry.rate, entry.seRate, LIGHT.blue],
    [words.total, entry.total, entry.seTotal, LIGHT.navy],
  ]
  const parts = stacked(pieces)
  if (parts === null) return null
  const numbers = entry.method === 'dasgupta' ? [entry.numberFrom, entry.numberTo] : []
  const [first, last] = numbers.map(number => (number === null ? '' : persons(number, language)))
  const heading = first && last ? words.periodNumbers(from, to, first, last) : words.period(from, to)
  return { from, to, heading, parts }
}

/** Each from the end of the one before, the last one from 0. */
function stacked(pieces: readonly Piece[]): Part[] | null {
  let end = 0
  const parts: Part[] = []
  for (const [i, [name, value, se, colour]] of pieces.entries()) {
    if (value === null || se === null) return null
    parts.push({ name, value, se, colour, start: i === pieces.length - 1 ? 0 : end })
    end += value
  }
  return parts
}

/** 95% interval */
export function bounds({ value, se }: Part): [number, number] {
  return [value - Z * se, value + Z * se]
}
