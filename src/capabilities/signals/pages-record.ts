import type { HelpLine } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { steps } from '#design/steps/steps.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import type { FormErrors } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { type Draft, longest } from './draft.ts'
import type { RecordAssets } from './record-assets.ts'
import { abouts, origins } from './signal.ts'
import { isErrorCode, t } from './words.ts'

export const draftPath = (id: string, page: string): string => `/signalen/concept/${id}/${page}`

/** Error codes as the sentences of one language, by field. */
export function sentences(language: Language, errors: FormErrors): Record<string, string> {
  const words = t(language).errors
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, isErrorCode(code) ? words[code] : code]),
  )
}

/** First on a page that was sent back. Fields in the order in which they stand on the page. */
export const progress = (language: Language, id: string | undefined, current: number): Html => {
  const paths = id ? ['direct-gevaar', 'wat', 'signalen', 'controleer'] : []
  return steps(
    language,
    t(language).steps.map((name, index) => ({
      text: name,
      ...(index < current && id ? { href: link(language, draftPath(id, paths[index] ?? '')) } : {}),
    })),
    current,
  )
}

export function startPage(language: Language, errors: FormErrors, key: string): Html {
  const words = t(language).start
  const wrong = sentences(language, errors)
  return html`${summaryOf(language, wrong)}
${progress(language, undefined, 0)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form({
  action: link(language, '/signalen/nieuw'),
  content: html`${keyField(key)}${dangerField(language, wrong.danger)}
${button({ text: words.next })}`,
})}`
}

const dangerField = (language: Language, error: string | undefined, value = ''): Html => {
  const words = t(language).start
  return radios(language, {
    name: 'danger',
    label: words.question,
    hint: words.hint,
    error,
    value,
    choices: [
      { value: 'no', label: words.no },
      { value: 'yes', label: words.yes },
    ],
  })
}

/** The first question again, for a draft: an answer that shortens a term must be seen and mended. */
export function changeDangerPage(
  language: Language,
  { id, danger, errors }: { id: string; danger: string; errors: FormErrors },
): Html {
  const wrong = sentences(language, errors)
  return html`${summaryOf(language, wrong)}
${progress(language, id, 0)}
<h1>${t(language).danger.change}</h1>
${form({
  action: link(language, draftPath(id, 'direct-gevaar')),
  content: html`${dangerField(language, wrong.danger, danger)}
${button({ text: t(language).save })}`,
})}`
}

/** What to do now, with the telephone under the thumb. */
export function dangerNow(language: Language): Html {
  const words = t(language).danger
  return alert(language, {
    kind: 'danger-now',
    title: words.lead,
    content: html`<ol>${words.steps.map((step) => html`<li>${step}</li>`)}</ol>
${buttonLink({ text: words.call, href: 'tel:112', look: 'danger' })}`,
  })
}

/** A line that can be called: what for, its name and its number. */
export const callLine = (
  why: (name: string) => string,
  { name, phone = '' }: HelpLine,
  language: Language,
): Html =>
  html`${why(name[language])} <a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone.replaceAll('-', '\u2011')}</a>`

/** Danger now: the telephone first, the computer later. */
export function dangerPage(language: Language, id: string): Html {
  const words = t(language).danger
  return html`<h1>${words.title}</h1>
${dangerNow(language)}
<p>${words.own}</p>
<p>${buttonLink({ text: words.next, href: link(language, draftPath(id, 'wat')), look: 'secondary' })}</p>`
}

export type WhatView = {
  readonly id: string
  readonly draft: Draft
  readonly errors: FormErrors
  /** keeping and recognising while typing; without it the next page does the same */
  readonly live: RecordAssets | undefined
}

export function whatPageView(language: Language, { id, draft, errors, live }: WhatView): Html {
  const words = t(language).what
  const wrong = sentences(language, errors)
  const path = draftPath(id, 'wat')
  return html`${summaryOf(language, wrong)}
${progress(language, id, 1)}
<h1>${words.title}</h1>
<p>${t(language).draftNote}</p>
${form({
  action: link(language, path),
  id: 'record',
  dataset: live ? scriptData(language, id, live) : {},
  content: html`${radios(language, {
    name: 'about',
    label: words.about,
    value: draft.about,
    error: wrong.about,
    choices: abouts.map((value) => ({ value, label: words.abouts[value] })),
  })}
${text(language, {
  name: 'subject',
  label: words.subject,
  hint: words.subjectHint,
  value: draft.subject,
  error: wrong.subject,
  maxlength: longest.subject,
  spellcheck: false,
})}
${textarea(language, {
  name: 'narrative',
  label: words.narrative,
  hint: words.narrativeHint,
  value: draft.narrative,
  error: wrong.narrative,
  rows: 8,
  large: true,
})}
${live ? liveRecognition(language) : ''}
${date(language, {
  name: 'noticed',
  label: words.noticed,
  hint: words.noticedHint,
  optional: true,
  value: { day: draft.day, month: draft.month, year: draft.year },
  error: wrong.noticed,
})}
${text(language, {
  name: 'moment',
  label: words.moment,
  hint: words.momentHint,
  optional: true,
  value: draft.moment,
  error: wrong.moment,
  maxlength: longest.line,
})}
${radios(language, {
  name: 'origin',
  label: words.origin,
  value: draft.origin,
  error: wrong.origin,
  choices: origins.map((value) => ({ value, label: words.origins[value] })),
})}
${text(language, {
  name: 'heardFrom',
  label: words.heardFrom,
  hint: words.heardFromHint,
  optional: true,
  value: draft.heardFrom,
  error: wrong.heardFrom,
  maxlength: longest.line,
})}
${buttonGroup(button({ text: t(language).save }))}
${keptStatus}`,
})}
<p>${toggleRecognition(language, id, live !== undefined)}</p>`
}

/** Everything the module needs to know stands on the form; it has no words of its own. */
export const scriptData = (
  language: Language,
  id: string,
  { wordings, lexicons }: RecordAssets,
) => ({
  'data-keep': draftPath(id, 'bewaar'),
  'data-saved': t(language).saved,
  'data-saving': t(language).saving,
  'data-not-saved': t(language).notSaved,
  'data-wordings': wordings[language],
  'data-lexicon-nl': lexicons.nl,
  'data-lexicon-en': lexicons.en,
})

/** Where the module says that the draft was kept. */
export const keptStatus = html`<p class="quiet" id="kept" role="status"></p>`

const liveRecognition = (language: Language): Html =>
  html`<section class="recognised" id="recognised" aria-live="polite" hidden>
<h2 class="recognised__title">${t(language).what.recognised}</h2>
<ul class="recognised__list"></ul>
<p class="quiet">${t(language).what.recognisedHint}</p>
</section>`

const toggleRecognition = (language: Language, id: string, live: boolean): Html => {
  const words = t(language).what
  const href = `${link(language, draftPath(id, 'wat'))}?herkenning=${live ? 'uit' : 'aan'}`
  return html`<a href="${href}">${live ? words.recognitionOff : words.recognitionOn}</a>`
}
