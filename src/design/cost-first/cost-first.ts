import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'

/** An act that takes something away for good: what it costs is read before its button is there to press. */
export const costFirst = ({
  act,
  of,
  cost,
  action,
}: {
  readonly act: string
  /** which one, for who hears the page; not needed when there is one */
  readonly of?: string
  readonly cost: string
  readonly action: string
}): Html => {
  const named = of ? html`${act}<span class="visually-hidden">: ${of}</span>` : act
  return details({
    summary: named,
    content: html`<p>${cost}</p>
${form({ action, content: button({ text: named, look: 'danger' }) })}`,
  })
}
