/**
 * Whether the beginning of a text file has anything that figures in a form of OData
 * must have: a column `Measure` or `ID`, or a code of a period. Most survey files
 * have none of it, and need not be looked at any closer.
 */
export function mayHoldOData(beginning: Buffer): boolean {
  if (beginning.includes(0)) return true
  const text = beginning.toString('latin1')
  const [header] = text.split(/[\r\n]/, 1)
  return /(^|["';,\t|¿ ])(ID|Measure)(["';,\t|]|$)/.test(header) || /\d{4}[A-Z][A-Z0-9]\d{2}/.test(text)
}
