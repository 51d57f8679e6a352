import { button, buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { forPupil } from './conversation.ts'
import { belowPath, ownWords, sentences } from './page-parts.ts'
import { passagesForPupil } from './pages-pupil.ts'
import { latest, type ReadConversation } from './read-conversation.ts'
import { t } from './words.ts'

type ShowView = {
  readonly one: ReadConversation
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** Before the screen is turned: exactly what will be read, and what to look at first. */
export function showPage(language: Language, { one, typed, errors, key }: ShowView): Html {
  const words = t(language).show
  const wrong = sentences(language, errors)
  const { spoken, present } = latest(one.accounts).content
  const passages = forPupil(one.passages).map((each) => ({ ...each, corrections: [] }))
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.check}</h2>
<ul>${words.checks.map((check) => html`<li>${check}</li>\n`)}</ul>
<p>${buttonLink({ text: words.edit, href: link(language, belowPath(one, 'edit-account')), look: 'secondary' })}</p>
<section class="panel" aria-label="${words.what}">
<h2>${words.what}</h2>
${passagesForPupil(
  language,
  passages,
  (each) =>
    each.kind === 'quote' || each.kind === 'addition' ? ownWords(each.text, spoken) : undefined,
  true,
)}
</section>
${form({
  action: link(language, belowPath(one, 'show')),
  content: html`${keyField(key)}${textarea(language, {
    name: 'present',
    label: words.present,
    value: textOf(typed, 'present') || present,
    error: wrong.present,
    rows: 2,
  })}
<p>${words.lock}</p>
${button({ text: words.start })}`,
})}`
}
