import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { analyse } from '../../src/pipeline/analyse.ts'
import { asksWhoTheyAre, type People, samePeopleWarnings } from '../../src/pipeline/same-people.ts'
import { threeWaves } from './three-waves.ts'

const [first, second] = threeWaves().waves

/** Ids 1 to n; sex and age by a rule of the id and the wave. */
function peopleOf(n: number, sexAndAge: (id: number) => readonly [number, number]): People {
  return new Map(
    Array.from({ length: n }, (_, i) => {
      const [sex, age] = sexAndAge(i + 1)
      return [String(i + 1), { sex, age }]
    }),
  )
}

const before = peopleOf(100, id => [1 + (id % 2), 60 + (id % 30)])
const older = peopleOf(100, id => [1 + (id % 2), 64 + (id % 30)])
const others = peopleOf(100, id => [1 + ((id * 7) % 3 ? 1 : 0), 60 + ((id * 13) % 37)])
const warned = (a: People | null, b: People | null) =>
  samePeopleWarnings([
    { spec: first, time: 2012.8, people: a },
    { spec: second, time: 2016.8, people: b },
  ]).map(({ code, source }) => `${code} ${source}`)

describe('ids that two waves have in common', () => {
  test('are the same people where sex fits and age has grown by the years between', () => {
    expect(warned(before, older)).toEqual(['panel_as_independent proef'])
  })

  test('are running numbers where they do not', () => {
    expect(warned(before, others)).toEqual([])
    expect(warned(before, before)).toEqual([])
  })

  test('tell nothing when they are few, or not asked for', () => {
    const few: People = new Map([...older].slice(0, 19))
    expect(warned(before, few)).toEqual([])
    expect(warned(before, null)).toEqual([])
  })
})

test('is asked of a study of one’s own with several waves that is not said to be a panel', () => {
  expect(asksWhoTheyAre(first, [first, second])).toBe(true)
  expect(asksWhoTheyAre(first, [first])).toBe(false)
  expect(asksWhoTheyAre({ ...first, panel: true }, [first, second])).toBe(false)
  const gm = { ...first, source: 'gezondheidsmonitor' }
  expect(asksWhoTheyAre(gm, [gm, gm])).toBe(false)
})

describe('from files to warning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ejz-same-people-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  async function codes(aged: number): Promise<string[]> {
    const items = Array.from({ length: 11 }, (_, i) => `dj${i + 1}`)
    const write = (name: string, years: number) => {
      const rows = Array.from({ length: 300 }, (_, i) => {
        const answers = items.map((_, item) => 1 + ((i * 7 + item * 3) % 3))
        return [i + 1, 1, 's', 70 + (i % 20) + years, 1 + (i % 2), ...answers].join(',')
      })
      writeFileSync(join(folder, name), [`nr,weight,stratum,age,sex,${items.join(',')}`, ...rows].join('\n'))
      return join(folder, name)
    }
    const files = [write('a.csv', 0), write('b.csv', aged)]
    const waves = [first, second].map((spec, i) => {
      const { municipality: _, ...columns } = spec.columns
      return { ...spec, files: [files[i]], columns: { ...columns, id: 'nr' } }
    })
    const { results } = await analyse(threeWaves({ waves, by: [['sex']], standard: ['first-wave'] }))
    return results.warnings.map(({ code }) => code)
  }

  test('people who are four years older in the next wave are recognised', async () => {
    expect(await codes(4)).toContain('panel_as_independent')
  })

  test('people of the same ages as those before are other people', async () => {
    expect(await codes(0)).not.toContain('panel_as_independent')
  })
})
