/** An axis of places instead of numbers: its labels are drawn as texts. */
export function hiddenAxis(length: number) {
  return {
    field: 'x',
    type: 'quantitative' as const,
    title: null,
    scale: { domain: [0, length], nice: false, zero: false },
    axis: { labels: false, ticks: false, grid: false },
  }
}
