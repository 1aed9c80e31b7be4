/** Runs the command line inside the test with captured streams, or as the real process. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/cli/main.ts'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly isTTY?: boolean
  readonly columns?: number
}

export async function run(
  argv: readonly string[],
  { cwd = tmpdir(), env = {}, isTTY = false, columns = 80 }: Surroundings = {},
): Promise<Ran> {
  const texts = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY,
    columns,
    write(text: string) {
      texts[name] += text
      return true
    },
  })
  const code = await main(argv, { stdout: stream('stdout'), stderr: stream('stderr'), env, cwd: () => cwd })
  return { code, ...texts }
}

export const BIN = join(import.meta.dirname, '../../bin/ejz.js')

export function runProcess(argv: readonly string[], { cwd = tmpdir(), env = {} }: Surroundings = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}

export function newFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ejz-cli-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** A wave of an invented survey: 480 people of 75 to 94 in four strata, one in ten a little less or more lonely by `shift`. */
export function surveyCsv(shift = 0): string {
  const items = Array.from({ length: 11 }, (_, i) => i + 1)
  const header = ['id', 'weight', 'stratum', 'age', 'sex', ...items.map(item => `item${item}`)]
  const rows = Array.from({ length: 480 }, (_, i) => [
    i + 1,
    1 + (i % 5) / 10,
    `s${i % 4}`,
    75 + (i % 20),
    1 + (i % 2),
    ...items.map(item => answer(item, (i * 7919 + item * 104_729) % 101, (i * i) % 53, shift)),
  ])
  return [header, ...rows].map(row => row.join(',')).join('\n')
}

/** 1 yes, 2 more or less, 3 no; the social items are lonely when denied. */
function answer(item: number, chance: number, person: number, shift: number): number {
  if (chance >= person + 4 * shift) return SOCIAL.includes(item) ? 1 : 3
  if (chance % 3 === 0) return 2
  return SOCIAL.includes(item) ? 3 : 1
}

const SOCIAL = [1, 4, 7, 8, 11]

export const CODES = [
  '--code',
  'yes=1',
  '--code',
  'moreOrLess=2',
  '--code',
  'no=3',
  '--code',
  'male=1',
  '--code',
  'female=2',
]

export const STUDY = `title: Invented survey
by: [sex, age]
output: out
disclosure: { minN: 20, minEvents: 5 }
waves:
${['2012', '2016', '2020']
  .map(
    year => `  - source: microdata
    name: invented
    wave: "${year}"
    files: [w${year}.csv]
    fieldwork: [${year}-09-01, ${year}-12-15]
    codes: { yes: [1], moreOrLess: [2], no: [3], sex: { male: 1, female: 2 } }`,
  )
  .join('\n')}
`

export function studyFolder(): string {
  return newFolder({
    'ejz.yaml': STUDY,
    'w2012.csv': surveyCsv(0),
    'w2016.csv': surveyCsv(1),
    'w2020.csv': surveyCsv(2),
  })
}
