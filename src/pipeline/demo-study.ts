/** The study file of the demo: all four studies, each as it is delivered. */

import { NIVEL_COLUMNS, NO_ANSWER_TEXT } from './demo-nivel.ts'
import { type DemoScenario, PUBLISHED_FIGURES } from './demo-scenario.ts'

/** Stands in the second line: the mark of a demo folder. */
export const DEMO_MARK = '# ejz demo study'
export const CBS_FILE = 'cbs/85766NED_synthetisch.zip'

export function monitorFile(year: number): string {
  return `gm${year}.sav`
}

export function nivelFile(year: number): string {
  return `nivel/nivel${year}.csv`
}

export function demoStudy(scenario: DemoScenario): string {
  const last = scenario.waves.at(-1)?.year
  return `# yaml-language-server: $schema=study.schema.json
${DEMO_MARK}: synthetic data, nobody real in it. See README.md for how it was made.
title: "Trendrapportage eenzaamheid 75-plus: synthetische demo${scenarioName(scenario)}"
language: nl
output: report
target: { age: [75, null] }
bands: { target: [75, 80, 85, 90], all: [18, 35, 50, 65, 75, 85] }
by: [sex, age, [age, sex], municipality]
standard: [first-wave, nl-2020, esp2013]
primary: { source: gezondheidsmonitor, measure: lonely, wave: "${last}" }
shocks: [{ from: 2020-03-01, to: 2022-04-01, label: COVID-19 }]
planned:
  - { source: gezondheidsmonitor, wave: "2028", expected: 2029-09-01 }
waves:
${[...monitorWaves(scenario), ...lasaWaves(scenario), ...cbsWaves(scenario), ...nivelWaves(scenario)].join('\n')}
`
}

function scenarioName({ name }: DemoScenario): string {
  return name === PUBLISHED_FIGURES.name ? '' : `, scenario ${name}`
}

function monitorWaves({ waves, sixItemsFrom }: DemoScenario): string[] {
  return waves.map(({ year, fieldwork: [from, to] }) =>
    [
      '  - source: gezondheidsmonitor',
      `    wave: "${year}"`,
      `    files: [${monitorFile(year)}]`,
      `    fieldwork: [${from}, ${to}]`,
      ...(sixItemsFrom !== null && year >= sixItemsFrom ? ['    scale: djg6'] : []),
    ].join('\n'),
  )
}

/** Its files are found by their names and hold the days of the interviews. */
function lasaWaves({ lasa, sixItemsFrom }: DemoScenario): string[] {
  return Object.keys(lasa).map(wave =>
    [
      '  - source: lasa',
      `    wave: ${wave}`,
      '    folder: lasa',
      ...(sixItemsFrom !== null && wave === 'J' ? ['    scale: djg6'] : []),
    ].join('\n'),
  )
}

function cbsWaves({ cbs }: DemoScenario): string[] {
  return cbs.map(({ year }) =>
    [
      '  - source: cbs',
      `    wave: "${year}"`,
      `    published: ${CBS_FILE}`,
      `    fieldwork: [${year}-01-01, ${year}-12-31]`,
    ].join('\n'),
  )
}

function nivelWaves({ nivel }: DemoScenario): string[] {
  const columns = Object.entries(NIVEL_COLUMNS).map(([canonical, own]) => `${canonical}: ${own}`)
  return nivel.map(({ year }, wave) =>
    [
      '  - source: nivel',
      `    wave: "${year}"`,
      `    files: [${nivelFile(year)}]`,
      `    fieldwork: [${year}-09-15, ${year}-11-15]`,
      ...(wave === 0 ? ['    encoding: windows-1252'] : []),
      `    columns: { ${columns.join(', ')} }`,
      `    codes: { yes: Ja, moreOrLess: Min of meer, no: Nee, missing: ${NO_ANSWER_TEXT}, sex: { male: man, female: vrouw } }`,
    ].join('\n'),
  )
}
