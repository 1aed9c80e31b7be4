/** `ejz score`: one row per respondent with item recodes, scores and categories. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import {
  addOptions,
  type DataOptions,
  type EngineOptions,
  engineOf,
  engineOptions,
  flagsOf,
  readingOptions,
} from './options.ts'
import type { Run } from './run.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

interface ScoreOptions extends CommonOptions, DataOptions, EngineOptions {
  readonly out: string
  readonly format?: string
  readonly strict?: boolean
  readonly scoresOnly?: boolean
}

export function addScore(program: Command, run: Run): void {
  const command = program
    .command('score')
    .summary('score the loneliness scale: one row per respondent')
    .description(DESCRIPTION)
    .argument('<input...>', 'data files of one wave, or a study file')
    .requiredOption('-o, --out <file>', 'file for the scores, such as scores.csv; never a file of the data')
    .option('--format <form>', 'form of that file, where its name does not tell: csv, parquet, sav or xlsx')
    .option(
      '--scores-only',
      'from .sav to .sav: write the scores alone, not behind the variables of the file',
    )
    .option('--strict', 'refuse where a doubt about the data would only be warned of')
  addOptions(command, engineOptions())
  command.optionsGroup('Which column and code is which:')
  addOptions(command, readingOptions())
  command.addHelpText('after', EXAMPLES).action(async (inputs: string[], _: unknown, self: Command) => {
    const options = self.optsWithGlobals<ScoreOptions>()
    await scoreCommand(inputs, options, await run.open(options))
  })
}

const DESCRIPTION =
  'Score the De Jong Gierveld scale: item answers (0 = not lonely, 1 = lonely), total, emotional and social score and category for each respondent, of 11 and of 6 items. An answer with a code that nobody declared is missing, counted and reported. Scoring one SPSS file to another .sav gives the file back as it was, with its labels, missing codes and weight, and the scores behind it as ejz_total11 and so on, labelled in Dutch.'

const EXAMPLES = `
Examples:
  $ ejz score gm2022.sav --source gezondheidsmonitor -o scores.csv
  $ ejz score gm2022.sav --source gezondheidsmonitor -o gm2022-scored.sav
  $ ejz score x.csv -o scores.parquet --column item1=v1 \\
      --code yes=3 --code moreOrLess=2 --code no=1
  $ ejz score study.yaml --wave 2022 -o scores.xlsx`

async function scoreCommand(
  inputs: readonly string[],
  options: ScoreOptions,
  terminal: Terminal,
): Promise<void> {
  const [{ loadWave }, { score }, { printWarnings }, { startProgress }] = await Promise.all([
    import('../pipeline/load-study.ts'),
    import('../pipeline/score.ts'),
    import('./print-warnings.ts'),
    import('./progress.ts'),
  ])
  const wave = await loadWave({ cwd: terminal.cwd, inputs, flags: flagsOf(options) })
  const progress = startProgress(terminal)
  progress.stage(`scoring ${wave.files.length === 1 ? wave.files[0] : `${wave.files.length} files`}`)
  const done = await score({
    wave,
    out: resolve(terminal.cwd, options.out),
    format: options.format ?? null,
    strict: options.strict === true,
    scoresOnly: options.scoresOnly === true,
    engine: engineOf(options),
  }).finally(progress.done)
  printWarnings(done.warnings, terminal)
  if (!terminal.quiet)
    terminal.err.line(`${done.rows} respondents, ${done.valid} with a valid total: ${options.out}`)
}
