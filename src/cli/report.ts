/** `ejz report`: renders the report again from the results of an analysis. */
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Language } from '../core/study.ts'
import { languageOption } from './options.ts'
import type { Session } from './session.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface ReportOptions extends CommonOptions {
  readonly format: 'html'
  readonly lang?: readonly Language[]
  readonly out?: string
}

export function addReport(program: Command, session: Session): void {
  program
    .command('report')
    .summary('render the report again from results')
    .description('Render the report again from the results of an analysis, without the data.')
    .argument('[results]', 'folder of an analysis, or its results.json (default: the folder of ejz.yaml)')
    .option('-o, --out <folder>', 'folder for the report (default: beside the results)')
    .addOption(new Option('--format <form>', 'form of the report').choices(['html']).default('html'))
    .addOption(languageOption('languages of the report (default: nl,en)'))
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<ReportOptions>()
      await reportCommand(path, options, await session.open(options))
    })
}

const EXAMPLES = `
Examples:
  $ ejz report reports/2022
  $ ejz report reports/2022/results.json --lang en -o web`
