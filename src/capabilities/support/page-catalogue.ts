import {
  editionLine,
  type Knowledge,
  knowledgeNavigation,
  origin,
} from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Language, link } from '#platform/language.ts'
import type { Catalogue } from './catalogue.ts'
import { asksAnything } from './find-query.ts'
import { type FindView, findForm, findings } from './pages-find.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The whole catalogue: what to know first, what to look for, every kind of help by name, and the gaps. */
export function cataloguePage(language: Language, knowledge: Knowledge, view: FindView): PageParts {
  const words = t(language)
  const { catalogue, criteria } = view
  return {
    title: words.catalogue.title,
    content: html`<h1>${words.catalogue.title}</h1>
<p class="lead">${words.catalogue.lead}</p>
${guidance(language, knowledge, catalogue)}
<h2>${words.find.title}</h2>
${findForm(language, view)}
${findings(language, view)}
${asksAnything(criteria) ? html`<p><a href="${link(language, paths.catalogue)}">${words.find.again}</a></p>` : ''}
${nothingFound(language, knowledge, catalogue)}
<p>${buttonLink({ text: words.catalogue.toOffers, href: link(language, paths.publicOffers), look: 'secondary' })}</p>
${editionLine(language, catalogue.edition)}`,
    breadcrumbs: [knowledgeNavigation(language)],
  }
}

/** What must be told beside the catalogue, wherever it is shown. */
export const guidance = (language: Language, knowledge: Knowledge, catalogue: Catalogue): Html =>
  alert(language, {
    kind: 'info',
    title: t(language).catalogue.beside,
    content: html`<ul>${[...catalogue.guidance, ...catalogue.cautionsFor()].map(
      (one) => html`<li>${one.text[language]} ${origin(knowledge, language, one)}</li>\n`,
    )}</ul>`,
  })

const nothingFound = (language: Language, knowledge: Knowledge, catalogue: Catalogue): Html => {
  const words = t(language).catalogue
  return html`<h2>${words.nothingFound}</h2>
<p>${words.nothingFoundLead}</p>
<ul>${catalogue.nothingFound.map(
    (one) =>
      html`<li><strong>${one.name}</strong>: ${one.text[language]} ${origin(knowledge, language, one)}</li>\n`,
  )}</ul>`
}
