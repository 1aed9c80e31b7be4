/** Marks of published figures in English. */
import type { Text } from '../nl.ts'

export const marks: Text['marks'] = {
  published: 'published figure',
  model: 'estimate of a model',
  approximate: 'approximate uncertainty',
  publishedNote: places => `Published figure. The answers themselves were not used. Source: ${places}.`,
  modelNote: places => `Estimate of a model, not measured in a sample. Source: ${places}.`,
  approximateNote:
    'Approximate uncertainty: the interval was published, or computed from the published number of respondents.',
  roundedNote: 'Some published figures are rounded. Small differences between waves cannot be seen.',
  noVarianceNote: 'The uncertainty of some published figures is not known. No change was computed from them.',
  smallNote: 'Some published figures are about few people. They are public already, and so are shown.',
  modelCaption: 'Estimates of a model (SMAP): no measurement',
  modelIntro:
    'These figures were computed by a model. They do not belong in a series of measurements. No change or trend break was computed from them.',
  areas: count => `Number of areas with an estimate in the file estimates.csv: ${count}.`,
  group: 'Group',
}
