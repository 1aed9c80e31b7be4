/** How it was calculated, in English: one text for every choice that the analysis can have made. */
import type { Text } from '../nl.ts'

export const method: Text['method'] = {
  heading: 'How it was calculated',
  scale: 'Scale',
  instruments: {
    djg11:
      'De Jong Gierveld scale with eleven statements; score 0 to 11. Lonely: 3 or higher. Severely lonely: 9 or higher. Very severely lonely: 11. On the six negatively worded statements “yes” and “more or less” count as lonely, on the five positively worded ones “no” and “more or less”.',
    djg6: 'De Jong Gierveld scale with six statements; score 0 to 6. Lonely: 2 or higher. Severely lonely: 5 or higher. Levels cannot be compared with those of the scale with eleven statements.',
  },
  subscale: cutoff => `Emotionally and socially lonely: a sub-scale score of ${cutoff} or higher.`,
  missingRule: 'Missing answers',
  missingRules: {
    manual:
      'As in the manual: the whole scale may lack one answer, a sub-scale none. A missing answer counts as not lonely.',
    'lasa-one': 'As in the LASA waves until G: the whole scale may lack one answer, and so may a sub-scale.',
    'lasa-two': 'As in the LASA waves from H on: the whole scale may lack two answers, a sub-scale one.',
    complete: 'Only those who answered every statement count.',
    delivered: 'Scores as delivered: the rule is that of the data holder.',
  },
  weights: 'Weights',
  weighted: (wave, weight) => `${wave}: weighted by ${weight}`,
  unweighted: wave => `${wave}: unweighted`,
  design: 'Sample and uncertainty',
  strata: (wave, stratum) => `${wave}: strata by ${stratum}`,
  noStrata: wave => `${wave}: one stratum`,
  psu: psu => `sampling units by ${psu}`,
  ownPsu: 'every respondent a sampling unit of its own',
  panel: 'the same people taken together over waves',
  variance:
    'The variance follows from Taylor linearisation. Weights are treated as fixed and sampling as with replacement.',
  lonelyPsu: {
    adjust: 'A stratum with one unit is compared with the mean of all strata.',
    certainty: 'A stratum with one unit does not add to the variance.',
    average: 'A stratum with one unit is given the average variance of the other strata.',
    remove: 'A stratum with one unit is left out of the variance.',
    fail: 'Strata with one unit were not allowed.',
  },
  intervals: 'Intervals',
  intervalText:
    'Intervals are 95% intervals on the logit scale with the t distribution; at 0 and 100 per cent after Korn and Graubard; for mean scores with the t distribution.',
  changes: 'Changes',
  changesText:
    'A difference is calculated from unrounded percentages; variances are added, in a panel with the covariances. Comparisons between more than two waves are corrected with Holm’s method.',
  standards: 'Standardisation',
  standardsText: standards =>
    `Direct standardisation by age and sex. Standards used: ${standards}. The first one decides the verdict.`,
  noStandards: 'Nothing was standardised.',
  decomposition: 'Splitting the change',
  decompositionText:
    'The change of the percentage was split after Kitagawa, that of the number of people after Das Gupta. The parts add up to the whole.',
  trendBreak: 'Trend break',
  trendBreakText: (tau, margin) =>
    `The difference δ is the measured percentage minus the percentage on the straight line through the waves before the programme. For every wave, a variation τ of ${tau} percentage points has been added to the sampling uncertainty. A difference matters from ${margin} percentage points. If the 95% interval of δ lies wholly below or above zero, there is a break; if it lies wholly beyond the margin, the evidence is strong. If the 90% interval lies wholly within the margins, the trend continues. In all other cases nothing can be determined.`,
  varying: 'that differs by study',
  disclosure: 'What is not shown',
  minima: (minN, minEvents) =>
    `A percentage is shown only with at least ${minN} respondents, and at least ${minEvents} who are lonely and ${minEvents} who are not. Where a hidden figure would follow from the others, a second one is hidden too.`,
  nchs: 'Percentages that are too uncertain are left out by the standard of the US National Center for Health Statistics (2017).',
  rounding: 'Rounding',
  roundingText:
    'Calculations use unrounded numbers; rounding comes last. Percentages have no decimal where the interval has a half-width of 1 percentage point or more, or the effective sample is smaller than 1,000; otherwise one decimal. Differences have one decimal. Numbers of people are rounded to hundreds, from 100,000 on to thousands. Sums and differences may therefore not add up.',
}
