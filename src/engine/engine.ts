/**
 * The embedded DuckDB behind one small face; nothing outside this folder sees it.
 *
 * The database lives in memory and spills to a folder of its own, removed when
 * the engine closes or the process ends. Extensions are never installed or
 * loaded, so nothing is fetched; rows keep the order of their file.
 */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { EjzError } from '../core/error.ts'
import { engineError } from './engine-error.ts'
import { type Chunks, type ColumnType, fillTable } from './fill-table.ts'
import { type PlainValue, type ResultColumn, readColumns } from './result-columns.ts'

export interface EngineOptions {
  /** default: all that the machine has */
  readonly threads?: number
  /** what the engine may hold before it spills, such as 800MB or 2GB; default: half of the machine */
  readonly memory?: string
}

export interface Engine {
  run(sql: string): Promise<void>
  /** For small results; one object per row. */
  rows(sql: string): Promise<Record<string, PlainValue>[]>
  /** One column per name, in the order of the query. */
  columns(sql: string): Promise<Map<string, ResultColumn>>
  /** Appends chunks to a table whose columns have these types, in order; gives the number of rows. */
  fill(table: string, types: readonly ColumnType[], chunks: Chunks): Promise<number>
  threads(count: number): Promise<void>
  /** Does the work with one thread a query, so that sums are taken in row order, then restores the threads. */
  inOrder<T>(work: () => Promise<T>): Promise<T>
  /** A name for a table that nobody else has. */
  newName(prefix: string): string
  readonly version: string
  close(): void
}

export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const duckdb = await import('@duckdb/node-api')
  const threads = threadCount(options.threads)
  const limits = { threads: String(threads), memory_limit: memoryLimit(options.memory) }
  const spill = await spillFolder()
  try {
    const configuration = { ...CONFIGURATION, ...limits, temp_directory: spill.path }
    const instance = await duckdb.DuckDBInstance.create(':memory:', configuration)
    const pool = await connectionPool(instance)
    const close = () => {
      pool.close()
      instance.closeSync()
      spill.remove()
    }
    return engineOver(pool, threads, duckdb.version(), close)
  } catch (cause) {
    spill.remove()
    throw engineError(cause)
  }
}

const CONFIGURATION = {
  preserve_insertion_order: 'true',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
}

/** A connection runs one query at a time; work that is asked for meanwhile gets another one. */
interface ConnectionPool {
  use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>
  close(): void
}

async function connectionPool(instance: DuckDBInstance): Promise<ConnectionPool> {
  const all = [await instance.connect()]
  const idle = [...all]
  const another = async () => {
    const connection = await instance.connect()
    all.push(connection)
    return connection
  }
  return {
    async use(work) {
      const connection = idle.pop() ?? (await another())
      try {
        return await work(connection)
      } catch (cause) {
        throw engineError(cause)
      } finally {
        idle.push(connection)
      }
    },
    close() {
      for (const connection of all) connection.closeSync()
    },
  }
}

function engineOver(
  { use }: ConnectionPool,
  initialThreads: number,
  version: string,
  close: () => void,
): Engine {
  let threads = initialThreads
  let names = 0
  const setThreads = async (count: number) => {
    await use(connection => connection.run(`SET threads = ${threadCount(count)}`))
    threads = count
  }
  const columns = (sql: string) => use(async connection => readColumns(await connection.run(sql)))
  return {
    version,
    close,
    columns,
    run: sql => use(async connection => void (await connection.run(sql))),
    rows: async sql => toRows(await columns(sql)),
    fill: (table, types, chunks) => use(connection => fillTable(connection, table, types, chunks)),
    threads: setThreads,
    inOrder: async work => {
      const before = threads
      await setThreads(1)
      return work().finally(() => setThreads(before))
    },
    newName: prefix => `${prefix}_${++names}`,
  }
}

function toRows(columns: ReadonlyMap<string, ResultColumn>): Record<string, PlainValue>[] {
  const names = [...columns.keys()]
  const first = columns.get(names[0])
  return Array.from({ length: first?.length ?? 0 }, (_, row) =>
    Object.fromEntries(names.map(name => [name, columns.get(name)![row]])),
  )
}

function threadCount(wanted: number | undefined): number {
  if (wanted === undefined) return availableParallelism()
  if (Number.isInteger(wanted) && wanted >= 1) return wanted
  throw new EjzError(
    'bad-threads',
    `threads: ${wanted} is not a whole number of 1 or more`,
    'try --threads 2',
    'usage',
  )
}

function memoryLimit(wanted: string | undefined): string {
  if (wanted === undefined) return `${Math.floor(availableMemory() / 2)}B`
  if (/^\d+(\.\d+)?\s*([KMGT]i?B|B)$/i.test(wanted.trim())) return wanted
  throw new EjzError(
    'bad-memory',
    `memory: ${wanted} is not an amount of memory`,
    'write it as 800MB or 2GB',
    'usage',
  )
}

/** A container may be allowed less than the machine has. */
function availableMemory(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}

async function spillFolder(): Promise<{ path: string; remove: () => void }> {
  const path = await mkdtemp(join(tmpdir(), 'ejz-engine-'))
  const removeFolder = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', removeFolder)
  const remove = () => {
    process.removeListener('exit', removeFolder)
    removeFolder()
  }
  return { path, remove }
}
