/** Where every text of a rendered chart stands, so that tests can see what touches or falls off the sheet. */
import { textWidth } from '../../../src/report/text-metrics.ts'

export interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Sheet {
  readonly width: number
  readonly height: number
  readonly smallest: number
  readonly boxes: readonly TextBox[]
}

type Point = readonly [number, number]

/** Follows the translations of nested groups; nothing in a chart is rotated or scaled. */
export function readSheet(svg: string): Sheet {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number)
  const stack: Point[] = [[0, 0]]
  const boxes: TextBox[] = []
  const sizes: number[] = []
  const tags = svg.matchAll(/<(\/?)(g|text)\b([^>]*?)(\/?)>(?:((?:[^<]|<\/?tspan[^>]*>)*)<\/text>)?/g)
  for (const [, closing, name, attributes, empty, content] of tags) {
    if (name === 'g' && closing) stack.pop()
    if (name === 'g' && !closing && !empty) stack.push(moved(stack.at(-1)!, attributes))
    if (name === 'text' && content) {
      boxes.push(...boxesOf(moved(stack.at(-1)!, attributes), attributes, content))
      sizes.push(fontSize(attributes))
    }
  }
  return { width, height, smallest: Math.min(...sizes), boxes }
}

/** Pairs whose boxes overlap by more than a hair. */
export function touching(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap(b => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      return wide > 0.5 && high > 1 ? [`${a.text} × ${b.text}`] : []
    }),
  )
}

function moved([x, y]: Point, attributes: string): Point {
  const found = /transform="translate\(([-\d.]+),([-\d.]+)\)"/.exec(attributes)
  return found ? [x + Number(found[1]), y + Number(found[2])] : [x, y]
}

function fontSize(attributes: string): number {
  return Number(/font-size="([\d.]+)px"/.exec(attributes)![1])
}

function boxesOf([x, y]: Point, attributes: string, content: string): TextBox[] {
  const size = fontSize(attributes)
  const weight = attributes.includes('font-weight="bold"') ? 'bold' : 'normal'
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start'
  const step = Number(/dy="([\d.]+)"/.exec(content)?.[1] ?? 0)
  const lines = content.includes('<tspan')
    ? [...content.matchAll(/<tspan[^>]*>([^<]*)/g)].map(m => m[1])
    : [content]
  return lines.map((line, i) => {
    const text = line.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    const width = textWidth(text, size, weight)
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
    const base = y + i * step
    return { text, left, right: left + width, top: base - 0.72 * size, bottom: base + 0.2 * size }
  })
}
