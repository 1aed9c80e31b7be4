/** Headings, captions and explanations of the sections in English. */
import type { Text } from '../nl.ts'

export const page: Text['page'] = {
  skip: 'Skip to the content',
  contents: 'Contents',
  synthetic: 'Synthetic data',
  syntheticBanner:
    'This report was made with synthetic data: invented answers of invented people. The figures say nothing about the Netherlands.',
  syntheticSource: 'synthetic data, no real measurements',
  subtitle: people => `Has the trend of loneliness among ${people} been broken?`,
  period: 'Waves',
  edition: 'Edition',
  status: 'Status',
  client: 'Commissioned by',
  published: 'Date',
  reference: 'Reference',
  contact: 'Contact',
  madeWith: 'Made with',
}

export const headline: Text['headline'] = {
  heading: 'Key figures',
  intro: (people, at, source) => `Percentages of ${people} in ${at}. Source: ${source}.`,
  outOf: n => `${n} respondents`,
  people: (number, between) => `an estimated ${number} people (${between})`,
  noPeople: 'number of people cannot be estimated: no population figure is known for this year',
  noPeopleInterval: 'number of people cannot be estimated: the uncertainty is not known',
  margin: interval => `95% interval: ${interval}`,
  change: (points, from, interval) => `${points} since ${from} (${interval})`,
  noChange: 'no earlier wave to compare with',
  caption: people => `Key figures of ${people} by wave`,
  measure: 'Measure',
  wave: 'Wave',
  value: 'Value',
  interval: '95% interval',
  n: 'Respondents',
  estimatedPeople: 'Estimated number of people',
  peopleNote: date =>
    `The estimated number of people is the percentage times the number of residents of that age in the population register (last wave: ${date}). That includes people in institutions, who were not interviewed.`,
  scoreNote: maximum =>
    `The mean score runs from 0 (not lonely) to ${maximum} (very severely lonely) and is not a percentage.`,
}

export const trend: Text['trend'] = {
  heading: 'Has the trend been broken?',
  verdict: 'Verdict',
  explain: (people, start) =>
    `A straight line was drawn through the waves before the programme (start: ${start}). It shows which percentage of ${people} was to be expected without a trend break. The wave after the start was compared with it.`,
  factsCaption: 'The calculation behind the verdict',
  fact: 'Quantity',
  value: 'Value',
  interval: '95% interval',
  expected: at => `Expected in ${at}`,
  observed: at => `Measured in ${at}`,
  delta: 'Difference from expectation (percentage points)',
  preSlope: 'Slope before the programme (percentage points a year)',
  sinceLast: 'Change since the last wave before the programme (percentage points)',
  tau: 'Variation between waves that was allowed for (τ, percentage points)',
  margin: 'Margin for a difference that matters (percentage points)',
  mde: 'Smallest trend break found with 80% probability (percentage points)',
  provable: 'Smallest margin within which equality can be shown (percentage points)',
  breakdown: 'The judgement holds up to a bend in the line of (percentage points a year)',
  class: 'Outcome',
  strength: 'Strength of the evidence',
  preFit: p => `Test of whether the waves before the programme lie on a straight line: ${p}.`,
  noCausality:
    'A trend break shows that the development has changed. It does not show that the programme is the cause.',
  sensitivityCaption: 'Does the judgement stay the same under other choices?',
  varies: 'Other choice',
  variesTau: value => `variation between waves (τ) of ${value} percentage points`,
  variesMargin: value => `margin of ${value} percentage points`,
  variesStart: value => `programme counts from ${value}`,
  asChosen: 'as chosen beforehand',
  otherCaption: 'The same calculation for other measures and standards',
  standard: 'Standardised to',
  deltaShort: 'Difference',
  cellsCaption: 'Judgement by study',
  study: 'Study',
  level: 'Level',
  light: 'Judgement',
  holm: 'p (Holm)',
  primary: 'decides the verdict',
  cellsNote:
    'The studies have not been averaged: they use other questions or other people. p is corrected for the number of comparisons (Holm).',
}

export const levels: Text['levels'] = {
  heading: 'Four levels',
  intro:
    'In 2020 the House of Representatives was given four ways to see a trend break. Two are about the same people or ages, two about the whole country.',
  individualA: 'Individual a: does one person become lonelier over the years?',
  individualAEmpty:
    'Cannot be answered. The same people would have to be interviewed on several occasions, as in LASA. Such data are not in this analysis.',
  individualB: one => `Individual b: is ${one} now lonelier than a person of that age ten years ago?`,
  one: (low, high) => (high === null ? `someone aged ${low} or over` : `someone aged ${low} to ${high}`),
  oneOfAll: 'a resident',
  individualBEmpty:
    'Cannot be answered. This needs two waves of the same study about ten years apart, at the same ages, as in LASA. That comparison is not in this analysis.',
  notCalculated:
    'The data for this are in this analysis, but this version of ejz does not answer the question.',
  nationalA: 'National a: how did the percentage change?',
  nationalB: 'National b: and if the population had not aged?',
  oneWave: 'There is one wave. It cannot show a change.',
  crudeCaption: (is, people) => `Percentage of ${people} who are ${is}, by wave, as measured`,
  changesCaption: 'Change between waves (percentage points)',
  from: 'From',
  until: 'To',
  difference: 'Difference',
  p: 'p',
  pHolm: 'p (Holm)',
  omnibus: (Q, df, p) =>
    `Test of whether the waves differ: Q = ${Q} with ${df} ${df === '1' ? 'degree' : 'degrees'} of freedom, ${p}.`,
  slope: (slope, interval) =>
    `Straight line through all waves: ${slope} percentage points a year (95% interval ${interval}).`,
  lackOfFit: (Q, df, p) =>
    `Departure from that line: Q = ${Q} with ${df} ${df === '1' ? 'degree' : 'degrees'} of freedom, ${p}.`,
  standardIntro:
    'Loneliness increases with age. If the make-up of the group changes, the percentage changes by itself. Standardising keeps age and sex the same.',
  standardCaption: (is, people) => `Percentage of ${people} who are ${is}, standardised by age and sex`,
  noStandard: 'There are no standardised figures in this analysis.',
  kitagawaCaption: 'Change of the percentage, split (percentage points, Kitagawa)',
  period: 'Period',
  total: 'Total',
  rate: 'Due to loneliness itself',
  composition: 'Due to age and sex',
  dasGuptaCaption: 'Change of the number of lonely people, split (Das Gupta)',
  size: 'Due to the size of the group',
  numbers: 'From – to',
  dasGuptaNote:
    'The number of residents comes from the population register, on 1 January after an autumn wave. Sums may differ because of rounding.',
  publishedSplit: 'Of some waves only published figures are known. A change cannot be split with them.',
  noSplit: 'Splitting the change needs two waves with figures that are shown.',
}

export const who: Text['who'] = {
  heading: 'Who?',
  spread: (at, dimension, high, highValue, low, lowValue) =>
    `By ${dimension}, the percentage in ${at} is highest among ${high} (${highValue}) and lowest among ${low} (${lowValue}).`,
  overlap: 'The intervals of these two overlap: the difference may be chance.',
  captionOf: (is, dimension, people) => `Percentage of ${people} who are ${is}, by ${dimension}`,
  crossed: (dimensions, at) => `All figures by ${dimensions} in ${at}`,
  several:
    'With many comparisons at once, some differences turn out large by chance. Do not read a single difference as a finding.',
  everyone: 'All ages in the study',
  nothing: 'There are no figures by group in this analysis.',
}

export const where: Text['where'] = {
  heading: 'Where?',
  range: (shown, at, low, lowInterval, high, highInterval) =>
    `In ${at} the percentages of the ${shown} municipalities shown run from ${low} (95% interval ${lowInterval}) to ${high} (95% interval ${highInterval}).`,
  middle: (median, from, to) =>
    `The middle municipality has ${median}; half of the municipalities lie between ${from} and ${to}.`,
  noRanking:
    'This is not a ranking. Many intervals overlap: the place of a municipality may be chance. The table therefore lists the municipalities by name or code and not by percentage.',
  hidden: count => `For ${count} municipalities the figure is not shown.`,
  caption: at => `Percentage by municipality in ${at}`,
  open: count => `Table of ${count} municipalities`,
  municipality: 'Municipality',
}

export const figure: Text['figure'] = {
  label: number => `Figure ${number}`,
  table: number => `Table for figure ${number}`,
  notes: 'Notes',
  source: 'Source',
  download: 'Download',
  image: 'image (SVG)',
  data: 'data (CSV)',
  spec: 'chart description (Vega-Lite)',
}
