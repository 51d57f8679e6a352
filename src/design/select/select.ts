import { type Field, formField, wiring } from '#design/form-field/form-field.ts'
import { attributes, type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

export type SelectField = Field & {
  readonly value?: string | undefined
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** leave out the empty first line, when an answer is always there */
  readonly filled?: boolean
}

/** One answer out of many. Fewer than seven answers read better as radios. */
export function select(language: Language, field: SelectField): Html {
  const options = field.choices.map(
    ({ value, label }) =>
      html`<option${attributes({ value, selected: value === field.value })}>${label}</option>`,
  )
  const control = html`<select${attributes({ class: 'select', name: field.name, ...wiring(field) })}>${
    field.filled ? '' : html`<option value="">${words(language).choose}</option>`
  }${options}</select>`
  return formField(language, field, control)
}
