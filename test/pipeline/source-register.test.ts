import { describe, expect, test } from 'vitest'
import { overdueWarnings, plannedWaves, sourceRegister } from '../../src/pipeline/source-register.ts'
import { studyOf } from './study-of.ts'
import { threeWaves } from './three-waves.ts'
import { waveOf } from './wave-entry-of.ts'

const planned = [
  { source: 'lasa', wave: 'L', expected: '2028-06-30' },
  { source: 'gezondheidsmonitor', wave: '2024', expected: '2025-10-01' },
]
const wave = waveOf({ source: 'gezondheidsmonitor', wave: '2020' })

describe('the source register', () => {
  test('lists each wave with what is known of its study, then the planned ones in order of day', () => {
    const register = sourceRegister(studyOf({ planned }), [wave])
    expect(register.map(({ source, wave, status }) => `${source} ${wave} ${status}`)).toEqual([
      'gezondheidsmonitor 2020 available',
      'gezondheidsmonitor 2024 expected',
      'lasa L expected',
    ])
    expect(register[0]).toMatchObject({
      fieldwork: ['2020-09-01', '2020-12-15'],
      agesSeen: [18, 99],
      known: { fromAge: 18, privateHouseholds: true, area: 'netherlands' },
    })
    expect(register[2]).toMatchObject({ files: [], records: null, known: { area: 'regions', fromAge: null } })
  })

  test('knows nothing of a source of one’s own', () => {
    const [entry] = sourceRegister(studyOf(), [waveOf()])
    expect(entry.known).toBeNull()
  })

  test('says on what day data came, where the study file does', () => {
    const [first] = threeWaves().waves
    const spec = { ...first, source: 'gezondheidsmonitor', wave: '2020', available: '2021-07-02' }
    const [entry] = sourceRegister(studyOf({ waves: [spec] }), [wave])
    expect(entry.available).toBe('2021-07-02')
  })
})

describe('a planned wave', () => {
  test('is overdue against the date of the report', () => {
    const [entry] = plannedWaves(studyOf({ planned: planned.slice(1), report: { date: '2025-10-02' } }), [])
    expect(entry).toMatchObject({ status: 'overdue', judged: { on: '2025-10-02', by: 'date' } })
    expect(overdueWarnings([entry])).toMatchObject([
      { code: 'wave_overdue', wave: '2024', values: { expected: '2025-10-01', on: '2025-10-02' } },
    ])
  })

  test('is not overdue on the day itself', () => {
    const [entry] = plannedWaves(studyOf({ planned: planned.slice(1), report: { date: '2025-10-01' } }), [])
    expect(entry.status).toBe('expected')
    expect(overdueWarnings([entry])).toEqual([])
  })

  test('is judged against the last day of fieldwork where the report has no date', () => {
    const study = studyOf({ planned: planned.slice(1) })
    const late = plannedWaves(study, [
      ['2026-09-01', '2026-12-15'],
      ['2012-09-01', '2012-12-15'],
    ])
    expect(late[0]).toMatchObject({ status: 'overdue', judged: { on: '2026-12-15', by: 'fieldwork' } })
    expect(plannedWaves(study, [['2020-09-01', '2020-12-15']])[0].status).toBe('expected')
  })

  test('is not judged where no day is known', () => {
    expect(plannedWaves(studyOf({ planned }), [['', '']])[0]).toMatchObject({
      status: 'expected',
      judged: null,
    })
  })
})
