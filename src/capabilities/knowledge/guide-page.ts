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
  return {
    title: words.guideTitle,
    content: html`<h1>${words.guideTitle}</h1>
<p class="lead">${words.guideLead}</p>
${doors([
  {
    title: words.toSignals,
    text: words.toSignalsText,
    href: link(language, paths.signals),
  },
  { title: words.toLines, text: words.toLinesText, href: link(language, paths.lines) },
  // The catalogue of help, the law, the papers of Parliament, the surveys, letters and figures belong to other capabilities,
  // which are built on this one.
  { title: words.toHelp, text: words.toHelpText, href: link(language, '/kennis/hulp') },
  { title: words.toLaw, text: words.toLawText, href: link(language, '/kennis/recht') },
  {
    title: words.toParliament,
    text: words.toParliamentText,
    href: link(language, '/kennis/kamer'),
  },
  {
    title: words.toResearch,
    text: words.toResearchText,
    href: link(language, '/kennis/onderzoek'),
  },
  { title: words.toLetters, text: words.toLettersText, href: link(language, '/kennis/brieven') },
  { title: words.toFigures, text: words.toFiguresText, href: link(language, '/kennis/cijfers') },
  { title: words.toWords, text: words.toWordsText, href: link(language, paths.words) },
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
