import { type Field, formField, wiring } from '#design/form-field/form-field.ts'
import { attributes, type Html, html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'

export type TextareaField = Field & {
  readonly value?: string | undefined
  /** lines to begin with; it grows with what is typed */
  readonly rows?: number
  readonly maxlength?: number
  /** the one large question of a page, such as "Wat viel je op?" */
  readonly large?: boolean
  /** for a page of text: room from the beginning, where a text grows from a few lines elsewhere */
  readonly tall?: boolean
  readonly dataset?: Readonly<Record<`data-${string}`, string>>
}

/** Text of more than one line. */
export function textarea(language: Language, field: TextareaField): Html {
  // The line break after the opening tag is dropped by browsers, so a text that begins with one keeps it.
  const control = html`<textarea${attributes({
    class: `textarea${field.large ? ' textarea--large' : ''}${field.tall ? ' textarea--tall' : ''}`,
    name: field.name,
    ...wiring(field),
    rows: field.rows ?? 6,
    maxlength: field.maxlength,
    ...field.dataset,
  })}>
${field.value ?? ''}</textarea>`
  return formField(language, field, control)
}
