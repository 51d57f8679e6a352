import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Language } from '#platform/language.ts'
import type { ConversationQuestion, ConversationTheme } from './conversation-pack.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine, origin } from './origin.ts'
import { statementList } from './statement-list.ts'
import { t, wayUp } from './words-on-screen.ts'

/** The whole guide for a conversation with a young person, to read and to print. */
export function conversationPage(
  knowledge: Knowledge,
  language: Language,
  style: string,
): PageParts {
  const { buildUp, promises, limits, meanwhile, avoidances, themes, edition } =
    knowledge.conversationGuide
  const words = t(language).talk
  const list = (items: Parameters<typeof statementList>[2], options = {}): Html =>
    statementList(knowledge, language, items, options)
  return {
    title: words.title,
    breadcrumbs: wayUp(language),
    styles: [style],
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p class="conversation-guide__screen-only">${words.print}</p>
<h2>${words.rules}</h2>
${list(knowledge.conversation)}
<h2>${words.buildUp}</h2>
${list(buildUp, { inOrder: true })}
<h2>${words.promises}</h2>
<p>${words.promisesText}</p>
${list(promises)}
<h2>${words.limits}</h2>
<p>${words.limitsText}</p>
${list(limits)}
<h3>${words.meanwhile}</h3>
${list(meanwhile)}
<h2>${words.avoidances}</h2>
<dl class="data-list">${avoidances.map(
      (one) => html`<div class="data-list__item">
<dt class="data-list__item-key">${one.name[language]}</dt>
<dd class="data-list__item-value">${one.text[language]}<br>${origin(knowledge, language, one)}</dd></div>
`,
    )}</dl>
<h2>${words.questions}</h2>
<p>${words.questionsText}</p>
${themes.map((theme, index) => oneTheme(knowledge, language, theme, index === 0))}
${editionLine(language, edition)}`,
  }
}

function oneTheme(
  knowledge: Knowledge,
  language: Language,
  theme: ConversationTheme,
  open: boolean,
): Html {
  const questions = knowledge.conversationGuide.questions.filter((one) => one.theme === theme.id)
  return details({
    summary: theme.name[language],
    open,
    content: html`<p>${theme.purpose[language]}</p>
<ul class="conversation-guide__questions">${questions.map((one) => oneQuestion(knowledge, language, one))}</ul>`,
  })
}

function oneQuestion(knowledge: Knowledge, language: Language, one: ConversationQuestion): Html {
  const words = t(language).talk
  const kind = knowledge.conversationGuide.avoidances.find(({ id }) => id === one.avoid.kind)
  return html`<li><p class="conversation-guide__question">${one.text[language]}</p>
<p>${one.purpose[language]}${one.withPolice === 'leave' ? html` <strong>${words.leave}</strong>` : ''}</p>
<p><span class="quiet">${words.instead}:</span> <s class="conversation-guide__avoid">${one.avoid.text[language]}</s> <span class="quiet">(${kind?.name[language] ?? ''})</span> ${origin(knowledge, language, one)}</p></li>
`
}
