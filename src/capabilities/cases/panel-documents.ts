import { html } from '#design/html.ts'
import type { CasePanel } from './panel.ts'
import { caseLink } from './paths.ts'
import { countDocuments } from './store-documents.ts'
import { t } from './words-documents.ts'

/** On the page of a case: how many documents it has, and the way to paper. */
export const documentPanel: CasePanel = async (work, head, language) => {
  const { panel, title } = t(language)
  const count = await countDocuments(work, head.id)
  return {
    aside: html`<h2>${title}</h2>
<p>${panel.count(count)}</p>
<p><a href="${caseLink(language, head.id, 'documenten')}">${panel.to}</a><br>
<a href="${caseLink(language, head.id, 'afdruk')}">${panel.paper}</a></p>`,
  }
}
