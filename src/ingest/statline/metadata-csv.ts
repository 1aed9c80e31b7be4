/**
 * `<id>_metadata.csv` of an OData v3 download: tables stacked under each other.
 *
 * Each begins with a line that holds only its name and a line with its columns;
 * cells hold line breaks, and line ends are mixed.
 */
import type { Description } from './description.ts'
import { scanRecords } from './scan-records.ts'
import { describeCodes, describeProperties, describeTable, type TextRecord } from './sections.ts'

export function readMetadata(description: Description, text: string, path: string): void {
  for (const [name, records] of stackedTables(text, path)) {
    if (name === 'TableInfos') for (const record of records) describeTable(description, record)
    else if (name === 'DataProperties') describeProperties(description, records)
    else if (records.some(({ Key }) => Key !== undefined)) describeCodes(description, name, records)
  }
}

function stackedTables(text: string, path: string): Map<string, TextRecord[]> {
  const tables = new Map<string, TextRecord[]>()
  let records: TextRecord[] = []
  let header: readonly string[] | null = null
  scanRecords(text, { delimiter: ';', quote: '"' }, path, fields => {
    if (fields.length === 1) {
      records = []
      header = null
      tables.set(fields[0].trim(), records)
    } else if (header === null) {
      header = fields.map(name => name.trim())
    } else {
      records.push(textRecord(header, fields))
    }
  })
  return tables
}

export function textRecord(header: readonly string[], fields: readonly string[]): TextRecord {
  return Object.fromEntries(header.map((name, i) => [name, fields[i] ?? '']))
}
