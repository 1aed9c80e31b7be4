/** Everything the report says in English: the shape of the Dutch catalogue. */
import { citation, colophon, comparability, downloads, quality, studies } from './en/closing.ts'
import { apart, bridge, cards } from './en/comparison.ts'
import { glossary, signs } from './en/glossary.ts'
import { marks } from './en/marks.ts'
import { messages } from './en/messages.ts'
import { method } from './en/method.ts'
import { outlook } from './en/outlook.ts'
import { figure, headline, levels, page, trend, where, who } from './en/sections.ts'
import { warnings } from './en/warnings.ts'
import { words } from './en/words.ts'
import type { Text } from './nl.ts'

export const en: Text = {
  words,
  marks,
  messages,
  page,
  headline,
  trend,
  levels,
  who,
  where,
  figure,
  studies,
  comparability,
  cards,
  apart,
  bridge,
  outlook,
  method,
  quality,
  glossary,
  signs,
  downloads,
  citation,
  colophon,
  warnings,
}
