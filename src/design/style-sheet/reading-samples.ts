import { alert } from '#design/alert/alert.ts'
import { details } from '#design/details/details.ts'
import { glossaryTerm } from '#design/glossary-term/glossary-term.ts'
import { type Html, html } from '#design/html.ts'
import { tag } from '#design/tag/tag.ts'
import type { Language } from '#platform/language.ts'
import { words } from './words.ts'

/** Running text, words that open, and messages. */
export function readingSamples(language: Language): Html {
  const t = words(language)
  const term = glossaryTerm(language, { id: 'mule', word: t.term, explanation: t.termMeaning })
  return html`<h2>${t.reading}</h2>
<p>${t.paragraph}</p>
<p>${t.before}${term}${t.after} <a href="#forms">${t.link}</a>.</p>
<p>${t.marked[0]}<mark>${t.marked[1]}</mark>${t.marked[2]}</p>
<ol>${t.listItems.map((item) => html`<li>${item}</li>`)}</ol>
<blockquote>${t.quote}</blockquote>
<h3>${t.typography[2]}</h3>
<p>${t.tags.map((text) => html`${tag(text)} `)}</p>
<h2>${t.messages}</h2>
${alert(language, { kind: 'danger-now', title: t.dangerTitle, content: html`<p>${t.dangerText}</p>` })}
${alert(language, { kind: 'info', title: t.infoTitle, content: html`<p>${t.infoText}</p>` })}
${details({ summary: t.detailsSummary, content: html`<p>${t.detailsText}</p>`, open: true })}`
}
