import { buttonLink } from '#design/button/button.ts'
import { type Content, type Html, html } from '#design/html.ts'

/** Stands where a list will be: what will come here, and how to begin. */
export const emptyState = (props: {
  readonly title: string
  readonly text: Content
  readonly begin?: { readonly text: string; readonly href: string }
}): Html => html`<div class="empty-state">
<h2 class="empty-state__title">${props.title}</h2>
<p>${props.text}</p>
${props.begin ? buttonLink({ ...props.begin, look: 'secondary' }) : ''}
</div>`
