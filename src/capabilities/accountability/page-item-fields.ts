import { date } from '#design/date/date.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { longestOfItem as longest } from './own-item.ts'
import type { Parliament } from './parliament.ts'
import { inOrderOfDay, itemKinds } from './register-item.ts'
import { t as publicWords } from './words.ts'
import { t } from './words-register.ts'

type Fields = {
  readonly parliament: Parliament
  readonly typed: Typed
  /** sentences */
  readonly wrong: Readonly<Record<string, string>>
}

/** The fields of an item: when it is added, changed, or made of a find. */
export function itemFields(language: Language, { parliament, typed, wrong }: Fields): Html {
  const words = t(language).item
  const { kinds } = publicWords(language)
  const value = (name: string) => textOf(typed, name)
  return html`${radios(language, {
    name: 'kind',
    label: words.kind,
    value: value('kind'),
    error: wrong.kind,
    choices: itemKinds.map((one) => ({ value: one, label: kinds[one] })),
  })}
${text(language, { name: 'title', label: words.titleLabel, value: value('title'), error: wrong.title, maxlength: longest.title })}
${textarea(language, { name: 'says', label: words.says, value: value('says'), error: wrong.says, optional: true, rows: 4, maxlength: longest.says })}
${textarea(language, { name: 'by', label: words.by, hint: words.byHint, value: value('by'), error: wrong.by, optional: true, rows: 2 })}
${date(language, { name: 'raisedOn', label: words.raisedOn, value: datePartsOf(typed, 'raisedOn'), error: wrong.raisedOn, optional: true })}
${text(language, { name: 'raisedIn', label: words.raisedIn, hint: words.referenceHint, value: value('raisedIn'), error: wrong.raisedIn, optional: true, maxlength: 60 })}
${text(language, { name: 'wantedWords', label: words.wantedWords, value: value('wantedWords'), error: wrong.wantedWords, optional: true, maxlength: longest.wantedWords })}
${date(language, { name: 'wantedUntil', label: words.wantedUntil, value: datePartsOf(typed, 'wantedUntil'), error: wrong.wantedUntil, optional: true })}
${date(language, { name: 'laterToldOn', label: words.laterToldOn, hint: words.laterHint, value: datePartsOf(typed, 'laterToldOn'), error: wrong.laterToldOn, optional: true })}
${select(language, {
  name: 'publicItem',
  label: words.publicItem,
  hint: words.publicHint,
  value: value('publicItem'),
  error: wrong.publicItem,
  optional: true,
  choices: inOrderOfDay(parliament.items).map(({ id, title, kind }) => ({
    value: id,
    label: `${title[language]} (${kinds[kind]})`,
  })),
})}`
}
