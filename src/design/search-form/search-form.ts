import { attributes, type Html, html, idFrom } from '#design/html.ts'

export type SearchForm = {
  readonly action: string
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly button: string
  /** fields that narrow what is found, such as selects */
  readonly filters?: Html
}

/** A question whose answer is a list; sent in the address, so that it can be kept and shared. */
export const searchForm = ({ action, name, label, value, button, filters }: SearchForm): Html =>
  html`<form class="search-form" role="search" action="${action}" method="get">
<label class="form-label" for="${idFrom(name)}">${label}</label>
<div class="search-form__line"><input${attributes({
    class: 'textbox',
    type: 'search',
    name,
    id: idFrom(name),
    value,
    autocomplete: 'off',
  })}><button class="button" type="submit">${button}</button></div>
${filters ? html`<div class="search-form__filters">${filters}</div>` : ''}
</form>`
