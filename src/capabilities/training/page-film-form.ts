import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { longest } from './film.ts'
import { wayToFilm } from './page-film-parts.ts'
import { paths } from './paths.ts'
import { filmSentences, t } from './words.ts'

type View = {
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** The form that asks for the film. It has no field about a child, and says so where people write. */
export function filmFormPage(language: Language, { groups, typed, errors, key }: View): PageParts {
  const words = t(language).film
  const wrong = filmSentences(language, errors)
  const value = (name: string) => textOf(typed, name)
  const head = { ...wayToFilm(language), title: words.askTitle }
  if (groups.length === 0) {
    const content = alert(language, { kind: 'info', content: html`<p>${words.noGroup}</p>` })
    return { ...head, content: html`<h1>${words.askTitle}</h1>\n${content}` }
  }
  const [only] = groups.length === 1 ? groups : []
  return {
    ...head,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.askTitle}</h1>
<p class="lead">${words.askLead}</p>
${form({
  action: link(language, paths.newFilmRequest),
  content: html`${keyField(key)}
${select(language, { name: 'expertGroup', label: words.expertGroup, value: value('expertGroup') || only?.id, error: wrong.expertGroup, choices: groups.map(({ id, name }) => ({ value: id, label: name })) })}
${text(language, { name: 'audience', label: words.audience, hint: words.audienceHint, value: value('audience'), error: wrong.audience, maxlength: longest.audience })}
${textarea(language, { name: 'purpose', label: words.purpose, hint: words.purposeHint, value: value('purpose'), error: wrong.purpose, optional: true, rows: 4, maxlength: longest.purpose })}
${text(language, { name: 'contactFunction', label: words.contactFunction, hint: words.contactFunctionHint, value: value('contactFunction'), error: wrong.contactFunction, maxlength: longest.contactFunction })}
${text(language, { name: 'contactWay', label: words.contactWay, hint: words.contactWayHint, value: value('contactWay'), error: wrong.contactWay, maxlength: longest.contactWay })}
${date(language, { name: 'wantedOn', label: words.wantedOn, hint: words.wantedOnHint, optional: true, error: wrong.wantedOn, value: datePartsOf(typed, 'wantedOn') })}
${checkboxes(language, { name: 'nobody', label: words.nobody, values: listOf(typed, 'nobody'), error: wrong.nobody, choices: [{ value: 'yes', label: words.nobodyYes }] })}
${button({ text: words.send })}`,
})}`,
  }
}
