/** `ejz inspect`: what a file holds. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import {
  addOptions,
  dialectOptions,
  type EngineOptions,
  engineOf,
  engineOptions,
  type FormatOption,
  formatOption,
} from './options.ts'
import type { Run } from './run.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface InspectOptions extends CommonOptions, EngineOptions, FormatOption {
  readonly decimal?: 'point' | 'comma'
  readonly encoding?: string
}

export function addInspect(program: Command, run: Run): void {
  const command = program
    .command('inspect')
    .summary('show what a file holds')
    .description(DESCRIPTION)
    .argument(
      '<file>',
      'data file (.sav, .zsav, .csv, .parquet), table of StatLine (CSV, JSON, zip, folder), GeoJSON, or folder of LASA',
    )
    .addOption(formatOption('the variables'))
  addOptions(command, [...dialectOptions(), ...engineOptions()])
  command.addHelpText('after', EXAMPLES).action(async (file: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<InspectOptions>()
    await inspectCommand(file, options, await run.open(options))
  })
}

const DESCRIPTION =
  'Show what a file holds, told by its content. Survey data: name, label, type, value labels and missing codes of each variable, and how many values it has and lacks. A table of CBS or RIVM: dimensions, topics, units, periods, and what is missing or provisional. Prints no respondent.'

const EXAMPLES = `
Examples:
  $ ejz inspect gm2022.sav
  $ ejz inspect 85766NED.zip
  $ ejz inspect survey.csv --format md`

async function inspectCommand(path: string, options: InspectOptions, terminal: Terminal): Promise<void> {
  const [{ inspect }, { printInspection }, { printWarnings }, { startProgress }] = await Promise.all([
    import('../pipeline/inspect.ts'),
    import('./print-inspection.ts'),
    import('./print-warnings.ts'),
    import('./progress.ts'),
  ])
  const progress = startProgress(terminal)
  progress.stage(`reading ${path}`)
  const found = await inspect(resolve(terminal.cwd, path), {
    ...engineOf(options),
    decimal: options.decimal ?? null,
    encoding: options.encoding ?? null,
  }).finally(progress.done)
  printWarnings(found.warnings, terminal)
  await printInspection(found, options.format, terminal)
}
