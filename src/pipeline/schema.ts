/** The JSON Schemas (draft 2020-12) of what a user writes and of what ejz writes. */
export const SCHEMA_NAMES = ['study', 'results'] as const
export type SchemaName = (typeof SCHEMA_NAMES)[number]

export async function jsonSchema(name: SchemaName): Promise<object> {
  if (name === 'study') return (await import('../study/json-schema.ts')).studyJsonSchema()
  return (await import('../core/results.ts')).resultsJsonSchema()
}
