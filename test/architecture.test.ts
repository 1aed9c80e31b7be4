import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSource, ROOT, readSource, readSources, type SourceFile } from './source-graph.ts'

const STAGES = [
  'study',
  'sources',
  'ingest',
  'engine',
  'scale',
  'estimate',
  'standardise',
  'trend',
  'panel',
  'projection',
  'disclosure',
  'report',
]

/** Which folder may import which other folder; every folder may import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  cli: ['pipeline', 'core'],
  pipeline: [...STAGES, 'core'],
  ...Object.fromEntries(STAGES.map(stage => [stage, ['core']])),
  core: [],
}

/** Where a package enters; a folder, or one file. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  chalk: ['cli'],
  'cli-table3': ['cli'],
  '@duckdb/node-api': ['engine'],
  'csv-parse': ['ingest'],
  'iconv-lite': ['ingest'],
  fflate: ['ingest'],
  hucre: ['ingest', 'report'],
  vega: ['report'],
  'vega-lite': ['report'],
  arquero: ['pipeline', 'report'],
  'simple-statistics': ['pipeline', 'report'],
  zod: ['study', 'core'],
  yaml: ['study', 'cli'],
  'fastest-levenshtein': ['core/suggest.ts'],
  cephes: ['core/distributions.ts'],
  'node:fs': ['ingest', 'study', 'engine', 'pipeline', 'cli'],
  'node:fs/promises': ['ingest', 'study', 'engine', 'pipeline', 'cli'],
}

/** These calculate only: values in, values out. */
const PURE = ['estimate', 'standardise', 'trend', 'panel', 'projection', 'scale', 'disclosure']

const sources = readSources('src')
const packageJson: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
)

function folderOf(path: string): string {
  return path.split('/')[1]
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

function isOwn(name: string): boolean {
  return name.startsWith('src/')
}

/** Every import that breaks `allows`, as "importer → imported". */
function offenders(
  files: readonly SourceFile[],
  allows: (file: SourceFile, name: string) => boolean,
): string[] {
  return files.flatMap(file =>
    file.imports.filter(name => !allows(file, name)).map(name => `${file.path} → ${name}`),
  )
}

function keepsLayers(file: SourceFile, name: string): boolean {
  const [from, to] = [folderOf(file.path), folderOf(name)]
  return !isOwn(name) || from === to || MAY_IMPORT[from]?.includes(to) === true
}

function usesDoor(file: SourceFile, name: string): boolean {
  if (isOwn(name)) return true
  const doors = DOORS[isBuiltin(name) ? name : packageOf(name)]
  if (doors === undefined) return isBuiltin(name)
  return doors.some(door => file.path === `src/${door}` || file.path.startsWith(`src/${door}/`))
}

describe('the import rule', () => {
  it('goes down only: cli → pipeline → stages → core, and stages never meet', () => {
    expect(offenders(sources, keepsLayers)).toEqual([])
  })

  it('gives each package one door', () => {
    expect(offenders(sources, usesDoor)).toEqual([])
  })

  it('keeps the calculating stages away from files, clock and terminal', () => {
    const pure = sources.filter(file => PURE.includes(folderOf(file.path)))
    expect(offenders(pure, (_, name) => !isBuiltin(name))).toEqual([])
  })

  it('names every file with its ending, and only files that are there', () => {
    const own = (_: SourceFile, name: string) => !isOwn(name) || existsSync(join(ROOT, name))
    expect(offenders(sources, own)).toEqual([])
    expect(offenders(sources, (_, name) => name !== '(computed)')).toEqual([])
  })

  it('makes no circles', () => {
    expect(circles(sources)).toEqual([])
  })

  it('starts at bin, which imports the command line only', () => {
    const { imports } = readSource('bin/ejz.js')
    expect(imports.filter(name => !isBuiltin(name))).toEqual(['dist/ejz/main.js'])
  })

  it('needs every declared dependency and declares every needed one', () => {
    const needed = sources.flatMap(file => file.imports.filter(name => !isOwn(name) && !isBuiltin(name)))
    const declared = Object.keys(packageJson.dependencies)
    expect([...new Set(needed.map(packageOf))].sort()).toEqual(declared.sort())
  })
})

describe('the check of the rule', () => {
  const file = (path: string, text: string) => parseSource(path, text)

  it.each([
    ["import { a } from '../trend/break.ts'", 'src/estimate/x.ts', keepsLayers],
    ["export * from '../pipeline/a.ts'", 'src/trend/x.ts', keepsLayers],
    ["import type { A } from '../study/read.ts'", 'src/core/x.ts', keepsLayers],
    ["const a = await import('../engine/engine.ts')", 'src/cli/x.ts', keepsLayers],
    ["import { z } from 'zod'", 'src/report/x.ts', usesDoor],
    ["const d = await import('@duckdb/node-api')", 'src/pipeline/x.ts', usesDoor],
    ["import { parse } from 'csv-parse/sync'", 'src/cli/x.ts', usesDoor],
    ["import left from 'left-pad'", 'src/core/x.ts', usesDoor],
    ["import { readFileSync } from 'node:fs'", 'src/report/x.ts', usesDoor],
  ])('catches %s in %s', (text, path, rule) => {
    expect(offenders([file(path, text)], rule)).toHaveLength(1)
  })

  it('catches a circle, a computed import, any and a double cast', () => {
    const a = file('src/core/a.ts', "import { b } from './b.ts'")
    const b = file('src/core/b.ts', "import type { a } from './a.ts'")
    expect(circles([a, b])).toEqual(['src/core/a.ts → src/core/b.ts → src/core/a.ts'])
    expect(file('src/core/c.ts', 'await import(name)').imports).toEqual(['(computed)'])
    expect(file('src/core/d.ts', 'const x: any = 1\nconst y = x as unknown as string').silenced).toEqual([
      1, 2,
    ])
    expect(file('src/core/e.ts', '// @ts-ignore\nexport const many = "any"').silenced).toEqual([1])
  })
})

describe('the shape of the files', () => {
  it('names a file after its concept, in kebab-case', () => {
    const vague = /^(?:utils?|helpers?|types?|index|common|misc|shared)\.ts$/
    const names = sources.filter(
      ({ path }) => vague.test(basename(path)) || !/^[a-z0-9-]+\.ts$/.test(basename(path)),
    )
    expect(names.map(({ path }) => path)).toEqual([])
  })

  it('stays below 250 lines a file and 60 lines a function', () => {
    const long = sources.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)
    const longFunctions = sources.flatMap(({ path, functions }) =>
      functions.filter(({ lines }) => lines > 60).map(({ name, lines }) => `${path} ${name}: ${lines}`),
    )
    expect([...long, ...longFunctions]).toEqual([])
  })

  it('silences no type', () => {
    expect(sources.flatMap(({ path, silenced }) => silenced.map(line => `${path}:${line}`))).toEqual([])
  })

  it('tests every module of a stage in the folder of the same name', () => {
    const tests = readSources('test')
    const untested = sources.filter(({ path }) => STAGES.includes(folderOf(path)) && !isTested(path, tests))
    expect(untested.map(({ path }) => path)).toEqual([])
  })
})

/** One description per circle that a walk along the imports runs into. */
function circles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const next of byPath.get(path)?.imports.filter(isOwn) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const file of files) visit(file.path, [])
  return found
}

/** By a test of its name, or by one of the same folder that reaches it within the stage. */
function isTested(path: string, tests: readonly SourceFile[]): boolean {
  const folder = folderOf(path)
  const inFolder = tests.filter(test => test.path.startsWith(`test/${folder}/`))
  const stage = new Map(sources.filter(file => folderOf(file.path) === folder).map(file => [file.path, file]))
  const reached = new Set<string>()
  const reach = (name: string): void => {
    const file = stage.get(name)
    if (file === undefined || reached.has(name)) return
    reached.add(name)
    for (const next of file.imports) reach(next)
  }
  for (const test of inFolder) for (const name of test.imports) reach(name)
  return reached.has(path)
}
