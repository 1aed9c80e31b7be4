/** English words of the charts that lie: change, parts of a change, trend break, municipalities. */
import { words } from '../text/en/words.ts'
import type { NL_ROWS } from './rows-nl.ts'

export const EN_ROWS: typeof NL_ROWS = {
  change: {
    up: (people, is, since, size) => `Percentage of ${people} who are ${is} up by ${size} since ${since}`,
    down: (people, is, since, size) => `Percentage of ${people} who are ${is} down by ${size} since ${since}`,
    unclear: (people, is, since) =>
      `Whether the percentage of ${people} who are ${is} has changed since ${since} cannot be determined`,
    groups: (clear, of) => `; a clear change in ${clear} of the ${of} groups`,
    noGroups: of => `; a clear change in none of the ${of} groups`,
    subtitle: (people, is, from, to, source) =>
      `Change of the percentage of ${people} who are ${is}, from ${from} to ${to}, in percentage points. ${source}. Lines through the points: 95% interval.`,
    fewer: 'fewer',
    more: 'more',
    caption: (people, from, to) =>
      `Change of the percentage of ${people}, from ${from} to ${to} (percentage points)`,
    column: 'Change',
    short: (from, to, values) => `Dot plot of the change from ${from} to ${to}: ${values}.`,
    long: (rows, low, high) =>
      `Each of the ${rows} rows has a point with a 95% interval, on an axis from ${low} to ${high} percentage points; right of zero is an increase.`,
    largest: (group, change) => `The largest change is in ${group}: ${change}.`,
    clear: groups => `The change is clear in: ${groups}.`,
    noneClear: 'In no row is the change clear.',
    clearNote:
      'A change is called clear where p, corrected for the number of comparisons (Holm), is below 0.05. Among many groups a single outcome may still be chance.',
    roundingNote:
      'Changes were calculated before rounding: they may differ from the difference between rounded percentages.',
  },
  parts: {
    title: (people, is, since, composition, rate) =>
      `Percentage of ${people} who are ${is} since ${since}: ${rate} percentage points due to loneliness itself, ${composition} due to age and sex`,
    subtitle: (people, is, source) =>
      `Change of the percentage of ${people} who are ${is}, split (Kitagawa), in percentage points. ${source}. Thin lines: 95% interval.`,
    composition: 'due to age and sex',
    rate: 'due to loneliness itself',
    size: 'due to the size of the group',
    total: 'together',
    period: (from, to) => `From ${from} to ${to}`,
    periodNumbers: (from, to, numberFrom, numberTo) =>
      `From ${from} to ${to}: from ${numberFrom} to ${numberTo} people`,
    numberUp: (people, is, since, number) => `An estimated ${number} more ${people} ${is} than in ${since}`,
    numberDown: (people, is, since, number) =>
      `An estimated ${number} fewer ${people} ${is} than in ${since}`,
    numberUnknown: (people, is, since) =>
      `Whether more or fewer ${people} are ${is} than in ${since} cannot be determined`,
    numberSubtitle: (people, is, source) =>
      `Change of the number of ${people} who are ${is}, split (Das Gupta), in people. ${source}. Thin lines: 95% interval.`,
    caption: (people, is) => `Change of the percentage of ${people} who are ${is}, split (percentage points)`,
    numberCaption: (people, is) => `Change of the number of ${people} who are ${is}, split (people)`,
    column: 'Part',
    periodColumn: 'Period',
    change: 'Change',
    short: (from, to, values) => `Waterfall chart of the change from ${from} to ${to}: ${values}.`,
    long: 'Horizontal bars show the parts one after the other, each from the end of the one before, and their sum below; thin lines are 95% intervals.',
    block: (from, to, values) => `From ${from} to ${to}: ${values}.`,
    conclusion: (part, value) => `The largest part is the change ${part}: ${value}.`,
    note: '‘Due to age and sex’: the group came to be made up differently by age and sex. ‘Due to loneliness itself’: people of the same age and sex became lonely more or less often.',
    numberNote:
      'The number of residents comes from the population register and is taken as known. Sums may differ because of rounding.',
  },
  breaks: {
    differs: (is, wave, size, way, name) =>
      `Percentage ${is} in ${wave} ${size} ${way} than the earlier trend led to expect: ${name}`,
    open: (wave, low, high) =>
      `Whether the trend was broken in ${wave} cannot be determined: the difference from expectation lies between ${low} and ${high} percentage points`,
    equal: (is, wave, margin) =>
      `Percentage ${is} in ${wave} within ${margin} percentage points of the earlier trend: ${words.classes.continuation}`,
    subtitle: (people, source, margin) =>
      `Measured minus expected percentage of ${people}, in percentage points. ${source}. Lines through the points: 95% interval, thick lines 90%. Grey band: margin of ± ${margin} percentage points.`,
    better: 'lower than expected',
    worse: 'higher than expected',
    other: measure => `Other choices (${measure})`,
    tau: points => `variation (τ) ${points} percentage points`,
    margin: points => `margin ${points} percentage points`,
    start: date => `programme from ${date}`,
    caption: people => `Measured minus expected percentage of ${people} (percentage points)`,
    what: 'Series',
    delta: 'Difference',
    outcome: 'Outcome',
    short: (wave, rows) =>
      `Dot plot of the difference between measured and expected percentage in ${wave}: ${rows}.`,
    long: (rows, margin) =>
      `Each of the ${rows} rows has a point with a 95% interval and, where calculated, a 90% interval; left of zero is more favourable than expected. A grey band shows the margin of ${margin} percentage points on either side of zero.`,
    row: (name, delta, interval, outcome) => `${name} ${delta} (${interval}), ${outcome}`,
    notAssessable: what => `Cannot be assessed: ${what}.`,
    note: 'An interval that contains zero does not mean that the trend stayed the same. That is shown only where the 90% interval lies wholly within the grey band.',
  },
  places: {
    title: (count, is, low, high) => `In the ${count} municipalities shown, ${low} to ${high}% are ${is}`,
    subtitle: (people, is, wave, scale, source) =>
      `Percentage of ${people} who are ${is} by municipality in ${wave}, as measured (${scale}). ${source}. Lines through the points: 95% interval.`,
    together: value => `whole study: ${value}`,
    municipality: 'Municipality',
    axis: count => `${count} municipalities, from low to high`,
    caption: (people, is, wave) => `Percentage of ${people} who are ${is} by municipality, ${wave}`,
    short: (count, low, high) => `Dot plot of ${count} municipalities, from ${low} to ${high}.`,
    long: (inside, count, value) =>
      `The municipalities stand from low to high, each with a 95% interval; a line shows the percentage of the whole study (${value}). For ${inside} of the ${count} that line lies within the interval.`,
    cutAxis: 'The axis does not start at 0%.',
    uncertain: 'Differences between municipalities are partly chance: this is not a league table.',
    hidden: count =>
      count === 1
        ? 'One municipality is not shown because of too few observations, too much uncertainty or the risk of recognising people.'
        : `${count} municipalities are not shown because of too few observations, too much uncertainty or the risk of recognising people.`,
    note: 'This is not a league table: many intervals overlap, and municipalities differ in age structure. The table is in the order of the codes.',
  },
}
