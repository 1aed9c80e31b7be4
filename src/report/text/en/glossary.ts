/** Terms and signs in English. */
import type { Text } from '../nl.ts'

export const glossary: Text['glossary'] = {
  heading: 'Terms',
  terms: [
    [
      'Loneliness',
      'Someone experiences a difference between the contacts there are and the contacts that are wished for. It is a feeling, and not the same as being alone.',
    ],
    ['Emotional loneliness', 'Missing a close tie, such as with a partner or a best friend.'],
    ['Social loneliness', 'Missing a wider circle, such as acquaintances, colleagues or neighbours.'],
    ['Severely lonely', 'A high score on the scale. Dutch publications say “ernstig” or “sterk eenzaam”.'],
    [
      '95% interval',
      'The values that fit the data well. If the study were repeated very often, about 95% of such intervals would contain the true value.',
    ],
    [
      'Percentage point',
      'The difference between two percentages. From 50% to 55% is a rise of 5 percentage points.',
    ],
    ['Standardisation', 'Calculating again as if the make-up by age and sex had always been the same.'],
    [
      'Trend break',
      'The development after the start of the programme departs from the line before the start.',
    ],
    ['Baseline', 'The wave that later waves are compared with.'],
    [
      'Effective sample size',
      'The number of respondents of a simple random sample that would be equally precise.',
    ],
  ],
}

export const signs: Text['signs'] = {
  heading: 'Explanation of signs',
  caption: 'Signs in the tables',
  sign: 'Sign',
  meaning: 'Meaning',
  rows: [
    ['.', 'unknown or not reliable enough'],
    ['x', 'confidential: not shown, so that people cannot be recognised'],
    ['*', 'provisional figure'],
    ['0 (0.0)', 'less than half of the unit used'],
    ['blank', 'cannot occur or was not calculated'],
    ['–', 'between two years: up to and including'],
    ['†', 'published figure, not computed from answers'],
    ['‡', 'estimate of a model, no measurement'],
    ['≈', 'approximate uncertainty: from what was published'],
  ],
  unreliable: 'not reliable enough',
  secret: 'not shown',
  unknown: 'not known',
  empty: 'not applicable',
}
