import { dossierName } from '#capabilities/papers/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { text } from '#design/text/text.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import type { Scope } from './source.ts'
import type { Setting } from './store-standing.ts'
import { t } from './words.ts'

type View = {
  readonly setting: Setting | undefined
  readonly scope: Scope
  readonly typed: Typed
  readonly errors: FormErrors
  readonly demo: boolean
}

/** Whether this server goes out to the House, with what it asks and what it keeps. */
export function settingContent(language: Language, view: View): Html {
  const { setting, scope, typed, demo } = view
  const { setting: words, errors: sentences } = t(language)
  const wrong = Object.fromEntries(
    Object.entries(view.errors).map(([field, code]) => [
      field,
      sentences[code as keyof typeof sentences],
    ]),
  )
  const given = (name: 'isOn' | 'contact', otherwise: string) =>
    name in typed ? textOf(typed, name) : otherwise
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${demo ? alert(language, { kind: 'info', content: html`<p>${words.demo}</p>` }) : ''}
<h2>${words.what}</h2>
<ul>${[words.asks(scope.address), ...words.points].map((point) => html`<li>${point}</li>\n`)}</ul>
${summaryList(language, [
  { key: words.dossiers, value: scope.dossiers.map(dossierName).join(', ') },
  { key: words.words, value: html`<span lang="nl">${scope.words.join(', ')}</span>` },
])}
${form({
  action: link(language, paths.setting),
  content: html`${radios(language, {
    name: 'isOn',
    label: words.on,
    value: given('isOn', setting?.isOn ? 'yes' : 'no'),
    error: wrong.isOn,
    choices: [
      { value: 'yes', label: words.yes },
      { value: 'no', label: words.no },
    ],
  })}
${text(language, { name: 'contact', label: words.contact, hint: words.contactHint, kind: 'email', value: given('contact', setting?.contact ?? ''), error: wrong.contact, maxlength: 254 })}
${button({ text: words.save })}`,
})}
${setting ? html`<p class="quiet">${words.saved(fullDay(language, dutchDayOf(setting.changedAt)))}</p>` : ''}`
}
