import { attributes, type Content, type Html, html } from '#design/html.ts'

/** One answer in a list of radios or checkboxes. */
export type Choice = {
  readonly value: string
  readonly label: Content
  readonly hint?: Content | undefined
  /** shown right below when chosen; without support for :has() always shown */
  readonly reveals?: Html | undefined
}

type Marked = Choice & {
  readonly kind: 'radio' | 'checkbox'
  readonly name: string
  readonly id: string
  readonly checked: boolean
}

/** The first answer carries the id of the field itself, so that the error summary leads there. */
export const choiceId = (fieldId: string, index: number): string =>
  index === 0 ? fieldId : `${fieldId}-${index + 1}`

export function choice(marked: Marked): Html {
  const { kind, name, id, value, label, hint, reveals, checked } = marked
  const hintId = hint ? `${id}-choice-hint` : undefined
  return html`<div class="choice"><input${attributes({
    class: kind === 'radio' ? 'radio-button' : 'checkbox',
    type: kind,
    name,
    id,
    value,
    checked,
    'aria-describedby': hintId,
  })}><label class="choice__label" for="${id}">${label}</label>${
    hint ? html`<div class="choice__hint" id="${hintId}">${hint}</div>` : ''
  }</div>
${reveals ? html`<div class="choice__reveals">${reveals}</div>\n` : ''}`
}
