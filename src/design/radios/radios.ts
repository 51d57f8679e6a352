import { type Choice, choice, choiceId } from '#design/form-field/choice.ts'
import { type Field, formFieldset, wiring } from '#design/form-field/form-field.ts'
import { type Html, html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'

export type RadiosField = Field & {
  readonly value?: string | undefined
  readonly choices: readonly Choice[]
  /** side by side where there is room: only for two or three short answers */
  readonly inline?: boolean
}

/** One answer out of a few. */
export function radios(language: Language, field: RadiosField): Html {
  const { id } = wiring(field)
  const list = field.choices.map((each, index) =>
    choice({
      ...each,
      kind: 'radio',
      name: field.name,
      id: choiceId(id, index),
      checked: each.value === field.value,
    }),
  )
  return formFieldset(
    language,
    field,
    html`<div class="choices${field.inline ? ' choices--inline' : ''}">${list}</div>`,
  )
}
