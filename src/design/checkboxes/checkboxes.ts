import { type Choice, choice, choiceId } from '#design/form-field/choice.ts'
import { type Field, formFieldset, wiring } from '#design/form-field/form-field.ts'
import { type Html, html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'

export type CheckboxesField = Field & {
  readonly values?: readonly string[] | undefined
  readonly choices: readonly Choice[]
}

/** As many answers as fit. */
export function checkboxes(language: Language, field: CheckboxesField): Html {
  const { id } = wiring(field)
  const list = field.choices.map((each, index) =>
    choice({
      ...each,
      kind: 'checkbox',
      name: field.name,
      id: choiceId(id, index),
      checked: field.values?.includes(each.value) ?? false,
    }),
  )
  return formFieldset(language, field, html`<div class="choices">${list}</div>`)
}
