/** What the reader of a format is told, and what it finds out, before any row is taken in. */
import type { DataFile, Variable } from '../core/data-file.ts'

export interface OpenOptions {
  /** null or absent: by evidence */
  readonly decimal?: 'point' | 'comma' | null
  /** used where the file is not valid UTF-8 and says nothing itself */
  readonly encoding?: string | null
  /** Reads the schema of a Parquet file; the engine can. */
  readonly describeParquet?: (path: string) => Promise<ParquetSchema>
}

export interface ParquetSchema {
  readonly rows: number
  readonly variables: readonly Variable[]
}

/** Everything but the bytes' own facts. */
export type OpenedContent = Omit<DataFile, 'path' | 'format' | 'bytes' | 'sha256'>
