/** Bronnen en citeerwijze: how to cite this report, and where its methods are described. */
import type { Context } from '../context.ts'
import { html } from '../html.ts'
import type { Section } from '../section.ts'
import { pageTitle } from './title-block.ts'

export function citationSection(context: Context): Section {
  const { citation } = context.text
  const { report, ejz } = context.results.provenance
  const parts = [
    report.client && `${report.client}`,
    `(${report.date?.slice(0, 4) ?? citation.undated}).`,
    `${pageTitle(context)}${report.edition ? ` (${citation.edition(report.edition)})` : ''}.`,
    citation.madeWith(ejz),
  ]
  const body = html`<p>${citation.cite}</p>
<p class="citation">${parts.filter(Boolean).join(' ')}</p>
<p>${citation.sources}</p>
<ul class="references">
<li lang="nl">${LETTER}</li>
${REFERENCES.map(reference => html`<li lang="en">${reference}</li>\n`)}</ul>`
  return { id: 'citation', heading: citation.heading, body }
}

const REFERENCES = [
  'De Jong Gierveld, J., & Van Tilburg, T. (2022). Manual of the Loneliness Scale. Vrije Universiteit Amsterdam.',
  'Das Gupta, P. (1993). Standardization and decomposition of rates: A user’s manual (P23-186). US Bureau of the Census.',
  'Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics, 6, 65–70.',
  'Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American Statistical Association, 50, 1168–1194.',
  'Korn, E. L., & Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Survey Methodology, 24, 193–201.',
  'Parker, J. D., et al. (2017). National Center for Health Statistics data presentation standards for proportions. Vital and Health Statistics, 2(175).',
] as const

const LETTER =
  'Minister van Volksgezondheid, Welzijn en Sport (15 januari 2020). Voortgangsrapportage Eén tegen eenzaamheid. Kamerstuk 29 538, nr. 311.'
