/**
 * Which of several labels on one line can stand without touching: the last first, then the first,
 * then the others from right to left.
 *
 * Units: pixels.
 */
export interface Label {
  /** its middle */
  readonly at: number
  readonly width: number
}

const GAP = 5

/** Indices of the labels that fit, in ascending order. */
export function fittingLabels(labels: readonly Label[]): number[] {
  const last = labels.length - 1
  const order = [last, 0, ...labels.map((_, i) => last - i).slice(1, -1)]
  const chosen: number[] = []
  for (const i of new Set(order.filter(place => place in labels))) {
    if (chosen.every(other => apart(labels[i], labels[other]))) chosen.push(i)
  }
  return chosen.sort((a, b) => a - b)
}

function apart(a: Label, b: Label): boolean {
  return Math.abs(a.at - b.at) >= (a.width + b.width) / 2 + GAP
}
