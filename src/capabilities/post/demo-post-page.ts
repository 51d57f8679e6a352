import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { SentLetter } from './read-demo-letters.ts'
import { t } from './words.ts'

/** What would have been mailed, newest first. */
export function demoPostPage(language: Language, letters: readonly SentLetter[]): PageParts {
  const words = t(language)
  const begin = { text: words.emptyBegin, href: link(language, '/demo') }
  return {
    title: words.demoTitle,
    content: html`<h1 class="heading-1">${words.demoTitle}</h1>
<p class="lead">${words.demoLead}</p>
<p class="quiet">${words.demoKept}</p>
<p><a href="${link(language, '/demo')}">${words.demoPeople}</a></p>
${
  letters.length > 0
    ? letters.map((letter) => oneLetter(language, letter))
    : emptyState({ title: words.emptyTitle, text: words.emptyText, begin })
}`,
  }
}

function oneLetter(language: Language, { to, subject, text, at }: SentLetter): Html {
  const words = t(language)
  const rows = [
    { key: words.to, value: to },
    { key: words.at, value: moment(language, at.toString()) },
  ]
  const paragraphs = text.trim().split('\n\n')
  return html`<section>
<h2 class="heading-2">${subject}</h2>
${summaryList(language, rows)}
${paragraphs.map((paragraph) => html`<p>${paragraph.split('\n').map((line, at) => html`${at > 0 ? html`<br>` : ''}${line}`)}</p>\n`)}
</section>
`
}
