import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { tag } from '#design/tag/tag.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import type { TableLine } from './read-table.ts'
import { t } from './words.ts'

export function listPage(
  language: Language,
  { lines, mayConvene }: { lines: readonly TableLine[]; mayConvene: boolean },
): Html {
  const words = t(language).list
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${mayConvene ? html`<p>${buttonLink({ text: words.convene, href: link(language, paths.convene) })}</p>` : ''}
${lines.length === 0 ? html`<p>${words.none}</p>` : tableList(language, lines)}`
}

export function tableList(language: Language, lines: readonly TableLine[]): Html {
  const words = t(language).list
  return linkList(
    lines.map(({ id, code, question, convener, day, ended }) => ({
      text: question ?? words.erased,
      href: link(language, paths.table(id)),
      about: html`${ended ? html`<p>${tag(words.ended)}</p>` : ''}<p class="quiet">${words.of(code, convener, fullDay(language, day))}</p>`,
    })),
  )
}
