import { type Content, type Html, html } from '#design/html.ts'

/** A stretch of text. Marked when something was found in it; `numbers` begin here, and lead to the list beside it. */
export type MarkedStretch = {
  readonly text: string
  readonly marked: boolean
  readonly numbers: readonly {
    readonly id: string
    readonly href: string
    readonly number: number
  }[]
}

type MarkedText = {
  /** read out before each number, such as "Vondst" */
  readonly numberLabel: string
  readonly stretches: readonly MarkedStretch[]
  /** the list of what was found: on a desk beside the text, on a phone below it */
  readonly beside: Content
}

/** A text with what was found in it. The numbers in the text and those in the list lead to each other. */
export const markedText = ({ numberLabel, stretches, beside }: MarkedText): Html =>
  html`<div class="marked-text">
<div class="marked-text__text">${stretches.map((one) => stretch(numberLabel, one))}</div>
<div class="marked-text__beside">${beside}</div>
</div>`

function stretch(label: string, { text, marked, numbers }: MarkedStretch): Html {
  const links = numbers.map(
    ({ id, href, number }) =>
      html`<a class="marked-text__number" id="${id}" href="${href}"><span class="visually-hidden">${label} </span>${number}</a>`,
  )
  return html`${links}${marked ? html`<mark>${text}</mark>` : text}`
}
