import { type Content, type Html, html, idFrom } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

/** What every field has, whatever a person fills in. */
export type Field = {
  readonly name: string
  readonly label: Content
  readonly hint?: Content | undefined
  /** a whole sentence: what is wrong and how to mend it */
  readonly error?: string | undefined
  /** said beside the label, because most fields are needed */
  readonly optional?: boolean | undefined
  /** the only question of a page is its heading too */
  readonly labelIsHeading?: boolean | undefined
}

/** The ids that tie a field to its hint and its error. */
export function wiring({ name, hint, error }: Field) {
  const id = idFrom(name)
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? 'true' : undefined,
  } as const
}

/** Label, hint, error and the control of one field, in reading order. */
export function formField(language: Language, field: Field, control: Html): Html {
  const { id } = wiring(field)
  const label = html`<label class="form-label" for="${id}">${labelText(language, field)}</label>`
  return html`<div class="form-field${field.error ? ' form-field--invalid' : ''}">
${field.labelIsHeading ? html`<h1 class="form-field__heading">${label}</h1>` : label}
${hintAndError(field)}${control}
</div>`
}

/** The same for a group of controls, where the question is the legend. */
export function formFieldset(language: Language, field: Field, controls: Html): Html {
  const { 'aria-describedby': describedBy } = wiring(field)
  const text = labelText(language, field)
  return html`<fieldset class="form-field form-fieldset${field.error ? ' form-field--invalid' : ''}"${
    describedBy ? html` aria-describedby="${describedBy}"` : ''
  }>
<legend class="form-label">${field.labelIsHeading ? html`<h1 class="form-field__heading">${text}</h1>` : text}</legend>
${hintAndError(field)}${controls}
</fieldset>`
}

const labelText = (language: Language, { label, optional }: Field): Html =>
  optional
    ? html`${label} <span class="form-label__optional">(${words(language).optional})</span>`
    : html`${label}`

function hintAndError(field: Field): Html {
  const { id } = wiring(field)
  return html`${field.hint ? html`<div class="form-field-description" id="${id}-hint">${field.hint}</div>\n` : ''}${
    field.error
      ? html`<p class="form-field-error-message" id="${id}-error">${field.error}</p>\n`
      : ''
  }`
}
