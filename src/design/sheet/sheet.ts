import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { type Language, link } from '#platform/language.ts'
import { type Block, type Inline, type Run, textOfInline } from '#platform/pdf/document.ts'

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
${blocksOnPage(language, blocks)}</div>
</div>`

/** The blocks on their own; `under` is the level of the title that stands above them. */
export const blocksOnPage = (
  language: Language,
  blocks: readonly Block[],
  under: 1 | 2 = 1,
): Html => html`${sectionsOf(blocks).map((section) => drawn(language, section, under))}`

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

const drawn = (language: Language, { heading, blocks }: Section, below: 1 | 2): Html =>
  html`${blocks.map((block) => html`${draw(language, block, heading, below)}\n`)}`

function draw(language: Language, block: Block, under: string, below: 1 | 2): Html {
  switch (block.kind) {
    case 'heading':
      return [
        html`<h2>${block.text}</h2>`,
        html`<h3>${block.text}</h3>`,
        html`<h4>${block.text}</h4>`,
        html`<h5>${block.text}</h5>`,
      ][block.level + below - 2] as Html
    case 'paragraph':
      return story(block.text)
    case 'linked':
      return html`<p>${inlineOf(language, block.runs)}</p>`
    case 'quote':
      return html`<blockquote>${story(block.text)}${block.by ? html`<p>— ${block.by}</p>` : ''}</blockquote>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${inlineOf(language, item)}</li>`)
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
          row.map((cell) =>
            textOfInline(cell).includes('\n')
              ? story(textOfInline(cell))
              : inlineOf(language, cell),
          ),
        ),
      })
    case 'note':
      return html`<div class="sheet-note sheet-note--${block.form}"><p><strong>${block.label}</strong></p>
${block.text === '' ? '' : story(block.text)}
${(block.about ?? []).length > 0 ? html`<dl class="sheet-note__about">${(block.about ?? []).map(({ key, value }) => html`<div><dt>${key}</dt><dd>${value}</dd></div>\n`)}</dl>` : ''}</div>`
  }
}

const inlineOf = (language: Language, inline: Inline): Html =>
  typeof inline === 'string' ? html`${inline}` : html`${inline.map((run) => runOf(language, run))}`

const runOf = (language: Language, { text, href }: Run): Html => {
  if (href === undefined) return html`${text}`
  return href.startsWith('/')
    ? html`<a href="${link(language, href)}">${text}</a>`
    : html`<a href="${href}" rel="external noreferrer">${text}</a>`
}
