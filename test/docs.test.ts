import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { EXIT_CODES } from '../src/core/error.ts'
import { parseStudy } from '../src/study/read.ts'
import { ROOT, readSources } from './source-graph.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const readme = read('README.md')
const packageJson: {
  dependencies: Record<string, string>
  scripts: Record<string, string>
  version: string
} = JSON.parse(read('package.json'))

function ejz(...args: string[]): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'bin/ejz.js'), ...args], {
    encoding: 'utf8',
  })
  return { status, stdout }
}

function documentedCommands(): string[] {
  return [...new Set([...readme.matchAll(/^\| `ejz ([a-z]+)/gm)].map(match => match[1]))].sort()
}

describe('the documentation', () => {
  it.each(['README.md', 'CHANGELOG.md', 'docs/method.md', 'docs/bad-input.md', 'data/demo/README.md'])(
    '%s links only to what is there',
    page => {
      const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)].map(match => match[1])
      expect(links.filter(link => !existsSync(join(ROOT, dirname(page), link)))).toEqual([])
    },
  )

  it('lists the commands that the help lists, no more and no fewer', () => {
    const { status, stdout } = ejz('--help')
    const helped = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)]
      .map(match => match[1])
      .filter(name => name !== 'help')
    expect(status).toBe(0)
    expect(documentedCommands()).toEqual([...new Set(helped)].sort())
  })

  it.each(documentedCommands())('has help for %s', command => {
    const { status, stdout } = ejz(command, '--help')
    expect(status).toBe(0)
    expect(stdout).toContain(`ejz ${command}`)
  })

  it('names every exit code', () => {
    for (const code of Object.values(EXIT_CODES)) expect(readme).toContain(`**${code}** `)
  })

  it('gives every run-time dependency its reason', () => {
    const listed = [...readme.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)]
      .flatMap(match => [...match[1].matchAll(/`([^`]+)`/g)].map(name => name[1]))
      .filter(name => packageJson.dependencies[name] !== undefined)
    expect(listed.sort()).toEqual(Object.keys(packageJson.dependencies).sort())
  })

  it('names only npm scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(match => match[1])
    expect(named.filter(name => packageJson.scripts[name] === undefined)).toEqual([])
  })

  it('lists every folder of the source', () => {
    const folders = new Set(readSources('src').map(({ path }) => path.split('/').slice(0, 2).join('/')))
    expect([...folders].filter(folder => !readme.includes(`\`${folder}\``))).toEqual([])
  })

  it('shows a study file that is one', () => {
    const [, example] = readme.match(/```yaml\n([\s\S]*?)```/) ?? []
    expect(Object.keys(parse(example))).toContain('waves')
    expect(problemsOf(example)).toEqual([])
  })

  it('lists every module that was checked against other software, and no other', () => {
    const method = read('docs/method.md')
    const checked = readSources('src')
      .filter(
        ({ path, text }) =>
          /^src\/(?:scale|estimate|standardise|trend)\//.test(path) && / \* Checked against:/.test(text),
      )
      .map(({ path }) => path.slice('src/'.length))
    const documented = [...method.matchAll(/`((?:scale|estimate|standardise|trend)\/[a-z-]+\.ts)`/g)].map(
      match => match[1],
    )
    expect(checked.filter(path => !documented.includes(path))).toEqual([])
    expect(documented.filter(path => !existsSync(join(ROOT, 'src', path)))).toEqual([])
  })

  it('has notes for this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## [${packageJson.version}]`)
  })
})

/** Files that are not there are no fault of an example. */
function problemsOf(text: string): string[] {
  try {
    parseStudy(text, join(ROOT, 'example.yaml'))
    return []
  } catch (error) {
    const problems =
      error instanceof Error && 'problems' in error && Array.isArray(error.problems)
        ? error.problems
        : [error]
    return problems.map(problem => `${problem.code}: ${problem.message}`).filter(text => !/file/.test(text))
  }
}
