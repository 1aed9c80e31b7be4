/**
 * A table in the shape of 85766NED with the figures CBS published of 2022 for ages (total and 75 and older),
 * and invented bounds; 2024 is invented.
 */
import type { StatLineTable } from '../../src/core/statline.ts'
import { statLineTable } from './statline-table.ts'

export const GROUPS = {
  T009002: 'Totaal personen',
  3000: 'Geslacht: mannen',
  4000: 'Geslacht: vrouwen',
  53050: 'Leeftijd: 15 tot 25 jaar',
  53500: 'Leeftijd: 25 tot 35 jaar',
  53700: 'Leeftijd: 35 tot 45 jaar',
  53800: 'Leeftijd: 45 tot 55 jaar',
  53900: 'Leeftijd: 55 tot 65 jaar',
  53925: 'Leeftijd: 65 tot 75 jaar',
  21600: 'Leeftijd: 75 jaar of ouder',
  2018710: 'Onderwijsniveau: laag',
}
export const DEGREES = { A052501: 'Niet eenzaam', A052502: 'Enigszins eenzaam', A052503: 'Sterk eenzaam' }
export const MARGINS = {
  MW00000: 'Waarde',
  MOG0095: 'Ondergrens 95%-interval',
  MBG0095: 'Bovengrens 95%-interval',
}
export const TOPICS = {
  Eenzaamheid_1: 'Eenzaamheid',
  SocialeEenzaamheid_2: 'Sociale eenzaamheid',
  EmotioneleEenzaamheid_3: 'Emotionele eenzaamheid',
}

type Row = readonly [string, string, string, string, readonly (number | null)[]]

export function cbsTable(
  rows: readonly Row[],
  periods: Readonly<Record<string, string>> = PERIODS,
): StatLineTable {
  return statLineTable({
    id: '85766NED',
    dimensions: { Marges: MARGINS, Kenmerken: GROUPS, MateVanEenzaamheid: DEGREES, Perioden: periods },
    topics: TOPICS,
    rows,
  })
}

export const PERIODS = { '2019JJ00': '2019', '2022JJ00': '2022', '2024JJ00': '2024*' }

/** Total, social, emotional of 2022; the bounds lie 1 and 2 points off and are invented. */
const OF_2022: readonly (readonly [string, string, readonly number[]])[] = [
  ['T009002', 'A052501', [60.1, 57.2, 58.4]],
  ['T009002', 'A052502', [29.2, 29.1, 31.2]],
  ['T009002', 'A052503', [10.7, 13.7, 10.4]],
  ['21600', 'A052501', [56.3, 58.6, 53.3]],
  ['21600', 'A052502', [34.3, 30.1, 35.6]],
  ['21600', 'A052503', [9.4, 11.3, 11.1]],
]

export const ROWS_OF_2022: readonly Row[] = OF_2022.flatMap(([group, degree, values]): Row[] => [
  ['MW00000', group, degree, '2022JJ00', values],
  ['MOG0095', group, degree, '2022JJ00', values.map(value => round(value - 1))],
  ['MBG0095', group, degree, '2022JJ00', values.map(value => round(value + 2))],
])

function round(value: number): number {
  return Math.round(value * 10) / 10
}
