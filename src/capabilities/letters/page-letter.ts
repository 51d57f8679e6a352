import { dossierName } from '#capabilities/papers/index.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { type Language, link } from '#platform/language.ts'
import type { LetterBlock } from './letter.ts'
import { printedReference } from './letter-text.ts'
import { fixedPanel } from './page-fix.ts'
import { roundPanel } from './page-round.ts'
import { paths } from './paths.ts'
import type { WholeLetter } from './read-letter.ts'
import { t } from './words.ts'

/** One letter: its head, its pieces, its figures, and where to go on. */
export function letterContent(language: Language, letter: WholeLetter): Html {
  const { row, content } = letter
  const { letter: words, frame, states, list, away, fix } = t(language)
  const isAway = row.put_away_at !== null
  const isDraft = row.state === 'draft' && !isAway
  // A piece without words did not come into a letter that is fixed.
  const shown =
    row.state === 'draft' ? content.blocks : content.blocks.filter(({ text }) => text.trim() !== '')
  const at = (path: string) => link(language, path)
  return html`<h1>${content.title}</h1>
${summaryList(language, [
  {
    key: list.state,
    value: `${isAway ? away.state : states[row.state]}, ${words.version(row.version).toLowerCase()}`,
  },
  { key: frame.dossiers, value: content.dossiers.map(dossierName).join(', ') },
  { key: frame.previous, value: content.previous && printedReference(content.previous) },
])}
${
  content.corrects
    ? html`<p>${fix.corrects} <a href="${at(paths.one(content.corrects.id))}">${content.corrects.title}</a></p>`
    : ''
}
${
  isAway
    ? html`<p>${away.isAway}</p>
${form({ action: at(paths.putBack(row.id)), content: button({ text: away.putBack }) })}`
    : ''
}
${isDraft ? html`<p>${buttonLink({ text: words.changeFrame, href: at(paths.frame(row.id)), look: 'secondary' })}</p>` : ''}
<h2>${words.pieces}</h2>
${isDraft ? html`<p>${words.piecesLead}</p>` : ''}
${piecesTable(language, row.id, shown, isDraft)}
${isDraft ? html`<p>${buttonLink({ text: words.addPiece, href: at(paths.addBlock(row.id)), look: 'secondary' })}</p>` : ''}
<p>${isDraft ? words.annexes : words.annexesFixed}</p>
<h2>${words.figures}</h2>
${isDraft ? html`<p>${words.bound(content.figures.length)}</p>` : ''}
<ul>
<li><a href="${at(paths.figures(row.id))}">${isDraft ? words.toFigures : words.seeFigures}</a></li>
<li><a href="${at(paths.preview(row.id))}">${words.preview}</a></li>
<li><a href="${at(paths.versions(row.id))}">${words.versions}</a></li>
</ul>
${roundPanel(language, letter)}
${isAway ? '' : fixedPanel(language, letter)}`
}

function piecesTable(
  language: Language,
  id: string,
  blocks: readonly LetterBlock[],
  isDraft: boolean,
): Html {
  const { letter: words, parts } = t(language)
  if (blocks.length === 0) return html``
  return table({
    caption: words.pieces,
    captionHidden: true,
    columns: [
      { heading: words.piece },
      { heading: words.part },
      { heading: words.length },
      ...(isDraft ? [{ heading: words.write, headingHidden: true }] : []),
    ],
    rows: blocks.map((block, at) => {
      const name = block.heading || words.untitled
      const count = block.text.split(/\s+/).filter(Boolean).length
      const isFirst = blocks[at - 1]?.part !== block.part
      return [
        isDraft ? html`<a href="${link(language, paths.block(id, block.id))}">${name}</a>` : name,
        parts[block.part],
        count === 0 ? words.noWords : words.words(count),
        ...(isDraft
          ? [
              isFirst
                ? html``
                : form({
                    action: link(language, paths.moveBlock(id, block.id)),
                    content: button({
                      look: 'subtle',
                      text: html`${words.earlier}<span class="visually-hidden">: ${name}</span>`,
                    }),
                  }),
            ]
          : []),
      ]
    }),
  })
}
