/** The drawing of groups side by side: dodged points with intervals, one symbol and colour per wave. */
import { textWidth } from '../text-metrics.ts'
import type { Group, Panel } from './age-data.ts'
import type { ChartMeta, ChartSpec, Layer } from './figure-spec.ts'
import { hiddenAxis } from './hidden-axis.ts'
import { type Key, key } from './key.ts'
import { type PointStyle, points, type Row, segments, texts, uprights } from './layers.ts'
import { LIGHT, WAVE_STYLES } from './palette.ts'
import { type Plane, plane } from './plane.ts'
import { chartSpec, type Frame, type Sheet } from './sheet.ts'
import type { Shown } from './survey.ts'
import { percentAxis, percentEncoding, type ValueAxis, zigzag } from './value-axis.ts'
import { type Context, valueText, waveName } from './wording.ts'

/** Width of a group's points, in groups; and the space between panels. */
const SPREAD = 0.72
const GAP = 0.5

interface Place {
  readonly group: Group
  /** its middle */
  readonly x: number
}

interface Dots {
  readonly on: Context
  readonly sheet: Sheet
  readonly plane: Plane
  readonly places: readonly Place[]
  readonly waves: readonly string[]
}

export function ageDrawing(panels: readonly Panel[], on: Context, meta: ChartMeta, sheet: Sheet): ChartSpec {
  const waves = wavesOf(panels, on)
  const legend = waveKey(waves, on, sheet)
  const titled = panels.length > 1 ? 22 : 4
  const wide = sheet.variant === 'wide'
  const frame: Frame = {
    top: legend.height + titled + 8,
    right: wide ? 8 : 4,
    bottom: wide ? 26 : 28,
    left: wide ? 42 : 36,
    height: wide ? 270 : 230,
  }
  const values = ageAxis(panels)
  const places = placed(panels)
  const length = places[places.length - 1].x + 0.5
  const dots: Dots = { on, sheet, plane: plane(sheet, frame, [0, length], values.domain), places, waves }
  const layers = [
    ...dividers(panels, dots.plane),
    ...legend.layers(dots.plane, -titled),
    ...panelTitles(panels, dots),
    ...zigzag(values),
    ...waves.flatMap((wave, i) => waveLayers(dots, wave, i)),
    ...valueLabels(dots),
    ...groupLabels(dots),
  ]
  const encoding = { x: hiddenAxis(length), y: percentEncoding(values) }
  return chartSpec(meta, { sheet, frame, encoding, layers })
}

/** Waves with at least one point, in order of time. */
export function wavesOf(panels: readonly Panel[], { survey }: Context): string[] {
  const drawn = new Set(panels.flatMap(({ groups }) => groups.flatMap(one => one.shown.map(e => e.wave))))
  return survey.waves.map(({ wave }) => wave).filter(wave => drawn.has(wave))
}

/** For the numbers at the points. */
const LABEL_ROOM = 0.02

export function ageAxis(panels: readonly Panel[]): ValueAxis {
  const shown = panels.flatMap(({ groups }) => groups.flatMap(one => one.shown))
  return percentAxis(
    shown.flatMap(({ value, low, high }) => [(low ?? value) - LABEL_ROOM, (high ?? value) + LABEL_ROOM]),
  )
}

function placed(panels: readonly Panel[]): Place[] {
  let left = 0
  return panels.flatMap(({ groups }) => {
    const start = left
    left += groups.length + GAP
    return groups.map((group, i) => ({ group, x: start + i + 0.5 }))
  })
}

/** The latest wave has the first style. */
function waveStyle(waves: readonly string[], i: number): PointStyle {
  return { ...WAVE_STYLES[(waves.length - 1 - i) % WAVE_STYLES.length], size: 50 }
}

function waveKey(waves: readonly string[], on: Context, sheet: Sheet): Key {
  const entries = waves.map((wave, i) => ({ text: waveName(on, wave), point: waveStyle(waves, i) }))
  return key(waves.length > 1 ? entries : [], 0, sheet.width - 50, sheet.small)
}

function waveX({ waves }: Dots, { x }: Place, i: number): number {
  return x + SPREAD * ((i + 0.5) / waves.length - 0.5)
}

function waveLayers(dots: Dots, wave: string, i: number): Layer[] {
  const rows: Row[] = dots.places.flatMap(place =>
    place.group.shown
      .filter(entry => entry.wave === wave)
      .map(({ value, low, high }) => ({
        group: place.group.name,
        wave,
        x: waveX(dots, place, i),
        y: value,
        low: low ?? value,
        high: high ?? value,
      })),
  )
  const style = waveStyle(dots.waves, i)
  return [uprights(rows, { colour: style.colour, width: 2 }), points(rows, style)]
}

/** At every point where there is room, else at the latest wave only, else nowhere. */
function valueLabels(dots: Dots): Layer[] {
  const { on, sheet, plane: plot, places, waves } = dots
  const group = plot.x.at(1) - plot.x.at(0)
  const widest = textWidth('88,8%', sheet.small, 'bold')
  const named =
    group * (SPREAD / waves.length) >= widest + 4 ? waves : group >= widest + 10 ? waves.slice(-1) : []
  const rows = places.flatMap(place =>
    place.group.shown
      .filter(entry => named.includes(entry.wave))
      .map(entry => ({
        x: waveX(dots, place, waves.indexOf(entry.wave)),
        y: plot.y.from(labelY(place.group, entry, plot)),
        text: valueText(entry, on.language),
      })),
  )
  return rows.length === 0 ? [] : [texts(rows, { bold: true, halo: true, size: sheet.small })]
}

/** Above its point, or below where the wave before stands higher and would be touched. */
function labelY({ shown }: Group, entry: Shown, { y }: Plane): number {
  const before = shown[shown.indexOf(entry) - 1]
  return before !== undefined && before.value > entry.value
    ? y.at(entry.low ?? entry.value) + 11
    : y.at(entry.high ?? entry.value) - 10
}

function groupLabels({ sheet, plane: { x, y, height }, places }: Dots): Layer[] {
  const size = sheet.variant === 'wide' ? sheet.font : 10.5
  const room = x.at(1) - x.at(0) - 2
  const fits = places.every(({ group }) => textWidth(group.label, size) <= room)
  const rows = places.map(({ group, x: middle }) => ({
    x: middle,
    y: y.from(height + 9),
    text: fits ? group.label : group.label.replace('-', '-\n'),
  }))
  return [texts(rows, { baseline: 'top', size, colour: LIGHT.muted })]
}

function panelTitles(panels: readonly Panel[], { places, plane: { x, y } }: Dots): Layer[] {
  if (panels.length < 2) return []
  const rows = panels.map(({ title, groups }) => ({
    x: x.from(x.at(places.find(({ group }) => group === groups[0])!.x - 0.5) + 4),
    y: y.from(-11),
    text: title,
  }))
  return [texts(rows, { align: 'left', bold: true })]
}

function dividers(panels: readonly Panel[], { y }: Plane): Layer[] {
  let left = -GAP / 2
  const rows = panels.slice(0, -1).map(({ groups }) => {
    left += groups.length + GAP
    return { x: left, x2: left, y: y.domain[0], y2: y.domain[1] }
  })
  return rows.length === 0 ? [] : [segments(rows, { colour: LIGHT.grid, width: 1 })]
}
