/** Makes the demo data anew and enters them in the register with their checksums: `npm run demo:data`. */
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeDemoFiles } from '../../dist/pipeline/demo-files.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const register = fileURLToPath(new URL('../SOURCES.csv', import.meta.url))

for (const part of ['lasa', 'cbs', 'nivel']) rmSync(`${folder}${part}`, { recursive: true, force: true })
const files = await writeDemoFiles(folder)
const others = readFileSync(register, 'utf8').split('\n').filter(line => line !== '' && !line.startsWith('demo/'))
writeFileSync(register, `${[...others, ...files.map(lineOf), lineOf('generate.js')].join('\n')}\n`)

function lineOf(file) {
  const hash = createHash('sha256').update(readFileSync(`${folder}${file}`)).digest('hex')
  const made = file === 'generate.js' ? 'written by hand' : 'made by generate.js; what it aims at in demo/README.md'
  return `demo/${file},${titleOf(file)},ejz,this project,MIT,synthetic,${hash},${made}`
}

function titleOf(file) {
  const titles = {
    'ejz.yaml': 'Study file of the demo',
    'README.md': 'How the demo was made',
    'study.schema.json': 'JSON Schema of the study file',
    'generate.js': 'Makes the demo data',
  }
  const [study] = file.split('/')
  const forms = {
    lasa: 'Synthetic file in the form of LASA: no real respondents',
    cbs: 'Synthetic table in the form of StatLine 85766NED: invented figures',
    nivel: 'Synthetic file for the Participatiemonitor of Nivel: no real respondents',
  }
  return titles[file] ?? forms[study] ?? 'Synthetic file in the form of the Gezondheidsmonitor: no real respondents'
}
