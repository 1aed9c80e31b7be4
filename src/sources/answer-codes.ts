/**
 * Which code of the items means what.
 *
 * Declared codes go before those known of the source; with neither, the value
 * labels of every item must say it. Codes the file declares missing are added.
 * Labels that contradict the codes stop everything: a scale read the wrong way
 * round gives figures that look right.
 */
import type { Answers } from '../core/binding.ts'
import type { MissingCode, Variable } from '../core/data-file.ts'
import type { Problem } from '../core/error.ts'
import type { Code, CodeOverrides } from '../core/study.ts'
import { contradictions } from './contradictions.ts'
import { answerMeaning, type Meaning } from './label-meaning.ts'

/** The item variables of a file, and where to report what is wrong with them. */
export interface Items {
  readonly path: string
  readonly variables: readonly Variable[]
  readonly problems: Problem[]
}

const MEANINGS = ['yes', 'moreOrLess', 'no', 'missing'] as const
const NONE: Answers = { yes: [], moreOrLess: [], no: [], missing: [] }

export function answerCodes(known: Answers | null, declared: CodeOverrides, items: Items): Answers {
  const spoken = known ?? declaredAnswers(declared) ?? labelledAnswers(items)
  if (spoken === null) return NONE
  const answers = merged(spoken, declared)
  const found = [...overlaps(answers, items), ...contradictions(answers, items, answerMeaning)]
  const missing = declaredMissing(answers, items, found)
  items.problems.push(...found)
  return { ...answers, missing: unique([...answers.missing, ...missing]) }
}

/** Yes and no are the least that codes must say; null where they are left to the labels. */
function declaredAnswers({ yes, no }: CodeOverrides): Answers | null {
  return yes === undefined || no === undefined ? null : NONE
}

function merged(answers: Answers, { yes, moreOrLess, no, missing }: CodeOverrides): Answers {
  return {
    yes: yes ?? answers.yes,
    moreOrLess: moreOrLess ?? answers.moreOrLess,
    no: no ?? answers.no,
    missing: missing ?? answers.missing,
  }
}

/** The meaning most items give to each code; the items that say otherwise are found as contradictions. */
function labelledAnswers({ path, variables, problems }: Items): Answers | null {
  const silent = variables.filter(variable => !speaks(variable))
  if (silent.length > 0) {
    problems.push({
      code: 'codes-missing',
      message: `nothing says which code of ${list(silent)} means yes and which means no`,
      hint: 'declare `codes`: { yes: […], moreOrLess: […], no: […], missing: […] }; on the command line --code yes=1 and so on',
      where: path,
    })
    return null
  }
  const codes = unique(variables.flatMap(({ valueLabels }) => valueLabels.map(({ value }) => value)))
  const meaningOf = new Map(codes.map(code => [code, majority(variables, code)]))
  const codesOf = (meaning: Meaning) => codes.filter(code => meaningOf.get(code) === meaning)
  return {
    yes: codesOf('yes'),
    moreOrLess: codesOf('moreOrLess'),
    no: codesOf('no'),
    missing: codesOf('missing'),
  }
}

function speaks({ valueLabels }: Variable): boolean {
  const meanings = valueLabels.map(({ label }) => answerMeaning(label))
  return meanings.includes('yes') && meanings.includes('no')
}

function majority(variables: readonly Variable[], code: Code): Meaning | null {
  const votes = variables.flatMap(({ valueLabels }) => {
    const label = valueLabels.find(({ value }) => value === code)
    return label === undefined ? [] : [answerMeaning(label.label)]
  })
  const count = (meaning: Meaning) => votes.filter(vote => vote === meaning).length
  const [best] = MEANINGS.toSorted((a, b) => count(b) - count(a))
  return count(best) === 0 ? null : best
}

function overlaps(answers: Answers, { path }: Items): Problem[] {
  const meanings = new Map<string, Meaning>()
  const problems: Problem[] = []
  for (const meaning of MEANINGS) {
    for (const code of unique(answers[meaning])) {
      const other = meanings.get(String(code))
      if (other !== undefined) {
        const message = `the code ${code} means both ${other} and ${meaning}`
        problems.push({
          code: 'codes-overlap',
          message,
          hint: 'give each code one meaning under `codes`',
          where: path,
        })
      }
      meanings.set(String(code), meaning)
    }
  }
  return problems
}

function declaredMissing(answers: Answers, { path, variables }: Items, problems: Problem[]): Code[] {
  const codes: Code[] = []
  for (const variable of variables) {
    for (const missing of variable.missing) {
      const answer = (['yes', 'moreOrLess', 'no'] as const).find(meaning =>
        answers[meaning].some(code => covers(missing, code)),
      )
      if (answer === undefined) codes.push(...expanded(missing))
      else {
        problems.push({
          code: 'missing-contradicts-codes',
          message: `the file declares ${written(missing)} missing, but it holds a code that means ${answer}`,
          hint: 'correct the missing values of the variable, or the codes under `codes`',
          where: `${path}, variable ${variable.name}`,
        })
      }
    }
  }
  return unique(codes)
}

function covers(missing: MissingCode, code: Code): boolean {
  if (missing.kind === 'value') return String(missing.value) === String(code)
  return typeof code === 'number' && missing.from <= code && code <= missing.to
}

/** Values of −1 and less are missing anyway; a range that is wide or open is met by the file's own declaration. */
const WIDEST_RANGE = 100

function expanded(missing: MissingCode): Code[] {
  if (missing.kind === 'value')
    return typeof missing.value === 'number' && missing.value <= -1 ? [] : [missing.value]
  const from = Math.max(0, Math.ceil(missing.from))
  if (!(missing.to - from <= WIDEST_RANGE)) return []
  return Array.from({ length: Math.max(0, Math.floor(missing.to) - from + 1) }, (_, i) => from + i)
}

function written(missing: MissingCode): string {
  return missing.kind === 'value' ? String(missing.value) : `${missing.from} to ${missing.to}`
}

function list(variables: readonly Variable[]): string {
  const names = variables.map(({ name }) => name)
  return names.length <= 3 ? names.join(', ') : `${names[0]} … ${names.at(-1)}`
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
