import { type Html, html } from '#design/html.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'

/** The key of this form: sent twice, the second is answered as the first. */
export const keyField = (key: string): Html => html`<input type="hidden" name="key" value="${key}">`

/** A form that lost its key is still read; it only cannot be told from one that was meant twice. */
export function keyIn(typed: Typed): string | undefined {
  const key = textOf(typed, 'key')
  return isId(key) ? key : undefined
}
