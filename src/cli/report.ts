/** `ejz report`: renders the report again from the results of an analysis. */
import { join, relative, resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { EjzError } from '../core/error.ts'
import type { Language } from '../core/study.ts'
import { languageOption } from './options.ts'
import type { Run } from './run.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface ReportOptions extends CommonOptions {
  readonly format: 'html'
  readonly lang?: readonly Language[]
  readonly out?: string
}

export function addReport(program: Command, run: Run): void {
  program
    .command('report')
    .summary('render the report again from results')
    .description('Render the report again from the results of an analysis, without the data.')
    .argument('[results]', 'folder of an analysis, or its results.json (default: the folder of ejz.yaml)')
    .option('-o, --out <folder>', 'folder for the report (default: beside the results)')
    .addOption(new Option('--format <form>', 'form of the report: html').argParser(formatOf).default('html'))
    .addOption(languageOption('languages of the report (default: nl,en)'))
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<ReportOptions>()
      await reportCommand(path, options, await run.open(options))
    })
}

const EXAMPLES = `
Examples:
  $ ejz report reports/2022
  $ ejz report reports/2022/results.json --lang en -o web`

const TO_COME = ['pdf', 'xlsx', 'ods', 'md']

function formatOf(text: string): 'html' {
  if (text === 'html') return text
  if (text.split(',').some(form => TO_COME.includes(form))) {
    throw new EjzError(
      'not-yet',
      `reports cannot be written as ${text} yet`,
      'leave out --format: html',
      'usage',
    )
  }
  throw new InvalidArgumentError('Choose html.')
}

async function reportCommand(
  path: string | undefined,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const [{ report }, { requestedStudy }] = await Promise.all([
    import('../pipeline/report.ts'),
    import('../pipeline/load-study.ts'),
  ])
  const { cwd, err, quiet } = terminal
  const source = path ?? (await requestedStudy({ cwd, inputs: [], flags: { waves: [] } })).output
  const made = await report({
    path: resolve(cwd, source),
    out: options.out === undefined ? null : resolve(cwd, options.out),
    languages: options.lang ?? ['nl', 'en'],
  })
  if (quiet) return
  for (const name of made.reports)
    err.line(`report in ${err.colour.bold(relative(cwd, join(made.folder, name)))}`)
}
