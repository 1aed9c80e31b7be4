import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PowerEntry, Results } from '../../src/core/results.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { designPower } from '../../src/trend/power.ts'
import { threeWaves } from './three-waves.ts'

const ABOUT = { measure: 'lonely', standard: null } as const

async function analysed(part: Partial<Study> = {}): Promise<Results> {
  return (await analyse(threeWaves(part))).results
}

function entryOf(results: Results, domain: PowerEntry['domain'] = { target: '75+' }): PowerEntry {
  const found = results.power.find(
    entry =>
      entry.measure === ABOUT.measure &&
      entry.standard === ABOUT.standard &&
      JSON.stringify(entry.domain) === JSON.stringify(domain),
  )
  return found!
}

describe('the power of the series of a study', () => {
  let results: Results
  beforeAll(async () => {
    results = await analysed()
  })

  it('comes from the numbers and the design effects of the data', () => {
    const { waves, p, tau, correlation, ...found } = entryOf(results)
    const estimates = results.estimates.filter(
      ({ measure, standard, domain }) =>
        measure === 'lonely' &&
        standard === null &&
        Object.keys(domain).length === 1 &&
        domain.target === '75+',
    )
    expect(waves.map(({ n }) => n)).toEqual(estimates.map(({ n }) => n))
    expect(p).toBe(estimates[1].value)
    for (const [i, { neff }] of waves.entries()) {
      const { value, se } = estimates[i]
      expect(neff).toBeCloseTo((value! * (1 - value!)) / se! ** 2, 6)
    }
    const seDelta = Math.sqrt(
      [1, 4, 1].reduce((sum, c2, i) => sum + c2 * ((p! * (1 - p!)) / waves[i].neff! + tau ** 2), 0),
    )
    expect(correlation).toBeNull()
    expect(found.seDelta).toBeCloseTo(seDelta, 12)
    expect(found.mdeDelta).toBeCloseTo(2.801585218112968 * seDelta, 12)
    expect(found.provableMargin).toBeCloseTo(1.6448536269514722 * seDelta, 12)
    expect(found).toMatchObject({ assessed: '2020', alpha: 0.05, power: 0.8, continuationAttainable: false })
  })

  it('is there for every subgroup, crude and by the primary standard, of the target', () => {
    const about = results.power.map(({ measure, domain, standard }) =>
      [measure, standard ?? 'crude', ...Object.values(domain)].join(' '),
    )
    expect(about).toContain('lonely crude 75+ male')
    expect(about).toContain('severe first-wave 75+ male')
    expect(new Set(about).size).toBe(about.length)
    expect(about.filter(text => /esp2013|all/.test(text))).toEqual([])
  })

  it('asks the number of respondents that finds the margin, and says where none does', async () => {
    expect(entryOf(results).requiredN).toBeNull()
    const wide = entryOf(await analysed({ decision: { ...threeWaves().decision, margin: 0.05 } }))
    const { requiredN, waves, p, tau, correlation, margin } = wide
    const power = (n: number) =>
      designPower(
        {
          times: waves.map(({ time }) => time),
          n: waves.map(() => n),
          deff: waves.map(({ deff }) => deff!),
          p: p!,
          pre: [0, 1],
          post: 2,
          t0: 2018,
          tau,
          correlation,
        },
        { alpha: 0.05, power: 0.8 },
      ).mdeDelta!
    expect(power(requiredN!)).toBeLessThanOrEqual(margin)
    expect(power(requiredN! - 1)).toBeGreaterThan(margin)
  })

  it('does not depend on what the judged wave found', async () => {
    const waves = threeWaves().waves
    const swapped = await analysed({
      waves: [waves[0], waves[1], { ...waves[2], files: waves[0].files }],
      decision: { ...threeWaves().decision, tau: 0 },
    })
    const { p, waves: found, seDelta } = entryOf(swapped)
    const ofJudged = swapped.breaks.find(
      entry => entry.measure === 'lonely' && entry.standard === null && entry.domain.target === '75+',
    )!
    const variance = [1, 4, 1].reduce((sum, c2, i) => sum + (c2 * p! * (1 - p!)) / found[i].neff!, 0)
    expect(seDelta).toBeCloseTo(Math.sqrt(variance), 12)
    expect(seDelta).not.toBeCloseTo(ofJudged.assessed!.se, 6)
  })

  it('keeps only the change with one wave before the programme', async () => {
    const { waves } = threeWaves()
    const { reason, mdeDelta, mdeChange, requiredN, assessed } = entryOf(
      await analysed({ waves: waves.slice(1) }),
    )
    expect({ reason, mdeDelta, requiredN, assessed }).toEqual({
      reason: 'fewer_than_two_pre_waves',
      mdeDelta: null,
      requiredN: null,
      assessed: '2020',
    })
    expect(mdeChange).toBeGreaterThan(0.02)
  })

  it('says that there is no wave to judge', async () => {
    const { waves } = threeWaves()
    expect(entryOf(await analysed({ waves: waves.slice(0, 2) }))).toMatchObject({
      reason: 'no_post_wave',
      mdeChange: null,
      assessed: null,
    })
  })

  it('takes the correlation of a panel from its people', async () => {
    const { correlation, waves, p, tau, seDelta } = entryOf(await analysed({ waves: samePeople() }))
    const c = [1, -2, 1]
    const se = waves.map(({ neff }) => Math.sqrt((p! * (1 - p!)) / neff!))
    const variance = c.flatMap((a, i) =>
      c.map((b, j) => a * b * (se[i] * se[j] * correlation![i][j] + (i === j ? tau ** 2 : 0))),
    )
    expect(correlation![0][1]).not.toBe(0)
    expect(seDelta).toBeCloseTo(Math.sqrt(variance.reduce((sum, term) => sum + term, 0)), 12)
  })

  it('is hidden with the figures of a wave that are hidden', async () => {
    const hidden = await analysed({ disclosure: { minN: 1e6, minEvents: 10, presentation: 'off' } })
    const { waves, shown, reason, seDelta, mdeChange, p } = entryOf(hidden)
    expect({ shown, reason, seDelta, mdeChange, p }).toEqual({
      shown: false,
      reason: 'suppressed',
      seDelta: null,
      mdeChange: null,
      p: null,
    })
    expect(waves.map(({ n, deff, neff }) => [n, deff, neff])).toEqual(waves.map(() => [null, null, null]))
  })
})

/** The first wave's people answer three times, as the people of the other waves did. */
function samePeople(): WaveSpec[] {
  const folder = mkdtempSync(join(tmpdir(), 'ejz-power-'))
  return threeWaves().waves.map(wave => {
    const [header, ...rows] = readFileSync(wave.files[0], 'utf8').trim().split(/\r?\n/)
    const file = join(folder, `${wave.wave}.csv`)
    writeFileSync(
      file,
      [`id,${header.replace('stratum', 'region')}`, ...rows.map((row, i) => `${i + 1},${row}`)].join('\n'),
    )
    const { stratum: _, ...columns } = wave.columns
    return { ...wave, files: [file], panel: true, columns: { ...columns, id: 'id' } }
  })
}
