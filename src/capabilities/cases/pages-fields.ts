import { date } from '#design/date/date.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { outcomes, roles } from './case-file.ts'
import { contactWays, origins, type WritableKind, withdrawals } from './entry.ts'
import { t } from './words.ts'

export type FieldsView = {
  readonly typed: Typed
  /** a sentence per field that was wrong */
  readonly wrong: Readonly<Record<string, string>>
  /** colleagues to choose from, by person id */
  readonly people: ReadonlyMap<string, string>
  /** asks for what a school writes down of a pupil */
  readonly atSchool?: boolean
}

/** An entry as one question among others: with names of its own, and perhaps to be left out. */
export type AskedEntry = {
  readonly prefix: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional: boolean
}

/** The fields of this form, ready to be put in any order. */
function fieldsOf(
  language: Language,
  { typed, wrong, people }: FieldsView,
  { prefix, optional: all }: Pick<AskedEntry, 'prefix' | 'optional'> = {
    prefix: '',
    optional: false,
  },
) {
  const words = t(language).fields
  const at = (own: string) => {
    const name = `${prefix}${own}`
    return { name, value: textOf(typed, name), error: wrong[name], optional: all }
  }
  const story = (name: string, label: string, hint?: string, more = {}): Html =>
    textarea(language, { ...at(name), label, hint, rows: 6, ...more })
  const line = (name: string, label: string, hint?: string, optional = false): Html =>
    text(language, { ...at(name), label, hint, optional: optional || all })
  const choose = (
    name: string,
    label: string,
    choices: readonly { value: string; label: string }[],
  ): Html => radios(language, { ...at(name), label, choices })
  const when = (name: string, label: string, hint?: string, optional = false): Html =>
    date(language, {
      ...at(name),
      label,
      hint,
      optional: optional || all,
      value: datePartsOf(typed, `${prefix}${name}`),
    })
  const person = (name: string, label: string): Html =>
    select(language, {
      ...at(name),
      label,
      choices: [...people].map(([value, name]) => ({ value, label: name })),
    })
  return { words, story, line, choose, when, person }
}

/** What an entry of this kind needs; `asked` in the form of another capability, filled in with today. */
export function entryFields(
  language: Language,
  kind: WritableKind,
  view: FieldsView,
  asked?: AskedEntry,
): Html {
  const { words, story, line, choose, when } = fieldsOf(language, view, asked)
  const { label, hint } = asked ?? { label: words.text[kind], hint: words.textHint[kind] }
  const body = story('text', label, hint, { rows: asked ? 5 : 8 })
  const moment = asked
    ? when('on', words.on, words.onTodayHint, true)
    : html`${when('on', words.on, words.onHint, true)}${line('moment', words.moment, words.momentHint, true)}`
  switch (kind) {
    case 'fact':
      return html`${body}${line('source', words.source, words.sourceHint)}${choose(
        'origin',
        words.origin,
        origins.map((value) => ({ value, label: words.origins[value] })),
      )}${moment}`
    case 'interpretation':
      return html`${body}${story('innocent', words.innocent, words.innocentHint, { rows: 3 })}`
    case 'decision':
      return html`${body}${story('reasons', words.reasons, words.reasonsHint)}${choose(
        'not',
        words.not,
        (['no', 'yes'] as const).map((value) => ({ value, label: words.notChoices[value] })),
      )}`
    case 'contact': {
      const { ways } = t(language).entry
      return html`${line('withWhom', words.withWhom)}${choose(
        'how',
        words.how,
        contactWays.map((value) => ({ value, label: ways[value] })),
      )}${body}${moment}`
    }
  }
}

/** What the class and the own number of a young person are called: only a school has pupils. */
export function identityLabels(language: Language, atSchool = false) {
  const { name, group, number, ownNumber, born, contacts } = t(language).open
  return { name, group, number: atSchool ? number : ownNumber, born, contacts }
}

export function identityFields(language: Language, view: FieldsView): Html {
  const { line, story, when } = fieldsOf(language, view)
  const words = t(language).open
  const { group, number } = identityLabels(language, view.atSchool)
  // What a case has, stays to be read and changed.
  const grouped = view.atSchool || textOf(view.typed, 'group') !== ''
  return html`${line('name', words.name, words.nameHint)}
${grouped ? line('group', group, undefined, true) : ''}
${line('number', number, view.atSchool ? words.numberHint : words.ownNumberHint, true)}
${when('born', words.born, undefined, true)}
${story('contacts', words.contacts, words.contactsHint, { rows: 3, optional: true })}`
}

export const questionField = (language: Language, view: FieldsView): Html => {
  const { question, questionHint } = t(language).open
  return fieldsOf(language, view).story('question', question, questionHint, { rows: 2 })
}

export function taskFields(language: Language, view: FieldsView): Html {
  const { words, line } = fieldsOf(language, view)
  return html`${line('title', words.title)}${ownerAndDay(language, view)}`
}

export function ownerAndDay(language: Language, view: FieldsView): Html {
  const { words, person, when } = fieldsOf(language, view)
  return html`${person('owner', words.owner)}${when('due', words.due)}`
}

export function circleFields(language: Language, view: FieldsView): Html {
  const { words, person, story, when } = fieldsOf(language, view)
  return html`${person('colleague', words.colleague)}
${story('reason', words.reason, words.circleReasonHint, { rows: 3 })}
${when('until', words.until, words.untilHint, true)}`
}

export function handOverFields(language: Language, view: FieldsView): Html {
  const { words, person, story } = fieldsOf(language, view)
  return html`${person('colleague', words.colleague)}${story('reason', words.reason, undefined, { rows: 3 })}`
}

export function roleFields(language: Language, view: FieldsView): Html {
  const { words, choose, when, story } = fieldsOf(language, view)
  const names = t(language).roles
  return html`${choose(
    'role',
    words.role,
    roles.map((value) => ({ value, label: names[value] })),
  )}${when('from', words.roleFrom)}${when('until', words.roleUntil, words.roleUntilHint, true)}
${story('source', words.roleSource, words.roleSourceHint, { rows: 2 })}
${story('evidence', words.evidence, undefined, { rows: 4 })}
${story('against', words.against, words.againstHint, { rows: 4 })}`
}

export function endRoleFields(language: Language, view: FieldsView): Html {
  const { words, when, story } = fieldsOf(language, view)
  return html`${when('until', words.roleUntil)}${story('reason', words.reason, undefined, { rows: 3 })}`
}

export function closeFields(language: Language, view: FieldsView): Html {
  const { words, choose, story } = fieldsOf(language, view)
  const names = t(language).outcomes
  return html`${choose(
    'outcome',
    words.outcome,
    outcomes.map((value) => ({ value, label: names[value] })),
  )}${story('words', words.ending)}${story('told', words.told, words.toldHint)}`
}

export function reasonField(language: Language, view: FieldsView): Html {
  const { words, story } = fieldsOf(language, view)
  return story('reason', words.reason, undefined, { rows: 3 })
}

export function withdrawalField(language: Language, view: FieldsView): Html {
  const { words, choose } = fieldsOf(language, view)
  const names = t(language).withdrawals
  return choose(
    'because',
    words.withdrawal,
    withdrawals.map((value) => ({ value, label: names[value] })),
  )
}
