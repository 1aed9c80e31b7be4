/** `ejz demo`: an example study with invented data, analysed. */
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { deliver } from './deliver.ts'
import { type EngineOptions, engineOf } from './options.ts'
import type { Run } from './run.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface DemoOptions extends CommonOptions, EngineOptions {
  readonly report: boolean
}

export function addDemo(program: Command, run: Run): void {
  program
    .command('demo')
    .summary('make an example study with invented data, and its report')
    .description(DESCRIPTION)
    .argument('[folder]', 'folder to make', 'ejz-demo')
    .option('--no-report', 'leave out the report')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<DemoOptions>()
      await demoCommand(folder, options, await run.open(options))
    })
}

const DESCRIPTION =
  'Make an example: invented data of four studies in the forms in which they are delivered (SPSS files, a StatLine table, CSV), their study file, and everything ejz makes of them. No real respondent is in it.'

const EXAMPLES = `
Examples:
  $ ejz demo
  $ ejz demo my-folder`

async function demoCommand(folder: string, options: DemoOptions, terminal: Terminal): Promise<void> {
  const [{ demo }, { startProgress }, { printSummary }] = await Promise.all([
    import('../pipeline/demo.ts'),
    import('./progress.ts'),
    import('./print-summary.ts'),
  ])
  const place = resolve(terminal.cwd, folder)
  const progress = startProgress(terminal)
  try {
    const analysis = await demo(place, { ...engineOf(options), onProgress: progress.stage })
    const { output, language } = analysis.study
    progress.stage('writing')
    await deliver(analysis, { out: output, report: options.report, languages: ['nl', 'en'], mode: 'write' })
    progress.done()
    await printSummary(analysis.results, 'table', terminal)
    if (!terminal.quiet) printNextSteps({ place, output, language }, options, terminal)
  } finally {
    progress.done()
  }
}

interface Made {
  readonly place: string
  readonly output: string
  readonly language: string
}

function printNextSteps(
  { place, output, language }: Made,
  { report }: DemoOptions,
  { err, cwd }: Terminal,
): void {
  const near = (path: string) => relative(cwd, path) || '.'
  err.line()
  if (report) err.line(`report      ${near(output)}/report.${language}.html (open it in a browser)`)
  err.line(`study file  ${near(place)}/ejz.yaml (change it, then: ejz analyse ${near(place)}/ejz.yaml)`)
}
