/** The page that goes with the demo data: that they are synthetic, how they were made, what they reach. */
import { SCALES } from '../scale/scale.ts'
import type { DemoWave } from './demo-respondents.ts'
import { AGE_CLASSES, DEMO_MUNICIPALITIES } from './demo-sample.ts'
import type { DemoFigure } from './demo-scenario.ts'
import { shareReached } from './demo-score.ts'

const { lonely: LONELY, severe: SEVERE } = SCALES.djg11.cutoffs

export function demoReadme(seed: number, waves: readonly DemoWave[]): string {
  const [first] = waves
  return `# SYNTHETISCH / SYNTHETIC: the demo study

No real respondents. Every person, answer, weight, stratum and municipality in these files was made
by a program; only the national figures marked *published* below are real, and they are aimed at, not measured.
Nothing may be concluded from these data about anybody or about any year.

| file | what |
|---|---|
| \`ejz.yaml\` | the study file |
${waves.map(({ targets, sample }) => `| \`gm${targets.year}.sav\` | wave ${targets.year}: ${sample.age.length} synthetic respondents of ${targets.adultFrom} and older, in the form of the Gezondheidsmonitor of that year |`).join('\n')}
| \`study.schema.json\` | what may stand in a study file, for editors |
| \`generate.js\` | in the project only: makes all of these but \`ejz.yaml\` (\`npm run demo:data\`) |

## How they were made

Seed ${seed}; the same seed gives the same bytes. For each wave:

1. **Sample.** Strata are ${DEMO_MUNICIPALITIES.length} invented municipalities × ${AGE_CLASSES.length} age classes (${classSizes()} respondents).
   Age and sex are drawn from the population of the Netherlands on 1 January, less an invented share that
   does not live in a private household (0.5 % below 75, rising to 45 % at 95).
2. **Weights.** Persons per respondent by stratum, calibrated to age band × sex. The municipalities stand for the
   whole country, so that weights add up to its inhabitants in private households.
3. **Answers.** A graded response model with two correlated traits, emotional and social; effects of age, sex and
   municipality; about 2 % of the answers missing, as code 9 or blank. Mean and spread of the trait are solved per
   age class until the weighted figures are those of the table. Between the age classes, sexes and municipalities
   everything else is what the model happens to give.

The age classes below 75 are given one figure. The figures of people of 75 and older in ${first.targets.year} are
**invented**: none was published; so are the others that the table calls so.

## Aimed at and reached

Percentages of people with a valid total score; lonely from ${LONELY}, severely lonely from ${SEVERE}.

| wave | people | measure | aimed at | origin | reached |
|---|---|---|---:|---|---:|
${waves.flatMap(rowsOf).join('\n')}
`
}

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
