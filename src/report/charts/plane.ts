/** Both scales of a plot, so that labels can be placed by pixel and drawn by data. */
import { type LinearScale, linearScale } from './linear-scale.ts'
import { type Frame, plotWidth, type Sheet } from './sheet.ts'

export interface Plane {
  readonly x: LinearScale
  /** pixels run down from the top of the plot */
  readonly y: LinearScale
  readonly width: number
  readonly height: number
}

type Domain = readonly [number, number]

export function plane(sheet: Sheet, frame: Frame, x: Domain, y: Domain): Plane {
  const width = plotWidth(sheet, frame)
  const { height } = frame
  return { x: linearScale(x, [0, width]), y: linearScale(y, [height, 0]), width, height }
}
