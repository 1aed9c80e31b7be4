import { describe, expect, it } from 'vitest'
import { yearAxis } from '../../../src/report/charts/year-axis.ts'

describe('an axis of years', () => {
  it('holds whole years and labels each one in its middle where there is room', () => {
    const axis = yearAxis([2012.8, 2016.8, 2020.8], [2012.8, 2016.8, 2020.8], 510, 12)
    expect(axis.domain).toEqual([2012, 2021])
    expect(axis.labelled).toEqual([2012.5, 2013.5, 2014.5, 2015.5, 2016.5, 2017.5, 2018.5, 2019.5, 2020.5])
  })

  it('labels the years of waves first where there is not', () => {
    const waves = [2013.8, 2015.8, 2017.8, 2019.8]
    expect(yearAxis([2012.1, ...waves], waves, 250, 11).labelled).toEqual([2013.5, 2015.5, 2017.5, 2019.5])
  })
})
