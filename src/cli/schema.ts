/** `ejz schema`: the JSON Schema of the study file or of the results. */
import { Argument, type Command } from 'commander'
import { SCHEMA_NAMES, type SchemaName } from '../pipeline/schema.ts'
import type { Run } from './run.ts'
import type { CommonOptions } from './terminal.ts'

export function addSchema(program: Command, run: Run): void {
  program
    .command('schema')
    .summary('print the JSON Schema of the study file or of the results')
    .description(
      'Print a JSON Schema (draft 2020-12): for an editor that completes and checks a study file, or for a program that reads results.json.',
    )
    .addArgument(new Argument('[name]', 'which one').choices(SCHEMA_NAMES).default('study'))
    .addHelpText('after', EXAMPLES)
    .action(async (name: SchemaName, _: unknown, self: Command) => {
      const { out } = await run.open(self.optsWithGlobals<CommonOptions>())
      const { jsonSchema } = await import('../pipeline/schema.ts')
      out.line(JSON.stringify(await jsonSchema(name), null, 2))
    })
}

const EXAMPLES = `
Examples:
  $ ejz schema study > study.schema.json
  $ ejz schema results`
