/** A temporary folder for the time of one piece of work; gone afterwards, also after a signal. */
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { onInterrupt } from '../core/clean-up.ts'

export async function inTemporaryFolder<T>(prefix: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(prefix)
  const done = onInterrupt(() => rmSync(path, { recursive: true, force: true }))
  try {
    return await work(path)
  } finally {
    await rm(path, { recursive: true, force: true })
    done()
  }
}
