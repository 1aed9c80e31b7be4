import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './source-graph.ts'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly engines?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly overrides?: Readonly<Record<string, string>>
}

interface LockEntry {
  readonly license?: string
  readonly dev?: boolean
  readonly resolved?: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>
}

const manifest: Manifest = readJson('package.json')
const lock: Lock = readJson('package-lock.json')
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'MPL-2.0']

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
}

function packedFiles(): string[] {
  const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(text)
  return files.map(file => file.path)
}

/** "MIT OR GPL-3.0" is free when one of them is. */
function isFree(licence: string | undefined): boolean {
  const choices = licence?.replace(/[()]/g, '').split(/ OR /i) ?? []
  return choices.some(choice => choice.split(/ AND /i).every(part => FREE.includes(part.trim())))
}

describe('the package', () => {
  const files = packedFiles()

  it('holds the program, its data and what a reader needs', () => {
    const needed = [
      'bin/ejz.js',
      'dist/ejz/main.js',
      'data/SOURCES.csv',
      'data/population/netherlands.csv',
      'data/forecast/netherlands.csv',
      'data/standard/esp2013.csv',
      'data/demo/ejz.yaml',
      'data/demo/gm2012.sav',
      'data/demo/gm2016.sav',
      'data/demo/gm2020.sav',
      'data/demo/lasa/LASAZ008.SAV',
      'data/demo/cbs/85766NED_synthetisch.zip',
      'data/demo/nivel/nivel2015.csv',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'package.json',
    ]
    expect(needed.filter(path => !files.includes(path))).toEqual([])
  })

  it('holds nothing else: no tests, no TypeScript, no reports', () => {
    const allowed = /^(?:bin|dist|data)\/|^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json)$/
    expect(files.filter(path => !allowed.test(path) || path.endsWith('.ts'))).toEqual([])
  })

  it('runs with the Node versions it names', () => {
    expect(manifest.engines?.node).toBe('>=20.11')
    expect(Object.values(manifest.bin ?? {})).toEqual(['bin/ejz.js'])
    expect(readFileSync(join(ROOT, 'bin/ejz.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })
})

describe('the dependencies', () => {
  it('are pinned to one version each', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides }
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  it('that run with ejz all have a free licence', () => {
    const running = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev)
    const notFree = running
      .map(([path, entry]) => ({ path, licence: entry.license ?? installedLicence(path) }))
      .filter(({ licence }) => !isFree(licence))
    expect(running.length).toBeGreaterThan(Object.keys(manifest.dependencies).length)
    expect(notFree).toEqual([])
  })

  it('are locked by checksum (but for binaries of other platforms), and the lock file names no host', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, { resolved, integrity, optional }]) =>
        path !== '' && (resolved !== undefined || (integrity === undefined && !optional)),
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })

  it('are locked for every platform, else npm ci refuses the lock file', () => {
    const wanted = Object.values(lock.packages).flatMap(entry =>
      Object.keys(entry.optionalDependencies ?? {}),
    )
    expect(wanted.filter(name => lock.packages[`node_modules/${name}`] === undefined)).toEqual([])
  })

  it('let a licence be chosen where there is a choice, and no other pass', () => {
    expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC'].filter(isFree)).toHaveLength(3)
    expect([undefined, 'GPL-3.0', 'MIT AND GPL-2.0', 'SEE LICENSE'].filter(isFree)).toEqual([])
  })
})

function installedLicence(path: string): string | undefined {
  const place = join(ROOT, path, 'package.json')
  return existsSync(place) ? readJson<Manifest>(join(path, 'package.json')).license : undefined
}
