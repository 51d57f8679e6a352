import { type Content, type Html, html } from '#design/html.ts'

/** More for who wants it. Never hides what everybody needs. */
export const details = (props: {
  readonly summary: Content
  readonly content: Content
  readonly open?: boolean
}): Html => html`<details class="details"${props.open ? html` open` : ''}>
<summary class="details__summary"><span>${props.summary}</span></summary>
<div class="details__content">${props.content}</div>
</details>`
