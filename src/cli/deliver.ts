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

/** Begins to load what delivery needs; what goes wrong with it comes up again in `deliver`. */
export function prepare({ mode, report }: Delivery): void {
  if (mode === 'dry-run') return
  import('../pipeline/output.ts').then(({ prepareOutput }) => prepareOutput(report)).catch(() => undefined)
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
