import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { tag } from '#design/tag/tag.ts'
import { type Language, link } from '#platform/language.ts'
import { explainedWord } from './explained-word.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine, sourceList } from './origin.ts'
import type { Signal } from './signal-pack.ts'
import { paths, t, wayUp } from './words-on-screen.ts'

/** One signal: what was seen, and as large, what else it may be. */
export function signalPage(knowledge: Knowledge, language: Language, signal: Signal): PageParts {
  const words = t(language)
  const category = knowledge.findCategory(signal.category)
  const moreHref = `${link(language, paths.signals)}?onderwerp=${signal.category}`
  return {
    // Short, and it tells no more than needed to who looks at the tab.
    title: `${signal.id} ${category?.name[language] ?? ''}`,
    breadcrumbs: [
      ...wayUp(language),
      { text: words.signalsTitle, href: link(language, paths.signals) },
    ],
    content: html`<p class="quiet">${signal.id}</p>
<h1>${signal.wording[language]}</h1>
<p class="lead">${words.oneIsNoConclusion}</p>
<section class="panel"><h2>${words.innocentTitle}</h2>
<ul class="lead">${signal.innocent.map((each) => html`<li>${each[language]}</li>\n`)}</ul></section>
${
  signal.attention
    ? alert(language, {
        kind: 'info',
        title: words.attention,
        content: html`<p>${signal.attention[language]}</p>`,
      })
    : ''
}
<p>${buttonLink({ text: words.whatNow, href: link(language, paths.lines) })}</p>
<h2>${words.formsTitle}</h2>
${forms(knowledge, language, signal)}
<h2>${words.observersTitle}</h2>
${observers(knowledge, language, signal)}
${basis(knowledge, language, signal)}
<h2>${words.readingTitle}</h2>
<p>${knowledge.explainStrength(signal.strength)[language]} (${explainedWord(knowledge, language, 'own-synthesis')})</p>
<p>${words.readingNote}</p>
${category ? html`<p><a href="${moreHref}">${words.moreIn(category.name[language])}</a></p>` : ''}
${editionLine(language, knowledge.editions.signals)}`,
  }
}

const forms = (knowledge: Knowledge, language: Language, signal: Signal): Html =>
  html`<ul>${signal.forms.map((id) => {
    const form = knowledge.findForm(id)
    if (!form) return ''
    if (id === 'any') return html`<li>${form.explanation[language]}</li>\n`
    return html`<li><strong>${form.name[language]}</strong>: ${form.explanation[language]}</li>\n`
  })}</ul>`

const observers = (knowledge: Knowledge, language: Language, signal: Signal): Html =>
  html`<ul>${signal.observers.map((id) => {
    const observer = knowledge.findObserver(id)
    if (!observer) return ''
    return html`<li><a href="${link(language, paths.card(observer.slug))}">${observer.name[language]}</a></li>\n`
  })}</ul>`

function basis(knowledge: Knowledge, language: Language, signal: Signal): Html {
  const words = t(language)
  const grades = (signal.grades ?? []).map(({ tool, level }) =>
    words.gradedBy(
      knowledge.findSource(tool)?.title ?? tool,
      knowledge.findGradeLevel(level)?.name[language] ?? level,
    ),
  )
  return html`<h2>${words.basisTitle}</h2>
<p>${knowledge.explainBasis(signal.basis)[language]}${signal.basis === 'own' ? html` ${tag(words.own)}` : ''}</p>
${grades.map((sentence) => html`<p>${sentence}</p>\n`)}
${signal.gradeRemark ? html`<p>${signal.gradeRemark[language]}</p>` : ''}
${signal.sources.length > 0 ? html`<h3>${words.sources}</h3>${sourceList(knowledge, language, signal.sources)}` : ''}`
}
