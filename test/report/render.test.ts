import { describe, expect, it } from 'vitest'
import type { ChartSpec } from '../../src/report/charts/figure-spec.ts'
import { points, ribbon, texts } from '../../src/report/charts/layers.ts'
import { chartSpec, WIDE } from '../../src/report/charts/sheet.ts'
import { renderSvg } from '../../src/report/render.ts'

function chart(text = 'een <script>alert(1)</script> & "zo" role="x"'): ChartSpec {
  const frame = { top: 20, right: 20, bottom: 30, left: 40, height: 100 }
  const scale = { domain: [0, 1], nice: false }
  return chartSpec(
    { id: 'proef', title: 'Een <b> titel', description: 'Wat er staat', language: 'nl' },
    {
      sheet: WIDE,
      frame,
      encoding: {
        x: { field: 'x', type: 'quantitative', scale, title: null },
        y: { field: 'y', type: 'quantitative', scale, title: null },
      },
      layers: [
        ribbon(
          [
            { x: 0, low: 0, high: 1 },
            { x: 1, low: 0.2, high: 0.4 },
          ],
          '#154273',
          0.2,
        ),
        points([{ x: 0.5, y: 0.5 }], { colour: '#154273', shape: 'circle', filled: true }),
        texts([{ x: 0.5, y: 0.7, text }], { halo: true }),
      ],
    },
  )
}

describe('a chart as SVG', () => {
  it('scales with the page and has one name made of title and description', async () => {
    const svg = await renderSvg(chart('54,1%'))
    expect(svg).toMatch(/^<svg xmlns="[^"]+" id="proef-wide" class="chart chart-wide" viewBox="0 0 720 150" /)
    expect(svg).toContain(
      'width="100%" role="img" aria-labelledby="proef-wide-title proef-wide-desc" lang="nl"',
    )
    expect(svg).toContain('<title id="proef-wide-title">Een &lt;b&gt; titel</title>')
    expect(svg).toContain('<desc id="proef-wide-desc">Wat er staat</desc>')
    expect(svg.match(/ role="/g)).toHaveLength(1)
    expect(svg).not.toMatch(/aria-(?!labelledby)|-axis for|mark container/)
  })

  it('keeps markup in labels as text', async () => {
    const svg = await renderSvg(chart())
    expect(svg).not.toContain('<script')
    expect(svg).toContain('een &lt;script&gt;alert(1)&lt;/script&gt; &amp; "zo" role="x"')
  })

  it('leaves out characters that XML forbids', async () => {
    expect(await renderSvg(chart('a\u0000b\u0007c'))).toContain('>abc<')
  })

  it('brings its own colours only when it stands alone', async () => {
    expect(await renderSvg(chart())).toContain('<style>')
    expect(await renderSvg(chart(), 'page')).not.toContain('<style>')
    expect(await renderSvg(chart(), 'page')).not.toContain('style=')
  })

  it('has a rim of paper behind text, not over it', async () => {
    expect(await renderSvg(chart())).toContain('<text paint-order="stroke"')
  })

  it('has the same bytes twice, side by side, and in any time zone', async () => {
    const before = process.env.TZ
    const first = await renderSvg(chart())
    process.env.TZ = 'Pacific/Kiritimati'
    const others = await Promise.all([renderSvg(chart()), renderSvg(chart()), renderSvg(chart())])
    process.env.TZ = before
    for (const svg of others) expect(svg).toBe(first)
  })

  it('is refused where Vega warns', async () => {
    const wrong = { ...chart(), layer: [{ mark: 'bar', encoding: { angle: { field: 'x' } } }] } as ChartSpec
    await expect(renderSvg(wrong)).rejects.toThrow(/chart proef-wide cannot be drawn faithfully/)
  })
})
