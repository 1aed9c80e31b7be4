/** JSON Schema (draft 2020-12) of the study file, for editors and for the hints of error messages. */
import { z } from 'zod'
import { studySchema } from './schema.ts'

export type JsonSchema = z.core.JSONSchema.JSONSchema

export function studyJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ejz study file',
    description: 'What to analyse, how, and how to judge it. Unknown keys are errors.',
    ...z.toJSONSchema(studySchema, { io: 'input', target: 'draft-2020-12' }),
  }
}

/** The part of the schema that describes what stands at a path; undefined where there is none. */
export function schemaAt(schema: JsonSchema, path: readonly (string | number)[]): JsonSchema | undefined {
  let part: JsonSchema | undefined = schema
  for (const step of path) part = part && into(part, step)
  return part
}

function into(schema: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === 'string') return asSchema(schema.properties?.[step])
  return (
    asSchema(schema.prefixItems?.[step]) ?? (Array.isArray(schema.items) ? undefined : asSchema(schema.items))
  )
}

function asSchema(value: z.core.JSONSchema._JSONSchema | undefined): JsonSchema | undefined {
  return typeof value === 'object' ? value : undefined
}
