/**
 * What a published figure must get right: whom it is about, in the words of the
 * study, and numbers that can stand together.
 */
import { bandLabel } from '../core/domain.ts'
import type { AgeRange } from '../core/study.ts'
import { didYouMean } from '../core/suggest.ts'
import { type Finding, missing, wrong } from './finding.ts'
import type { PlacedFigure } from './well-formed.ts'

export interface FigureContext {
  /** of the study */
  readonly target: AgeRange
  /** columns named under `by` */
  readonly groups: readonly string[]
}

export function figureFindings(figure: PlacedFigure, context: FigureContext): Finding[] {
  return [...domainFindings(figure, context), ...valueFindings(figure), ...intervalFindings(figure)]
}

function domainFindings({ path, domain = {} }: PlacedFigure, { target, groups }: FigureContext): Finding[] {
  const at = [...path, 'domain']
  const label = labelOf(target)
  if (domain.target === undefined) {
    return [
      missing([...at, 'target'], `write { target: ${label} } for the target population, or { target: all }`),
    ]
  }
  const known = ['target', 'age', 'sex', ...groups]
  const strangers = Object.keys(domain).filter(name => !known.includes(name))
  return [
    ...(domain.target === label || domain.target === 'all'
      ? []
      : [
          wrong(
            [...at, 'target'],
            `the study knows no population \`${domain.target}\``,
            `${didYouMean(domain.target, [label, 'all'])}; other ages are { target: all, age: 65-74 }`,
          ),
        ]),
    ...strangers.map(name => ({
      path: [...at, name],
      at: 'key' as const,
      code: 'study-unknown-column',
      message: `\`${name}\` does not divide people into groups here`,
      hint: `${didYouMean(name, known)}; further columns are named under \`by\``,
    })),
    ...(domain.sex === undefined || ['male', 'female'].includes(domain.sex)
      ? []
      : [
          wrong(
            [...at, 'sex'],
            `there is no sex \`${domain.sex}\``,
            didYouMean(domain.sex, ['male', 'female']),
          ),
        ]),
    ...ageFindings([...at, 'age'], domain, target),
  ]
}

function ageFindings(
  path: Finding['path'],
  { target: population, age }: Readonly<Record<string, string>>,
  target: AgeRange,
): Finding[] {
  if (age === undefined) return []
  const [, from, last] = /^(\d{1,3})(?:\+|-(\d{1,3}))$/.exec(age) ?? []
  if (from === undefined || (last !== undefined && Number(last) < Number(from))) {
    return [wrong(path, `\`${age}\` is no age group`, 'write it as 75-84, the last year included, or 85+')]
  }
  const end = last === undefined ? Infinity : Number(last)
  const inside = Number(from) >= target[0] && end <= (target[1] ?? Infinity)
  if (population !== labelOf(target) || inside) return []
  const message = `the age group ${age} lies outside the target population ${population}`
  return [wrong(path, message, `write { target: all, age: ${age} }`)]
}

/** The highest total of eleven and of six items. */
const HIGHEST = { djg11: 11, djg6: 6 } as const

function valueFindings({ path, measure, scale, ...numbers }: PlacedFigure): Finding[] {
  if (measure === undefined) return []
  const highest = measure === 'score' ? HIGHEST[scale] : 1
  return (['value', 'low', 'high'] as const).flatMap(name => {
    const given = numbers[name]
    if (given === undefined || given <= highest) return []
    return measure === 'score'
      ? [
          wrong(
            [...path, name],
            `a mean score of ${scale} is at most ${highest}, not ${given}`,
            'write the mean of the score itself; a longer scale is declared with `scale`',
          ),
        ]
      : [
          wrong(
            [...path, name],
            `\`${name}\` must be at most 1, not ${given}`,
            `write percentages as proportions: 56 % is 0.56`,
          ),
        ]
  })
}

function intervalFindings({ path, value, low, high, n, deff, has }: PlacedFigure): Finding[] {
  const lone = has('low') === has('high') ? null : has('low') ? 'low' : 'high'
  if (lone !== null) {
    const other = lone === 'low' ? 'high' : 'low'
    return [
      wrong(
        [...path, lone],
        `\`${lone}\` stands without \`${other}\``,
        'give both bounds of the interval, or neither',
      ),
    ]
  }
  if (
    low !== undefined &&
    high !== undefined &&
    value !== undefined &&
    !(low <= value && value <= high && low < high)
  ) {
    const message = `the value ${value} does not lie within its interval, ${low} to ${high}`
    return [wrong([...path, 'value'], message, 'copy value and bounds of the 95 % interval once more')]
  }
  if (deff === undefined || n !== undefined || low !== undefined) return []
  return [
    wrong(
      [...path, 'deff'],
      'a design effect says nothing without `n`',
      'give the number of respondents too',
    ),
  ]
}

function labelOf([from, to]: AgeRange): string {
  return bandLabel(from, to === null ? null : to + 1)
}
