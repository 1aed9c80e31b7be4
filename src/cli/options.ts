/** Options that several commands share, each described once. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { FORMATS, type Format } from './print-table.ts'

export interface DataOptions {
  readonly source?: string
  readonly wave?: string[]
  readonly fieldwork?: string[]
  readonly column?: string[]
  readonly code?: string[]
  readonly by?: string[]
  readonly scale?: string
  readonly missingRule?: string
  readonly decimal?: string
  readonly encoding?: string
}

export interface EngineOptions {
  readonly threads?: number
  readonly memory?: string
}

export interface FormatOption {
  readonly format: Format
}

export function addCommonOptions(program: Command): void {
  program
    .option('--quiet', 'print results and errors only')
    .option('--verbose', 'say what is done and how long it takes')
    .option('--debug', 'show where an error came from')
    .option('--no-color', 'print without colours')
}

export function formatOption(what: string): Option {
  return new Option('--format <form>', `print ${what} as`).choices(FORMATS).default('table')
}

/** How a data file is to be read, where no study file says it. */
export function readingOptions(): Option[] {
  return [
    new Option(
      '--source <name>',
      'study the files belong to: gezondheidsmonitor, microdata, or a name of your own',
    ),
    repeatable('--wave <name>', 'wave of the files, such as 2022'),
    repeatable('--column <canonical=actual>', 'which column is which, such as item1=v1; repeatable'),
    repeatable(
      '--code <meaning=codes>',
      'what the codes mean: yes=1, moreOrLess=2, no=3, missing=8,9, male=1, female=2; repeatable',
    ),
    new Option('--scale <scale>', 'De Jong Gierveld scale of 11 or 6 items: djg11 or djg6'),
    new Option('--missing-rule <rule>', 'items that may be missing: manual, lasa-one, lasa-two or complete'),
    ...dialectOptions(),
  ]
}

/** How a text file is written, where it is in doubt. */
export function dialectOptions(): Option[] {
  return [
    new Option('--decimal <mark>', 'decimal mark of a CSV file in doubt').choices(['point', 'comma']),
    new Option('--encoding <name>', 'character encoding of a file in doubt, such as windows-1252'),
  ]
}

export function engineOptions(): Option[] {
  return [
    new Option('--threads <n>', 'processor cores to use; never changes a figure').argParser(wholeNumber),
    new Option('--memory <size>', 'memory to use at most, such as 800MB or 2GB'),
  ]
}

/** Accepted so that scripts need not know which version draws; nothing is drawn at random yet. */
export function seedOption(): Option {
  return new Option('--seed <n>', 'seed of random draws; this version draws none').argParser(wholeNumber)
}

export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, earlier: string[] | undefined) => [
    ...(earlier ?? []),
    value,
  ])
}

export function addOptions(command: Command, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option)
  return command
}

export function languageOption(what: string): Option {
  return new Option('--lang <nl,en>', what).argParser(languages)
}

export function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('Write a whole number.')
  return number
}

function languages(text: string): ('nl' | 'en')[] {
  return text.split(',').map(language => {
    if (language === 'nl' || language === 'en') return language
    throw new InvalidArgumentError('Choose from nl, en or nl,en.')
  })
}

/** What the data options say, in the words of the study file. */
export function flagsOf(options: DataOptions) {
  return {
    source: options.source,
    waves: options.wave ?? [],
    fieldwork: options.fieldwork,
    columns: options.column,
    codes: options.code,
    by: options.by,
    scale: options.scale,
    missingRule: options.missingRule,
    decimal: options.decimal,
    encoding: options.encoding,
  }
}

/** Only the engine options that were given. */
export function engineOf({ threads, memory }: EngineOptions): EngineOptions {
  return { ...(threads === undefined ? {} : { threads }), ...(memory === undefined ? {} : { memory }) }
}
