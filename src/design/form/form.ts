import { attributes, type Html, html } from '#design/html.ts'

export type Form = {
  readonly action: string
  readonly method?: 'get' | 'post'
  readonly content: Html
  readonly csrfToken?: string | undefined
  readonly id?: string
  /** a file may be sent with it */
  readonly parts?: boolean
  readonly dataset?: Readonly<Record<`data-${string}`, string>>
}

/** The server checks and explains, in the same words for everybody; hence no checks by the browser. */
export const form = ({
  action,
  method = 'post',
  content,
  csrfToken,
  id,
  parts,
  dataset,
}: Form): Html =>
  html`<form${attributes({ class: 'form', method, action, id, enctype: parts ? 'multipart/form-data' : undefined, novalidate: true, ...dataset })}>${
    csrfToken ? html`<input type="hidden" name="csrf" value="${csrfToken}">` : ''
  }
${content}
</form>`
