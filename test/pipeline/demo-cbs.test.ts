import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { readStatLine } from '../../src/ingest/statline/read.ts'
import { cbsCells, DEGREES } from '../../src/pipeline/demo-cbs.ts'
import { PUBLISHED_FIGURES } from '../../src/pipeline/demo-scenario.ts'
import { dataPath } from '../../src/pipeline/reference-data.ts'

const cells = cbsCells(seededRandom(77), PUBLISHED_FIGURES)

describe('the synthetic table of CBS', () => {
  it('has three degrees that add up to a hundred in every group, year and topic', () => {
    const groups = [...new Set(cells.map(({ group, year }) => `${group} ${year}`))]
    expect(groups.length).toBe(10 * 5)
    for (const name of groups) {
      const degrees = cells.filter(({ group, year }) => `${group} ${year}` === name)
      expect(degrees.length).toBe(3)
      for (const topic of [0, 1, 2]) {
        expect(degrees.reduce((sum, cell) => sum + cell.topics[topic][0], 0)).toBeCloseTo(100, 9)
      }
    }
  })

  it('gives people of 75 and older the shares of the scenario', () => {
    for (const { year, somewhat, strongly } of PUBLISHED_FIGURES.cbs) {
      const of = (degree: number) =>
        cells.find(
          cell => cell.group === '21600' && cell.year === year && cell.degree === DEGREES[degree].key,
        )?.topics[0][0]
      expect(of(1)).toBeCloseTo(100 * somewhat, 9)
      expect(of(2)).toBeCloseTo(100 * strongly, 9)
    }
  })

  it('has intervals around every value, wider for fewer people', () => {
    const width = (group: string) => {
      const [, low, high] = cells.find(cell => cell.group === group)?.topics[0] ?? [0, 0, 0]
      return high - low
    }
    expect(
      cells.every(({ topics }) => topics.every(([value, low, high]) => low < value && value < high)),
    ).toBe(true)
    expect(width('21600')).toBeGreaterThan(2.5 * width('T009002'))
  })
})

describe('the archive of the demo', () => {
  it('is read as a StatLine table of 2019 and 2021 to 2024 that calls itself synthetic', async () => {
    const table = await readStatLine(dataPath('demo/cbs/85766NED_synthetisch.zip'))
    expect(table.id).toBe('85766NED')
    expect(table.title).toMatch(/^SYNTHETISCH/)
    expect(table.warnings).toEqual([])
    const period = table.dimensions.find(({ kind }) => kind === 'period')
    expect(period?.categories.map(({ key }) => key)).toEqual([
      '2019JJ00',
      '2021JJ00',
      '2022JJ00',
      '2023JJ00',
      '2024JJ00',
    ])
    expect(period?.categories.at(-1)?.provisional).toBe(true)
    expect(table.measures.map(({ stem, unit }) => `${stem} ${unit}`)).toEqual([
      'Eenzaamheid %',
      'SocialeEenzaamheid %',
      'EmotioneleEenzaamheid %',
    ])
  })

  it('holds the cells that were made, with their bounds', async () => {
    const table = await readStatLine(dataPath('demo/cbs/85766NED_synthetisch.zip'))
    const keys = table.dimensions.map(({ categories }, d) =>
      Array.from(table.codes[d], code => categories[code].key),
    )
    const found = new Map(
      Array.from(table.values, (value, i) => [
        [...keys.map(of => of[i]), table.measures[table.measure[i]].key].join(' '),
        value,
      ]),
    )
    expect(found.size).toBe(cells.length * 9)
    for (const { group, degree, year, topics } of cells) {
      for (const [i, margin] of ['MW00000', 'MOG0095', 'MBG0095'].entries()) {
        const key = [margin, group, degree, `${year}JJ00`, 'EmotioneleEenzaamheid_3'].join(' ')
        expect(found.get(key)).toBe(topics[2][i])
      }
    }
  })
})
