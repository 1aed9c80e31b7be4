/** Vier niveaus: the four questions of the letter to Parliament; one without data says why. */
import type { WaveEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import type { Figures } from '../figure.ts'
import { decimal, pEquals, pointsInterval, signedPoints } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { bandOf, sourceName } from '../labels.ts'
import type { Section } from '../section.ts'
import { changesTable, targetChanges } from './changes-table.ts'
import { dasGuptaTable, kitagawaTable } from './decomposition-tables.ts'
import { modelTable } from './model-table.ts'
import { crudeTable, standardisedTable } from './series-tables.ts'

export function levelsSection(context: Context, figures: Figures): Section {
  const { levels } = context.text
  const body = html`<p class="intro">${levels.intro}</p>
<h3>${levels.individualA}</h3>
<p>${followed(context) ? levels.notCalculated : levels.individualAEmpty}</p>
<h3>${levels.individualB(one(context))}</h3>
<p>${decadeApart(context) ? levels.notCalculated : levels.individualBEmpty}</p>
<h3>${levels.nationalA}</h3>
${context.focus.waves.length < 2 && html`<p>${levels.oneWave}</p>\n`}${figures('change')}${crudeTable(context)}
${changesTable(context, null)}
${lines(context)}${modelTable(context)}
<h3>${levels.nationalB}</h3>
<p class="intro">${levels.standardIntro}</p>
${standardisedTable(context) || html`<p>${levels.noStandard}</p>`}
${context.focus.standard !== null && changesTable(context, context.focus.standard)}
${split(context, figures)}`
  return { id: 'levels', heading: levels.heading, body }
}

/** Whether the same people were interviewed more than once. */
function followed({ results }: Context): boolean {
  return panels(results.waves).some(waves => waves.length > 1)
}

/** Whether two waves of a panel lie about ten years apart. */
function decadeApart({ results }: Context): boolean {
  return panels(results.waves).some(waves =>
    waves.some(a => waves.some(b => Math.abs(b.time - a.time - 10) < ABOUT)),
  )
}

const ABOUT = 1.5

function panels(waves: readonly WaveEntry[]): WaveEntry[][] {
  const followed = waves.filter(({ panel }) => panel)
  const sources = [...new Set(followed.map(({ source }) => source))]
  return sources.map(name => followed.filter(({ source }) => source === name))
}

function one({ text, focus }: Context): string {
  const band = bandOf(focus.target)
  return band ? text.levels.one(...band) : text.levels.oneOfAll
}

/** The tests over all waves together, before anybody reads a single difference. */
function lines(context: Context): Html[] {
  const { results, text, lang, focus } = context
  const shown = results.trends.filter(
    each =>
      each.measure === focus.measure &&
      each.standard === null &&
      each.domain.target === focus.target &&
      Object.keys(each.domain).length === 1,
  )
  const number = (x: number) => decimal(x, lang, 1)
  return shown.map(({ source, omnibus, wls }) => {
    const sentences = [
      omnibus && text.levels.omnibus(number(omnibus.Q), String(omnibus.df), pEquals(omnibus.p, lang)),
      wls?.ci && text.levels.slope(signedPoints(wls.slope, lang, 2), pointsInterval(...wls.ci, lang, 2)),
      wls?.pQ != null &&
        wls.dfQ > 0 &&
        text.levels.lackOfFit(number(wls.Q), String(wls.dfQ), pEquals(wls.pQ, lang)),
    ].filter(Boolean)
    if (sentences.length === 0) return html``
    const name = results.trends.some(each => each.source !== source) && `${sourceName(context, source)}. `
    return html`<p class="note">${name}${sentences.join(' ')}</p>\n`
  })
}

/** The figures say it all where they can be drawn; their tables stand under them. */
function split(context: Context, figures: Figures): Html {
  const { levels } = context.text
  const percentage = or(figures('decomposition'), kitagawaTable(context))
  const number = or(figures('number'), dasGuptaTable(context))
  if (percentage !== false || number !== false) return html`${percentage}${number}`
  const several = targetChanges(context, null).length > 0
  const published = context.results.decompositions.some(({ reason }) => reason === 'published_wave')
  const why = published ? levels.publishedSplit : levels.noSplit
  return html`<p>${several ? why : levels.oneWave}</p>`
}

function or(drawn: readonly Html[], otherwise: Html | false): Part {
  return drawn.length > 0 ? drawn : otherwise
}
