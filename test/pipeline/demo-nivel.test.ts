import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../src/ingest/open.ts'
import { dataPath } from '../../src/pipeline/reference-data.ts'

const YEARS = [2015, 2017, 2019, 2021]
const EMOTIONAL = ['v3', 'v9', 'v10']
const ITEMS = ['v3', 'v4', 'v7', 'v8', 'v9', 'v10']
const AIMS = [0.36, 0.375, 0.38, 0.41]

describe('the files of Nivel in the demo', () => {
  it.each(YEARS)('%i is a CSV of Dutch Excel that says it is synthetic', async year => {
    const file = await openDataFile(path(year))
    expect(file.encoding).toBe(year === 2015 ? 'windows-1252' : 'utf-8')
    expect(file.content).toMatchObject({ kind: 'csv', delimiter: ';', decimal: ',' })
    expect(file.variables.map(({ name }) => name)).toContain('synthetisch')
    expect(file.warnings.map(({ code }) => code)).toEqual(year === 2015 ? ['encoding_guessed'] : [])
  })

  it('starts the later files with a byte order mark, and writes ends of lines as Windows does', () => {
    expect(readFileSync(path(2017)).subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(readFileSync(path(2015)).subarray(0, 4).toString()).toBe('resp')
    expect(readFileSync(path(2021), 'utf8')).toMatch(/^[^\r\n]+\r\n/)
  })

  it.each(YEARS.map((year, i) => ({ year, aim: AIMS[i] })))(
    '$year reaches its share of lonely people of 75 and older',
    ({ year, aim }) => {
      const totals = rows(year)
        .filter(row => Number(row.lft) >= 75)
        .map(totalOf)
        .filter(total => total !== null)
      expect(totals.length).toBeGreaterThan(300)
      expect(Math.abs(totals.filter(total => total >= 2).length / totals.length - aim)).toBeLessThan(0.003)
    },
  )

  it('asks the same people again, two years older; some have left and others come', () => {
    for (const [i, year] of YEARS.slice(1).entries()) {
      const before = new Map(rows(YEARS[i]).map(row => [row.resp, row]))
      const again = rows(year).filter(row => before.has(row.resp))
      expect(again.length).toBeGreaterThan(450)
      expect(again.length).toBeLessThan(600)
      for (const row of again) {
        expect(Number(row.lft) - Number(before.get(row.resp)?.lft)).toBe(2)
        expect(row.gesl).toBe(before.get(row.resp)?.gesl)
      }
    }
  })

  it('has weights with mean 1, and answers that are missing as blanks and as words', () => {
    for (const year of YEARS) {
      const weights = rows(year).map(row => Number(row.gewicht.replace(',', '.')))
      expect(weights.reduce((sum, weight) => sum + weight, 0) / weights.length).toBeCloseTo(1, 3)
      const answers = rows(year).flatMap(row => ITEMS.map(item => row[item]))
      expect(new Set(answers)).toEqual(new Set(['Ja', 'Min of meer', 'Nee', 'weet niet', '']))
    }
  })
})

function path(year: number): string {
  return dataPath(`demo/nivel/nivel${year}.csv`)
}

function rows(year: number): Record<string, string>[] {
  const text = readFileSync(path(year), year === 2015 ? 'latin1' : 'utf8').replace(/^﻿/, '')
  const [header, ...lines] = text
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(';'))
  return lines.map(line => Object.fromEntries(header.map((name, i) => [name, line[i]])))
}

function totalOf(row: Record<string, string>): number | null {
  const answered = ITEMS.filter(item => ['Ja', 'Min of meer', 'Nee'].includes(row[item]))
  if (answered.length < 5) return null
  return answered.filter(
    item => row[item] === 'Min of meer' || row[item] === (EMOTIONAL.includes(item) ? 'Ja' : 'Nee'),
  ).length
}
