/** Prints the .sav files of a folder, with the wave and topic that LASA's file names say. */
import type { FolderInspection, InspectedFile } from '../pipeline/inspect.ts'
import { type Column, type Format, printTable } from './print-table.ts'
import type { Terminal } from './terminal.ts'

export async function printFolder(found: FolderInspection, format: Format, { out }: Terminal): Promise<void> {
  const { files } = found
  const ofLasa = files.filter(({ wave }) => wave !== null).length
  if (format === 'table') {
    out.line(`a folder of ${files.length} .sav files${ofLasa > 0 ? `, ${ofLasa} of them of LASA` : ''}\n`)
  }
  return printTable(out, format, COLUMNS, files)
}

const COLUMNS: readonly Column<InspectedFile>[] = [
  { key: 'name', title: 'file', value: ({ name }) => name },
  { key: 'wave', title: 'wave', value: ({ wave }) => wave },
  { key: 'topic', title: 'topic', value: ({ topic }) => topic },
  { key: 'records', title: 'records', align: 'right', value: ({ records }) => records },
  { key: 'variables', title: 'variables', align: 'right', value: ({ variables }) => variables },
]
