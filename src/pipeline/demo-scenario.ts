/**
 * What the synthetic waves of the demo are made to show: figures per wave, published or invented.
 *
 * The published ones are national figures of the Gezondheidsmonitor; for people
 * of 75 and older none was published for 2012, so those are invented, as is
 * everything else that is not listed as published.
 *
 * Units: proportions 0-1 of adults, of people of 75 and of 85 and older.
 * Source: VZinfo 2016 and 2020 editions; Kamerstuk 29 538, nr. 330; NRC 1-10-2013 and Leidraad 3-10-2017 on RIVM.
 */
export interface DemoScenario {
  readonly name: string
  readonly waves: readonly DemoWaveTargets[]
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
}

function published(value: number): DemoFigure {
  return { value, origin: 'published' }
}

function invented(value: number): DemoFigure {
  return { value, origin: 'invented' }
}
