/**
 * The command line: parses it, runs the command, turns what went wrong into a message and an exit code.
 *
 * Loads only commander and small files; a command loads what it needs when it runs.
 */
import { type Argument, Command, CommanderError } from 'commander'
import { version } from '../pipeline/version.ts'
import { addAnalyse } from './analyse.ts'
import { addCheck } from './check.ts'
import { colourLevel } from './colour.ts'
import { addDemo } from './demo.ts'
import { addInspect } from './inspect.ts'
import { type Io, ignoreClosedPipes } from './io.ts'
import { addCommonOptions } from './options.ts'
import { addPower } from './power.ts'
import { addReport } from './report.ts'
import { Run } from './run.ts'
import { addSchema } from './schema.ts'
import { addScore } from './score.ts'
import { usageError } from './usage-error.ts'

export async function main(argv: readonly string[], io: Io): Promise<number> {
  ignoreClosedPipes(io)
  const run = new Run(io)
  try {
    await program(run, argv).parseAsync([...argv], { from: 'user' })
    return run.exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    return await report(error, argv, run)
  }
}

/** The whole program; also what the tests of help and README walk through. */
export function program(run: Run, argv: readonly string[] = []): Command {
  const { io } = run
  const root = new Command('ejz')
  root
    .description(DESCRIPTION)
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: text => void io.stdout.write(text),
      writeErr: text => void io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 80, 100),
      getOutHasColors: () => colourLevel(io.stdout, io.env, !argv.includes('--no-color')) > 0,
      getErrHasColors: () => colourLevel(io.stderr, io.env, !argv.includes('--no-color')) > 0,
    })
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: command => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
      styleTitle: title => `\u001b[1m${title}\u001b[22m`,
    })
    .addHelpText('after', EXAMPLES)
  addCommonOptions(root)
  for (const add of [addAnalyse, addReport, addInspect, addCheck, addScore, addPower, addDemo, addSchema])
    add(root, run)
  return root
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

const DESCRIPTION = `Has the trend of loneliness among people of 75 and older been broken?
From survey files to a Dutch trend report in one command.`

const EXAMPLES = `
Start here:
  $ ejz demo                     make an example study with invented data, and its report
  $ ejz inspect survey.sav       look at the variables of a data file
  $ ejz check study.yaml         find everything that is wrong, analyse nothing
  $ ejz analyse study.yaml       analyse, and write results and report

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 our fault,
2 wrong use or study file, 3 data rejected, 4 --check found a difference,
5 refused under --strict.`

async function report(error: unknown, argv: readonly string[], run: Run): Promise<number> {
  if (error instanceof CommanderError && error.code === 'commander.help') return 2
  const { printError } = await import('./print-error.ts')
  const terminal = await run.open({ color: !argv.includes('--no-color') })
  const known = error instanceof CommanderError ? usageError(error) : error
  return printError(known, { err: terminal.err, cwd: terminal.cwd, debug: argv.includes('--debug') })
}
