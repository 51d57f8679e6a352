import { attributes, type Content, type Html, html } from '#design/html.ts'

export type Column = {
  readonly heading: string
  /** figures stand under each other, to the right */
  readonly numeric?: boolean
  /** read out but not shown, for a column of links */
  readonly headingHidden?: boolean
}

export type Table = {
  readonly caption: Content
  readonly captionHidden?: boolean
  readonly columns: readonly Column[]
  /** a few short figures that are read across: on a phone it stays rows and columns */
  readonly stays?: boolean
  /** the first cell of each row names the row */
  readonly rows: readonly (readonly Content[])[]
}

/** Rows and columns on a desk; on a phone every row is a card that says each heading again, unless the table stays one. */
export function table({ caption, captionHidden, columns, rows, stays }: Table): Html {
  return html`<table class="table ${stays ? 'table--stays' : 'table--cards'}">
<caption class="table__caption${captionHidden ? ' visually-hidden' : ''}">${caption}</caption>
<thead><tr>${columns.map(heading)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((content, index) => cell(content, columns[index], index))}</tr>\n`)}</tbody>
</table>`
}

const heading = ({ heading, numeric, headingHidden }: Column): Html =>
  html`<th scope="col"${attributes({ class: numeric ? 'table__cell--numeric' : undefined })}>${
    headingHidden ? html`<span class="visually-hidden">${heading}</span>` : heading
  }</th>`

function cell(content: Content, column: Column | undefined, index: number): Html {
  const list = attributes({
    class: column?.numeric ? 'table__cell--numeric' : undefined,
    'data-label': column?.headingHidden ? undefined : column?.heading,
  })
  return index === 0
    ? html`<th scope="row"${list}>${content}</th>`
    : html`<td${list}>${content}</td>`
}
