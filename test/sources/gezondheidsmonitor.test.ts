import { describe, expect, it } from 'vitest'
import { bind } from '../../src/sources/bind.ts'
import { fileWith, numbered, problemsOf, variable, waveOf } from './file-with.ts'

const ITEMS = numbered('GGEEB', 201, 11)
const WEIGHTS = { 2012: 'weegfactor3', 2016: 'ewGGD', 2020: 'ewGGDkern', 2022: 'ewGGD', 2024: 'ewGGD' }
const monitor = (year: string, names: readonly string[], by: readonly string[] = []) =>
  bind(waveOf('gezondheidsmonitor', year), fileWith([...ITEMS, ...names]), by)

describe('a file of the Gezondheidsmonitor', () => {
  it.each(Object.entries(WEIGHTS))('of %s has its own weight: %s', (year, weight) => {
    const others = Object.values(WEIGHTS).filter(name => name !== weight)
    const names = [
      'volgnummer',
      'LFT0109',
      'geslacht',
      'PrimaireEenheid',
      weight,
      'ewCBSGGD',
      'weegfactor1',
      ...others,
    ]
    expect(monitor(year, names).columns).toEqual({
      id: 'volgnummer',
      weight,
      stratum: 'PrimaireEenheid',
      age: 'LFT0109',
      sex: 'geslacht',
    })
  })

  it('has the eleven items in the order of the manual, 1 = ja', () => {
    const { items, answers, sex, scale, subscaleCutoff } = monitor('2016', [
      'LFT0109',
      'AGGSA202',
      'ewGGD',
      'PrimaireEenheid',
    ])
    expect([...items]).toEqual(ITEMS.map((name, i) => [i + 1, name]))
    expect(answers).toEqual({ yes: [1], moreOrLess: [2], no: [3], missing: [9] })
    expect(sex).toEqual({ male: [1], female: [2] })
    expect({ scale, subscaleCutoff }).toEqual({ scale: 'djg11', subscaleCutoff: 2 })
  })

  it('may write names in other capitals', () => {
    const file = fileWith([
      ...ITEMS.map(name => name.toLowerCase()),
      'lft0109',
      'aggsa202',
      'EWGGD',
      'GEMEENTECODE',
    ])
    const { columns, items } = bind(waveOf('gezondheidsmonitor', '2022'), file, [])
    expect(columns).toMatchObject({
      age: 'lft0109',
      sex: 'aggsa202',
      weight: 'EWGGD',
      municipality: 'GEMEENTECODE',
    })
    expect(items.get(11)).toBe('ggeeb211')
  })

  it('is stratified by municipality where it lacks the sampling unit, and says so', () => {
    const { columns, warnings } = monitor('2016', ['LFT0109', 'geslacht', 'ewGGD', 'Gemeentecode'])
    expect(columns).toMatchObject({ stratum: 'Gemeentecode', municipality: 'Gemeentecode' })
    expect(warnings.map(({ code }) => code)).toEqual(['stratum_from_municipality'])
  })

  it.each([
    ['2012', 'weegfactor1', 'weegfactor3'],
    ['2016', 'ewCBSGGD', 'ewGGD'],
    ['2020', 'ewGGD', 'ewGGDkern'],
    ['2022', 'ewCBSGGD', 'ewGGD'],
  ])('of %s is refused when it only has the weight %s', (year, wrong, right) => {
    const [problem, ...others] = problemsOf(() =>
      monitor(year, ['LFT0109', 'geslacht', 'PrimaireEenheid', wrong]),
    )
    expect(problem).toMatchObject({ code: 'wrong-weight', where: `/data/survey.sav, variable ${wrong}` })
    expect(problem.message).toContain(`lacks ${right}, the weight for loneliness in ${year}; it has ${wrong}`)
    expect(others).toEqual([])
  })

  it('of a year whose weight is not known asks for it', () => {
    const [problem] = problemsOf(() => monitor('2028', ['LFT0109', 'geslacht', 'PrimaireEenheid', 'ewGGD']))
    expect(problem.message).toBe(
      'it is not known which weight belongs to loneliness in 2028 (the file has ewGGD)',
    )
  })

  it('is read with what the study file declares before what is known', () => {
    const wave = waveOf('gezondheidsmonitor', '2016', {
      columns: { weight: 'ewCBSGGD', stratum: 'wijk', item1: 'eerste' },
      codes: { missing: [8, 9] },
      subscaleCutoff: 3,
    })
    const file = fileWith([...ITEMS, 'eerste', 'LFT0109', 'geslacht', 'ewCBSGGD', 'wijk', 'Gemeentecode'])
    const { columns, items, answers, subscaleCutoff, warnings } = bind(wave, file, [])
    expect(columns).toMatchObject({ weight: 'ewCBSGGD', stratum: 'wijk' })
    expect(items.get(1)).toBe('eerste')
    expect(answers).toEqual({ yes: [1], moreOrLess: [2], no: [3], missing: [8, 9] })
    expect(subscaleCutoff).toBe(3)
    expect(warnings.map(({ code }) => code)).toEqual(['weight_doubtful'])
  })

  it('is refused when its labels say 1 = nee', () => {
    const labels = { 1: 'Nee', 2: 'Min of meer', 3: 'Ja', 9: 'Onbekend' }
    const file = fileWith([
      ...ITEMS.map(name => variable(name, labels)),
      'LFT0109',
      'geslacht',
      'ewGGD',
      'PrimaireEenheid',
    ])
    const [problem] = problemsOf(() => bind(waveOf('gezondheidsmonitor', '2016'), file, []))
    expect(problem).toMatchObject({
      code: 'labels-reversed',
      count: 11,
      where: '/data/survey.sav, variable GGEEB201',
    })
    expect(problem.message).toContain('1 is labelled "Nee" but taken as yes')
    expect(problem.hint).toContain('declare the codes they say')
  })

  it('has all that is wrong named at once', () => {
    const file = fileWith(['GGEEB201', 'GGEEB02', ...ITEMS.slice(3), 'ewCBSGGD'])
    const problems = problemsOf(() =>
      bind(waveOf('gezondheidsmonitor', '2016'), file, ['municipality', 'opleiding']),
    )
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'columns-missing: survey.sav has no column `LFT0109` for age',
      'columns-missing: survey.sav has no column `geslacht` or `AGGSA202` for sex',
      expect.stringContaining('wrong-weight: '),
      'columns-missing: survey.sav lacks 2 of the items: GGEEB202 (did you mean GGEEB02?), GGEEB203 (did you mean GGEEB02?)',
      'columns-missing: survey.sav has no column `Gemeentecode` for municipality',
      'columns-missing: survey.sav has no column `opleiding`',
    ])
  })

  it('needs the items only to be scored', () => {
    const file = fileWith([...ITEMS, 'volgnummer'])
    const binding = bind(waveOf('gezondheidsmonitor', '2016'), file, ['sex'], { answersOnly: true })
    expect(binding.columns).toEqual({ id: 'volgnummer' })
  })
})
