import { expect, test } from 'vitest'
import { ageBands } from '../../src/pipeline/age-bands.ts'
import { domainTables } from '../../src/pipeline/domain-tables.ts'
import { joinCells } from '../../src/pipeline/join-cells.ts'
import { studyOf } from './study-of.ts'

const study = studyOf({ by: [['sex'], ['age', 'sex']], bands: { target: [75, 85], all: [18, 75] } })
const bands = ageBands(study, [])
const cells = joinCells([], {
  panel: false,
  names: ['age', 'sex'],
  levels: new Map([
    ['age', bands.labels],
    ['sex', ['male', 'female']],
  ]),
})
const tables = domainTables(study, cells, bands)

test('the target and all respondents each have a total and one table per entry of by', () => {
  expect(tables.map(({ target, by }) => [target, ...by])).toEqual([
    ['75+'],
    ['75+', 'sex'],
    ['75+', 'age', 'sex'],
    ['all'],
    ['all', 'sex'],
    ['all', 'age', 'sex'],
  ])
})

test('a crossed domain selects its age bands and its sex', () => {
  const [first] = tables[2].domains
  expect(first.domain).toEqual({ target: '75+', age: '75-84', sex: 'male' })
  expect([...first.selection]).toEqual([
    ['age', [2]],
    ['sex', [0]],
  ])
})

test('all respondents in total have no age condition, so that a record without age counts', () => {
  expect(tables[3].domains).toEqual([{ domain: { target: 'all' }, selection: new Map() }])
})
