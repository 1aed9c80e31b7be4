/** The source files of ejz as their syntax trees see them: imports, functions, lines. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

export interface SourceFile {
  /** from the root of the project, with forward slashes */
  readonly path: string
  readonly text: string
  readonly lines: number
  /** static and dynamic; own files as paths from the root, packages as written */
  readonly imports: readonly string[]
  readonly functions: readonly { readonly name: string; readonly lines: number }[]
  /** where `any` or a cast to silence stands, as line numbers */
  readonly silenced: readonly number[]
}

export function readSources(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map(name => posix.join(folder, name.replaceAll('\\', '/')))
    .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
    .map(readSource)
}

export function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(join(ROOT, path), 'utf8'))
}

export function parseSource(path: string, text: string): SourceFile {
  const nodes = [...walk(parseAst(text, { lang: 'ts' }))]
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const comments = [...text.matchAll(/@ts-(?:ignore|nocheck|expect-error)/g)].map(match =>
    lineOf(match.index),
  )
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports: [...new Set(nodes.flatMap(node => importedBy(node)))].map(name => resolve(path, name)),
    functions: nodes.filter(isFunction).map(node => ({
      name: nameOf(node, text),
      lines: lineOf(node.end) - lineOf(node.start) + 1,
    })),
    silenced: [...nodes.filter(silences).map(node => lineOf(node.start)), ...comments],
  }
}

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

function* walk(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item)
  } else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) yield* walk(child)
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Names of modules; `import(expression)` gives '(computed)', which no rule allows. */
function importedBy(node: SyntaxNode): string[] {
  const isStatic = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type)
  if (!isStatic && node.type !== 'ImportExpression' && node.type !== 'TSImportType') return []
  if (!isNode(node.source)) return node.type === 'ImportExpression' ? ['(computed)'] : []
  return [typeof node.source.value === 'string' ? node.source.value : '(computed)']
}

function resolve(path: string, name: string): string {
  return name.startsWith('.') ? posix.normalize(posix.join(dirname(path), name)) : name
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

function isFunction(node: SyntaxNode): boolean {
  return FUNCTIONS.includes(node.type)
}

function nameOf(node: SyntaxNode, text: string): string {
  const name = isNode(node.id) ? node.id.name : undefined
  return typeof name === 'string' ? name : text.slice(node.start, node.start + 40).split('\n')[0]
}

function silences(node: SyntaxNode): boolean {
  if (node.type === 'TSAnyKeyword') return true
  const doubleCast = node.type === 'TSAsExpression' && isNode(node.expression)
  return doubleCast && isNode(node.expression) && node.expression.type === 'TSAsExpression'
}
