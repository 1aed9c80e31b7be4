/**
 * The trend report: one HTML file that needs nothing else.
 *
 * Style and charts are inside; the security policy allows inline style and
 * nothing more, so that no label of a data file can ever run or fetch.
 */
import type { Results } from '../core/results.ts'
import type { Language } from '../core/study.ts'
import { type Context, contextOf } from './context.ts'
import { type DrawnFigure, drawnFigures } from './drawn-figures.ts'
import { type Figures, placedFigures } from './figure.ts'
import { type Html, html, trusted } from './html.ts'
import { contents, type Section, sectionHtml } from './section.ts'
import { citationSection } from './sections/citation.ts'
import { colophonSection } from './sections/colophon.ts'
import { comparabilitySection } from './sections/comparability.ts'
import { downloadsSection } from './sections/downloads.ts'
import { headlineSection } from './sections/headline.ts'
import { keyMessagesSection } from './sections/key-messages.ts'
import { levelsSection } from './sections/levels.ts'
import { methodSection } from './sections/method.ts'
import { outlookSection } from './sections/outlook.ts'
import { qualitySection } from './sections/quality.ts'
import { glossarySection, signsSection } from './sections/reference.ts'
import { studiesSection } from './sections/studies.ts'
import { pageTitle, syntheticBanner, titleBlock } from './sections/title-block.ts'
import { trendSection } from './sections/trend.ts'
import { whereSection } from './sections/where.ts'
import { whoSection } from './sections/who.ts'
import { styleSheet } from './style.ts'

export interface ReportOptions {
  readonly language: Language
  /** links to tables and figures that lie beside the report; default true */
  readonly downloads?: boolean
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export async function renderReport(
  results: Results,
  { language, downloads = true }: ReportOptions,
): Promise<string> {
  const context = contextOf(results, language)
  const drawn = await drawnFigures(results, language)
  const figures = placedFigures(context, drawn, downloads)
  const sections = sectionsOf(context, figures, downloads ? drawn : null)
  return `<!doctype html>\n${page(context, sections)}`
}

function sectionsOf(context: Context, figures: Figures, downloads: readonly DrawnFigure[] | null): Section[] {
  return [
    keyMessagesSection(context),
    headlineSection(context, figures),
    trendSection(context, figures),
    levelsSection(context, figures),
    whoSection(context, figures),
    whereSection(context, figures),
    outlookSection(context),
    studiesSection(context),
    comparabilitySection(context),
    methodSection(context),
    qualitySection(context),
    glossarySection(context),
    signsSection(context),
    downloads && downloadsSection(context, downloads),
    citationSection(context),
    colophonSection(context),
  ].filter(section => section !== null)
}

function page(context: Context, sections: readonly Section[]): Html {
  const { text, lang, results } = context
  const title = pageTitle(context)
  return html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="ejz ${results.provenance.ejz}">
<title>${title}</title>
<style>${trusted(styleSheet(title, results.provenance.report.edition ?? null, text.page.edition))}</style>
</head>
<body>
<a class="skip" href="#main">${text.page.skip}</a>
<header>
${syntheticBanner(context)}${titleBlock(context)}</header>
<div class="columns">
${contents(sections, text.page.contents)}<main id="main" tabindex="-1">
${sections.map((section, i) => sectionHtml(section, i + 1))}</main>
</div>
</body>
</html>
`
}
