import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { escaped } from './escape.ts'

export { html, raw }

/** Markup that is safe to send. A template holding a promise is itself a promise. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What an element may hold: plain text, which is escaped, or markup. */
export type Content = string | Html

/** `{ id: 'a', checked: true, value: undefined }` becomes ` id="a" checked`. */
export function attributes(
  list: Readonly<Record<string, string | number | boolean | undefined>>,
): HtmlEscapedString {
  let written = ''
  for (const [name, value] of Object.entries(list)) {
    if (value === undefined || value === false) continue
    written += value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`
  }
  return raw(written)
}

/** A string that can be an id and the target of a link, made from a field's name. */
export const idFrom = (name: string): string => name.replace(/[^\p{L}\p{N}_-]+/gu, '-')
