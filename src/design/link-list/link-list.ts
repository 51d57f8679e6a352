import { type Content, type Html, html } from '#design/html.ts'

export type LinkListItem = {
  readonly text: Content
  readonly href: string
  readonly description?: Content | undefined
  /** what to know before opening: a date, a source, a state; plain text or tags */
  readonly about?: Content | undefined
}

/** Things to open one by one, such as the signals of a category. */
export const linkList = (items: readonly LinkListItem[]): Html =>
  html`<ul class="link-list">${items.map(
    ({ text, href, description, about }) =>
      html`<li class="link-list__item"><a class="link-list__link" href="${href}">${text}</a>${
        description ? html`<p class="link-list__description">${description}</p>` : ''
      }${about ? html`<div class="link-list__about">${about}</div>` : ''}</li>\n`,
  )}</ul>`
