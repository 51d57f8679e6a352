import { button } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { story } from '#design/story/story.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay } from '#platform/dates.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import type { DossierDesk } from './desk.ts'
import type { Field } from './fields.ts'
import { everyRecipient, type NoticeRecipient } from './notice-recipients.ts'
import { type FieldWords, fieldOf } from './page-fields.ts'
import { paths } from './paths.ts'
import type { ReadDossier, ReadNotice } from './read-dossier.ts'
import { t } from './words.ts'

/** Who was told of the last decision, and who was not yet. */
export function noticeList(
  language: Language,
  { notices }: Pick<DossierDesk, 'notices'>,
  { head, facts, decisions }: ReadDossier,
): Html {
  const words = t(language)
  const last = decisions.at(-1)
  if (!last || head.state === 'reopened') return html``
  const written = last.notices.map(({ recipient }) => recipient)
  return html`<h3>${words.decision.after}</h3>
<ul>${everyRecipient(notices, facts, written).map(({ id, name, partner }) => {
    const mine = last.notices.filter(({ recipient }) => recipient === id)
    const notice = mine.findLast(({ state }) => state !== 'draft') ?? mine.at(-1)
    const state = notice
      ? `${words.notices.short[notice.state]}${notice.on ? `, ${fullDay(language, notice.on)}` : ''}`
      : words.notices.short.none
    return html`<li><a href="${link(language, paths.notice(head.id, id))}">${recipientName(name[language], partner)}</a>: ${state}</li>\n`
  })}</ul>`
}

/** Who it is; of a partner also which one. */
export const recipientName = (name: string, partner: string | undefined): string =>
  partner ? `${name}: ${partner}` : name

export function objectionList(language: Language, { head, objections }: ReadDossier): Html {
  const { objections: words, page } = t(language)
  if (objections.length === 0) return html``
  const day = (iso: string) => fullDay(language, iso)
  const root = `${paths.dossier(head.id)}/bezwaar`
  return html`<h3>${page.objections}</h3>
${objections.map(
  (
    one,
  ) => html`<section id="bezwaar-${one.id}"><p><strong>${words.kinds[one.kind]}</strong>, ${words.received(day(one.receivedOn))}${one.heardOn ? html`, ${words.heard(day(one.heardOn), one.heardBy)}` : ''}${one.answeredOn ? html`, ${words.answered(day(one.answeredOn))}: ${one.upheld ? words.upheld : words.notUpheld}` : ''}.</p>
${story(one.text)}${one.answer ? story(one.answer) : ''}
${one.answeredOn ? '' : html`<p>${one.heardOn ? '' : html`<a href="${link(language, `${root}/${one.id}/gehoord`)}">${words.hear}</a> `}<a href="${link(language, `${root}/${one.id}/uitkomst`)}">${words.answer}</a></p>`}</section>`,
)}`
}

type View = {
  readonly id: string
  readonly key: string
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
}

/** To go on from: with what can be done about a sepot when there is one, and without it when there is none. */
export const beginningOf = (
  language: Language,
  { text, whenSepot }: NonNullable<NoticeRecipient['notice']>,
  sepot: boolean,
): string => (sepot && whenSepot ? `${text[language]}${whenSepot[language]}` : text[language])

/** The text for one recipient, to edit, and whether it was sent; of a past one what was sent, to read. */
export function noticePage(
  language: Language,
  view: View & {
    readonly recipient: NoticeRecipient
    /** what was sent before, or not and why, the oldest first */
    readonly before: readonly ReadNotice[]
  },
): Html {
  const { wrong, recipient, before } = view
  const { name, notice, partner } = recipient
  const words = t(language).notices
  return html`${summaryOf(language, wrong)}
<h1>${words.title(recipientName(name[language], partner))}</h1>
${
  notice
    ? html`<p class="lead">${words.lead}</p>
<p><strong>${words.limits}:</strong> ${notice.limits[language]}</p>`
    : html`<p class="lead">${words.past}</p>`
}
${notice && before.length > 0 ? html`<h2>${words.before}</h2>` : ''}
${before.map((one) => html`<section class="choice-of-route"><p><strong>${words.short[one.state]}${one.on ? html`, ${fullDay(language, one.on)}` : ''}</strong></p>${story(one.state === 'not-told' ? one.why : one.text)}</section>`)}
${notice ? noticeForm(language, view) : ''}`
}

const noticeForm = (
  language: Language,
  { id, key, typed, wrong, recipient }: View & { readonly recipient: NoticeRecipient },
): Html => {
  const words = t(language).notices
  return html`${form({
    action: link(language, paths.notice(id, recipient.id)),
    content: html`${keyField(key)}
${textarea(language, { name: 'text', label: words.text, value: textOf(typed, 'text'), error: wrong.text, rows: 16 })}
${radios(language, {
  name: 'state',
  label: words.state,
  value: textOf(typed, 'state'),
  error: wrong.state,
  choices: [
    { value: 'draft', label: words.states.draft },
    {
      value: 'told',
      label: words.states.told,
      reveals: date(language, {
        name: 'on',
        label: words.on,
        value: datePartsOf(typed, 'on'),
        error: wrong.on,
      }),
    },
    {
      value: 'not-told',
      label: words.states['not-told'],
      reveals: textarea(language, {
        name: 'why',
        label: words.why,
        value: textOf(typed, 'why'),
        error: wrong.why,
        rows: 3,
      }),
    },
  ],
})}
${button({ text: words.button })}`,
  })}`
}

export const hearingFields = [
  { name: 'heardBy', as: 'line' },
  { name: 'uninvolved', as: 'choice', choices: ['yes', 'no'] },
  { name: 'on', as: 'date' },
] as const satisfies readonly Field[]

export const outcomeFields = [
  { name: 'outcome', as: 'choice', choices: ['yes', 'no'] },
  { name: 'answer', as: 'words' },
  { name: 'on', as: 'date' },
] as const satisfies readonly Field[]

export const withdrawFields = [
  { name: 'because', as: 'words', rows: 3 },
] as const satisfies readonly Field[]

type Small = View & {
  readonly action: string
  readonly what: 'hear' | 'answer' | 'withdraw'
  /** the words of the line */
  readonly about?: string | undefined
}

/** The small forms on one line of a dossier. */
export function lineActPage(language: Language, view: Small): Html {
  const { action, what, about, key, wrong } = view
  const { objections: words, withdraw } = t(language)
  const asked: Readonly<Record<Small['what'], readonly [string, string, string]>> = {
    hear: [words.hearTitle, words.hearText, words.button],
    answer: [words.answerTitle, words.answerText, words.button],
    withdraw: [withdraw.title, withdraw.text, withdraw.button],
  }
  const fields = { hear: hearingFields, answer: outcomeFields, withdraw: withdrawFields }[what]
  const labels: Readonly<Record<string, FieldWords>> = {
    heardBy: { label: words.heardBy },
    uninvolved: { label: words.uninvolved, choices: words.uninvolvedAnswers },
    on: { label: words.day },
    outcome: { label: words.outcome, choices: words.outcomes },
    answer: { label: words.words },
    because: { label: withdraw.because },
  }
  const [title, text, send] = asked[what]
  const around = { ...view, facts: [], people: new Map<string, string>() }
  return html`${summaryOf(language, wrong)}
<h1>${title}</h1>
<p class="lead">${text}</p>
${about ? html`<div class="panel">${story(about)}</div>` : ''}
${form({
  action: link(language, action),
  content: html`${keyField(key)}
${fields.map((field) => fieldOf(language, field, labels[field.name] ?? { label: field.name }, around))}
${button({ text: send, look: what === 'withdraw' ? 'danger' : 'primary' })}`,
})}`
}
