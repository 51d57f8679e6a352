import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { ArrestDesk } from './desk.ts'
import type { Place } from './find-file.ts'
import type { Choices } from './forms.ts'
import {
  besides,
  type FormedKind,
  type NoteField,
  noteForms,
  partners,
  ways,
  writtenEvents,
} from './note.ts'
import { momentField } from './page-parts.ts'
import { paths } from './paths.ts'
import { sentencesOf, t } from './words.ts'

/** What the fields of notes choose from, in this language. */
export function choicesIn(language: Language, { lists }: Pick<ArrestDesk, 'lists'>): Choices {
  const words = t(language)
  const named = (list: readonly { id: string; name: Readonly<Record<Language, string>> }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name[language] }))
  return {
    events: writtenEvents.map((value) => ({ value, label: words.events[value] })),
    found: named(lists.found),
    present: named(lists.present),
    rights: named(lists.rights),
    refusals: named(lists.refusals),
    beside: besides.map((value) => ({ value, label: words.notes.beside[value] })),
    partners: partners.map((value) => ({ value, label: words.notes.partners[value] })),
    ways: ways.map((value) => ({ value, label: words.notes.ways[value] })),
  }
}

type View = {
  readonly kind: FormedKind
  readonly place: Place
  readonly reference: string
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** One note, one page. */
export function notePage(
  language: Language,
  desk: Pick<ArrestDesk, 'lists'>,
  { kind, place, reference, typed, errors, key }: View,
): Html {
  const words = t(language).notes
  const wrong = sentencesOf(language, errors)
  const choices = choicesIn(language, desk)
  const fields: readonly NoteField[] = noteForms[kind]
  const labels: Readonly<Record<string, string>> = words[kind].fields
  return html`${summaryOf(language, wrong)}
<h1>${words[kind].title}</h1>
<p class="quiet">${reference}</p>
${form({
  action: link(language, paths.note(place, kind)),
  content: html`${keyField(key)}
${fields.map((field) => input(language, field, { label: labels[field.name] ?? field.name, typed, wrong, choices }))}
${button({ text: words.save })}`,
})}`
}

type Input = {
  readonly label: string
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly choices: Choices
}

function input(
  language: Language,
  { name, input: kind, from, needed }: NoteField,
  { label, typed, wrong, choices }: Input,
): Html {
  const optional = !needed
  const field = { name, label, error: wrong[name], optional }
  const value = textOf(typed, name)
  const list = from ? choices[from] : []
  switch (kind) {
    case 'at':
    case 'until':
      return momentField(language, { name, label, typed, wrong, optional })
    case 'some':
      return checkboxes(language, { ...field, values: listOf(typed, name), choices: list })
    case 'one':
    case 'code':
      return list.length > 6
        ? select(language, { ...field, value, choices: list })
        : radios(language, { ...field, value, choices: list })
    case 'line':
      return text(language, { ...field, value })
    case 'story':
      return textarea(language, { ...field, value, rows: 4 })
  }
}
