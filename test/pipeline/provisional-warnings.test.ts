import { expect, test } from 'vitest'
import { provisionalWarnings } from '../../src/pipeline/provisional-warnings.ts'

const wave = (...notes: string[]) => ({ spec: { source: 'proef', wave: '2024' }, files: [{ notes }] })

test('a file that says that it is provisional is believed', () => {
  for (const note of ['Voorlopig bestand, versie 0.9', 'voorlopige weging', 'PROVISIONAL data']) {
    expect(provisionalWarnings(wave('monitor 2024', note))).toMatchObject([
      { code: 'provisional', source: 'proef', wave: '2024' },
    ])
  }
})

test('a file that says nothing of it is final', () => {
  expect(provisionalWarnings(wave('definitief bestand'))).toEqual([])
  expect(provisionalWarnings(wave())).toEqual([])
})
