import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { BeginningOn } from './begin-on.ts'
import type { At } from './occasion.ts'
import { paths } from './paths.ts'
import { sentencesOf, t } from './words.ts'

export type BeginView = {
  readonly at: At
  readonly begun: BeginningOn
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** To whom, and from which own file: which facts comes after. */
export function beginPage(language: Language, view: BeginView): Html {
  const { at, begun, typed, errors, key } = view
  const words = t(language).onOccasion
  const wrong = sentencesOf(language, errors)
  const [only, another] = begun.recipients
  const to = textOf(typed, 'aan')
  const { file } = begun.bounds
  return html`${summaryOf(language, wrong)}
<h1>${begun.bounds.title}</h1>
<p class="lead">${words.lead[at.kind]}</p>
${
  !only || begun.files.length === 0
    ? html`<p>${only ? words.noFiles : words.nobody[at.kind]}</p>`
    : form({
        action: link(language, paths.begin),
        content: html`${keyField(key)}<input type="hidden" name="bij" value="${at.kind}/${at.id}">
${radios(language, {
  name: 'aan',
  label: words.to,
  error: wrong.aan,
  // With one to choose from, choosing is no decision.
  value: another ? to : only.id,
  choices: begun.recipients.map(({ id, name }) => ({ value: id, label: name })),
})}
${select(language, {
  name: 'bestand',
  label: words.file,
  hint: words.fileHint,
  error: wrong.bestand,
  value: textOf(typed, 'bestand') || (file ? `${file.kind}/${file.id}` : ''),
  choices: begun.files.map(({ kind, id, title }) => ({ value: `${kind}/${id}`, label: title })),
})}
${button({ text: words.next })}`,
      })
}`
}
