/**
 * The files of a StatLine download that describe its table, as records by column name.
 *
 * Both generations of OData say the same things under other names; here each is
 * put into the one `Description`.
 */
import { type Description, isProvisional, kindOf, wholeNumber } from './description.ts'

/** One row of a code table or list: text by column name. */
export type TextRecord = Readonly<Record<string, string>>

/** TableInfos of v3, Properties of v4, and the entry of the table in a catalogue. */
export function describeTable(
  description: Description,
  { Identifier, Title, ObservationCount }: TextRecord,
): void {
  description.id ??= spoken(Identifier)
  description.title ??= spoken(Title)
  description.observations ??= wholeNumber(ObservationCount ?? '')
}

/** DataProperties of v3: dimensions, groups of topics and topics in one list. */
export function describeProperties(description: Description, records: readonly TextRecord[]): void {
  for (const { Type, Key, Title, Datatype, Unit, Decimals } of records) {
    const key = Key?.trim() ?? ''
    if (/^TopicGroup$/i.test(Type ?? '') || key === '') continue
    if (/^Topic$/i.test(Type ?? '')) {
      description.measures.set(key, {
        title: spoken(Title) ?? key,
        unit: spoken(Unit),
        decimals: wholeNumber(Decimals ?? ''),
        isText: /^string$/i.test(Datatype ?? ''),
      })
    } else {
      description.dimensions.set(key, { title: spoken(Title) ?? key, kind: kindOf(Type ?? '') })
    }
  }
}

/** Dimensions of v4. */
export function describeDimensions(description: Description, records: readonly TextRecord[]): void {
  for (const { Identifier, Title, Kind } of records) {
    const key = Identifier?.trim() ?? ''
    if (key !== '') description.dimensions.set(key, { title: spoken(Title) ?? key, kind: kindOf(Kind ?? '') })
  }
}

/** MeasureCodes of v4. */
export function describeMeasures(description: Description, records: readonly TextRecord[]): void {
  for (const { Identifier, Title, Unit, Decimals, DataType } of records) {
    const key = Identifier?.trim() ?? ''
    if (key === '') continue
    description.measures.set(key, {
      title: spoken(Title) ?? key,
      unit: spoken(Unit),
      decimals: wholeNumber(Decimals ?? ''),
      isText: /^string$/i.test(DataType ?? ''),
    })
  }
}

/** The code table of one dimension: Key in v3, Identifier in v4. */
export function describeCodes(
  description: Description,
  dimension: string,
  records: readonly TextRecord[],
): void {
  const codes = description.codes.get(dimension) ?? new Map()
  for (const record of records) {
    const key = (record.Key ?? record.Identifier ?? '').trim()
    if (key === '') continue
    const title = spoken(record.Title) ?? key
    codes.set(key, { title, provisional: isProvisional((record.Status ?? '').trim()) })
  }
  description.codes.set(dimension, codes)
}

function spoken(text: string | undefined): string | null {
  const bare = text?.trim() ?? ''
  return bare === '' ? null : bare
}
