/** The page that goes with the demo data: that they are synthetic, how they were made, what they reach. */
import { SCALES } from '../scale/scale.ts'
import type { LasaDemo } from './demo-lasa.ts'
import type { NivelWave } from './demo-nivel.ts'
import type { DemoWave } from './demo-respondents.ts'
import { AGE_CLASSES, DEMO_MUNICIPALITIES } from './demo-sample.ts'
import type { DemoFigure } from './demo-scenario.ts'
import { shareReached } from './demo-score.ts'
import { CBS_FILE } from './demo-study.ts'

const { lonely: LONELY, severe: SEVERE } = SCALES.djg11.cutoffs

export interface DemoParts {
  readonly waves: readonly DemoWave[]
  readonly lasa: LasaDemo
  readonly nivel: readonly NivelWave[]
  /** of the table of CBS */
  readonly years: readonly number[]
}

export function demoReadme(seed: number, { waves, lasa, nivel, years }: DemoParts): string {
  const [first] = waves
  return `# SYNTHETISCH / SYNTHETIC: the demo study

No real respondents. Every person, answer, weight, stratum, municipality and percentage in these files was
made by a program; only the national figures marked *published* below are real, and they are aimed at, not measured.
Nothing may be concluded from these data about anybody or about any year. The four studies are those of Tabel 1,
each in the form in which it is delivered.

| file | what |
|---|---|
| \`ejz.yaml\` | the study file: all four studies, and a wave that is still to come |
${waves.map(({ targets, sample }) => `| \`gm${targets.year}.sav\` | wave ${targets.year}: ${sample.age.length} synthetic respondents of ${targets.adultFrom} and older, in the form of the Gezondheidsmonitor of that year |`).join('\n')}
| \`lasa/\` | ${lasa.files.length} .sav files with the names, variables and codes of LASA: items (073), LASA's own scores (273), telephone interviews (712), background (Z004, Z008, Z052); ${lasa.people.length} synthetic people followed from F to J |
| \`${CBS_FILE}\` | a table in the form of CBS StatLine 85766NED (OData v3, typed) for ${years.join(', ')} |
| \`nivel/\` | ${nivel.map(({ year }) => year).join(', ')}: CSV as Dutch Excel writes it, ${nivel[0].n} synthetic people a wave, the same ones where they stayed |
| \`study.schema.json\` | what may stand in a study file, for editors |
| \`generate.js\` | in the project only: makes all of these (\`npm run demo:data\`) |

## How they were made

Seed ${seed}; the same seed gives the same bytes.

${howTheyWereMade(first.targets.year)}
## Aimed at and reached

Percentages of people with a valid total score; lonely from ${LONELY}, severely lonely from ${SEVERE}.

| wave | people | measure | aimed at | origin | reached |
|---|---|---|---:|---|---:|
${waves.flatMap(rowsOf).join('\n')}

LASA and Nivel: lonely people of 75 and older, unweighted, all of it invented; LASA from 3 of 11 items, Nivel from
2 of 6.

| study | wave | people interviewed | of 75+ | aimed at | reached |
|---|---|---:|---:|---:|---:|
${[
  ...lasa.reached.map(wave => panelRow('LASA', wave.wave, wave)),
  ...nivel.map(wave => panelRow('Nivel', String(wave.year), wave)),
].join('\n')}
`
}

function howTheyWereMade(firstYear: number): string {
  return `**Gezondheidsmonitor.** For each wave:

1. **Sample.** Strata are ${DEMO_MUNICIPALITIES.length} invented municipalities × ${AGE_CLASSES.length} age classes (${classSizes()} respondents).
   Age and sex are drawn from the population of the Netherlands on 1 January, less an invented share that
   does not live in a private household (0.5 % below 75, rising to 45 % at 95).
2. **Weights.** Persons per respondent by stratum, calibrated to age band × sex. The municipalities stand for the
   whole country, so that weights add up to its inhabitants in private households.
3. **Answers.** A graded response model with two correlated traits, emotional and social; effects of age, sex and
   municipality; about 2 % of the answers missing, as code 9 or blank. Mean and spread of the trait are solved per
   age class until the weighted figures are those of the table. Between the age classes, sexes and municipalities
   everything else is what the model happens to give.

The age classes below 75 are given one figure. The figures of people of 75 and older in ${firstYear} are
**invented**: none was published; so are the others that the table calls so.

**LASA.** Three samples (born 1908-1937, 1938-1947 and 1948-1957) that grow older, drop out, the lonelier sooner, and
die. The same response model with traits that last: 84 % of the variance of a trait belongs to the person, the rest to
the interview; the trait rises with age by 0.04 standard deviations a year. The mean of each wave is solved until the
people of 75 and older who answered eleven items reach the figure of the table. A few interviews were broken off
(-3), refused (-4) or held by telephone (H and J, six items) or proxy (F, scores only). The codes of municipalities are
invented. The prevalences lie near those published of LASA (27 % before, 23 % later), which rest on other items.

**CBS.** Degrees of loneliness by sex and age with 95 % intervals, near those CBS published and invented all the same.
Only the code of *sterk eenzaam* was seen in a publication; those of the other two degrees are guesses.

**Nivel.** Six items; people of 65 and older who leave and are replaced. Nivel's own names of variables are not public:
those here are invented.
`
}

function panelRow(study: string, wave: string, { n, from75, aim, reached }: PanelWave): string {
  return `| ${study} | ${wave} | ${n} | ${from75} | ${percent(aim, 1)} | ${percent(reached, 2)} |`
}

type PanelWave = Pick<NivelWave, 'n' | 'from75' | 'aim' | 'reached'>

function classSizes(): string {
  return AGE_CLASSES.map(
    ({ from, to, records }) => `${from}${to === null ? '+' : `-${to - 1}`}: ${records}`,
  ).join(', ')
}

function rowsOf(wave: DemoWave): string[] {
  const { targets } = wave
  return (
    [
      [`${targets.adultFrom}+`, 'adults', targets.adultFrom],
      ['75+', 'from75', 75],
      ['85+', 'from85', 85],
    ] as const
  ).flatMap(([people, group, ageFrom]) => [
    rowOf(wave, people, 'lonely', targets.lonely[group], shareReached(wave, ageFrom, LONELY)),
    rowOf(wave, people, 'severely lonely', targets.severe[group], shareReached(wave, ageFrom, SEVERE)),
  ])
}

function rowOf(
  { targets }: DemoWave,
  people: string,
  measure: string,
  aim: DemoFigure,
  reached: number,
): string {
  return `| ${targets.year} | ${people} | ${measure} | ${percent(aim.value, 1)} | ${aim.origin} | ${percent(reached, 2)} |`
}

function percent(share: number, digits: number): string {
  return (100 * share).toFixed(digits)
}
