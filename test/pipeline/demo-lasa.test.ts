import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import { lasaDemo } from '../../src/pipeline/demo-lasa.ts'
import { PUBLISHED_FIGURES } from '../../src/pipeline/demo-scenario.ts'
import { dataPath } from '../../src/pipeline/reference-data.ts'

interface Reference {
  readonly files: readonly { name: string; rows: number; columns: readonly string[] }[]
  readonly waves: readonly {
    wave: string
    records: number
    from75: number
    valid75: number
    lonely75: number
    severe75: number
    sumOfScores: number
    alpha: number
    fieldwork: readonly [string, string]
    ownTotalsAgree: boolean
    ownPartsAgree: boolean
  }[]
  readonly stability: readonly number[]
  readonly telephone: readonly { wave: string; records: number; alsoInItems: number }[]
}

const reference: Reference = JSON.parse(
  readFileSync(new URL('../reference/demo-lasa.json', import.meta.url), 'utf8'),
)
const FOLDER = dataPath('demo/lasa')
const EMOTIONAL = [2, 3, 5, 6, 9, 10]

describe('the LASA folder of the demo', () => {
  it('holds files named as LASA names them, five waves and 3B, in mixed capitals', () => {
    const names = readdirSync(FOLDER)
    expect(
      names.filter(name => !/^LASA?(?:[F-J]|3B|Z)(?:073|273|712|004|008|052)\.sav$/i.test(name)),
    ).toEqual([])
    expect(names).toEqual(
      expect.arrayContaining(['LASAF073.SAV', 'LASAG073.sav', 'lasah073.sav', 'LASAJ712.sav']),
    )
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
  })

  it.each(reference.files)('$name is read as haven reads it, and says that it is synthetic', async file => {
    const { variables, rows, notes } = await openDataFile(`${FOLDER}/${file.name}`)
    expect(variables.map(({ name }) => name)).toEqual(file.columns)
    expect(rows).toBe(file.rows)
    expect(notes.filter(note => /SYNTHETI/.test(note)).length).toBeGreaterThanOrEqual(2)
  })

  it.each(reference.waves)('wave $wave: its items give the totals that R counts', async wave => {
    const items = await numbers(nameOf(wave.wave, '073'))
    const ages = await numbers('LASAZ008.SAV')
    const letter = wave.wave.toLowerCase()
    const ageOf = new Map(ages.get('respnr')?.map((id, i) => [id, ages.get(`${letter}age`)?.[i] ?? -2]))
    const totals = items.get('respnr')?.map((id, i) => ({
      age: ageOf.get(id) ?? -2,
      total: totalOf(
        Array.from({ length: 11 }, (_, k) => items.get(`${letter}lo${k + 1}`)?.[i] ?? Number.NaN),
      ),
    }))
    const old = totals?.filter(({ age }) => age >= 75) ?? []
    expect(totals?.length).toBe(wave.records)
    expect(old.length).toBe(wave.from75)
    expect(old.filter(({ total }) => total !== null).length).toBe(wave.valid75)
    expect(old.filter(({ total }) => total !== null && total >= 3).length).toBe(wave.lonely75)
    expect(old.filter(({ total }) => total !== null && total >= 9).length).toBe(wave.severe75)
    expect(totals?.reduce((sum, { total }) => sum + (total ?? 0), 0)).toBe(wave.sumOfScores)
  })

  it.each(reference.waves)("wave $wave: LASA's own scores are those of its items by LASA's rule", wave => {
    expect(wave.ownTotalsAgree).toBe(true)
    expect(wave.ownPartsAgree).toBe(true)
  })

  it('lies near the prevalence published of LASA, 27 % before and 23 % later', () => {
    const shares = reference.waves.map(({ lonely75, valid75 }) => lonely75 / valid75)
    expect(Math.abs(shares[0] - 0.27)).toBeLessThan(0.01)
    expect(Math.abs(shares[4] - 0.23)).toBeLessThan(0.01)
  })

  it('has a scale as good as the real one, and people who answer much as they did three years before', () => {
    for (const { alpha } of reference.waves) expect(alpha).toBeGreaterThan(0.8)
    for (const { alpha } of reference.waves) expect(alpha).toBeLessThan(0.9)
    for (const r of reference.stability) expect(r).toBeGreaterThan(0.55)
    for (const r of reference.stability) expect(r).toBeLessThan(0.75)
  })

  it('has telephone interviews of people who are not among the others', () => {
    expect(reference.telephone.map(({ wave }) => wave)).toEqual(['H', 'J'])
    for (const { records, alsoInItems } of reference.telephone) {
      expect(records).toBeGreaterThan(15)
      expect(alsoInItems).toBe(0)
    }
  })
})

describe('the people of the synthetic LASA', () => {
  const { people } = lasaDemo(seededRandom(76), PUBLISHED_FIGURES)

  it('are followed through the waves, grow older and become fewer', () => {
    const letters = ['F', 'G', 'H', 'I', 'J']
    const early = people.filter(({ sample }) => sample !== 3)
    const counts = letters.map(
      wave => early.filter(({ visits }) => visits.some(one => one.wave === wave)).length,
    )
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(counts[4]).toBeGreaterThan(counts[0] / 4)
    for (const { visits } of people) {
      expect(visits.every(({ age }, i) => i === 0 || age > visits[i - 1].age)).toBe(true)
    }
  })

  it('are nobody twice', () => {
    expect(new Set(people.map(({ respnr }) => respnr)).size).toBe(people.length)
  })

  it('of 75 and older ten years apart are enough to compare: F with I, G with J', () => {
    for (const wave of ['F', 'G', 'I', 'J']) {
      const old = people.filter(({ visits }) => visits.some(one => one.wave === wave && one.age >= 75))
      expect(old.length).toBeGreaterThan(180)
    }
  })

  it('are all interviewed by telephone from the year in which the instrument changes', () => {
    const { files } = lasaDemo(seededRandom(76), { ...PUBLISHED_FIGURES, sixItemsFrom: 2018 })
    const ofJ = files.map(({ name }) => name).filter(name => /^LASAJ/i.test(name))
    expect(ofJ).toEqual(['LASAJ712.sav'])
  })
})

function nameOf(wave: string, topic: string): string {
  const name = readdirSync(FOLDER).find(
    file => file.toLowerCase() === `lasa${wave}${topic}.sav`.toLowerCase(),
  )
  if (name === undefined) throw new Error(`no file of ${wave} ${topic}`)
  return name
}

async function numbers(name: string): Promise<Map<string, number[]>> {
  const { variables, content } = await openDataFile(`${FOLDER}/${name}`)
  if (content.kind !== 'columns') throw new Error('not a .sav')
  const names = variables.map(variable => variable.name)
  const columns = new Map(names.map(one => [one.toLowerCase(), [] as number[]]))
  for await (const chunk of content.chunks(names)) {
    for (const [i, one] of names.entries()) {
      const values = chunk.columns[i]
      if (values instanceof Float64Array)
        columns.get(one.toLowerCase())?.push(...values.subarray(0, chunk.rows))
    }
  }
  return columns
}

/** By the manual: 3 is yes, at most one missing. */
function totalOf(answers: readonly number[]): number | null {
  const missing = answers.filter(answer => !(answer >= 1)).length
  if (missing > 1) return null
  return answers.filter((answer, k) => (EMOTIONAL.includes(k + 1) ? answer >= 2 : answer >= 1 && answer <= 2))
    .length
}
