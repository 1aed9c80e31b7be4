/** The words of the charts in the language asked for. */
import type { Language } from '../../core/study.ts'
import { EN_ROWS } from './rows-en.ts'
import { NL_ROWS } from './rows-nl.ts'
import { EN } from './text-en.ts'
import { NL } from './text-nl.ts'

export type ChartText = typeof NL & typeof NL_ROWS

const CATALOGUE: Readonly<Record<Language, ChartText>> = {
  nl: { ...NL, ...NL_ROWS },
  en: { ...EN, ...EN_ROWS },
}

export function chartText(language: Language): ChartText {
  return CATALOGUE[language]
}
