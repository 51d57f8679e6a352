import { doors } from '#design/doors/doors.ts'
import { html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Language, link } from '#platform/language.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine } from './origin.ts'
import { statementList } from './statement-list.ts'
import { paths, t } from './words-on-screen.ts'

/** How to use the list, what is not a signal, what protects, how to talk, and the way to the rest. */
export function guidePage(knowledge: Knowledge, language: Language): PageParts {
  const words = t(language)
  const statements = (list: Parameters<typeof statementList>[2]) =>
    statementList(knowledge, language, list)
  const door = (title: string, text: string, path: string) => ({
    ...{ title, text },
    href: link(language, path),
  })
  return {
    title: words.guideTitle,
    content: html`<h1>${words.guideTitle}</h1>
<p class="lead">${words.guideLead}</p>
<h2>${words.recognise}</h2>
${doors([
  door(words.toSignals, words.toSignalsText, paths.signals),
  door(words.toLines, words.toLinesText, paths.lines),
  // What follows belongs to other capabilities, which are built on this one; only the words and their meaning are its own.
  door(words.toHelp, words.toHelpText, '/kennis/hulp'),
  door(words.toLaw, words.toLawText, '/kennis/recht'),
  door(words.toWords, words.toWordsText, paths.words),
])}
<h2>${words.account}</h2>
${doors([
  door(words.toFigures, words.toFiguresText, '/kennis/cijfers'),
  door(words.toResearch, words.toResearchText, '/kennis/onderzoek'),
  door(words.toParliament, words.toParliamentText, '/kennis/kamer'),
  door(words.toLetters, words.toLettersText, '/kennis/brieven'),
])}
<h2>${words.howToUse}</h2>
${statements(knowledge.guidance)}
<h2>${words.conversation}</h2>
${statements(knowledge.conversation)}
<p><a href="${link(language, paths.talk)}">${words.toTalk}</a></p>
<h2>${words.notSignals}</h2>
<p>${words.notSignalsText}</p>
${statements(knowledge.vulnerabilities)}
<h2>${words.protects}</h2>
<p>${words.protectsText}</p>
${statements(knowledge.protectiveFactors)}
<h2>${words.cards}</h2>
<p>${words.cardsText}</p>
${linkList(
  knowledge.observers.map(({ slug, name }) => ({
    text: words.cardTitle(name[language]),
    href: link(language, paths.card(slug)),
  })),
)}
${editionLine(language, knowledge.editions.signals)}`,
  }
}
