import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import type { Language } from '#platform/language.ts'
import type { Block } from '#platform/pdf/document.ts'

export type Sheet = {
  readonly title: string
  /** on every printed page: what this is, and for whom it was made */
  readonly repeated: readonly string[]
  readonly blocks: readonly Block[]
}

/**
 * The same blocks as a PDF, on a page that is made to be printed: what is repeated stands at the head of
 * every sheet of paper, with the number of the page in the margin where the browser can.
 */
export const sheet = (language: Language, { title, repeated, blocks }: Sheet): Html =>
  html`<div class="sheet">
<div class="sheet__head">${repeated.map((line) => html`<p>${line}</p>\n`)}</div>
<div class="sheet__body"><h1>${title}</h1>
${sectionsOf(blocks).map((section) => drawn(language, section))}</div>
</div>`

type Section = { readonly heading: string; readonly blocks: readonly Block[] }

/** Each heading with what stands under it: tables and lists are named by it. */
function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { heading: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || sections.length === 0) {
      sections.push({ heading: block.kind === 'heading' ? block.text : '', blocks: [] })
    }
    sections.at(-1)?.blocks.push(block)
  }
  return sections
}

const drawn = (language: Language, { heading, blocks }: Section): Html =>
  html`${blocks.map((block) => html`${draw(language, block, heading)}\n`)}`

function draw(language: Language, block: Block, under: string): Html {
  switch (block.kind) {
    case 'heading':
      // The title is the h1 of the page.
      return {
        1: html`<h2>${block.text}</h2>`,
        2: html`<h3>${block.text}</h3>`,
        3: html`<h4>${block.text}</h4>`,
      }[block.level]
    case 'paragraph':
      return story(block.text)
    case 'quote':
      return html`<blockquote>${story(block.text)}${block.by ? html`<p>— ${block.by}</p>` : ''}</blockquote>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${item}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'key-values':
      return summaryList(language, [...block.pairs])
    case 'table':
      return table({
        caption: under,
        captionHidden: true,
        columns: block.columns.map((heading) => ({ heading })),
        rows: block.rows.map((row) =>
          row.map((cell) => (cell.includes('\n') ? story(cell) : cell)),
        ),
      })
    case 'note':
      return html`<div class="sheet-note sheet-note--${block.form}"><p><strong>${block.label}</strong></p>
${block.text === '' ? '' : story(block.text)}
${(block.about ?? []).length > 0 ? html`<dl class="sheet-note__about">${(block.about ?? []).map(({ key, value }) => html`<div><dt>${key}</dt><dd>${value}</dd></div>\n`)}</dl>` : ''}</div>`
  }
}
