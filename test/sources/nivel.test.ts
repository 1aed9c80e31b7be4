import { describe, expect, it } from 'vitest'
import type { WaveSpec } from '../../src/core/study.ts'
import { bind } from '../../src/sources/bind.ts'
import { fileWith, numbered, problemsOf, waveOf } from './file-with.ts'

const SHORT = [3, 4, 7, 8, 9, 10]
const columnsOf = (numbers: readonly number[]) => ({
  id: 'resp',
  weight: 'w',
  age: 'lft',
  sex: 'gesl',
  panel: 'bron',
  ...Object.fromEntries(numbers.map(number => [`item${number}`, `v${number}`])),
})
const CODES = { yes: [1], moreOrLess: [2], no: [3], sex: { male: [1], female: [2] } }
const OTHERS = ['resp', 'w', 'lft', 'gesl', 'bron']

const nivel = (
  own: Partial<WaveSpec> = {},
  names: readonly string[] = [...OTHERS, ...numbered('v', 1, 11)],
) =>
  bind(
    waveOf('nivel', '2019', { scale: 'djg6', panel: true, columns: columnsOf(SHORT), codes: CODES, ...own }),
    fileWith(names),
    ['sex', 'panel'],
  )

describe('the panels of Nivel', () => {
  it('have the person as PSU, and which panel it is under `by`', () => {
    const binding = nivel()
    expect(binding.columns).toEqual({ id: 'resp', psu: 'resp', weight: 'w', age: 'lft', sex: 'gesl' })
    expect([...binding.by]).toEqual([['panel', 'bron']])
  })

  it('have six items or eleven, as declared', () => {
    expect([...nivel().items.keys()]).toEqual(SHORT)
    const eleven = Array.from({ length: 11 }, (_, i) => i + 1)
    expect([...nivel({ scale: 'djg11', columns: columnsOf(eleven) }).items.keys()]).toEqual(eleven)
  })

  it('cannot be followed without an id', () => {
    const { id: _, ...columns } = columnsOf(SHORT)
    expect(
      problemsOf(() => nivel({ columns }, ['w', 'lft', 'gesl', 'bron', ...numbered('v', 1, 11)])),
    ).toMatchObject([{ code: 'columns-missing', message: expect.stringContaining('has no column `id`') }])
  })

  it("say that the manual's missing rule is not verified to be Nivel's, unless the study file says which it is", () => {
    expect(nivel().warnings).toMatchObject([{ code: 'rule_not_verified', source: 'nivel', wave: '2019' }])
    expect(nivel({ missingRule: 'complete' }).warnings).toEqual([])
  })

  it('need no municipality: without one there is no table by it, and that is said', () => {
    const bound = (names: readonly string[], columns = columnsOf(SHORT)) =>
      bind(
        waveOf('nivel', '2019', {
          scale: 'djg6',
          panel: true,
          columns,
          codes: CODES,
          missingRule: 'complete',
        }),
        fileWith([...OTHERS, ...numbered('v', 1, 11), ...names]),
        ['sex', 'municipality'],
      )
    expect(bound([]).warnings).toMatchObject([
      { code: 'empty_domain', message: expect.stringContaining('no figures by municipality'), wave: '2019' },
    ])
    const own = { ...columnsOf(SHORT), municipality: 'gem' }
    expect(bound(['gem'], own)).toMatchObject({ warnings: [], columns: { municipality: 'gem' } })
    expect(problemsOf(() => bound([], own))).toMatchObject([{ code: 'columns-missing' }])
  })
})
