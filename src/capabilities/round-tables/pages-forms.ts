import { lookAlert, lookField } from '#capabilities/advice/index.ts'
import {
  choosable,
  type FoundParties,
  type KindNamer,
  nextParties,
  searchFields,
} from '#capabilities/sharing/index.ts'
import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { seats } from './access.ts'
import { seatValue } from './forms.ts'
import type { RoleNamer } from './pages-table.ts'
import { paths } from './paths.ts'
import type { ReadTable, TableItem } from './read-table.ts'
import { type AgreementState, possibleOnAgreement } from './round-table.ts'
import { longest } from './table-body.ts'
import { sentencesOf, t } from './words.ts'

/** What may tell who it is, as it was found. */
type Look = Parameters<typeof lookAlert>[1]

export type Filled = {
  readonly typed: Typed
  readonly errors: FormErrors
  readonly look: Look
  readonly key: string
}

type Frame = Filled & {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly button: string
  readonly above?: Html
}

/** A form as every step has it: what it means, what is wrong, what to look at, one button. */
export function framed(
  language: Language,
  frame: Frame,
  fields: (wrong: Readonly<Record<string, string>>) => Html,
): Html {
  const wrong = sentencesOf(language, frame.errors)
  return html`${summaryOf(language, wrong)}
<h1>${frame.title}</h1>
<p class="lead">${frame.lead}</p>
${frame.above ?? ''}
${lookAlert(language, frame.look)}
${form({
  action: link(language, frame.action),
  content: html`${keyField(frame.key)}
${fields(wrong)}
${lookField(language, frame.look, wrong.looked)}
${button({ text: frame.button })}`,
})}`
}

export type Wrong = Readonly<Record<string, string>>

export const area = (
  language: Language,
  typed: Typed,
  wrong: Wrong,
  name: string,
  label: string,
  more: { hint?: string; rows?: number; optional?: boolean } = {},
) =>
  textarea(language, {
    name,
    label,
    value: textOf(typed, name),
    error: wrong[name],
    rows: 5,
    ...more,
  })

export const dayField = (
  language: Language,
  typed: Typed,
  wrong: Wrong,
  name: string,
  label: string,
  hint?: string,
) => date(language, { name, label, hint, value: datePartsOf(typed, name), error: wrong[name] })

export type ConveneView = Filled & {
  readonly parties: FoundParties
  readonly kindName: KindNamer
  readonly head: { readonly id: string; readonly code: string } | undefined
  readonly aims: readonly {
    readonly id: string
    readonly name: Readonly<Record<Language, string>>
  }[]
  readonly roleName: RoleNamer
}

export function convenePage(language: Language, view: ConveneView): Html {
  const words = t(language).convene
  const { typed, head, parties, kindName, aims, roleName } = view
  const above = head ? html`<p>${words.forCase(head.code)}</p>` : html``
  return framed(
    language,
    { ...view, ...words, action: paths.convene, above },
    (wrong) => html`${head ? html`<input type="hidden" name="casus" value="${head.id}">` : ''}
${area(language, typed, wrong, 'question', words.question, { hint: words.questionHint, rows: 4 })}
${searchFields(language, parties, kindName)}
${checkboxes(language, {
  name: 'invited',
  label: words.invited,
  hint: words.invitedHint,
  error: wrong.invited,
  values: listOf(typed, 'invited'),
  choices: choosable(parties).flatMap(({ id, kind, name }) =>
    (seats[kind] ?? []).map((role) => ({
      value: seatValue(id, role),
      label: `${name}: ${roleName(role, language)}`,
    })),
  ),
})}
${nextParties(language, parties)}
${radios(language, { name: 'aim', label: words.aim, value: textOf(typed, 'aim'), error: wrong.aim, choices: aims.map(({ id, name }) => ({ value: id, label: name[language] })) })}
${area(language, typed, wrong, 'agenda', words.agenda, { rows: 3, optional: true })}
${dayField(language, typed, wrong, 'day', words.day)}
${text(language, { name: 'place', label: words.place, value: textOf(typed, 'place'), error: wrong.place, optional: true, maxlength: longest.line })}`,
  )
}

export type FollowView = Filled & {
  readonly read: ReadTable
  readonly item: TableItem
  readonly cases: readonly { readonly id: string; readonly name: string; readonly code: string }[]
}

export function followPage(language: Language, view: FollowView): Html {
  const words = t(language).follow
  const { read, item, cases, typed } = view
  const frame = {
    ...view,
    title: words.title,
    lead: '',
    button: words.button,
    action: paths.agreement(read.id, item.id),
    above: html`${item.words ? story(item.words.text) : ''}`,
  }
  return framed(
    language,
    frame,
    (
      wrong,
    ) => html`${radios(language, { name: 'act', label: words.act, value: textOf(typed, 'act'), error: wrong.act, choices: possibleOnAgreement(item.state as AgreementState).map((act) => ({ value: act, label: words.choices[act] })) })}
${area(language, typed, wrong, 'reason', words.reason, { hint: words.reasonHint, rows: 3, optional: true })}
${
  item.state === 'proposed' && cases.length > 0
    ? select(language, {
        name: 'casus',
        label: words.case,
        value: textOf(typed, 'casus'),
        filled: true,
        choices: [
          { value: '', label: words.noCase },
          ...cases.map(({ id, name, code }) => ({ value: id, label: `${code} ${name}` })),
        ],
      })
    : ''
}`,
  )
}

export function minutesPage(language: Language, view: Filled & { readonly read: ReadTable }): Html {
  const words = t(language).minutes
  return framed(
    language,
    { ...view, ...words, action: paths.minutes(view.read.id) },
    (wrong) => html`${area(language, view.typed, wrong, 'text', words.text, { rows: 12 })}
${dayField(language, view.typed, wrong, 'due', words.due)}`,
  )
}

export function wordPage(language: Language, view: Filled & { readonly read: ReadTable }): Html {
  const words = t(language).word
  const { typed } = view
  const last = view.read.items.findLast(({ kind }) => kind === 'minutes')
  const above = html`${last?.words ? story(last.words.text) : ''}`
  return framed(
    language,
    { ...view, ...words, action: paths.word(view.read.id), above },
    (
      wrong,
    ) => html`${radios(language, { name: 'state', label: words.state, value: textOf(typed, 'state'), error: wrong.state, choices: (['approved', 'remarked'] as const).map((each) => ({ value: each, label: words.choices[each] })) })}
${area(language, typed, wrong, 'text', words.text, { rows: 4, optional: true })}`,
  )
}

export function endPage(language: Language, view: Filled & { readonly read: ReadTable }): Html {
  const words = t(language).end
  return framed(language, { ...view, ...words, action: paths.end(view.read.id) }, (wrong) =>
    dayField(language, view.typed, wrong, 'keepUntil', words.keepUntil),
  )
}
