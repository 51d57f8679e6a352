import { type Field, formField, wiring } from '#design/form-field/form-field.ts'
import { attributes, type Html, html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'

export type TextField = Field & {
  readonly value?: string | undefined
  readonly kind?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
  /** about as wide as what is asked for */
  readonly width?: 'short' | 'medium' | 'full'
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'decimal' | 'text'
  readonly maxlength?: number
  /** names and codes are not words */
  readonly spellcheck?: false
  readonly dataset?: Readonly<Record<`data-${string}`, string>>
}

/** One line of text. */
export function text(language: Language, field: TextField): Html {
  const width = field.width ?? 'full'
  const input = html`<input${attributes({
    class: `textbox${width === 'full' ? '' : ` textbox--${width}`}`,
    type: field.kind ?? 'text',
    name: field.name,
    ...wiring(field),
    value: field.value,
    autocomplete: field.autocomplete ?? 'off',
    inputmode: field.inputmode,
    maxlength: field.maxlength,
    spellcheck: field.spellcheck === false ? 'false' : undefined,
    ...field.dataset,
  })}>`
  return formField(language, field, input)
}
