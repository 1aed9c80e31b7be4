/** English words of the charts that stand upright. */
import type { BreakEntry } from '../../core/results.ts'
import { words } from '../text/en/words.ts'
import type { NL } from './text-nl.ts'

export const EN: typeof NL = {
  common: {
    words,
    people: target => (target === 'all' ? 'respondents' : words.people(...edges(target))),
    age: band => ages(...edges(band)),
    cutoff,
    unknownCutoff: 'cut-off not known',
    standard: (id, first, last) =>
      ({
        'first-wave': words.standard.firstWave(first),
        'last-wave': words.standard.lastWave(last),
        esp2013: words.standard.esp2013,
      })[id] ?? (id.startsWith('nl-') ? words.standard.register(id.slice(3)) : id),
    sources: (source, waves, fieldwork, synthetic) =>
      `${source}, ${waves}; fieldwork ${fieldwork}${synthetic ? '; synthetic data, not real measurements' : ''}`,
    published: places => `Published figure. Source: ${places}.`,
    approximate: 'Approximate uncertainty, from what was published.',
    noInterval: 'Of points without a line the uncertainty is not known.',
    apart: what => `Not drawn, for it may not be compared with the latest wave: ${what}. See Comparability.`,
    hidden: what =>
      `Not shown because of too few observations, too much uncertainty or the risk of recognising people: ${what}.`,
    brokenAxis: 'The vertical axis is broken: room between 0% and the next number has been left out.',
    interval95: 'Lines through the points: 95% interval.',
    wave: 'Wave',
    group: 'Group',
    fieldwork: 'Fieldwork',
    percentage: 'Percentage',
    interval: '95% interval',
    respondents: 'Respondents',
    standardised: 'standardised',
    points: 'percentage points',
  },
  trend: {
    title: (percent, measure, people, verdict) =>
      `${words.percent(percent)} of ${people} are ${measure}${verdict}`,
    verdict,
    subtitle: (people, measure, scale, source) =>
      `Percentage of ${people} who are ${measure} (${scale}). ${source}.`,
    standardised: standard =>
      `As measured and standardised (${standard}). Lines through the points: 95% interval.`,
    expected: value => `expected on the same trend: ${value}`,
    expectedShort: 'expected on the same trend',
    margin: points => `margin: ± ${points} percentage points`,
    start: name => `start of ${name}`,
    startShort: 'start',
    programme: 'programme',
    caption: (measure, people) => `Percentage of ${people} who are ${measure}, by wave`,
    expectedColumn: 'Expected',
    short: (measure, people, values) =>
      `Line chart of the percentage of ${people} who are ${measure}: ${values}.`,
    valueIn: (value, wave) => `${value} in ${wave}`,
    axes: (from, to, low, high) =>
      `The horizontal axis runs from ${from} to ${to}, the vertical one from ${low} to ${high}.`,
    course: (first, last) => `As measured, the series begins with ${first} and ends with ${last}.`,
    largest: (change, from, to) =>
      `The largest change between two successive waves is ${change}, from ${from} to ${to}.`,
    only: value => `There is one wave: ${value}. No course over time can be shown.`,
    comparison: (name, observed, wave, expected, interval) =>
      `${name}, the percentage was ${observed} in ${wave}; on the same trend ${expected} was expected (95% interval ${interval}).`,
    conclusion: verdict => `Conclusion: ${verdict}.`,
    expectedNote: margin =>
      `The dashed line extends the trend from before the programme; the band around it is the 95% interval. The grey rectangle is the margin of ${margin} percentage points on either side of the expectation: only a difference beyond it matters.`,
    shiftNote:
      'The points ‘as measured’ stand slightly to the right, so that the two series do not cover each other.',
    linearityNote:
      'There are two waves before the programme: whether the trend was a straight line cannot be tested.',
    shockNote: labels =>
      `In the shaded period (${labels}) loneliness may have changed for other reasons than the programme.`,
  },
  severity: {
    title: (people, lonely) => `${words.percent(lonely)} of ${people} are lonely`,
    severe: severe => `, ${words.percent(severe)} severely lonely`,
    socialMore: '; social loneliness is more common than emotional loneliness',
    emotionalMore: '; emotional loneliness is more common than social loneliness',
    subtitle: (people, scale, source) =>
      `Percentage of ${people} by severity and kind of loneliness, as measured (${scale}). ${source}. Lines through the points: 95% interval.`,
    caption: people => `Percentage of ${people} by severity and kind of loneliness, by wave`,
    kind: 'Kind',
    cutoff: 'Counted from',
    short: (people, values) => `Dot plots of kinds of loneliness among ${people}: ${values}.`,
    course: (name, first, last) => `${name} from ${first} to ${last}`,
    single: (name, value) => `${name} ${value}`,
    long: (count, waves, high) =>
      `Side by side stand ${count} dot plots with the same vertical axis, from 0% to ${high}; the horizontal axis shows the waves ${waves}.`,
    largest: (name, change) =>
      `The largest change between the first and the last wave is that of ‘${name}’: ${change}.`,
    overlapNote: 'The kinds overlap: a person may count in several percentages. They do not add up to 100.',
  },
  age: {
    differs: (high, highValue, low, lowValue) =>
      `Loneliness highest among ${high} (${words.percent(highValue)}), lowest among ${low} (${words.percent(lowValue)})`,
    alike: 'No clear difference in loneliness between age groups',
    sexAll: (higher, lower) => `In every age group ${higher} are lonely more often than ${lower}`,
    sexSome: (clear, of, higher, lower) =>
      `In ${clear} of the ${of} age groups ${higher} are clearly lonely more often than ${lower}`,
    sexMixed: 'Which sex is lonely more often differs by age group',
    sexAlike: 'In no age group a clear difference in loneliness between men and women',
    subtitle: (people, measure, scale, source) =>
      `Percentage of ${people} who are ${measure}, as measured (${scale}). ${source}. Lines through the points: 95% interval.`,
    caption: (measure, people) => `Percentage of ${people} who are ${measure}, by age and wave`,
    captionSex: (measure, people) => `Percentage of ${people} who are ${measure}, by age, sex and wave`,
    short: (measure, people, wave, values) =>
      `Dot plot of the percentage of ${people} who are ${measure} in ${wave}: ${values}.`,
    long: (groups, waves, high) =>
      `For each of the ${groups} groups the waves ${waves} stand side by side, each wave with its own symbol, on a vertical axis up to ${high}.`,
    course: (group, first, last) => `${group} from ${first} to ${last}`,
    largest: (group, change) =>
      `The largest change between the first and the last wave is among ${group}: ${change}.`,
    uncertainty: 'Lines through the points show the 95% interval.',
    clearNote:
      'A difference is called clear where the 95% intervals do not overlap. Among many comparisons a single difference may be chance.',
  },
}

function cutoff(measure: string, instrument: string, subscale: number): string {
  const six = instrument === 'djg6'
  const scores: Readonly<Record<string, string>> = {
    lonely: six ? 'score 2 or more' : 'score 3 or more',
    severe: six ? 'score 5 or more' : 'score 9 or more',
    very_severe: 'score 11',
    emotional: `emotional score ${subscale} or more`,
    social: `social score ${subscale} or more`,
  }
  return scores[measure] ?? measure
}

const VERDICTS: Readonly<Record<string, string>> = {
  turnaround: 'the trend has turned around',
  faster_decline: 'the decline has become faster',
  flattening: 'the trend has flattened',
  acceleration: 'the rise has become faster',
  unfavourable_reversal: 'the trend has turned unfavourably',
}

function verdict(entry: Pick<BreakEntry, 'class' | 'subclass' | 'strength' | 'reason'>): string {
  if (entry.class === 'inconclusive') return 'a trend break cannot be determined'
  if (entry.class === 'not_assessable') {
    return entry.reason === 'no_post_wave'
      ? 'a trend break cannot be assessed yet'
      : 'a trend break cannot be assessed'
  }
  if (entry.class === 'continuation') return continuation(entry.subclass)
  const name = VERDICTS[entry.class] ?? entry.class
  return entry.strength === 'strong' ? name : `there are signs that ${name}`
}

function continuation(subclass: string | null): string {
  if (subclass === 'of_rise') return 'the rise continues'
  return subclass === 'of_decline' ? 'the decline continues' : 'the trend continues'
}

function edges(band: string): [string, string | null] {
  const [low, high] = band.replace('+', '').split('-')
  return [low, high ?? null]
}

function ages(low: string, high: string | null): string {
  return high === null ? words.yearsAndOver(low) : words.years(low, high)
}
