/** A table that reads well on paper, on a phone and aloud: caption, column and row headers, own scroll box. */
import { type Html, html, type Part } from './html.ts'

export interface Column {
  readonly name: Part
  readonly align?: 'right'
}

export interface Table {
  /** unique on the page */
  readonly id: string
  readonly caption: Part
  readonly columns: readonly Column[]
  /** one header over several columns, from the second column on; null = no header */
  readonly groups?: readonly { readonly name: Part; readonly span: number }[]
  /** the first cell of each row is its header */
  readonly rows: readonly (readonly Part[])[]
  readonly notes?: readonly string[]
}

export function table({ id, caption, columns, groups = [], rows, notes = [] }: Table): Html {
  return html`<div class="table">
<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">
<table id="${id}">
<caption id="${id}-caption">${caption}</caption>
<thead>${groups.length === 0 ? html`<tr>${columns.map(head)}</tr>` : groupedHead(columns, groups)}</thead>
<tbody>
${rows.map(cells => html`<tr>${cells.map((cell, i) => body(cell, i, columns[i]))}</tr>\n`)}</tbody>
</table>
</div>
${notes.map(note => html`<p class="note">${note}</p>\n`)}</div>`
}

function groupedHead(columns: readonly Column[], groups: NonNullable<Table['groups']>): Html {
  const over = groups.map(({ name, span }) =>
    name === null
      ? html`<td colspan="${span}"></td>`
      : html`<th scope="colgroup" colspan="${span}">${name}</th>`,
  )
  return html`<tr class="groups"><td></td>${over}</tr>
<tr>${columns.map(head)}</tr>`
}

function head({ name, align }: Column): Html {
  return html`<th scope="col"${side(align)}>${name}</th>`
}

function body(cell: Part, index: number, column: Column | undefined): Html {
  return index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${side(column?.align)}>${cell}</td>`
}

function side(align: 'right' | undefined): Html | false {
  return align === 'right' && html` class="number"`
}
