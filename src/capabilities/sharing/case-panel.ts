import type { CasePanel } from '#capabilities/cases/index.ts'
import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { tag } from '#design/tag/tag.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { paths } from './paths.ts'
import { disclosuresOf } from './read-disclosure.ts'
import { t } from './words.ts'

/** Beside a case: what was shared from it, for everybody in its circle; opening it is for who coordinates. */
export const sharingPanel: CasePanel = async (work, head, language) => {
  const words = t(language)
  const lines = await disclosuresOf(work, 'case', head.id)
  const about = (line: (typeof lines)[number]) =>
    html`${line.to ? words.panel.to(line.to) : words.panel.nobody} ${tag(words.states[line.state])}`
  const list = head.isCoordinator
    ? linkList(
        lines.map((line) => ({
          text: line.reference,
          href: link(language, paths.one(line.id)),
          about: about(line),
        })),
      )
    : html`<ul>${lines.map((line) => html`<li>${line.reference} ${about(line)}</li>`)}</ul>`
  return {
    aside: html`<h2>${words.panel.title}</h2>
${lines.length === 0 ? html`<p>${words.panel.none}</p>` : list}
${
  head.isCoordinator && head.state === 'open'
    ? form({
        action: link(language, paths.begin),
        content: html`${keyField(newId())}<input type="hidden" name="soort" value="case"><input type="hidden" name="dossier" value="${head.id}">
${button({ text: words.panel.begin, look: 'secondary' })}`,
      })
    : ''
}`,
  }
}
