/** The answer and the key messages in English. */
import type { Text } from '../nl.ts'

export const messages: Text['messages'] = {
  heading: 'Key messages',
  question: 'Has the trend been broken?',
  answers: {
    trend_break_confirmed: 'Yes, the trend has been broken.',
    trend_break_indicated: 'There are signs that the trend has been broken, but no confirmation yet.',
    break_shown_not_attributable: 'A trend break can be seen, but it cannot be attributed to the programme.',
    conflicting: 'This cannot be said. The studies contradict each other.',
    no_trend_break: 'No, there is no trend break.',
    worsened: 'No. The percentage is higher than the trend led us to expect.',
    worsened_coinciding_with_period_shock:
      'No. The percentage is higher than the trend led us to expect, in an exceptional period.',
    not_determinable_at_margin: 'This cannot be determined with these data.',
    interim_right_direction:
      'This cannot be determined yet. For now, other studies point to less loneliness than expected.',
    interim_wrong_direction:
      'This cannot be determined yet. For now, other studies point to more loneliness than expected.',
    interim_conflicting: 'This cannot be determined yet. Other studies contradict each other.',
    not_yet_determinable: 'This cannot be determined yet.',
  },
  noVerdict: 'These data cannot answer this.',
  delta: (at, people, is, way, size, between) =>
    `In ${at} the percentage of ${people} who are ${is} was ${size} ${way} than the trend before the programme led us to expect (${between}).`,
  deltaNone: (at, people, is, size, between) =>
    `In ${at} the percentage of ${people} who are ${is} differed by ${size}, when rounded, from what the trend before the programme led us to expect (${between}).`,
  corrected: 'This comparison is corrected for changes in age and sex.',
  classes: {
    'turnaround/from_rise': 'Before the programme the percentage was rising. Now it is falling.',
    'turnaround/from_level':
      'Before the programme there was no clear rise or fall. Now the percentage is falling.',
    turnaround: 'The percentage is now falling.',
    faster_decline: 'The percentage was already falling. Now it is falling faster.',
    'flattening/flat': 'The percentage stayed about the same, where a higher percentage was expected.',
    'flattening/slower_rise': 'The percentage is still rising, but more slowly than expected.',
    'flattening/direction_undetermined':
      'Whether the percentage itself is rising or falling cannot be determined.',
    flattening: 'The development is more favourable than expected.',
    'continuation/of_decline':
      'The fall that began before the programme goes on. That does not count as a trend break.',
    'continuation/of_rise': 'The rise that began before the programme goes on.',
    'continuation/of_level': 'There was no clear rise or fall, and that has not changed.',
    continuation: 'The trend that began before the programme goes on.',
    acceleration: 'The development is less favourable than before the programme.',
    'acceleration/faster_rise': 'The development is less favourable than before the programme.',
    unfavourable_reversal: 'Before the programme the percentage was falling. That fall does not go on.',
    inconclusive:
      'That does not mean that nothing has changed. The uncertainty is too large to show a trend break or to rule one out.',
    not_assessable: '',
  },
  strong: margin =>
    `The evidence is strong: the difference is almost certainly larger than ${margin}, the margin chosen beforehand.`,
  moderate: margin =>
    `The evidence is moderate: there is a difference, but it is not certain that it is larger than ${margin}, the margin chosen beforehand.`,
  equivalent: margin =>
    `The difference is almost certainly smaller than ${margin}, the margin chosen beforehand.`,
  cannotShowContinuation:
    'These waves cannot show that there is no trend break either: they are too uncertain for that.',
  shock: label =>
    `The wave fell in an exceptional period (${label}). A difference can therefore not be attributed to the programme.`,
  someShock: 'a shock in society',
  notRobust:
    'The judgement is sensitive: it does not hold if the trend would have bent slightly without the programme.',
  flags: {
    published: 'The series holds published figures. The answers themselves are not available.',
    rounded: 'Published figures are rounded. Small differences cannot be seen.',
    approx_variance: 'The uncertainty of published figures is approximate.',
    pretrend_nonlinear:
      'The waves before the programme do not lie well on a straight line. The expectation is less certain for that.',
    too_early:
      'The wave is from less than a year after the start of the programme. That is early for a judgement.',
    short_pre_period:
      'The waves before the programme are close together in time. The line is uncertain for that.',
    extrapolation_leverage: 'The line has been drawn far beyond the waves it rests on.',
    expected_outside_unit_interval:
      'The straight line ends below 0 or above 100 per cent. It no longer describes the development well there.',
    logit_forced: 'The line was calculated on the logit scale, because the percentage is close to 0 or 100.',
    tau_estimated: 'The variation between waves was estimated from the waves before the programme.',
    mode_change: 'The way of interviewing has changed. That may explain part of the difference.',
    standard_sensitive: 'The judgement changes with the population that was standardised to.',
    no_residual_df:
      'With two waves before the programme it cannot be tested whether the development was a straight line then. That has been assumed.',
  },
  reasons: {
    fewer_than_two_pre_waves: pre =>
      pre === 0
        ? 'There is no wave from before the programme. A trend needs at least two.'
        : 'There is only one wave from before the programme. A trend needs at least two.',
    no_post_wave: () => 'There is no wave yet from after the start of the programme.',
    instrument_or_mode_break: () =>
      'The questions or the way of interviewing have changed. The waves can therefore not be compared.',
    fewer_than_min_pre_waves: pre =>
      `There are ${pre} waves from before the programme. It was laid down beforehand that more are needed.`,
    assessed_wave_not_post: () => 'The wave to be judged is not from after the start of the programme.',
    duplicate_times: () => 'Two waves fall at the same moment.',
    post_wave_before_last_pre_wave: () =>
      'The wave to be judged lies before a wave that counts as an earlier one.',
    logit_of_zero_or_one: () => 'A percentage is 0 or 100. It cannot be used on the scale that was chosen.',
    no_variance: () =>
      'How uncertain one of the waves is, is not known. No trend break can be computed with it.',
    assessed_wave_absent: () => 'The wave that the verdict should rest on lacks this figure.',
    panel_covariance_missing: () =>
      'The same people took part several times, and of one wave only published figures are known. A trend break cannot be computed then.',
    singular_covariance: () => 'The uncertainty of the waves cannot be determined.',
    suppressed: () => 'Too few people took part for the figure to be shown.',
  },
  otherReason: 'The waves are not suitable for it.',
  noBreak: 'There is no series of waves that can answer the question.',
  prevalence: (at, people, is, percent, between) =>
    `In ${at}, ${percent} of ${people} were ${is} (${between}).`,
  number: (number, between) => `That is an estimated ${number} people (${between}).`,
  modelled: (at, people, is, percent) =>
    `A model estimates that in ${at} ${percent} of ${people} were ${is}. That is no measurement.`,
  hidden: (at, people, is) =>
    `The percentage of ${people} who were ${is} in ${at} is not shown: too few people took part for it to be shown.`,
  changeUp: (from, size, between) => `Since ${from} the percentage has risen by ${size} (${between}).`,
  changeDown: (from, size, between) => `Since ${from} the percentage has fallen by ${size} (${between}).`,
  changeHint: (from, direction, size, between) =>
    `Since ${from} the percentage seems to have ${direction} by ${size} (${between}). More than two waves were compared, so this may be chance.`,
  risen: 'risen',
  fallen: 'fallen',
  changeUnknown: (from, between) =>
    `Whether the percentage has changed since ${from} cannot be determined. The difference lies ${between}.`,
  changeUncertain: from =>
    `Whether the percentage has changed since ${from} cannot be determined. The uncertainty of the figures is not known.`,
  changeHidden: from => `The change since ${from} is not shown.`,
  ageing: {
    up: (from, size, between) =>
      `Since ${from} the make-up of the group by age and sex has changed. That alone raised the percentage by ${size} (${between}).`,
    down: (from, size, between) =>
      `Since ${from} the make-up of the group by age and sex has changed. That alone lowered the percentage by ${size} (${between}).`,
    unknown: (from, between) =>
      `Whether the make-up by age and sex has changed the percentage since ${from} cannot be determined. The effect lies ${between}.`,
  },
  people: {
    more: (at, from, people, is, number, between) =>
      `In ${at} an estimated ${number} more ${people} were ${is} than in ${from} (${between}).`,
    fewer: (at, from, people, is, number, between) =>
      `In ${at} an estimated ${number} fewer ${people} were ${is} than in ${from} (${between}).`,
    unknown: (at, from, people, is, between) =>
      `Whether more or fewer ${people} were ${is} in ${at} than in ${from} cannot be determined. The difference lies ${between}.`,
    growth: (people, number) => `Growth of the number of ${people} added ${number}.`,
    shrinkage: (people, number) => `A smaller number of ${people} took off ${number}.`,
  },
}
