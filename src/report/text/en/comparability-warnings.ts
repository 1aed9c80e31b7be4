/** What stands between two waves or two studies being compared, in English: [what was found, what it does to the conclusion]. */
import type { WarningCode } from '../../../core/warning.ts'

export const comparabilityWarnings = {
  period_shock: [
    'A wave falls in an exceptional period.',
    'A difference cannot be attributed to the programme.',
  ],
  covid_period: [
    'The wave fell in the period of COVID-19 (spring 2020 to 2022).',
    'Restrictions at that time may have changed the figure.',
  ],
  mode_change: [
    'The way of interviewing differs between waves.',
    'In writing or online people report more loneliness than face to face; part of a difference may come from that.',
  ],
  instrument_change: [
    'Different questionnaires were used.',
    'Levels are not comparable; compare the direction only.',
  ],
  instruments_differ: [
    'The studies use different questionnaires.',
    'Levels are not comparable; compare only the direction. They never share an axis.',
  ],
  cutoff_change: [
    'Different bounds were used for who is called lonely.',
    'Figures with different bounds are not comparable.',
  ],
  cutoffs_differ: [
    'The studies do not draw the line for severely lonely in the same place.',
    'See with each figure which line belongs to it; do not compare the percentages with each other.',
  ],
  population_differs: [
    'Not every wave is about the same ages or the same population.',
    'Compare only ages that occur in every wave.',
  ],
  private_households_only: [
    'Only people in private households were interviewed.',
    'People in institutions are missing. That matters most above the age of 90.',
  ],
  ggd_part_only: [
    'In this wave loneliness comes only from the GGD part of the Health Monitor.',
    'The sample differs from that of earlier waves.',
  ],
  regional_only: [
    'The study is about a part of the Netherlands.',
    'Its figures do not simply hold for the whole country.',
  ],
  panel_as_independent: [
    'The same people take part in several waves, but they were taken to be different people.',
    'The uncertainty of a change is therefore wrong; usually it is too large.',
  ],
  boundaries_changed: [
    'Some municipalities occur in one wave and not in another.',
    'A municipality may have become a different area. The figures were not converted.',
  ],
  provisional: ['The data are provisional.', 'The figures may still change.'],
  weight_change: [
    'The kind of weights differs between waves.',
    'Part of a difference may come from the weighting.',
  ],
  few_waves: [
    'There are fewer than five waves.',
    'That is too few for a trend arrow. It says nothing about the trend break.',
  ],
  wave_overdue: [
    'A planned wave is not there yet, although it should have been.',
    'The outcome may still change once this wave is there.',
  ],
} as const satisfies Partial<Record<WarningCode, readonly [string, string]>>
