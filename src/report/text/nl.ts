/** Everything the report says in Dutch. */
import { citation, colophon, comparability, downloads, quality, studies } from './nl/closing.ts'
import { apart, bridge, cards } from './nl/comparison.ts'
import { glossary, signs } from './nl/glossary.ts'
import { marks } from './nl/marks.ts'
import { messages } from './nl/messages.ts'
import { method } from './nl/method.ts'
import { outlook } from './nl/outlook.ts'
import { figure, headline, levels, page, trend, where, who } from './nl/sections.ts'
import { warnings } from './nl/warnings.ts'
import { words } from './nl/words.ts'

export const nl = {
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

export type Text = typeof nl
