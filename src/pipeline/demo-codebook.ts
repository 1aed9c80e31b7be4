/**
 * The synthetic waves as files of the Gezondheidsmonitor: variable names of that year, labels, missing codes.
 *
 * Names and codes are those of the codebook of 2016 and the weight of each year;
 * municipalities, strata and everybody in them are invented and labelled so.
 */
import type { Variable } from '../core/data-file.ts'
import { SCALES } from '../scale/scale.ts'
import { codes, type DemoColumn, labelled as entry, number } from './demo-codebook-entry.ts'
import type { DemoWave } from './demo-respondents.ts'
import { AGE_CLASSES, DEMO_MUNICIPALITIES } from './demo-sample.ts'
import { totalOf } from './demo-score.ts'

const ITEMS = SCALES.djg11.items
const { lonely: LONELY, severe: SEVERE, very_severe: VERY_SEVERE } = SCALES.djg11.cutoffs
const UNKNOWN_SCORE = 99
const UNKNOWN_CLASS = 9
const NOT_APPLICABLE = 8
const FIRST_MUNICIPALITY = 9001

/** From `sixItemsFrom` on, the short scale and no scores. */
export function demoColumns(
  { targets: { year }, sample, answers }: DemoWave,
  sixItemsFrom: number | null = null,
): DemoColumn[] {
  const n = sample.age.length
  const make = (values: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => values(i))
  const totals = make(i => totalOf(answers, i) ?? UNKNOWN_SCORE)
  const [weight, sex] = YEARLY_NAMES[year] ?? YEARLY_NAMES[2016]
  return [
    {
      variable: number('volgnummer', 'Volgnummer (synthetisch)', 'F8.0'),
      values: make(i => year * 1e4 + i + 1),
    },
    { variable: number('AGOJB201', 'Jaar van onderzoek', 'F4.0'), values: make(() => year) },
    { variable: labelled(sex, 'Geslacht', { 1: 'man', 2: 'vrouw' }), values: make(i => sample.sex[i]) },
    { variable: number('LFT0109', 'Leeftijd op 1 september', 'F3.0'), values: make(i => sample.age[i]) },
    { variable: AGE_VARIABLE, values: make(i => ageGroup(sample.age[i])) },
    { variable: MUNICIPALITY, values: make(i => FIRST_MUNICIPALITY + sample.municipality[i]) },
    { variable: STRATUM, values: make(i => stratumOf(sample.municipality[i], sample.ageClass[i])) },
    { variable: number(weight, 'Weegfactor voor vragen van de GGD', 'F12.4'), values: sample.weight },
    ...(sixItemsFrom !== null && year >= sixItemsFrom
      ? SCALES.djg6.items.map(item => ({
          variable: itemVariable(item.number - 1),
          values: answers[item.number - 1],
        }))
      : [...answers.map((values, k) => ({ variable: itemVariable(k), values })), ...scoreColumns(totals)]),
  ]
}

function scoreColumns(totals: Float64Array): DemoColumn[] {
  return [
    { variable: TOTAL, values: totals },
    { variable: CATEGORY, values: totals.map(categoryOf) },
    { variable: IS_LONELY, values: totals.map(total => classOf(total, LONELY)) },
    { variable: IS_SEVERE, values: totals.map(severeOf) },
  ]
}

/** Weight and sex have other names in each year. */
const YEARLY_NAMES: Readonly<Record<number, readonly [weight: string, sex: string]>> = {
  2012: ['weegfactor3', 'AGGSA202'],
  2016: ['ewGGD', 'geslacht'],
  2020: ['ewGGDkern', 'AGGSA202'],
}

const UNKNOWN_LABEL = 'onbekend'

const AGE_VARIABLE = labelled('Lftcat5', 'Leeftijd in vijf groepen', {
  1: '18-34',
  2: '35-49',
  3: '50-64',
  4: '65-74',
  5: '75 en ouder',
})

const MUNICIPALITY = labelled(
  'Gemeentecode',
  'Gemeente (verzonnen)',
  Object.fromEntries(
    DEMO_MUNICIPALITIES.map(({ name }, m) => [FIRST_MUNICIPALITY + m, `${name} (synthetisch)`]),
  ),
)

const STRATUM = labelled(
  'PrimaireEenheid',
  'Stratum van de steekproef (verzonnen)',
  Object.fromEntries(
    DEMO_MUNICIPALITIES.flatMap(({ name }, m) =>
      AGE_CLASSES.map(({ from, to }, ageClass) => [
        stratumOf(m, ageClass),
        `${name}, ${to === null ? `${from} en ouder` : `${from}-${to - 1}`}`,
      ]),
    ),
  ),
)

const TOTAL = labelled('GGEES203', 'Eenzaamheid: totaalscore', { 99: UNKNOWN_LABEL }, [UNKNOWN_SCORE])

const CATEGORY = labelled(
  'GGEES208',
  'Eenzaamheid in vier klassen',
  { 0: 'niet', 1: 'matig', 2: 'ernstig', 3: 'zeer ernstig', 9: UNKNOWN_LABEL },
  [UNKNOWN_CLASS],
)

const IS_LONELY = labelled('GGEES217', 'Is eenzaam', { 0: 'nee', 1: 'ja', 9: UNKNOWN_LABEL }, [UNKNOWN_CLASS])

const IS_SEVERE = labelled(
  'GGEES209',
  'Is (zeer) ernstig eenzaam',
  { 0: 'nee', 1: 'ja', 8: 'niet van toepassing', 9: UNKNOWN_LABEL },
  [NOT_APPLICABLE, UNKNOWN_CLASS],
)

function itemVariable(k: number): Variable {
  const { number: item, label } = ITEMS[k]
  const labels = { 1: 'ja', 2: 'min of meer', 3: 'nee', 9: UNKNOWN_LABEL }
  return labelled(`GGEEB${200 + item}`, `Eenzaamheid ${item}: ${label.nl}`, labels, [UNKNOWN_CLASS])
}

function labelled(
  name: string,
  label: string,
  labels: Readonly<Record<number, string>>,
  missing: readonly number[] = [],
): Variable {
  const pairs = Object.entries(labels).map(([value, text]) => [Number(value), text] as const)
  return entry(name, label, pairs, codes(...missing))
}

/** Strata are numbered from 1, municipality by municipality. */
function stratumOf(municipality: number, ageClass: number): number {
  return municipality * AGE_CLASSES.length + ageClass + 1
}

function ageGroup(age: number): number {
  return [35, 50, 65, 75].filter(from => age >= from).length + 1
}

function categoryOf(total: number): number {
  if (total === UNKNOWN_SCORE) return UNKNOWN_CLASS
  return [LONELY, SEVERE, VERY_SEVERE ?? Infinity].filter(from => total >= from).length
}

function classOf(total: number, cutoff: number): number {
  if (total === UNKNOWN_SCORE) return UNKNOWN_CLASS
  return total >= cutoff ? 1 : 0
}

/** Not applicable to those who are not lonely at all. */
function severeOf(total: number): number {
  return total < LONELY ? NOT_APPLICABLE : classOf(total, SEVERE)
}
