/** The traps of delivered scores that binding alone can see. */
import { describe, expect, it } from 'vitest'
import type { DeliveredScore } from '../../src/core/binding.ts'
import type { Variable } from '../../src/core/data-file.ts'
import type { WaveSpec } from '../../src/core/study.ts'
import { bind } from '../../src/sources/bind.ts'
import { fileWith, numbered, problemsOf, variable, waveOf } from './file-with.ts'

const ITEMS = numbered('GGEEB', 201, 11)
const BACKGROUND = ['LFT0109', 'geslacht', 'PrimaireEenheid', 'ewGGD']
const bindMonitor = (names: readonly (string | Variable)[], own: Partial<WaveSpec> = {}) =>
  bind(waveOf('gezondheidsmonitor', '2016', own), fileWith([...BACKGROUND, ...names]), [])
const scoresOf = (binding: ReturnType<typeof bind>): readonly DeliveredScore[] =>
  binding.delivered?.use === 'scored' ? binding.delivered.scores : []
const namesOf = (binding: ReturnType<typeof bind>) => scoresOf(binding).map(({ column }) => column)
const refusal = (names: readonly (string | Variable)[], own: Partial<WaveSpec> = {}) =>
  problemsOf(() => bindMonitor(names, own)).map(({ code, message }) => `${code}: ${message}`)

describe('trap 2: GGEES209 code 8', () => {
  const labels = { 0: 'matig eenzaam', 1: '(zeer) ernstig eenzaam', 8: 'nvt', 9: 'onbekend' }
  const missing = [8, 9].map(value => ({ kind: 'value', value }) as const)

  it('counts as not severely lonely, also where the file declares it missing', () => {
    const binding = bindMonitor(['GGEES217', variable('GGEES209', labels, missing)])
    const severe = scoresOf(binding).find(({ holds }) => holds === 'is_severe')
    expect(severe?.values).toEqual(
      new Map([
        [0, 0],
        [1, 1],
        [8, 0],
      ]),
    )
    expect(severe?.missing).toEqual([9])
  })

  it('is not dropped by `codes: missing`, which is about the answers', () => {
    const severe = scoresOf(bindMonitor(['GGEES217', 'GGEES209'], { codes: { missing: [8, 9] } }))[1]
    expect(severe.values.get(8)).toBe(0)
    expect(severe.missing).toEqual([9])
  })

  it('leaves nothing to say without who is lonely', () => {
    expect(refusal(['GGEES209'])).toEqual([
      'scores-missing: survey.sav does not tell who is lonely: it has GGEES209 only',
    ])
  })
})

describe('trap 3: 9 and 99 among valid values', () => {
  it('9 is a score in the total, missing elsewhere; 99 is missing in the total', () => {
    const [total, emotional, social] = scoresOf(bindMonitor(['GGEES203', 'GGEES204', 'GGEES205']))
    expect([total.values.get(9), total.missing]).toEqual([9, [99]])
    expect([emotional.values.get(9), emotional.missing]).toEqual([undefined, [9]])
    expect([[...emotional.values.keys()].at(-1), [...social.values.keys()].at(-1)]).toEqual([6, 5])
  })

  it('a 9 declared missing among the answers stays a score in the total', () => {
    const [total] = scoresOf(bindMonitor(['GGEES203'], { codes: { missing: [9] } }))
    expect([total.values.get(9), total.missing]).toEqual([9, [99]])
  })

  it.each([
    variable('GGEES203', {}, [{ kind: 'value', value: 9 }]),
    variable('GGEES203', {}, [{ kind: 'range', from: 8, to: 99 }]),
    variable('GGEES203', { 9: 'Onbekend' }),
  ])('a file that says 9 is missing in the total is refused', total => {
    expect(refusal([total])[0]).toMatch(
      /^missing-contradicts-codes: the file says that [89] is missing in GGEES203/,
    )
  })

  it('in a short scale the scores end at 6, 3 and 3', () => {
    const wave = waveOf('microdata', '2024', {
      scale: 'djg6',
      columns: { score: 't', emotional: 'e', social: 's' },
      codes: { missing: [5, 9] },
    })
    const scores = scoresOf(bind(wave, fileWith(['t', 'e', 's']), []))
    expect(scores.map(({ values }) => [...values.keys()].at(-1))).toEqual([6, 3, 3])
    expect(scores.map(({ missing }) => missing)).toEqual([[9], [5, 9], [5, 9]])
  })
})

describe('trap 4: two definitions of emotionally and socially lonely', () => {
  it.each([
    [['GGEES217', 'GGEES215', 'GGEES216'], 2, ['GGEES217', 'GGEES215', 'GGEES216']],
    [['GGEES217', 'GGEES218', 'GGEES219'], 3, ['GGEES217', 'GGEES218', 'GGEES219']],
    [['GGEES217', 'GGEES215', 'GGEES216', 'GGEES218', 'GGEES219'], 2, ['GGEES217', 'GGEES215', 'GGEES216']],
    [['GGEES217', 'GGEES215', 'GGEES219'], 2, ['GGEES217', 'GGEES215']],
    [['GGEES217', 'GGEES204', 'GGEES219'], 3, ['GGEES217', 'GGEES204', 'GGEES219']],
    [['GGEES203', 'GGEES204', 'GGEES205', 'GGEES218', 'GGEES219'], 2, ['GGEES203', 'GGEES204', 'GGEES205']],
  ])('are never mixed: %j are cut at %d', (names, cutoff, used) => {
    const binding = bindMonitor(names)
    expect(binding.subscaleCutoff).toBe(cutoff)
    expect(namesOf(binding)).toEqual(used)
    expect(binding.warnings.some(({ code }) => code === 'sub_scale_cutoff')).toBe(cutoff === 3)
  })

  it('the declared one is used, and refused where only the other was delivered', () => {
    const both = ['GGEES217', 'GGEES215', 'GGEES216', 'GGEES218', 'GGEES219']
    expect(namesOf(bindMonitor(both, { subscaleCutoff: 3 }))).toEqual(['GGEES217', 'GGEES218', 'GGEES219'])
    expect(refusal(['GGEES217', 'GGEES218', 'GGEES219'], { subscaleCutoff: 2 })).toEqual([
      'other-cutoff: GGEES218 counts from a sub-scale score of 3 on; asked was 2',
      'other-cutoff: GGEES219 counts from a sub-scale score of 3 on; asked was 2',
    ])
  })

  it('a yes-or-no variable is not taken for a score of 0 to 6', () => {
    expect(
      refusal(['GGEES203', 'GGEES218'], { scoring: 'delivered', columns: { emotional: 'ggees218' } }),
    ).toEqual([
      'not-that-score: GGEES218 holds only who is emotionally lonely and who is not, not the emotional score',
    ])
    expect(refusal(['GGEES208'], { columns: { score: 'GGEES208' } })).toEqual([
      'not-that-score: GGEES208 holds categories, not the total score',
    ])
  })
})

describe('trap 5: the weight of another year or of other questions', () => {
  const file = (weights: readonly string[]) => [...ITEMS, ...weights]
  const withWeights = (year: string, weights: readonly string[], own: Partial<WaveSpec> = {}) =>
    bind(
      waveOf('gezondheidsmonitor', year, own),
      fileWith(['LFT0109', 'geslacht', 'PrimaireEenheid', ...file(weights)]),
      [],
    )

  it.each([
    ['2012', 'weegfactor1', 'weegfactor3'],
    ['2016', 'ewCBSGGD', 'ewGGD'],
    ['2020', 'ewGGD', 'ewGGDkern'],
    ['2022', 'EWCBSGGD', 'ewGGD'],
  ])('of %s is refused, also when the study file names it: %s', (year, wrong, right) => {
    const [problem] = problemsOf(() => withWeights(year, [wrong, right], { columns: { weight: wrong } }))
    expect(problem).toMatchObject({ code: 'wrong-weight' })
    expect(problem.message).toContain(`is not the weight for loneliness in ${year}`)
    expect(problem.hint).toContain(`weight: ${right}`)
  })

  it('may be insisted on where the file lacks the right one, and is warned', () => {
    const { columns, warnings } = withWeights('2020', ['ewCBSGGD'], { columns: { weight: 'ewCBSGGD' } })
    expect(columns.weight).toBe('ewCBSGGD')
    expect(warnings).toMatchObject([{ code: 'weight_doubtful', where: 'ewCBSGGD' }])
  })

  it('of 2024 was seen in no codebook: the name of other years is taken with a warning, unless it is confirmed', () => {
    expect(withWeights('2024', ['ewGGD']).warnings).toMatchObject([
      { code: 'weight_doubtful', where: 'ewGGD' },
    ])
    expect(withWeights('2024', ['ewGGD'], { columns: { weight: 'ewGGD' } }).warnings).toEqual([])
    expect(withWeights('2022', ['ewGGD']).warnings).toEqual([])
  })

  it('the right one may be named, and another that is no trap', () => {
    for (const weight of ['ewGGDkern', 'eigen']) {
      expect(withWeights('2020', ['ewGGDkern', 'eigen'], { columns: { weight } }).warnings).toEqual([])
    }
  })
})

describe('scores and items', () => {
  it('items go first, and the delivered total is kept to be compared', () => {
    const { items, delivered } = bindMonitor([...ITEMS, 'GGEES203', 'GGEES217'])
    expect(items.size).toBe(11)
    expect(delivered).toMatchObject({ use: 'compared', total: { column: 'GGEES203' } })
  })

  it('the scores go first where the study file says so', () => {
    const binding = bindMonitor([...ITEMS, 'GGEES203'], { scoring: 'delivered' })
    expect([binding.items.size, namesOf(binding)]).toEqual([0, ['GGEES203']])
  })

  it('a total goes before categories, and those before yes or no', () => {
    expect(namesOf(bindMonitor(['GGEES217', 'GGEES209', 'GGEES208', 'GGEES203']))).toEqual(['GGEES203'])
    expect(namesOf(bindMonitor(['GGEES217', 'GGEES209', 'GGEES208']))).toEqual(['GGEES208'])
  })

  it('a part of the items is refused, with the scores as a way out', () => {
    const [problem] = problemsOf(() => bindMonitor([...ITEMS.slice(1), 'GGEES203']))
    expect(problem.message).toBe('survey.sav lacks 1 of the items: GGEEB201')
    expect(problem.hint).toContain('scoring: delivered')
  })

  it('scores asked for that are not there are named', () => {
    expect(refusal(ITEMS, { scoring: 'delivered' })).toEqual([
      'columns-missing: survey.sav has no column `GGEES203` for score',
    ])
  })

  it('a column of any survey called score is a score where there are no items, and is not compared', () => {
    const microdata = (names: readonly string[], own: Partial<WaveSpec> = {}) =>
      bind(waveOf('microdata', '2024', { codes: { yes: [1], no: [3] }, ...own }), fileWith(names), [])
    const items = numbered('item', 1, 11)
    expect(namesOf(microdata(['score', 'emotional']))).toEqual(['score', 'emotional'])
    expect(microdata([...items, 'score']).delivered).toBeUndefined()
    expect(microdata([...items, 'score'], { columns: { score: 'score' } }).delivered).toMatchObject({
      use: 'compared',
    })
  })

  it('labels that say the opposite of the code are refused', () => {
    const [lonely] = refusal([variable('GGEES217', { 0: 'eenzaam', 1: 'niet eenzaam' })])
    expect(lonely).toBe(
      'labels-reversed: the value labels of GGEES217 contradict the codes: 0 is labelled "eenzaam" but taken as no, 1 is labelled "niet eenzaam" but taken as yes',
    )
    expect(refusal([variable('GGEES208', { 0: 'ernstig eenzaam', 2: 'niet eenzaam' })])[0]).toContain(
      'labels-reversed',
    )
    const sound = { 0: 'niet eenzaam', 1: 'matig eenzaam', 2: 'ernstig eenzaam', 3: 'zeer ernstig eenzaam' }
    expect(refusal([variable('GGEES208', sound)])).toEqual([])
  })

  it('the six items of a short scale are not held against a total of eleven', () => {
    const six = [203, 204, 207, 208, 209, 210].map(number => `GGEEB${number}`)
    expect(bindMonitor([...six, 'GGEES203'], { scale: 'djg6' }).delivered).toBeUndefined()
  })
})
