import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bind } from '../../src/sources/bind.ts'
import { lasaProfile } from '../../src/sources/lasa.ts'
import { lasaFileName, lasaNameOf, nearMisses } from '../../src/sources/lasa-files.ts'
import { LASA_WAVES, lasaWave, lasaWaveHint } from '../../src/sources/lasa-waves.ts'
import { ROOT } from '../source-graph.ts'
import { fileWith, numbered, problemsOf, variable, waveOf } from './file-with.ts'

const items = (labels: Readonly<Record<number, string>> = {}) =>
  numbered('hlo', 1, 11).map(name => variable(name, labels))
const background = ['respnr', 'hage', 'sex']
const lasa = (wave: string) => waveOf('lasa', wave, { panel: true, fieldwork: ['2011-10-01', '2012-09-30'] })

describe('a file of LASA', () => {
  it('trap 1: 3 is yes, where 1 is yes in the Gezondheidsmonitor', () => {
    const { answers } = bind(lasa('H'), fileWith([...items(), ...background]), [])
    expect(answers).toEqual({ yes: [3], moreOrLess: [2], no: [1], missing: [] })
    const monitor = [...numbered('GGEEB', 201, 11), 'LFT0109', 'geslacht', 'ewGGD', 'PrimaireEenheid']
    expect(bind(waveOf('gezondheidsmonitor', '2016'), fileWith(monitor), []).answers.yes).toEqual([1])
  })

  it('trap 1: stops where its labels say the reverse', () => {
    const reversed = items({ 1: 'ja', 2: 'min of meer', 3: 'nee' })
    const [problem] = problemsOf(() => bind(lasa('H'), fileWith([...reversed, ...background]), []))
    expect(problem).toMatchObject({ code: 'labels-reversed' })
  })

  it('binds the person as PSU, no weight, and items in any capitals', () => {
    const names = [...numbered('HLO', 1, 11), 'RespNr', 'HAGE', 'Sex', 'hlosom', 'hlorat', 'hlo']
    const { columns, items: bound } = bind(lasa('h'), fileWith(names), [])
    expect(columns).toEqual({ id: 'RespNr', psu: 'RespNr', age: 'HAGE', sex: 'Sex' })
    expect([...bound]).toEqual(numbered('HLO', 1, 11).map((name, i) => [i + 1, name]))
  })

  it('has the variables of its own wave only', () => {
    const problems = problemsOf(() => bind(lasa('I'), fileWith([...items(), ...background]), []))
    const messages = problems.map(({ message }) => message).join('\n')
    expect(messages).toContain('no column `iage`')
    expect(messages).toContain('lacks 11 of the items: ilo1')
  })
})

describe('the name of a LASA file', () => {
  it.each([
    ['LASAB073.SAV', 'B', 'items'],
    ['lasah712.sav', 'H', 'telephone'],
    ['LAS2B073.sav', '2B', 'items'],
    ['las3b273.Sav', '3B', 'scores'],
    ['LASMB073.sav', 'MB', 'items'],
    ['LASAMB073.sav', 'MB', 'items'],
    ['LSNa073.sav', 'LSNa', 'items'],
    ['LASAZ004.sav', 'Z', 'person'],
    ['lasaz008.SAV', 'Z', 'ages'],
    ['LASAZ052.sav', 'Z', 'residence'],
    ['LASAB025.sav', 'B', null],
    ['LASAZ073.sav', 'Z', null],
  ])('trap 6: %s says wave %s', (name, wave, topic) => {
    expect(lasaFileName(name)).toMatchObject({ wave, topic })
  })

  it.each([
    'LASAH073.csv',
    'LASAH73.sav',
    'LASAH073 (1).sav',
    'LASAdc25.sav',
    'LASA073.sav',
    'ejz.yaml',
    'LASAQ073.sav',
  ])('is not %s', name => expect(lasaFileName(name)).toBeNull())

  it('is made for any wave', () => {
    expect(['B', '3B', 'MB', 'LSNa'].map(wave => lasaNameOf(wave, 'items'))).toEqual([
      'LASAB073.sav',
      'LAS3B073.sav',
      'LASMB073.sav',
      'LSNa073.sav',
    ])
    expect(lasaNameOf('H', 'ages')).toBe('LASAZ008.sav')
  })

  it('has near misses: another ending, a copy, a slip of the pen', () => {
    const others = ['LASAH073.csv', 'LASAH073 (1).sav', 'LASAH73.sav', 'LASAI073.sav', 'README.txt']
    expect(nearMisses('LASAH073.sav', others)).toEqual(['LASAH073.csv', 'LASAH073 (1).sav', 'LASAH73.sav'])
  })
})

describe('the waves of LASA', () => {
  it('trap 6: 2B, 3B and MB begin their variables with b, as B does', () => {
    const prefixed = LASA_WAVES.filter(({ prefix }) => prefix === 'b').map(({ id }) => id)
    expect(prefixed).toEqual(['B', '2B', '3B', 'MB', '4B'])
  })

  it('are known in any capitals, and a wrong name gets a hint', () => {
    expect(lasaWave('3b')?.id).toBe('3B')
    expect(lasaWave('A')?.id).toBe('LSNa')
    expect(lasaWaveHint('golf H')).toContain('did you mean `H`')
    expect(lasaWaveHint('2011')).toContain('did you mean `H`')
    expect(lasaWaveHint('x')).toContain('the waves of LASA are')
  })
})

const CODES = join(ROOT, '../shared/reference/scale/lasa273_codes.csv')
const LABELS = join(ROOT, '../shared/data/lasa_labels/lasa_value_labels_073.csv')

describe.skipIf(!existsSync(CODES))('LASA’s list of score codes (skipped where ../shared is absent)', () => {
  const rows = existsSync(CODES) ? table(CODES) : []
  const documented = LASA_WAVES.filter(({ missingAllowed }) => missingAllowed !== null)

  it('trap 7: more than one missing answer until G, more than two from H on', () => {
    const allowed = documented.map(({ id }) => {
      const [rule] = rows.filter(
        row => row.wave === id && row.variable === 'lo' && />\d miss/.test(row.label),
      )
      return [id, Number(/>(\d)/.exec(rule.label)?.[1])]
    })
    expect(documented.map(({ id, missingAllowed }) => [id, missingAllowed])).toEqual(allowed)
    const rules = documented.map(({ id }) => lasaProfile({ wave: id }).scoreRule)
    expect(rules).toEqual(allowed.map(([, n]) => (n === 1 ? 'lasa-one' : 'lasa-two')))
  })

  it.each(['loemo', 'losoc'])('trap 3: nonresponse among the codes of %s looks like a score', name => {
    for (const { id, nonresponse } of documented) {
      const listed = rows
        .filter(row => row.wave === id && row.variable === name && /nonresponse|born/.test(row.label))
        .map(row => Number(row.code))
        .filter(code => code > 0)
      expect([id, name === 'loemo' ? nonresponse.emotional : nonresponse.social]).toEqual([id, listed])
    }
  })

  it('covers the items of the waves that say so', () => {
    const listed = new Set(
      table(LABELS)
        .filter(row => row.canonical_name === 'lo1')
        .map(row => row.wave),
    )
    const known = LASA_WAVES.filter(({ itemsDocumented }) => itemsDocumented).map(({ id }) => id)
    expect(known.sort()).toEqual([...listed].filter(wave => wave !== 'Z').sort())
  })
})

/** No cell of these columns holds a comma. */
function table(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])))
}
