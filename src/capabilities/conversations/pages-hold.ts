import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { button, buttonGroup } from '#design/button/button.ts'
import { date, dateNames } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { secrecyAnswers, spokenLanguages } from './account.ts'
import { type FormPart, type Meanwhile, meanwhileChoice } from './conflict.ts'
import type { Passage } from './conversation.ts'
import { quoteName, quoteRoom } from './new-words.ts'
import { languageName, type Person, sentences } from './page-parts.ts'
import { wordFor } from './pages-prepare.ts'
import { t } from './words.ts'

export type HoldView = {
  readonly action: string
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  readonly circle: readonly Person[]
  readonly me: string
}

/** How it went, what was said, what was agreed: on one page, in the order in which it is remembered. */
export function holdPage(language: Language, knowledge: Knowledge, view: HoldView): Html {
  const words = t(language).hold
  const wrong = sentences(language, view.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form({
  action: link(language, view.action),
  content: html`${keyField(view.key)}${accountFields(language, knowledge, view, wrong)}
${quoteFields(language, view, wrong)}
${summaryField(language, view, wrong)}
${agreementFields(language, view, wrong)}
${thoughtFields(language, view, wrong)}
${toldField(language, view, wrong)}
${button({ text: words.save })}`,
})}`
}

export type AccountView = HoldView & {
  readonly version: number
  readonly meanwhile: Meanwhile | undefined
}

export function editAccountPage(language: Language, knowledge: Knowledge, view: AccountView): Html {
  const words = t(language).hold
  const wrong = sentences(language, view.errors)
  const { meanwhile, typed } = view
  return html`${summaryOf(language, wrong)}
<h1>${words.editTitle}</h1>
${form({
  action: link(language, view.action),
  content: html`${keyField(view.key)}<input type="hidden" name="version" value="${view.version}">
${meanwhile ? meanwhileChoice(language, accountParts(language), typed, meanwhile, wrong) : ''}
${accountFields(language, knowledge, view, wrong)}
${summaryField(language, view, wrong)}
${toldField(language, view, wrong)}
${button({ text: words.save })}`,
})}`
}

export type AddView = HoldView & { readonly passages: readonly Passage[] }

export function addPage(language: Language, view: AddView): Html {
  const words = t(language).add
  const wrong = sentences(language, view.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p>${words.lead}</p>
${form({
  action: link(language, view.action),
  content: html`${keyField(view.key)}${quoteFields(language, view, wrong)}
${agreementFields(language, view, wrong)}
${thoughtFields(language, view, wrong)}
<h2>${words.remark}</h2>
${select(language, {
  name: 'about',
  label: words.about,
  optional: true,
  value: textOf(view.typed, 'about'),
  error: wrong.about,
  choices: view.passages.map(({ id, text }) => ({ value: id, label: shortened(text) })),
})}
${textarea(language, { name: 'remark', label: words.remark, hint: words.remarkHint, optional: true, value: textOf(view.typed, 'remark'), error: wrong.remark, rows: 2 })}
${button({ text: words.save })}`,
})}`
}

const shortened = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text)

type Wrong = Readonly<Record<string, string>>

function accountFields(
  language: Language,
  { conversationGuide }: Knowledge,
  { typed }: HoldView,
  wrong: Wrong,
): Html {
  const words = t(language).hold
  const [promise] = conversationGuide.promises
  return html`${date(language, { name: 'held', label: words.held, hint: words.heldHint, value: datePartsOf(typed, 'held'), error: wrong.held })}
${textarea(language, { name: 'present', label: words.present, value: textOf(typed, 'present'), error: wrong.present, rows: 2 })}
${radios(language, {
  name: 'secrecy',
  label: words.secrecy,
  value: textOf(typed, 'secrecy'),
  error: wrong.secrecy,
  choices: secrecyAnswers.map((value) => ({ value, label: words.secrecyAnswers[value] })),
})}
${textarea(language, {
  name: 'secrecyWords',
  label: words.secrecyWords,
  hint: promise && words.secrecyExample(promise.text[language]),
  value: textOf(typed, 'secrecyWords'),
  error: wrong.secrecyWords,
  rows: 2,
})}
${select(language, {
  name: 'spoken',
  label: words.spoken,
  hint: words.spokenHint,
  value: textOf(typed, 'spoken') || 'nl',
  filled: true,
  choices: spokenLanguages.map((value) => ({ value, label: languageName(language, value) })),
})}`
}

function quoteFields(language: Language, { typed }: HoldView, wrong: Wrong): Html {
  const words = t(language).hold
  return html`<h2>${words.quotes}</h2>
<p>${words.quotesHint}</p>
${Array.from({ length: quoteRoom(typed) }, (_, index) => {
  const name = quoteName(index)
  return textarea(language, {
    name,
    label: words.quote(index + 1),
    optional: true,
    value: textOf(typed, name),
    error: wrong[name],
    rows: 2,
  })
})}
${buttonGroup(button({ text: words.more, look: 'secondary', name: 'more', value: '1' }))}`
}

const summaryField = (language: Language, { typed }: HoldView, wrong: Wrong): Html =>
  textarea(language, {
    name: 'summary',
    label: t(language).hold.summary,
    hint: t(language).hold.summaryHint,
    value: textOf(typed, 'summary'),
    error: wrong.summary,
    rows: 5,
  })

const toldField = (language: Language, { typed }: HoldView, wrong: Wrong): Html =>
  textarea(language, {
    name: 'told',
    label: t(language).hold.told,
    hint: t(language).hold.toldHint,
    value: textOf(typed, 'told'),
    error: wrong.told,
    rows: 3,
  })

function agreementFields(language: Language, { typed, circle, me }: HoldView, wrong: Wrong): Html {
  const words = t(language).hold
  const kinds = [
    { kind: 'agreement', label: words.agreement, on: words.on },
    { kind: 'next-contact', label: words.nextContact, on: words.nextOn },
  ] as const
  return html`<h2>${words.agreements}</h2>
<p>${words.agreementsHint}</p>
${kinds.map(
  ({
    kind,
    label,
    on,
  }) => html`${textarea(language, { name: kind, label, optional: true, value: textOf(typed, kind), error: wrong[kind], rows: 2 })}
${date(language, { name: `${kind}-on`, label: on, optional: true, value: datePartsOf(typed, `${kind}-on`), error: wrong[`${kind}-on`] })}
${select(language, {
  name: `${kind}-owner`,
  label: words.owner,
  value: textOf(typed, `${kind}-owner`) || me,
  error: wrong[`${kind}-owner`],
  filled: true,
  choices: circle.map(({ personId, name }) => ({
    value: personId,
    label: personId === me ? words.me : name,
  })),
})}
`,
)}`
}

function thoughtFields(language: Language, { typed }: HoldView, wrong: Wrong): Html {
  const words = t(language).hold
  return html`<h2>${words.thoughts}</h2>
<p>${words.thoughtsHint}</p>
${(['thought', 'innocent'] as const).map((name) =>
  textarea(language, {
    name,
    label: words[name],
    optional: name === 'thought',
    value: textOf(typed, name),
    error: wrong[name],
    rows: 2,
  }),
)}`
}

/** The parts of the account, for two people who wrote it at once. */
export function accountParts(language: Language): readonly FormPart[] {
  const { keys, hold } = t(language)
  const part = (name: keyof typeof keys, told?: FormPart['told']): FormPart => ({
    name,
    label: keys[name],
    fields: [name],
    told: told ?? ((typed) => textOf(typed, name)),
  })
  return [
    {
      ...part('held', (typed) => {
        const { day, month, year } = datePartsOf(typed, 'held')
        return [day, month, year].filter(Boolean).join(' ')
      }),
      fields: Object.values(dateNames('held')),
    },
    part('present'),
    part('secrecy', (typed) => wordFor(hold.secrecyAnswers, textOf(typed, 'secrecy'))),
    part('secrecyWords'),
    part('spoken', (typed) => languageName(language, textOf(typed, 'spoken') || 'nl')),
    part('summary'),
    part('told'),
  ]
}
