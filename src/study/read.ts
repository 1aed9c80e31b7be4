/** Reads a study file; all its mistakes come at once, each with its line and column. */
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { EjzError, type Problem } from '../core/error.ts'
import type { Study } from '../core/study.ts'
import type { Locate } from './finding.ts'
import { judgeStudy } from './judge.ts'

export async function readStudy(path: string): Promise<Study> {
  const file = resolve(path)
  return parseStudy(await textOf(file), file)
}

/** The study a text describes, as if it stood in `file`. */
export function parseStudy(text: string, file: string): Study {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const syntax = document.errors.map(error => syntaxProblem(error, place(error.pos[0])))
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) throw EjzError.of(syntax, 'usage')
  const origin = { file, folder: dirname(file), locate: locator(document, place) }
  return judgeStudy(document.toJS() ?? {}, origin, syntax)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new EjzError(
      'study-not-found',
      `cannot read the study file ${file}`,
      'check its name and whether you may read it',
      'usage',
      { cause },
    )
  }
}

function syntaxProblem({ code, message }: YAMLError, where: string): Problem {
  if (code === 'DUPLICATE_KEY') {
    return { code: 'study-key-twice', message: 'this key stands twice', hint: 'keep one of them', where }
  }
  return {
    code: 'study-not-yaml',
    message: `this is not YAML: ${message[0].toLowerCase()}${message.slice(1)}`,
    hint: 'check indentation, colons and quotes at this place',
    where,
  }
}

/** Walks down to the key or value; where it is absent, to the nearest key above that is there. */
function locator(document: Document, place: (offset: number) => string): Locate {
  return (path, at) => {
    for (let depth = path.length; depth > 0; depth--) {
      const offset = offsetOf(document, path.slice(0, depth), depth < path.length ? 'key' : at)
      if (offset !== null) return place(offset)
    }
    return place(isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0)
  }
}

function offsetOf(
  document: Document,
  path: readonly (string | number)[],
  at: 'key' | 'value',
): number | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  if (isMap(parent)) {
    const pair = parent.items.find(
      item => isPair(item) && isScalar(item.key) && String(item.key.value) === last,
    )
    if (pair === undefined) return null
    return startOf(at === 'value' && isNode(pair.value) ? pair.value : pair.key)
  }
  return startOf(document.getIn(path, true))
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null
}
