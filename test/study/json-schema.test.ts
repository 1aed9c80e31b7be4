import { describe, expect, it } from 'vitest'
import { type JsonSchema, schemaAt, studyJsonSchema } from '../../src/study/json-schema.ts'

/** Every key at any depth that has no description. */
function silentKeys(schema: JsonSchema, path = ''): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    if (typeof value !== 'object') return []
    const place = `${path}/${key}`
    return [
      ...(value.description === undefined && !SELF_EVIDENT.test(place) ? [place] : []),
      ...silentKeys(value, place),
    ]
  })
  const items = schema.items
  return typeof items === 'object' && !Array.isArray(items) ? [...own, ...silentKeys(items, path)] : own
}

const SELF_EVIDENT = /\/codes\/sex\/(male|female)$/

describe('the JSON Schema of the study file', () => {
  it('describes every key', () => {
    expect(silentKeys(studyJsonSchema())).toEqual([])
  })

  it('names its draft and refuses unknown keys', () => {
    expect(studyJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['title', 'waves'],
    })
  })

  it('finds the part that describes a path', () => {
    expect(schemaAt(studyJsonSchema(), ['waves', 3, 'fieldwork', 0])).toMatchObject({ format: 'date' })
    expect(schemaAt(studyJsonSchema(), ['nowhere', 'at', 'all'])).toBeUndefined()
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(studyJsonSchema()))).toEqual(studyJsonSchema())
  })
})
