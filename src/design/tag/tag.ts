import { type Content, type Html, html } from '#design/html.ts'

/** A plain word beside a thing, such as a state. There is one colour on purpose: no tag weighs anything. */
export const tag = (text: Content): Html => html`<span class="tag">${text}</span>`
