import { type Knowledge, linesInDanger } from '#capabilities/knowledge/index.ts'
import {
  choosable,
  type FoundParties,
  type KindNamer,
  nextParties,
  searchFields,
} from '#capabilities/sharing/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { longest } from './advice-body.ts'
import type { Identifying } from './identifying.ts'
import { lookAlert, lookField } from './page-look.ts'
import { paths } from './paths.ts'
import { sentencesOf, t } from './words.ts'

export type AskView = {
  readonly knowledge: Knowledge
  readonly advisers: FoundParties
  readonly kindName: KindNamer
  readonly head: { readonly id: string; readonly code: string } | undefined
  readonly typed: Typed
  readonly errors: FormErrors
  /** what to look at before it goes */
  readonly look: readonly Identifying[]
  readonly key: string
}

/** Danger first, then whom, then the words; with danger now the telephone stands above everything. */
export function askPage(language: Language, view: AskView): Html {
  const { knowledge, advisers, kindName, head, typed, errors, look, key } = view
  const words = t(language).ask
  const wrong = sentencesOf(language, errors)
  const value = (name: string) => textOf(typed, name)
  const danger = value('danger') === 'yes'
  return html`${danger ? dangerNow(language, knowledge) : ''}
${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${head ? html`<p>${words.forCase(head.code)}</p>` : ''}
${lookAlert(language, look)}
${form({
  action: link(language, paths.ask),
  content: html`${keyField(key)}
${head ? html`<input type="hidden" name="casus" value="${head.id}">` : ''}
${radios(language, {
  name: 'danger',
  label: words.danger,
  value: value('danger'),
  error: wrong.danger,
  choices: (['no', 'yes', 'called'] as const)
    .filter(
      (each) => each !== 'called' || value('danger') === 'yes' || value('danger') === 'called',
    )
    .map((each) => ({ value: each, label: words.dangerChoices[each] })),
})}
${searchFields(language, advisers, kindName)}
${select(language, { name: 'to', label: words.to, hint: words.toHint, value: value('to'), error: wrong.to, choices: choosable(advisers).map(({ id, name }) => ({ value: id, label: name })) })}
${nextParties(language, advisers)}
${text(language, { name: 'topic', label: words.topic, hint: words.topicHint, value: value('topic'), error: wrong.topic, maxlength: longest.line })}
${textarea(language, { name: 'situation', label: words.situation, hint: words.situationHint, value: value('situation'), error: wrong.situation, rows: 8 })}
${textarea(language, { name: 'asks', label: words.asks, hint: words.asksHint, value: value('asks'), error: wrong.asks, rows: 3 })}
${lookField(language, look, wrong.looked)}
<p class="quiet">${words.alone}</p>
${button({ text: words.button })}`,
})}`
}

/** Danger now: the telephone first, the computer later. */
const dangerNow = (language: Language, knowledge: Knowledge): Html => {
  const words = t(language).ask
  return alert(language, {
    kind: 'danger-now',
    title: words.dangerTitle,
    content: html`<p>${words.dangerText}</p>
<p>${buttonLink({ text: words.call, href: 'tel:112', look: 'danger' })}</p>
${linesInDanger(knowledge, language, ['emergency', 'police', 'veilig-thuis'])}`,
  })
}
