import { attributes, type Content, type Html, html } from '#design/html.ts'

/** One primary action on a page, the rest secondary; subtle for what is seldom done; danger undoes. */
export type ButtonLook = 'primary' | 'secondary' | 'subtle' | 'danger'

export type Button = {
  readonly text: Content
  readonly look?: ButtonLook
  /** tells the server which of several buttons was pressed */
  readonly name?: string
  readonly value?: string
  /** sends the form somewhere else than the form says */
  readonly formaction?: string
  /** a button that sends nothing, for a script to act on */
  readonly sends?: false
  readonly dataset?: Readonly<Record<`data-${string}`, string>>
}

export function button({ text, look = 'primary', sends, dataset, ...rest }: Button): Html {
  return html`<button${attributes({
    class: className(look),
    type: sends === false ? 'button' : 'submit',
    ...rest,
    ...dataset,
  })}>${text}</button>`
}

/** Leads somewhere and looks like a button: the one next step of a page without a form. */
export const buttonLink = (props: {
  readonly text: Content
  readonly href: string
  readonly look?: ButtonLook
}): Html =>
  html`<a class="${className(props.look ?? 'primary')}" href="${props.href}">${props.text}</a>`

export const buttonGroup = (...buttons: readonly Html[]): Html =>
  html`<div class="button-group">${buttons}</div>`

const className = (look: ButtonLook): string =>
  look === 'primary' ? 'button' : `button button--${look}`
