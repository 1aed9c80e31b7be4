import { describe, expect, it } from 'vitest'
import { newFolder, run, studyFolder } from './run.ts'

const WAVES = ['--years', '2012.8,2016.8,2020.8']
const GM = [...WAVES, '--n', '45000,60000,65000', '--deff', '1.8', '--prevalence', '0.55']

async function rows(argv: readonly string[]): Promise<Record<string, number | string | boolean | null>[]> {
  const { code, stdout, stderr } = await run(['power', ...argv, '--format', 'json', '--quiet'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('ejz power', () => {
  it('says what a design can find', async () => {
    const { code, stdout, stderr } = await run(['power', ...GM])
    expect(code).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "waves                   respondents        deff  break pp  pp a year  change pp  no break within pp  score sd
      2012.8 2016.8 → 2020.8  45000 60000 65000  1.8       3.93       1.50       2.25                2.31     0.021
      "
    `)
    expect(stderr).toMatchInlineSnapshot(`
      "note: this design cannot show that there was no break within the margin of 2 pp
      "
    `)
  })

  it('gives programs the figures of R, as proportions', async () => {
    const [row] = await rows([...GM, '--tau', '0'])
    expect(row.seDelta).toBeCloseTo(0.006815705843, 11)
    expect(row.mdeDelta).toBeCloseTo(0.01909478074171699, 11)
    expect(row.provableMargin).toBeCloseTo(0.0112108384767, 11)
    expect(row.mdeChange).toBeCloseTo(0.010586451067605775, 11)
    expect(row).toMatchObject({ n: '45000 60000 65000', deff: '1.8 1.8 1.8', continuationAttainable: true })
  })

  it('gives the respondents that a break needs, and their power back', async () => {
    const years = ['--years', '2012,2016,2020', '--deff', '1.8', '--prevalence', '0.55', '--tau', '0']
    const found = await rows([...years, '--mdb', '0.01,0.02,0.03,0.05'])
    expect(found.map(({ requiredN }) => requiredN)).toEqual([209_801, 52_451, 23_312, 8393])
    const [back] = await rows([...years, '--n', '8393'])
    expect(back.mdeDelta).toBeLessThanOrEqual(0.05)
    expect(back.mdeDelta).toBeGreaterThan(0.04999)
  })

  it('says that no number of respondents finds a break that the error of a wave hides', async () => {
    const { code, stdout, stderr } = await run(['power', ...WAVES, '--mdb', '0.03', '--format', 'csv'])
    expect(code).toBe(0)
    expect(stdout).toContain('no_number_suffices')
    expect(stderr).toContain('no number of respondents finds a break of 3 pp')
  })

  it('keeps the change where one wave before the programme draws no line', async () => {
    const [row] = await rows([
      '--years',
      '2017.5,2019.5',
      '--n',
      '640',
      '--deff',
      '1.2',
      '--prevalence',
      '0.42',
      '--tau',
      '0',
    ])
    expect(row).toMatchObject({ reason: 'fewer_than_two_pre_waves', mdeDelta: null })
    expect(row.mdeChange).toBeCloseTo(0.0846755669442, 11)
  })

  it('takes the same people into account, and what the mean score and McNemar find', async () => {
    const [row] = await rows(['--years', '2016,2020', '--n', '400', '--rho', '0.6', '--discordant', '0.26'])
    expect(row.mdeScore).toBeCloseTo(0.12529069984918342, 12)
    expect(row.mdeNetChange).toBeCloseTo(0.0714266884808, 12)
  })

  it('simulates, the same for the same seed, within seconds', async () => {
    const before = performance.now()
    const lasa = ['--years', '2012,2015.9,2018.9,2020.2', '--n', '400', '--rho', '0.6', '--simulate']
    const [panel] = await rows(lasa)
    expect(performance.now() - before).toBeLessThan(10_000)
    expect(panel.draws).toBe(4000)
    expect(Math.abs(Number(panel.simulatedPower) - 0.8)).toBeLessThan(0.025)
    const [first, again, other] = [
      await rows([...GM, '--simulate', '500']),
      await rows([...GM, '--simulate', '500', '--seed', '1']),
      await rows([...GM, '--simulate', '500', '--seed', '2']),
    ]
    expect(first).toEqual(again)
    expect(first).not.toEqual(other)
  })

  it('shows how far it is in a terminal only', async () => {
    const argv = ['power', ...GM, '--simulate', '200']
    expect((await run(argv, { isTTY: true })).stderr).toContain('simulating 50 %')
    expect((await run(argv)).stderr).not.toContain('simulating')
  })

  it('says what each series of a study can find', async () => {
    const { code, stdout } = await run(['power'], { cwd: studyFolder() })
    expect(code).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "source    measure  waves                   respondents  deff  break pp  pp a year  change pp  no break within pp  why not
      invented  lonely   2012.8 2016.8 → 2020.8  480          1.02     16.10       6.12       9.30                9.45
      invented  severe   2012.8 2016.8                                                                                  suppressed
      "
    `)
    const csv = await run(['power', 'ejz.yaml', '--format', 'csv'], { cwd: studyFolder() })
    expect(csv.stdout).toContain('invented,lonely,75+ male,,')
  })
})

describe('a plan that cannot be', () => {
  it.each([
    [['--n', '400'], 'the years of at least two waves are needed', 'add --years 2012.8,2016.8,2020.8'],
    [WAVES, 'neither respondents nor a break to find are given', 'add --n 400, or --mdb 0.02'],
    [[...WAVES, '--n', '1,2'], '--n has 2 values for 3 waves', 'one value for all waves'],
    [[...WAVES, '--n', '1.5'], "argument '1.5' is invalid", 'whole numbers'],
    [['--years', '12,16', '--n', '400'], "argument '12,16' is invalid", 'write decimal years'],
    [['--years', '2016,2012,2020', '--n', '400'], 'the time of a wave cannot be 2012', 'each wave later'],
    [['--years', '2012,2016', '--n', '400'], 'no wave lies after the start', 'to --years, or move --start'],
    [
      ['--years', '2016,2020', '--mdb', '0.02'],
      'fewer than two waves before 2018-03-08',
      'add earlier years',
    ],
    [[...WAVES, '--mdb', '2'], "argument '2' is invalid", 'such as 0.02 for two percentage points'],
    [[...WAVES, '--mdb', '0'], 'an effect of 0 needs more people', 'give a break above 0'],
    [[...WAVES, '--n', '400', '--power', '0.05'], 'not above the level of the test', 'give a power above α'],
    [[...WAVES, '--n', '400', '--prevalence', '0'], 'the prevalence cannot be 0', 'such as 0.55'],
    [[...WAVES, '--n', '400', '--start', '2018-02-30'], "argument '2018-02-30' is invalid", 'YYYY-MM-DD'],
    [[...WAVES, '--n', '9', '--simulate', '10'], 'cannot be drawn', 'smaller than the prevalence'],
    [[...WAVES, '--n', '900000', '--rho', '0.5', '--simulate'], 'takes too long to draw', '--simulate 200'],
    [['study.yaml', '--n', '400'], 'a study file brings its own design', 'leave out the study file'],
    [
      [...WAVES, '--n', '400', '--prevalense', '0.5'],
      "unknown option '--prevalense'",
      'did you mean --prevalence?',
    ],
  ])('%j is wrong use, with the way out', async (argv, message, hint) => {
    const { code, stdout, stderr } = await run(['power', ...argv], { cwd: newFolder() })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.replace(/\n\s+/g, ' ')).toContain(message)
    expect(stderr.replace(/\n\s+/g, ' ')).toContain(hint)
  })
})
