import { type Content, type Html, html } from '#design/html.ts'

export type Door = {
  readonly title: string
  readonly text?: Content
  readonly href: string
}

/** A few ways on from here, each as large as a thumb. */
export const doors = (list: readonly Door[]): Html =>
  html`<ul class="doors">${list.map(
    ({ title, text, href }) =>
      html`<li class="door"><a class="door__link" href="${href}">${title}</a>${text ? html`<span>${text}</span>` : ''}</li>\n`,
  )}</ul>`
