/**
 * Copies of .sav files as ejz writes them, for other software to read: node sav-copies.mjs DIST IN OUT
 * (DIST: the compiled program; IN, OUT: folders). See sav-written.R.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [dist, from, to] = process.argv.slice(2).map(path => resolve(path))
const { openDataFile } = await import(join(dist, 'ingest/open.js'))
const { savCopy } = await import(join(dist, 'ingest/sav-copy.js'))
const { savWriter } = await import(join(dist, 'ingest/sav-write.js'))

mkdirSync(to, { recursive: true })
const files = readdirSync(from).filter(name => name.endsWith('.sav'))
for (const [i, name] of files.entries()) {
  const encoding = name.startsWith('lies-windows-1252') ? 'utf-8' : null
  const file = await openDataFile(join(from, name), { encoding })
  const names = file.variables.map(variable => variable.name)
  let rows = 0
  for (const chunk of file.content.chunks(names)) rows += chunk.rows
  const { head, variables } = await savCopy(file)
  const compression = ['none', 'byte', 'zsav'][i % 3]
  const writer = savWriter(join(to, name), { ...head, compression, created: '2026-01-05' }, variables, rows)
  for (const chunk of file.content.chunks(names)) writer.append(chunk)
  writer.end()
}
process.stdout.write(`${files.length} copies in ${to}\n`)
