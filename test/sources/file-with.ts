/** A data file with these variables and nothing else: binding looks at no row. */
import type { DataFile, MissingCode, Variable } from '../../src/core/data-file.ts'
import type { Problem } from '../../src/core/error.ts'
import { EjzError } from '../../src/core/error.ts'
import type { WaveSpec } from '../../src/core/study.ts'

export function variable(
  name: string,
  labels: Readonly<Record<number, string>> = {},
  missing: readonly MissingCode[] = [],
): Variable {
  const valueLabels = Object.entries(labels).map(([value, label]) => ({ value: Number(value), label }))
  return { name, label: '', type: 'number', format: 'F8.2', valueLabels, missing }
}

export function fileWith(variables: readonly (string | Variable)[]): DataFile {
  return {
    path: '/data/survey.sav',
    format: 'sav',
    encoding: 'utf-8',
    bytes: 1,
    sha256: '',
    rows: 1,
    variables: variables.map(one => (typeof one === 'string' ? variable(one) : one)),
    notes: [],
    warnings: [],
    content: { kind: 'columns', chunks: () => [] },
  }
}

export function waveOf(profile: WaveSpec['profile'], wave: string, own: Partial<WaveSpec> = {}): WaveSpec {
  return {
    profile,
    source: profile,
    wave,
    files: ['/data/survey.sav'],
    folder: null,
    fieldwork: [`${wave}-09-01`, `${wave}-12-15`],
    role: null,
    mode: null,
    panel: false,
    scale: 'djg11',
    missingRule: 'manual',
    subscaleCutoff: null,
    scoring: null,
    duplicates: null,
    columns: {},
    codes: {},
    decimal: null,
    encoding: null,
    where: '/data/ejz.yaml:3:5',
    ...own,
  }
}

export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work()
  } catch (error) {
    if (error instanceof EjzError) return error.problems
    throw error
  }
  return []
}

export const numbered = (prefix: string, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${from + i}`)
