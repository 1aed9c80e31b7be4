/** A temporary folder for the time of one piece of work; gone afterwards, however the process ends. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'

export async function inTemporaryFolder<T>(prefix: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(prefix)
  const remove = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    return await work(path)
  } finally {
    process.removeListener('exit', remove)
    remove()
  }
}
