import { type Field, formField, wiring } from '#design/form-field/form-field.ts'
import { attributes, type Html, html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'

export type FileField = Field & {
  /** what the browser offers first, such as `.pdf,.jpg`; whatever is sent is judged by its content */
  readonly accept?: string
}

/** A file of one's own device. Stands last in its form, which has `parts`: a form that is given back has lost it. */
export function file(language: Language, field: FileField): Html {
  const input = html`<input${attributes({
    class: 'file-field',
    type: 'file',
    name: field.name,
    ...wiring(field),
    accept: field.accept,
  })}>`
  return formField(language, field, input)
}
