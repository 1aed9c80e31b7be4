/** `ejz check`: everything that is wrong with study file and data, at once; analyses nothing. */
import type { Command } from 'commander'
import { EjzError } from '../core/error.ts'
import type { RegisterEntry } from '../core/results.ts'
import type { CheckedFile } from '../pipeline/check.ts'
import {
  addOptions,
  type DataOptions,
  type EngineOptions,
  engineOf,
  engineOptions,
  type FormatOption,
  flagsOf,
  formatOption,
  readingOptions,
  repeatable,
} from './options.ts'
import type { Column } from './print-table.ts'
import type { Run } from './run.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface CheckOptions extends CommonOptions, DataOptions, EngineOptions, FormatOption {
  readonly strict?: boolean
}

export function addCheck(program: Command, run: Run): void {
  const command = program
    .command('check')
    .summary('find everything that is wrong with a study and its data')
    .description(DESCRIPTION)
    .argument('[input...]', 'a study file (default: ejz.yaml here or in a folder above), or data files')
    .option('--strict', 'refuse where a doubt about the data would only be warned of')
    .addOption(formatOption('what was found in the files'))
  addOptions(command, engineOptions())
  command.optionsGroup('Without a study file:')
  addOptions(command, [
    ...readingOptions(),
    repeatable('--by <tables>', 'tables, such as sex,age; repeatable'),
  ])
  command.addHelpText('after', EXAMPLES).action(async (inputs: string[], _: unknown, self: Command) => {
    const options = self.optsWithGlobals<CheckOptions>()
    await checkCommand(inputs, options, await run.open(options))
  })
}

const DESCRIPTION =
  'Read study file and data, and report everything that is wrong with them: mistakes in the study file, missing columns, codes that nobody declared, unusable weights, implausible ages. Nothing is analysed or written.'

const EXAMPLES = `
Examples:
  $ ejz check
  $ ejz check study.yaml --strict
  $ ejz check gm2022.sav --source gezondheidsmonitor --wave 2022`

/** A file that was read, or a wave that is still to come. */
interface Row extends Omit<CheckedFile, 'name'> {
  readonly name: string | null
  readonly status: RegisterEntry['status']
  readonly expected: string | null
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'source', title: 'source', value: file => file.source, only: 'programs' },
  { key: 'wave', title: 'wave', value: file => file.wave, only: 'programs' },
  { key: 'sourceWave', title: 'wave', value: file => `${file.source} ${file.wave}`, only: 'people' },
  { key: 'file', title: 'file', value: file => file.name, text: fileOrDay },
  { key: 'format', title: 'format', value: file => file.format, only: 'programs' },
  { key: 'records', title: 'records', align: 'right', value: file => file.records },
  { key: 'weight', title: 'weight', value: file => file.weight, only: 'programs' },
  { key: 'stratum', title: 'stratum', value: file => file.stratum, only: 'programs' },
  { key: 'design', title: 'weight and stratum', value: design, only: 'people', wraps: true },
  { key: 'problems', title: 'errors', align: 'right', value: file => file.problems },
  { key: 'warnings', title: 'warnings', align: 'right', value: file => file.warnings },
  { key: 'status', title: 'status', value: file => file.status, only: 'programs' },
  { key: 'expected', title: 'expected', value: file => file.expected, only: 'programs' },
]

function fileOrDay({ name, status, expected }: Row): string {
  if (name !== null) return name
  return status === 'overdue' ? `overdue since ${expected}` : `expected ${expected}`
}

function design({ format, weight, stratum }: Row): string {
  if (format === 'published') return 'published figures'
  return format === null ? '' : `${weight ?? 'no weight'}, ${stratum ?? 'no stratum'}`
}

async function checkCommand(
  inputs: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<void> {
  const [{ check }, { requestedStudy }, { printTable }, { printWarnings }, { startProgress }] =
    await Promise.all([
      import('../pipeline/check.ts'),
      import('../pipeline/load-study.ts'),
      import('./print-table.ts'),
      import('./print-warnings.ts'),
      import('./progress.ts'),
    ])
  const study = await requestedStudy({ cwd: terminal.cwd, inputs, flags: flagsOf(options) })
  const progress = startProgress(terminal)
  const found = await check(study, { ...engineOf(options), onProgress: progress.stage }).finally(
    progress.done,
  )
  await printTable(terminal.out, options.format, COLUMNS, [
    ...found.files.map(fileRow),
    ...found.planned.map(plannedRow),
  ])
  if (options.strict === true && found.problems.length === 0) found.refuseWarnings()
  if (!terminal.quiet) for (const note of found.notes) terminal.err.line(note)
  printWarnings(found.warnings, terminal)
  if (found.problems.length > 0) throw EjzError.of(found.problems, found.fault)
  if (!terminal.quiet) terminal.err.line(terminal.err.colour.green(verdictOf(found.warnings.length)))
}

function fileRow(file: CheckedFile): Row {
  return { ...file, status: 'available', expected: null }
}

function plannedRow({ source, wave, status, available }: RegisterEntry): Row {
  return {
    source,
    wave,
    name: null,
    status,
    expected: available,
    format: null,
    records: null,
    weight: null,
    stratum: null,
    problems: 0,
    warnings: status === 'overdue' ? 1 : 0,
  }
}

function verdictOf(warnings: number): string {
  if (warnings === 0) return 'nothing is wrong'
  return `nothing stands in the way of an analysis; ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
}
