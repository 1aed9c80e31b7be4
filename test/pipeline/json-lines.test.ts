import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableJson } from '../../src/pipeline/json-lines.ts'

test('lists stand one entry to a line, objects are indented', () => {
  expect(readableJson({ a: [{ b: 1 }, { b: 2 }], c: { d: [] } })).toBe(
    '{\n  "a": [\n    {"b":1},\n    {"b":2}\n  ],\n  "c": {\n    "d": []\n  }\n}',
  )
})

test('what is written reads back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
