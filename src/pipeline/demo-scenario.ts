/**
 * What the synthetic studies of the demo are made to show: figures per wave, published or invented.
 *
 * The published ones are national figures of the Gezondheidsmonitor; for people
 * of 75 and older none was published for 2012, so those are invented, as is
 * everything else that is not listed as published. Those of the other three
 * studies lie near what was published of them and are invented all the same.
 *
 * Units: proportions 0-1 of adults, of people of 75 and of 85 and older.
 * Source: VZinfo 2016 and 2020 editions; Kamerstuk 29 538, nr. 330; NRC 1-10-2013 and Leidraad 3-10-2017 on RIVM.
 */
export interface DemoScenario {
  readonly name: string
  /** the Gezondheidsmonitor */
  readonly waves: readonly DemoWaveTargets[]
  /** lonely (3 of 11 items or more) at 75 and older, by wave */
  readonly lasa: Readonly<Record<LasaDemoWave, number>>
  /** degrees of loneliness at 75 and older in the yearly table of CBS */
  readonly cbs: readonly CbsTargets[]
  /** lonely (2 of 6 items or more) at 75 and older, by year */
  readonly nivel: readonly { readonly year: number; readonly lonely: number }[]
  /** from this year on the studies that asked eleven items ask six; null: never */
  readonly sixItemsFrom: number | null
}

export type LasaDemoWave = 'F' | 'G' | 'H' | 'I' | 'J'

export interface CbsTargets {
  readonly year: number
  readonly somewhat: number
  readonly strongly: number
}

export interface DemoWaveTargets {
  readonly year: number
  /** youngest age of the survey */
  readonly adultFrom: number
  readonly fieldwork: readonly [string, string]
  readonly lonely: DemoFigures
  readonly severe: DemoFigures
}

export interface DemoFigures {
  readonly adults: DemoFigure
  readonly from75: DemoFigure
  readonly from85: DemoFigure
}

export interface DemoFigure {
  readonly value: number
  readonly origin: 'published' | 'invented'
}

export const PUBLISHED_FIGURES: DemoScenario = {
  name: 'published figures',
  waves: [
    {
      year: 2012,
      adultFrom: 19,
      fieldwork: ['2012-09-01', '2012-12-15'],
      lonely: { adults: published(0.39), from75: invented(0.51), from85: invented(0.62) },
      severe: { adults: published(0.084), from75: invented(0.105), from85: invented(0.138) },
    },
    {
      year: 2016,
      adultFrom: 19,
      fieldwork: ['2016-09-01', '2016-12-15'],
      lonely: { adults: published(0.43), from75: published(0.55), from85: invented(0.65) },
      severe: { adults: published(0.1), from75: invented(0.115), from85: published(0.148) },
    },
    {
      year: 2020,
      adultFrom: 18,
      fieldwork: ['2020-09-01', '2020-12-15'],
      lonely: { adults: published(0.466), from75: published(0.56), from85: published(0.66) },
      severe: { adults: published(0.11), from75: published(0.12), from85: published(0.14) },
    },
  ],
  lasa: { F: 0.27, G: 0.265, H: 0.25, I: 0.235, J: 0.23 },
  cbs: [
    { year: 2019, somewhat: 0.33, strongly: 0.088 },
    { year: 2021, somewhat: 0.346, strongly: 0.098 },
    { year: 2022, somewhat: 0.342, strongly: 0.094 },
    { year: 2023, somewhat: 0.338, strongly: 0.091 },
    { year: 2024, somewhat: 0.336, strongly: 0.09 },
  ],
  nivel: [
    { year: 2015, lonely: 0.36 },
    { year: 2017, lonely: 0.375 },
    { year: 2019, lonely: 0.38 },
    { year: 2021, lonely: 0.41 },
  ],
  sixItemsFrom: null,
}

export function published(value: number): DemoFigure {
  return { value, origin: 'published' }
}

export function invented(value: number): DemoFigure {
  return { value, origin: 'invented' }
}
