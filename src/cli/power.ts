/** `ejz power`: what a design can find, and how many respondents a break needs. */
import type { Command } from 'commander'
import { EjzError } from '../core/error.ts'
import type { PowerPlan } from '../pipeline/power-plan.ts'
import {
  addOptions,
  type EngineOptions,
  engineOf,
  engineOptions,
  type FormatOption,
  formatOption,
} from './options.ts'
import { designOptions, type PlanOptions, planOf, questionOptions } from './power-options.ts'
import type { Run } from './run.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface PowerOptions extends CommonOptions, EngineOptions, FormatOption, PlanOptions {}

export function addPower(program: Command, run: Run): void {
  const command = program
    .command('power')
    .summary('plan: the smallest break a design finds, or the respondents a break needs')
    .description(DESCRIPTION)
    .argument(
      '[study]',
      'a study file: what each of its series can find, by its own numbers and design effects',
    )
    .addOption(formatOption('what can be found'))
  addOptions(command, engineOptions())
  command.optionsGroup('The design, without a study file:')
  addOptions(command, designOptions())
  command.optionsGroup('What is asked of it:')
  addOptions(command, questionOptions())
  command
    .addHelpText('after', EXAMPLES)
    .action(async (study: string | undefined, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<PowerOptions>()
      await powerCommand(study, options, await run.open(options))
    })
}

const DESCRIPTION =
  'What a design can find before anything is found: the smallest break, the smallest change since the last wave before the programme, the smallest margin within which no break could be shown. Or the other way round: the respondents in each wave for a break of a given size. Proportions from 0 to 1 (0.02 = two percentage points). Nothing is written.'

const EXAMPLES = `
Examples:
  $ ejz power --years 2012.8,2016.8,2020.8 --n 45000,60000,65000 \\
      --deff 1.8 --prevalence 0.55
  $ ejz power --years 2012.8,2016.8,2020.8 --deff 1.8 --tau 0 --mdb 0.02,0.03,0.05
  $ ejz power --years 2012,2015.9,2020.2 --n 400 --rho 0.6 --simulate
  $ ejz power study.yaml --format csv`

async function powerCommand(
  study: string | undefined,
  options: PowerOptions,
  terminal: Terminal,
): Promise<void> {
  const plan = planOf(options)
  const told = Object.keys(plan)
  if (study === undefined && told.length > 0) return planned(plan, options, terminal)
  if (told.length === 0) return ofStudy(study, options, terminal)
  throw new EjzError(
    'power-study-and-design',
    'a study file brings its own design: no options of a design can be added',
    'leave out the study file, or the options; margin, τ and α stand under `decision` in the study file',
    'usage',
  )
}

async function planned(
  plan: Partial<PowerPlan>,
  { format }: PowerOptions,
  terminal: Terminal,
): Promise<void> {
  const [{ planPower }, { completePlan }, { plannedRow, printPower }, { startProgress }] = await Promise.all([
    import('../pipeline/power-plan.ts'),
    import('../pipeline/power-defaults.ts'),
    import('./print-power.ts'),
    import('./progress.ts'),
  ])
  const progress = startProgress(terminal)
  const onProgress = (share: number) => progress.stage(`simulating ${Math.round(100 * share)} %`)
  try {
    const rows = planPower({ ...completePlan(plan), onProgress })
    progress.done()
    await printPower(rows.map(plannedRow), format, terminal)
  } finally {
    progress.done()
  }
}

async function ofStudy(study: string | undefined, options: PowerOptions, terminal: Terminal): Promise<void> {
  const [{ loadStudy }, { analyse }, { printPower, seriesRow }, { startProgress }] = await Promise.all([
    import('../pipeline/load-study.ts'),
    import('../pipeline/analyse.ts'),
    import('./print-power.ts'),
    import('./progress.ts'),
  ])
  const inputs = study === undefined ? [] : [study]
  const loaded = await loadStudy({ cwd: terminal.cwd, inputs, flags: { waves: [] } })
  const progress = startProgress(terminal)
  const { results } = await analyse(loaded, { ...engineOf(options), onProgress: progress.stage }).finally(
    progress.done,
  )
  await printPower(results.power.map(seriesRow), options.format, terminal)
}
