/** The outlook, in English. */
import type { Text } from '../nl.ts'

export const outlook: Text['outlook'] = {
  heading: 'Outlook',
  intro: (study, whom) =>
    `How many ${whom} will be lonely? That depends on two things: how many older people there will be, and what share of them is lonely. Below are five scenarios based on ${study}. A scenario is not a forecast. None of the scenarios is the effect of the programme.`,
  none: 'There is no outlook.',
  noneFor: year => `There is no outlook for ${year}.`,
  reasons: {
    regional_only: 'The study is about a part of the Netherlands.',
    panel: 'The study follows the same people. No number for the whole country follows from that.',
    published_wave: 'Of a wave before the programme only published figures are known.',
    fewer_than_two_pre_waves: 'There are fewer than two waves before the programme.',
    fewer_than_min_pre_waves: 'There are fewer waves before the programme than the study asks for.',
    instrument_change: 'The questionnaire changed between the waves.',
    forecast_year_missing: 'The population forecast is not about that year.',
    forecast_ages_differ: 'The ages in the population forecast do not fit those of the survey.',
    suppressed: 'The figures on which the outlook rests are not shown.',
  },
  otherReason: code => `The reason stands in the results: ${code}.`,
  caption: 'Number of lonely people under five scenarios',
  scenario: 'Scenario',
  number: 'Lonely',
  share: 'Share',
  chance: 'Chance of more than a million',
  scenarios: {
    constant: 'percentages stay the same',
    continuing: 'the trend from before the programme goes on',
    broken50: 'half of that trend is broken',
    broken100: 'that trend is broken',
    broken150: 'that trend has turned',
  },
  below: 'less than 1%',
  above: 'more than 99%',
  splitCaption: 'Why the number changes',
  total: 'Change',
  size: 'Number of older people',
  composition: 'Age and sex',
  rate: 'Share lonely',
  since: date =>
    `The change is counted from ${date}. In brackets: the standard error, without that of the population forecast.`,
  forecast: vintage => `Population forecast: ${vintage}.`,
  breakEven: (year, total, share) =>
    `According to the forecast there will be ${total} people of this age in ${year}. A million lonely people is then ${share} of them.`,
  uncertainty: (draws, share) =>
    `The intervals come from ${draws} draws. They hold the uncertainty of the sample, of the trend and of the population (${share}). Whether the trend goes on like this is less certain than the intervals show.`,
  caveats: {
    two_point_slope: 'The trend is a line through two waves.',
    private_households:
      'The study is about people in private households. The forecast also counts people in institutions.',
    people_not_stated: 'It is not known whether the study is about all residents of the Netherlands.',
    slopes_differ: 'The trend differs between ages and sexes. The scenario uses one trend.',
    smoothed: 'In one group nobody or everybody was lonely. There half a case more or less was used.',
    spreads_differ: 'Two ways to calculate the uncertainty differ. Read the interval generously.',
  },
}
