/** Titelblok: what this is, for whom, about which waves, in which edition. */
import type { Context } from '../context.ts'
import { date } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { people, waveName } from '../labels.ts'
import { textSetting } from '../settings.ts'

export function titleBlock(context: Context): Html {
  const { page } = context.text
  const programme = textSetting(context.results, 'programme', 'name')
  return html`<div class="masthead">
${programme !== null && html`<p class="programme">${programme}</p>\n`}<h1>${heading(context)}</h1>
<p class="question">${page.subtitle(people(context, context.focus.target))}</p>
<dl class="facts">
${facts(context).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
</div>
`
}

/** The title, which says so when the data are synthetic. */
export function pageTitle(context: Context): string {
  return `${context.results.title}${syntheticMark(context)}`
}

/** Empty for real data, and for a title that says it already. */
function syntheticMark({ results, text }: Context): string {
  const said = !results.synthetic || /syntheti/i.test(results.title)
  return said ? '' : ` (${text.page.synthetic.toLowerCase()})`
}

export function syntheticBanner({ results, text }: Context): Html | false {
  return (
    results.synthetic &&
    html`<div class="synthetic" role="note"><p><strong>${text.page.synthetic}.</strong> ${text.page.syntheticBanner}</p></div>\n`
  )
}

/** The title in the language of the study, and whether the data are synthetic in that of the page. */
function heading(context: Context): Html {
  const { results, lang } = context
  const title =
    results.language === lang
      ? unbroken(results.title)
      : html`<span lang="${results.language}">${unbroken(results.title)}</span>`
  return html`${title}${syntheticMark(context)}`
}

/** A short word with a hyphen stays on one line: "75-plus". */
function unbroken(title: string): Part[] {
  return title
    .split(/( +)/)
    .map(word =>
      /^.{1,20}$/.test(word) && word.includes('-') ? html`<span class="whole">${word}</span>` : word,
    )
}

function facts(context: Context): [string, Part][] {
  const { results, text, lang, focus } = context
  const { report, ejz } = results.provenance
  const { page } = text
  const given: [string, string | undefined][] = [
    [page.period, focus.waves.map(wave => waveName(context, wave)).join(', ')],
    [page.published, report.date && date(report.date, lang)],
    [page.edition, report.edition],
    [page.status, report.status],
    [page.client, report.client],
    [page.reference, report.reference],
    [page.contact, report.contact],
    [page.madeWith, `ejz ${ejz}`],
  ]
  return given.filter((row): row is [string, string] => Boolean(row[1]))
}
