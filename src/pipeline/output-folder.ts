/**
 * Writes a whole output folder at once, or compares it with what is on disk.
 *
 * The files go to a temporary sibling that is swapped in when it is complete,
 * so that a reader never sees half a folder. Files that the previous run did
 * not make are carried over; a folder that ejz did not make is refused.
 */
import { createHash } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { EjzError, type Problem } from '../core/error.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

/** Path within the folder, with forward slashes → content. */
export type OutputFiles = ReadonlyMap<string, string | Uint8Array>

export const MANIFEST = 'manifest.json'

export async function writeFolder(folder: string, files: OutputFiles): Promise<void> {
  const foreign = await foreignFiles(folder)
  const parent = dirname(folder)
  await mkdir(parent, { recursive: true })
  await inTemporaryFolder(join(parent, `.${basename(folder)}-`), async temporary => {
    await chmod(temporary, 0o755)
    for (const [path, content] of files) await writeInside(temporary, path, content)
    for (const path of foreign) await cp(join(folder, path), join(temporary, path), { recursive: true })
    await swap(temporary, folder)
  })
}

/** What differs between these files and the folder: nothing when they are the same bytes. */
export async function compareFolder(folder: string, files: OutputFiles): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [path, content] of files) {
    const place = join(folder, path)
    if (!existsSync(place)) problems.push(difference(path, 'is missing'))
    else if (sha256(await readFile(place)) !== sha256(content)) {
      problems.push(difference(path, firstDifference(await readFile(place, 'utf8'), textOf(content))))
    }
  }
  const stale = (await manifestPaths(folder)).filter(path => !files.has(path) && path !== MANIFEST)
  return [...problems, ...stale.map(path => difference(path, 'is no longer made'))]
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString()
}

function difference(path: string, what: string): Problem {
  return {
    code: 'output-differs',
    message: `${path} ${what}`,
    hint: 'run the command without --check to write it anew, and look at the change before you commit it',
    where: path,
  }
}

function firstDifference(old: string, fresh: string): string {
  const [before, after] = [old.split('\n'), fresh.split('\n')]
  const line = after.findIndex((text, i) => text !== before[i])
  const at = line === -1 ? after.length : line
  return `differs at line ${at + 1}: was ${excerpt(before[at])}, is now ${excerpt(after[at])}`
}

function excerpt(line: string | undefined): string {
  if (line === undefined) return 'absent'
  return line.length > 160 ? `${line.slice(0, 160)}…` : line
}

async function writeInside(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const place = join(folder, ...path.split('/'))
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, content)
}

async function foreignFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const present = await filesBelow(folder)
  if (present.length === 0) return []
  if (!present.includes(MANIFEST)) {
    throw new EjzError(
      'output-not-ours',
      `${folder} exists, holds files and was not made by ejz`,
      'choose another folder with --out, or empty this one',
      'usage',
    )
  }
  const ours = new Set([...(await manifestPaths(folder)), MANIFEST])
  return present.filter(path => !ours.has(path))
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map(path => path.split(sep).join('/'))
}

async function manifestPaths(folder: string): Promise<string[]> {
  const place = join(folder, MANIFEST)
  if (!existsSync(place)) return []
  const manifest: unknown = JSON.parse(await readFile(place, 'utf8'))
  const outputs =
    typeof manifest === 'object' && manifest !== null && 'outputs' in manifest ? manifest.outputs : []
  return Array.isArray(outputs) ? outputs.map(output => String(output.path)) : []
}

/** Both renames without a pause between them: a signal finds the old folder or the new one. */
async function swap(fresh: string, folder: string): Promise<void> {
  if (!existsSync(folder)) return rename(fresh, folder)
  const old = `${fresh}-old`
  renameSync(folder, old)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    renameSync(old, folder)
    throw error
  }
  return rm(old, { recursive: true })
}
