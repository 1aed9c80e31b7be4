/**
 * JSON that a person can read and a version control can compare: the entries of
 * a list stand one to a line, everything else is indented.
 */
export function readableJson(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return list(value, indent)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const deeper = `${indent}  `
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${deeper}${JSON.stringify(key)}: ${readableJson(member, deeper)}`)
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

function list(values: readonly unknown[], indent: string): string {
  if (values.length === 0) return '[]'
  const deeper = `${indent}  `
  return `[\n${values.map(value => deeper + JSON.stringify(value)).join(',\n')}\n${indent}]`
}
