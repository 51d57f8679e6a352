import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Language } from '#platform/language.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine, origin } from './origin.ts'
import type { Term } from './term.ts'
import { t, wayUp } from './words-on-screen.ts'

/** All words of the field, by the alphabet of the language that is read. */
export function termsPage(knowledge: Knowledge, language: Language): PageParts {
  const words = t(language)
  const terms = knowledge.terms.toSorted((a, b) =>
    a.name[language].localeCompare(b.name[language], language),
  )
  return {
    title: words.wordsTitle,
    breadcrumbs: wayUp(language),
    content: html`<h1>${words.wordsTitle}</h1>
<p class="lead">${words.wordsLead}</p>
<dl class="data-list">${terms.map((term) => oneTerm(knowledge, language, term))}</dl>
${editionLine(language, knowledge.editions.terms)}`,
  }
}

const oneTerm = (knowledge: Knowledge, language: Language, term: Term): Html =>
  html`<div class="data-list__item" id="${term.id}">
<dt class="data-list__item-key">${term.name[language]}</dt>
<dd class="data-list__item-value">${term.explanation[language]}<br>${
    term.law ? html`<span class="quiet">${t(language).law}: ${term.law}</span><br>` : ''
  }${origin(knowledge, language, term)}</dd></div>
`
