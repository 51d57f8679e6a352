import { type Content, type Html, html } from '#design/html.ts'

/** More for who wants it. Never hides what everybody needs. */
export const details = (props: {
  readonly summary: Content
  readonly content: Content
  readonly open?: boolean
  /** of those with one name only one is open at a time */
  readonly name?: string
}): Html => html`<details class="details"${props.name ? html` name="${props.name}"` : ''}${props.open ? html` open` : ''}>
<summary class="details__summary"><span>${props.summary}</span></summary>
<div class="details__content">${props.content}</div>
</details>`
