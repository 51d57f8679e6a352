import { attributes, type Html, html } from '#design/html.ts'

export type Tab = { readonly text: string; readonly href: string; readonly current: boolean }

/** Views of one list. Every view is a page with its own address. */
export const tabs = (label: string, list: readonly Tab[]): Html =>
  html`<nav class="tabs" aria-label="${label}"><ul>${list.map(
    ({ text, href, current }) =>
      html`<li><a${attributes({ href, 'aria-current': current ? 'page' : undefined })}>${text}</a></li>`,
  )}</ul></nav>`
