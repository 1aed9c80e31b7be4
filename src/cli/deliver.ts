/** Writes what an analysis made, or compares it with what lies there. */
import { EjzError } from '../core/error.ts'
import type { Language } from '../core/study.ts'
import type { Analysis } from '../pipeline/analyse.ts'

export interface Delivery {
  readonly out: string
  readonly report: boolean
  readonly languages: readonly Language[]
  readonly mode: 'write' | 'check' | 'dry-run'
}

/** Begins to load what delivery needs; the analysis goes on meanwhile. */
export async function prepare({ mode, report }: Delivery): Promise<void> {
  if (mode === 'dry-run') return
  const { prepareOutput } = await import('../pipeline/output.ts')
  await prepareOutput(report)
}

export async function deliver(analysis: Analysis, delivery: Delivery): Promise<void> {
  if (delivery.mode === 'dry-run') return
  const { checkOutput, writeOutput } = await import('../pipeline/output.ts')
  if (delivery.mode === 'write') {
    await writeOutput(analysis, delivery)
    return
  }
  const differences = await checkOutput(analysis, delivery)
  if (differences.length > 0) throw EjzError.of(differences, 'difference')
}
