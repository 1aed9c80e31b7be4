/** Table 1, comparability, quality, downloads, citation and colophon in English. */
import type { Text } from '../nl.ts'

export const studies: Text['studies'] = {
  heading: 'Studies used',
  caption: 'Table 1: Studies used',
  study: 'Study',
  moment: 'Time of measurement',
  population: 'Population',
  instrument: 'Instrument',
  mode: 'Way of interviewing',
  role: 'Role',
  file: 'File',
  respondents: (n, people) => `${n} ${people}`,
  records: (n, ages) => `${n} records, ${ages}`,
  ages: (low, high) => `${low} to ${high} years`,
  unknownAges: 'ages unknown',
  available: 'Available on',
  here: 'available',
  expected: day => `expected on ${day}`,
  overdue: day => `expected on ${day}: overdue`,
  toCome: 'not yet held or not yet delivered',
  judged: {
    date: day => `Whether an expected wave is overdue was judged on ${day}, the date of this report.`,
    fieldwork: day =>
      `Whether an expected wave is overdue was judged on ${day}, the last day of fieldwork in this report.`,
  },
  area: { netherlands: 'all of the Netherlands', regions: 'three regions' },
  panel: 'the same people take part in several waves',
  publishedFigures: 'published figures',
  modelFigures: 'published estimates of a model',
  fileNote:
    'Of every file the first twelve characters of its checksum (SHA-256) are given; the whole checksum is in the colophon.',
}

export const comparability: Text['comparability'] = {
  heading: 'Comparability',
  intro: 'These points came up during the calculation. Each says what it means for the conclusion.',
  none: 'Nothing out of the ordinary came up during the calculation.',
  counts: {
    unusable_weight: count => `${count} records of the file`,
    missing_age: count => `${count} records of the file`,
    implausible_age: count => `${count} records of the file`,
    missing_sex: count => `${count} records of the file`,
    unknown_code: count => `${count} answers`,
    lonely_psu: count => `${count} lonely strata`,
    few_waves: count => `${count} waves`,
    boundaries_changed: count => `${count} municipalities`,
    suppressed: count => `${count} figures`,
  },
  times: count => `${count} times`,
  merged: (from, to) => `${from} groups merged into ${to}`,
  variable: 'variable',
  warnings: 'What came up during the calculation',
  youngest: ages => `youngest age ${ages} years`,
  expected: (day, on) => `expected on ${day}, judged on ${on}`,
  definitions: {
    djg11: 'severe: 9 or more of 11',
    djg6: 'severe: 5 or more of 6',
    strong: 'strong: as published, bound not given',
  },
  codes: (code, count) => `answer code ${code} (${count})`,
}

export const quality: Text['quality'] = {
  heading: 'Quality and limitations',
  caption: 'Respondents and missing answers by wave',
  wave: 'Wave',
  records: 'Records',
  noWeight: 'Without usable weight',
  valid: people => `${people} with a score`,
  without: people => `${people} without a score`,
  complete: 'All items answered',
  one: 'One item missing',
  more: 'More items missing',
  deff: 'Design effect',
  neff: 'Effective sample size',
  reliabilityCaption: 'Reliability of the scale',
  scale: 'Scale',
  alpha: 'Alpha',
  kr20: 'KR-20',
  h: 'Loevinger’s H',
  n: 'Respondents',
  limits: [
    'People who do not take part may be more or less lonely than people who do. The weights correct for that only in part.',
    'A questionnaire misses people in institutions if the study interviews private households only. That matters most among the oldest.',
    'The interval shows sampling uncertainty only. For the verdict on the trend break, variation between waves has been added.',
    'No cause can be derived from these data. No figure in this report is “the effect of the programme”.',
  ],
}

export const downloads: Text['downloads'] = {
  heading: 'Download the data',
  intro: 'Every figure in this report can be downloaded. The files are in the same folder as this report.',
  results: 'all results (JSON)',
  manifest: 'files used, with checksums (JSON)',
  tables: 'Tables (CSV)',
  figures: 'Figures',
  tableNames: {
    estimates: 'estimates',
    changes: 'changes',
    trends: 'trends over time',
    decompositions: 'change split into parts',
    breaks: 'trend breaks',
    sensitivity: 'trend breaks under other choices',
    projections: 'lonely people in 2030 and 2040 under scenarios',
    scale: 'reliability of the scale',
    warnings: 'warnings',
    register: 'studies used and expected (Table 1)',
    comparability: 'what may be compared and what may not',
    bridges: 'eleven and six questions, the same people',
  },
}

export const citation: Text['citation'] = {
  heading: 'Sources and how to cite',
  cite: 'Cite this report as:',
  undated: 'n.d.',
  edition: edition => `edition ${edition}`,
  madeWith: version => `Made with ejz ${version}.`,
  sources: 'The methods used are described in:',
}

export const colophon: Text['colophon'] = {
  heading: 'Colophon',
  version: 'Version of ejz',
  engine: 'Engine',
  study: 'Checksum of the study file (SHA-256)',
  schema: 'Version of the results schema',
  files: 'Files used',
  file: 'File name',
  rows: 'Rows',
  bytes: 'Size in bytes',
  sha256: 'Checksum (SHA-256)',
  options: 'Settings of this analysis',
  optionsCaption: 'Every setting by its name in the study file',
  option: 'Setting',
  value: 'Value',
}
