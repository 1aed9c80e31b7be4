/** `ejz analyse`: from study file or data files to results and report. */
import { relative } from 'node:path'
import type { Command } from 'commander'
import type { Language, Study } from '../core/study.ts'
import { type Delivery, deliver, prepare } from './deliver.ts'
import {
  addOptions,
  type DataOptions,
  type EngineOptions,
  engineOf,
  engineOptions,
  type FormatOption,
  flagsOf,
  formatOption,
  languageOption,
  readingOptions,
  repeatable,
  seedOption,
} from './options.ts'
import type { Run } from './run.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface AnalyseOptions extends CommonOptions, DataOptions, EngineOptions, FormatOption {
  readonly out?: string
  readonly lang?: readonly Language[]
  readonly report: boolean
  readonly strict?: boolean
  readonly check?: boolean
  readonly dryRun?: boolean
}

export function addAnalyse(program: Command, run: Run): void {
  const command = program
    .command('analyse')
    .summary('analyse a study: figures, trend break and report')
    .description(DESCRIPTION)
    .argument('[input...]', 'a study file (default: ejz.yaml here or in a folder above), or data files')
    .option('-o, --out <folder>', 'folder for the results (default: what the study file says)')
    .option('--no-report', 'leave out the report')
    .option('--strict', 'refuse where a doubt about the data would only be warned of')
    .option('--check', 'compare with what lies in the folder; write nothing')
    .option('--dry-run', 'analyse and print, write nothing')
    .addOption(languageOption('languages of the report, the first one leading (default: nl,en)'))
    .addOption(formatOption('the summary'))
  addOptions(command, [...engineOptions(), seedOption()])
  command.optionsGroup('Without a study file:')
  addOptions(command, [
    ...readingOptions(),
    repeatable(
      '--fieldwork <from..to>',
      'first and last day, such as 2022-09-12..2022-12-18 (default: the year --wave names)',
    ),
    repeatable('--by <tables>', 'tables, such as sex,age or age:sex for a crossing; repeatable'),
  ])
  command.addHelpText('after', EXAMPLES).action(async (inputs: string[], _: unknown, self: Command) => {
    const options = self.optsWithGlobals<AnalyseOptions>()
    await analyseCommand(inputs, options, await run.open(options))
  })
}

const DESCRIPTION =
  'Analyse a study and write its results: figures with intervals, changes, trend break, tables, charts and a report.'

const EXAMPLES = `
Examples:
  $ ejz analyse                                   the study file ejz.yaml
  $ ejz analyse study.yaml -o reports/2024        another study file and folder
  $ ejz analyse study.yaml --check                has a figure moved? (exit code 4)
  $ ejz analyse gm2022.sav --source gezondheidsmonitor --wave 2022
  $ ejz analyse x.csv --source my-survey --wave 2024 \\
      --column item1=v1 --code yes=1 --code no=3`

async function analyseCommand(
  inputs: readonly string[],
  options: AnalyseOptions,
  terminal: Terminal,
): Promise<void> {
  const { loadStudy, remarks } = await import('../pipeline/load-study.ts')
  const study = await loadStudy({
    cwd: terminal.cwd,
    inputs,
    flags: flagsOf(options),
    out: options.out,
    language: options.lang?.[0],
  })
  const told = { fieldwork: options.fieldwork !== undefined }
  if (!terminal.quiet) for (const remark of remarks(study, told)) terminal.err.line(`note: ${remark}`)
  const [{ analyse }, { startProgress }, { printWarnings }, { printSummary }] = await Promise.all([
    import('../pipeline/analyse.ts'),
    import('./progress.ts'),
    import('./print-warnings.ts'),
    import('./print-summary.ts'),
  ])
  const progress = startProgress(terminal)
  try {
    const delivery = deliveryOf(study, options)
    const analysis = await analyse(study, {
      ...engineOf(options),
      strict: options.strict === true,
      onProgress: progress.stage,
      whileScanning: () => prepare(delivery),
    })
    progress.stage('writing')
    await deliver(analysis, delivery)
    progress.done()
    printWarnings(analysis.results.warnings, terminal)
    await printSummary(analysis.results, options.format, terminal)
    conclude(study, options, terminal)
  } finally {
    progress.done()
  }
}

function deliveryOf(study: Study, options: AnalyseOptions): Delivery {
  const other = study.language === 'nl' ? 'en' : 'nl'
  return {
    out: study.output,
    report: options.report,
    languages: options.lang ?? [study.language, other],
    mode: options.check === true ? 'check' : options.dryRun === true ? 'dry-run' : 'write',
  }
}

function conclude({ output }: Study, options: AnalyseOptions, { err, cwd, quiet }: Terminal): void {
  if (quiet) return
  const place = relative(cwd, output) || '.'
  if (options.check === true) err.line(err.colour.green(`${place} is up to date`))
  else if (options.dryRun === true) err.line(`dry run: nothing was written to ${place}`)
  else
    err.line(
      `results in ${err.colour.bold(place)}${options.report ? '; open the report there in a browser' : ''}`,
    )
}
