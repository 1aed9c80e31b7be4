/** The words of the charts in the language asked for. */
import type { Language } from '../../core/study.ts'
import { EN } from './text-en.ts'
import { NL } from './text-nl.ts'

export type ChartText = typeof NL

export function chartText(language: Language): ChartText {
  return language === 'nl' ? NL : EN
}
