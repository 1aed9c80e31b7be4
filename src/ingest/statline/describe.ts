/** The description of a table from the files that came with its figures, and what of it is missing. */
import type { Warning } from '../../core/warning.ts'
import { type Description, emptyDescription } from './description.ts'
import type { CsvFigures, FigureParts, JsonFigures } from './figure-parts.ts'
import type { FilePart } from './file-part.ts'
import { jsonHeader, textRecords } from './json-rows.ts'
import { tableId } from './key.ts'
import { OWN_COLUMNS } from './long.ts'
import { readMetadata, textRecord } from './metadata-csv.ts'
import type { Recognised } from './recognise.ts'
import { scanRecords } from './scan-records.ts'
import {
  describeCodes,
  describeDimensions,
  describeMeasures,
  describeProperties,
  describeTable,
  type TextRecord,
} from './sections.ts'

export interface Described {
  readonly description: Description
  readonly used: readonly FilePart[]
  readonly warnings: readonly Warning[]
}

export function describe(recognised: readonly Recognised[], figures: FigureParts): Described {
  const description = emptyDescription()
  description.id = figures.format === 'json' ? figures.parts[0].part.id : null
  const used: FilePart[] = []
  for (const part of recognised) {
    if (part.format !== figures.format) continue
    const isUsed = part.format === 'csv' ? addCsv(description, part) : addJson(description, part, figures)
    if (isUsed) used.push(part.file)
  }
  const [{ file }] = figures.parts
  description.id ??= tableId(file.name) ?? tableId(file.file)
  return { description, used, warnings: missingParts(description, figures, used.length > 0) }
}

/** Whether the file says anything about the table. */
function addCsv(description: Description, { part, open, dialect, file }: CsvFigures): boolean {
  if (part.kind === 'metadata') {
    readMetadata(description, open().text, file.where)
    return true
  }
  if (!['codes', 'measures', 'dimensions', 'properties'].includes(part.kind)) return false
  const records: TextRecord[] = []
  let header: readonly string[] | null = null
  scanRecords(open().text, dialect, file.where, fields => {
    if (header === null) header = fields.map(name => name.trim())
    else records.push(textRecord(header, fields))
  })
  if (part.kind === 'measures') describeMeasures(description, records)
  if (part.kind === 'dimensions') describeDimensions(description, records)
  if (part.kind === 'properties') for (const record of records) describeTable(description, record)
  if (part.kind === 'codes') {
    const dimension = records[0]?.DimensionId?.trim() || file.name.replace(/codes\.csv$/i, '')
    describeCodes(description, dimension, records)
  }
  return true
}

function addJson(description: Description, { part }: JsonFigures, figures: FigureParts): boolean {
  const { kind, version, endpoint } = part
  if (kind === 'observations' || kind === 'wide' || kind === 'side') return false
  if (figures.format !== 'json' || figures.parts[0].part.version !== version) return false
  const { id } = figures.parts[0].part
  if (part.id !== null && id !== null && part.id.toLowerCase() !== id.toLowerCase()) return false
  const records = textRecords(part.records)
  switch (kind) {
    case 'measures':
      describeMeasures(description, records)
      return true
    case 'dimensions':
      describeDimensions(description, records)
      return true
    case 'properties':
      describeProperties(description, records)
      return true
    case 'codes':
      describeCodes(description, version === 4 ? endpoint.replace(/Codes$/, '') : endpoint, records)
      return true
    case 'table': {
      const own = records.filter(
        ({ Identifier }) => id === null || Identifier?.toLowerCase() === id.toLowerCase(),
      )
      for (const record of own) describeTable(description, record)
      return own.length > 0
    }
  }
}

/** OData v4 keeps its titles in files of their own: which of them are not there. */
function missingParts(description: Description, figures: FigureParts, isDescribed: boolean): Warning[] {
  const [{ part, file }] = figures.parts
  if (part.kind !== 'observations') return []
  const dimensions = columnNames(figures).filter(name => !OWN_COLUMNS.includes(name.toLowerCase()))
  if (!isDescribed)
    return [missing(`${file.name} came without its code tables: codes stand without titles`, file.where)]
  const { codes, measures, title } = description
  const uncoded = dimensions.filter(name => !codes.has(name))
  const unused = [...description.dimensions.keys()].filter(name => !dimensions.includes(name))
  return [
    ...uncoded.map(name =>
      missing(`the code table of ${name} is not there: its codes stand without titles`, file.where),
    ),
    ...unused.map(name =>
      missing(`the download describes a dimension ${name} that the figures do not have`, file.where),
    ),
    ...(measures.size === 0 ? [missing('the list of topics (MeasureCodes) is not there', file.where)] : []),
    ...(title === null
      ? [missing('the description of the table (Properties) is not there', file.where)]
      : []),
  ]
}

function columnNames(figures: FigureParts): readonly string[] {
  return figures.format === 'csv'
    ? figures.parts[0].header
    : jsonHeader(figures.parts.map(({ part }) => part))
}

function missing(message: string, where: string): Warning {
  return {
    code: 'missing_part',
    message,
    hint: 'download the table again as a whole, and keep its files together',
    where,
  }
}
