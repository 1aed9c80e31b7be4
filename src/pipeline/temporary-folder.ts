/** A temporary folder that is gone when the process ends, however it ends. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'

export interface TemporaryFolder {
  readonly path: string
  /** keep it: it was moved to its place */
  release(): void
}

export async function temporaryFolder(prefix: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(prefix)
  const remove = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', remove)
  return { path, release: () => process.removeListener('exit', remove) }
}
