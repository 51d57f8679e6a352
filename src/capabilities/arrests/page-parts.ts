import { date } from '#design/date/date.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { text } from '#design/text/text.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { comesTwice, turnField, turns } from './typed-moment.ts'
import { t } from './words.ts'

export type Wrong = Readonly<Record<string, string>>

type MomentField = {
  readonly name: string
  readonly label: string
  readonly typed: Typed
  readonly wrong: Wrong
  readonly optional?: boolean
}

/** A day and a time of day, on a Dutch clock; of an hour that comes twice also which of the two. */
export function momentField(
  language: Language,
  { name, label, typed, wrong, optional = false }: MomentField,
): Html {
  const words = t(language).register
  return html`<div class="moment">
${date(language, { name, label, value: datePartsOf(typed, name), error: wrong[name], optional })}
${text(language, {
  name: `${name}-time`,
  label: html`${words.time}<span class="visually-hidden">: ${label}</span>`,
  hint: words.timeHint,
  value: textOf(typed, `${name}-time`),
  width: 'short',
  inputmode: 'text',
  optional,
})}
</div>
${comesTwice(typed, name) ? turn(language, { name, typed, wrong }) : ''}`
}

function turn(language: Language, { name, typed, wrong }: Omit<MomentField, 'label'>): Html {
  const words = t(language).register
  const field = turnField(name)
  return radios(language, {
    name: field,
    label: words.turn,
    value: textOf(typed, field),
    error: wrong[field],
    choices: turns.map((value) => ({ value, label: words.turns[value] })),
  })
}
