import { describe, expect, it } from 'vitest'
import { agesOf, isAllAges } from '../../src/sources/age-category.ts'

const byTitle = (title: string) => agesOf({ key: title, title })
const byCode = (key: string) => agesOf({ key, title: key })

describe('ages by title', () => {
  it.each([
    ['75 jaar', 75, 76],
    ['75 tot 80 jaar', 75, 80],
    ['95 jaar of ouder', 95, null],
    ['Leeftijd: 75 jaar of ouder', 75, null],
    ['105 jaar of ouder', 105, null],
    ['15 tot en met 24 jaar', 15, 25],
    ['jonger dan 20 jaar', 0, 20],
    ['75 years or older', 75, null],
    ['75 to 80 years', 75, 80],
    ['80+', 80, null],
    ['Totaal', 0, null],
    ['Totaal leeftijd', 0, null],
    ['Totaal alle leeftijden', 0, null],
  ])('%s', (title, from, to) => expect(byTitle(title)).toEqual([from, to]))

  it.each(['Mannen', 'Totaal burgerlijke staat', 'Onderwijsniveau: laag', '', 'Gehuwd'])('none: %s', title =>
    expect(byTitle(title)).toBeNull(),
  )

  it('goes before the code', () => {
    expect(agesOf({ key: '21600', title: '80 jaar of ouder' })).toEqual([80, null])
  })
})

describe("ages by CBS's code", () => {
  it.each([
    ['10000', 0, null],
    ['10010', 0, 1],
    ['10100', 1, 2],
    ['17500', 75, 76],
    ['19900', 99, 100],
    ['19901', 100, 101],
    ['19905', 104, 105],
    ['22300', 105, null],
    ['70100', 0, 5],
    ['70200', 5, 10],
    ['71600', 75, 80],
    ['71900', 90, 95],
    ['22000', 95, null],
    ['20300', 18, null],
    ['53115', 18, 65],
    ['80200', 65, null],
  ])('%s', (code, from, to) => expect(byCode(code)).toEqual([from, to]))

  it.each(['3000', 'T009002', '70000', '72000', '10050', '1015100', '99999'])('none: %s', code =>
    expect(byCode(code)).toBeNull(),
  )
})

it('knows all ages from an open band', () => {
  expect([isAllAges([0, null]), isAllAges([0, 20]), isAllAges([75, null])]).toEqual([true, false, false])
})
