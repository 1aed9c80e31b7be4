/** Makes the demo data anew and enters their checksums: `npm run demo:data`. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeDemoFiles } from '../../dist/pipeline/demo-files.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const register = fileURLToPath(new URL('../SOURCES.csv', import.meta.url))

await writeDemoFiles(folder)
const lines = readFileSync(register, 'utf8').split('\n').map(line => {
  if (!line.startsWith('demo/')) return line
  const file = line.slice(0, line.indexOf(',')).replace('demo/', '')
  const hash = createHash('sha256').update(readFileSync(`${folder}${file}`)).digest('hex')
  return line.replace(/[0-9a-f]{64}/, hash)
})
writeFileSync(register, lines.join('\n'))
