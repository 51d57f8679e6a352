import { type Content, type Html, html } from '#design/html.ts'

export type HelpLine = {
  readonly name: string
  /** as people read it: 0800 2000 */
  readonly phone?: string | undefined
  readonly chat?: { readonly text: string; readonly href: string } | undefined
  /** for whom, when open, whether it is free */
  readonly about?: Content | undefined
}

/** Who can be called or written to, the number large enough to dial from paper. */
export const helpLines = (lines: readonly HelpLine[]): Html =>
  html`<ul class="help-lines">${lines.map(
    ({ name, phone, chat, about }) => html`<li class="help-line">
<h3 class="help-line__name">${name}</h3>
${phone ? html`<a class="help-line__phone" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone.replaceAll(' ', '\u00a0')}</a>` : ''}
${chat ? html`<a class="help-line__chat" href="${chat.href}" rel="noreferrer noopener">${chat.text}</a>` : ''}
${about ? html`<p class="help-line__about">${about}</p>` : ''}</li>
`,
  )}</ul>`
