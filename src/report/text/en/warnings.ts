/** What each warning means for a reader, in English: [what was found, what it does to the conclusion]. */
import type { Text } from '../nl.ts'
import { comparabilityWarnings } from './comparability-warnings.ts'

export const warnings: Text['warnings'] = {
  ...comparabilityWarnings,
  unknown_code: [
    'The file holds answer codes that are described nowhere.',
    'These answers count as missing, never as “not lonely”.',
  ],
  unusable_weight: ['Some records have no usable weight.', 'These records count nowhere.'],
  unweighted: [
    'This wave has no weights.',
    'The figures hold for the respondents and not simply for the population.',
  ],
  missing_age: ['The age of some people is unknown.', 'They do not count in figures by age.'],
  implausible_age: ['Some ages cannot be right.', 'These ages count as unknown.'],
  missing_sex: ['The sex of some people is unknown.', 'They do not count in figures by sex.'],
  duplicate_records: [
    'Some people are in the file more than once.',
    'Where the study keeps one record of each person, the most complete was used; otherwise all count.',
  ],
  encoding_guessed: [
    'The character encoding of the file was derived from its content.',
    'Names may be misspelt; the figures do not change.',
  ],
  stratum_from_municipality: [
    'The file has no column with strata; the municipality was used as stratum.',
    'The intervals may be slightly too wide or too narrow.',
  ],
  no_stratum: ['The file has no column with strata.', 'The intervals are then usually slightly too wide.'],
  lonely_psu: [
    'There are strata with only one unit.',
    'Their share in the uncertainty follows from a convention; see How it was calculated.',
  ],
  empty_domain: ['A group that was asked for does not occur in the data.', 'There is no figure for it.'],
  no_df: [
    'A group is too small to calculate the uncertainty.',
    'The interval is missing; the figure cannot be judged.',
  ],
  standard_skipped: [
    'A standard population does not fit the age bounds of a group, or a group has too few respondents.',
    'That group was not standardised to it.',
  ],
  cells_collapsed: [
    'Small age groups were merged for the standardisation.',
    'The same merger holds for every wave, so that they stay comparable.',
  ],
  standard_sensitive: [
    'The outcome differs between standard populations.',
    'The judgement depends on the standard chosen and is less certain.',
  ],
  no_residual_df: [
    'There are exactly two waves from before the programme.',
    'Whether the development was a straight line then cannot be tested.',
  ],
  continuation_unattainable: [
    'The waves are too uncertain to show that the trend continues.',
    'Showing that there is no trend break is not possible with these data.',
  ],
  approx_variance: [
    'The uncertainty was derived from published figures and not from the answers themselves.',
    'The intervals are an approximation.',
  ],
  rounded_figures: [
    'Some published figures are rounded.',
    'Rounding hides small differences between waves. The uncertainty takes it into account.',
  ],
  design_effect_unknown: [
    'Of published figures the number of respondents is known, but not how the sample was drawn.',
    'The intervals were computed as if everybody had the same chance to take part. They are probably too narrow.',
  ],
  no_variance: [
    'Some published figures come without an interval and without a number of respondents.',
    'They are shown without an interval. No change, trend or trend break was computed from them.',
  ],
  model_estimate: [
    'Some figures were estimated by a model (SMAP) and not measured in a sample.',
    'They stand apart. No change, trend or trend break was computed from them, and they do not count in the verdict.',
  ],
  panel_covariance_missing: [
    'The same people took part several times, and of one of the waves only published figures are known.',
    'How strongly their answers go together is then unknown. So no change, trend or trend break was computed.',
  ],
  age_floor_unknown: [
    'Published figures of all respondents do not say from which age on they hold.',
    'They were not compared with other waves.',
  ],
  suppressed: [
    'Some figures are not shown.',
    'There were too few respondents, or the figure was too uncertain.',
  ],
  synthetic: ['The data are synthetic.', 'The figures say nothing about real people.'],
  labels_reversed: [
    'The answer codes run opposite to their description.',
    'Check the coding before you use these figures.',
  ],
  sub_scale_cutoff: [
    'Different bounds are in use for emotional and social loneliness.',
    'Compare these figures only with publications that use the same bound.',
  ],
  missing_answers: [
    'A large part of the people left questions unanswered.',
    'If they are more or less lonely, the figure is not quite right.',
  ],
  unknown_category: [
    'A published table holds codes that are described nowhere.',
    'Those groups were not used where their meaning is not certain.',
  ],
  missing_part: [
    'Files that come with a published table are missing.',
    'The figures were used; descriptions may be missing.',
  ],
  length_unknown: [
    'An SPSS file does not say how many records it should have.',
    'Whether it is complete cannot be checked.',
  ],
  probably_cut_off: ['A published table is probably not complete.', 'Groups or years may be missing.'],
  duplicate_column: [
    'In a published table names of columns stand more than once.',
    'Columns that cannot be told apart were not used.',
  ],
  duplicate_observation: [
    'In a published table cells stand more than once.',
    'Cells that cannot be told apart were not used.',
  ],
  telephone_six_items: [
    'Some people were interviewed by telephone, with six of the eleven questions.',
    'They have no score and do not count in the figure.',
  ],
  telephone_included: [
    'Some people were interviewed by telephone.',
    'On the telephone people may answer otherwise than at home; part of a difference may come from that.',
  ],
  person_not_found: [
    'Some people do not occur in the file with background characteristics.',
    'Their age or sex is unknown; they do not count in figures by it.',
  ],
  age_computed: [
    'The age of some people was computed from their year of birth.',
    'These ages may be a year too high or too low.',
  ],
  implausible_date: ['Some interview dates cannot be right.', 'These dates count as unknown.'],
  date_assumed: [
    'The interview date was taken from the only date in the files.',
    'If that is another date, the place of the wave in time is wrong.',
  ],
  ambiguous_code: [
    'A code in the file means both the highest score and no interview.',
    'Only what is certainly a score counts; the others are missing.',
  ],
  codes_not_documented: [
    'There is no open list of the codes of this wave.',
    'The codes were taken to be as in the other waves.',
  ],
  residence_at_baseline: [
    'The municipality is the place of residence at the first interview.',
    'People who moved since count in their earlier municipality.',
  ],
  degrees_by_size: [
    'A table of CBS has codes without titles for not and somewhat lonely.',
    'They were told apart by their size: in every edition the majority is not lonely.',
  ],
  rule_not_verified: [
    'How this study treats missing answers is not public.',
    'The rule of the scale’s manual is used: one item without an answer at most. That is not verified.',
  ],
  missing_rule_change: [
    'The waves differ in how many answers may be missing.',
    'A small part of a difference may come from that; score all waves from the items.',
  ],
  scores_delivered: [
    'The scores of this wave were made by the data holder, not computed from the answers.',
    'How many answers may be missing is the holder’s rule; the quality of the scale cannot be given.',
  ],
  scores_differ: [
    'The scores computed from the answers differ from the scores in the file for some people.',
    'The computed scores are used; ask the data holder about the difference.',
  ],
  wave_contradicted: [
    'The file names another year than the study does.',
    'If the wrong file stands under this wave, its figures are wrong.',
  ],
  weight_doubtful: [
    'The weights used may belong to other questions or another year.',
    'If so, the figures do not hold for the population.',
  ],
  age_classes: [
    'The file has classes of age, not the age in years.',
    'Only figures for groups that are made of these classes are given.',
  ],
  missing_identity: [
    'Some records do not say whose they are.',
    'If somebody is among them twice, that person counts twice.',
  ],
}
