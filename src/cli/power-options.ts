/** The options that describe a survey still to be held, and what is asked of it. */
import { InvalidArgumentError, Option } from 'commander'
import type { PowerPlan } from '../pipeline/power-plan.ts'
import { wholeNumber } from './options.ts'

export interface PlanOptions {
  readonly years?: number[]
  readonly start?: string
  readonly n?: number[]
  readonly deff?: number[]
  readonly prevalence?: number
  readonly tau?: number
  readonly rho?: number
  readonly discordant?: number
  readonly mdb?: number[]
  readonly margin?: number
  readonly alpha?: number
  readonly power?: number
  readonly simulate?: number | true
  readonly seed?: number
}

export function designOptions(): Option[] {
  return [
    new Option(
      '--years <years>',
      'middle of the fieldwork of each wave, such as 2012.8,2016.8,2020.8',
    ).argParser(years),
    new Option('--start <date>', 'start of the programme (default: 2018-03-08)').argParser(date),
    new Option('--n <n>', 'respondents of 75 and older in each wave; one number, or one a wave').argParser(
      people,
    ),
    new Option('--deff <deff>', 'design effect; one number, or one a wave (default: 1)').argParser(numbers),
    new Option('--prevalence <p>', 'prevalence to plan with (default: 0.5, the most cautious)').argParser(
      proportion,
    ),
    new Option('--tau <tau>', 'error of a wave beyond its sample (default: 0.005)').argParser(proportion),
    new Option(
      '--rho <rho>',
      'same people: correlation of their answers in neighbouring waves (default: 0)',
    ).argParser(proportion),
    new Option('--discordant <share>', 'same people: share who change side between two waves').argParser(
      proportion,
    ),
  ]
}

export function questionOptions(): Option[] {
  return [
    new Option('--mdb <breaks>', 'breaks to find, such as 0.02,0.03: gives the respondents').argParser(
      proportions,
    ),
    new Option('--margin <margin>', 'break that matters (default: 0.02)').argParser(proportion),
    new Option('--alpha <alpha>', 'level of the two-sided test (default: 0.05)').argParser(proportion),
    new Option('--power <power>', 'chance to find what is there (default: 0.8)').argParser(proportion),
    new Option('--simulate [draws]', 'draw surveys, and count how often the break is found').argParser(
      wholeNumber,
    ),
    new Option('--seed <n>', 'seed of the draws (default: 1)').argParser(wholeNumber),
  ]
}

/** Only what was said. */
export function planOf(options: PlanOptions): Partial<PowerPlan> {
  const { years, start, n, deff, prevalence, tau, rho, discordant, mdb, margin, alpha, power } = options
  const draws = options.simulate === true ? null : (options.simulate ?? null)
  const isSimulated = options.simulate !== undefined || options.seed !== undefined
  return {
    ...(years === undefined ? {} : { years }),
    ...(start === undefined ? {} : { start }),
    ...(n === undefined ? {} : { n }),
    ...(deff === undefined ? {} : { deff }),
    ...(prevalence === undefined ? {} : { prevalence }),
    ...(tau === undefined ? {} : { tau }),
    ...(rho === undefined ? {} : { rho }),
    ...(discordant === undefined ? {} : { discordant }),
    ...(mdb === undefined ? {} : { breaks: mdb }),
    ...(margin === undefined ? {} : { margin }),
    ...(alpha === undefined ? {} : { alpha }),
    ...(power === undefined ? {} : { power }),
    ...(isSimulated ? { simulate: { draws, seed: options.seed ?? 1 } } : {}),
  }
}

function years(text: string): number[] {
  const found = numbers(text)
  if (found.every(year => year >= 1900 && year < 2200)) return found
  throw new InvalidArgumentError('Write decimal years, such as 2012.8,2016.8,2020.8.')
}

function people(text: string): number[] {
  const found = numbers(text)
  if (found.every(n => Number.isInteger(n) && n > 0)) return found
  throw new InvalidArgumentError('Write whole numbers without marks, such as 45000,60000,65000.')
}

function proportions(text: string): number[] {
  return text.split(',').map(proportion)
}

function proportion(text: string): number {
  const [value] = numbers(text)
  if (!text.includes(',') && value >= 0 && value < 1) return value
  throw new InvalidArgumentError(
    'Write a proportion from 0 to 1 with a point, such as 0.02 for two percentage points.',
  )
}

function numbers(text: string): number[] {
  return text.split(',').map(part => {
    const value = part.trim() === '' ? Number.NaN : Number(part)
    if (Number.isFinite(value)) return value
    throw new InvalidArgumentError('Write numbers with a decimal point, and commas between them.')
  })
}

function date(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isFinite(at) && new Date(at).toISOString().startsWith(text)) return text
  throw new InvalidArgumentError('Write a day as YYYY-MM-DD, such as 2018-03-08.')
}
