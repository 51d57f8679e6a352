import { attributes, type Html, html, idFrom } from '#design/html.ts'

export type SearchForm = {
  readonly action: string
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly button: string
  /** fields that narrow what is found, such as selects */
  readonly filters?: Html
  /** what goes along unseen, such as where to go on afterwards */
  readonly along?: Readonly<Record<string, string>>
}

/** A question whose answer is a list; sent in the address, so that it can be kept and shared. */
export const searchForm = ({
  action,
  name,
  label,
  value,
  button,
  filters,
  along = {},
}: SearchForm): Html =>
  html`<form class="search-form" role="search" action="${action}" method="get">
${Object.entries(along).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
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
