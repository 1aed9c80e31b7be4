/** Files that say of themselves, in their label or documents, that they are provisional. */
import type { Warning } from '../core/warning.ts'

export function provisionalWarnings({
  spec,
  files,
}: {
  readonly spec: { readonly source: string; readonly wave: string }
  readonly files: readonly { readonly notes: readonly string[] }[]
}): Warning[] {
  const said = files.some(({ notes }) => notes.some(note => /\b(voorlopige?|provisional)\b/i.test(note)))
  if (!said) return []
  const message = 'the file says that its data are provisional'
  return [{ code: 'provisional', source: spec.source, wave: spec.wave, message }]
}
