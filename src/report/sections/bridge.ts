/** Eleven and six questions asked of the same people, and what a conversion between them would make. Indicative. */
import type { BridgeEntry } from '../../core/results.ts'
import { countCell, sign } from '../cells.ts'
import type { Context } from '../context.ts'
import { decimal, percent, percentInterval, signedPoints } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { people, studyWave } from '../labels.ts'
import { around } from '../phrases.ts'
import { table } from '../table.ts'

/** Nothing where no wave has both. */
export function bridgeTables(context: Context): Html | false {
  const { text, results } = context
  if (results.bridges.length === 0) return false
  return html`<h3>${text.bridge.heading}</h3>
<p>${text.bridge.intro}</p>
${samePeople(context)}
${results.bridges.filter(({ crosswalks }) => crosswalks.length > 0).map((entry, i) => converted(context, entry, i + 1))}`
}

function samePeople(context: Context): Html {
  const { text, results, focus } = context
  const { bridge } = text
  const names = [
    bridge.n,
    bridge.p11,
    bridge.p6,
    bridge.ratio,
    bridge.sens,
    bridge.spec,
    bridge.ppv,
    bridge.npv,
    bridge.kappa,
  ]
  return table({
    id: 'bridge',
    caption: bridge.caption(people(context, focus.target)),
    columns: [{ name: bridge.wave }, ...names.map(name => ({ name, align: 'right' as const }))],
    rows: results.bridges.map(entry => bridgeRow(context, entry)),
    notes: [bridge.termsNote],
  })
}

function bridgeRow(context: Context, entry: BridgeEntry): Part[] {
  const { lang } = context
  const name = studyWave(context, entry.source, entry.wave)
  if (!entry.shown) return [name, ...Array.from({ length: 9 }, () => sign(context, entry.reason))]
  const share = (value: number | null) =>
    value === null ? sign(context, 'empty_cell') : percent(value, lang, 0)
  const number = (value: number | null) =>
    value === null ? sign(context, 'empty_cell') : decimal(value, lang, 2)
  return [
    name,
    countCell(context, entry.n),
    share(entry.p11),
    share(entry.p6),
    number(entry.ratio),
    share(entry.sens),
    share(entry.spec),
    share(entry.ppv),
    share(entry.npv),
    number(entry.kappa),
  ]
}

function converted(context: Context, entry: BridgeEntry, number: number): Html {
  const { text, lang } = context
  const { bridge } = text
  const names = [bridge.p6, bridge.estimate, bridge.interval, bridge.observed, bridge.difference]
  return table({
    id: `crosswalk-${number}`,
    caption: bridge.crosswalkCaption(studyWave(context, entry.source, entry.wave)),
    columns: [{ name: bridge.wave }, ...names.map(name => ({ name, align: 'right' as const }))],
    rows: entry.crosswalks.map(({ wave, p6, p11, se, observed }) => [
      studyWave(context, entry.source, wave),
      percent(p6, lang, 1),
      percent(p11, lang, 1),
      se === null ? sign(context, 'empty_cell') : percentInterval(...within(around(p11, se)), lang, 1),
      observed === null ? sign(context, 'empty_cell') : percent(observed, lang, 1),
      observed === null ? sign(context, 'empty_cell') : signedPoints(p11 - observed, lang),
    ]),
    notes: [
      bridge.crosswalkNote,
      ...(entry.crosswalks.some(({ se }) => se === null) ? [bridge.panelNote] : []),
    ],
  })
}

function within([low, high]: readonly [number, number]): [number, number] {
  return [Math.max(0, low), Math.min(1, high)]
}
