/**
 * The form of a number in a text cell: what it says of the decimal mark.
 *
 * 12.5 and 0.234 decide for the point, 1.234.567 for the comma; 1.234 may be
 * one-and-a-bit or a thousand and decides nothing. The same mirrored.
 */
export type NumberForm =
  | 'whole'
  | 'point-decimal'
  | 'comma-decimal'
  /** with marks between thousands, which are not read as numbers */
  | 'point-grouped'
  | 'comma-grouped'
  | 'point-ambiguous'
  | 'comma-ambiguous'
  | 'other'

/** The cell must be trimmed. */
export function numberForm(cell: string): NumberForm {
  if (!/^[+-]?[\d.,]/.test(cell)) return 'other'
  return FORMS.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'other'
}

/** Empty, or R's NA. */
export function isBlank(cell: string): boolean {
  return cell === '' || cell === 'NA'
}

const FORMS: readonly (readonly [NumberForm, RegExp])[] = [
  ['whole', /^[+-]?\d+$/],
  ['point-ambiguous', /^[+-]?[1-9]\d{0,2}\.\d{3}$/],
  ['comma-ambiguous', /^[+-]?[1-9]\d{0,2},\d{3}$/],
  ['point-decimal', /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i],
  ['comma-decimal', /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i],
  ['comma-grouped', /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/],
  ['point-grouped', /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/],
]

/** The decimal mark a form proves, if any. */
export function provenMark(form: NumberForm): 'point' | 'comma' | null {
  if (form === 'point-decimal' || form === 'comma-grouped') return 'point'
  return form === 'comma-decimal' || form === 'point-grouped' ? 'comma' : null
}

/** Null when the text is no number under this decimal mark; marks between thousands are then the other one. */
export function toNumber(text: string, mark: 'point' | 'comma'): number | null {
  const form = numberForm(text)
  if (form === 'whole') return Number(text)
  if (form === 'other') return null
  const [decimal, thousands] = mark === 'point' ? ['.', ','] : [',', '.']
  const misplaced = form === (mark === 'point' ? 'comma-decimal' : 'point-decimal')
  const grouped = form === `${mark}-grouped`
  return misplaced || grouped ? null : Number(text.replaceAll(thousands, '').replace(decimal, '.'))
}
