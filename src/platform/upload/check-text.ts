import type { Refused } from './accept-file.ts'

/** Text that something else than a reader would obey. */
const markup = /^\s*(?:<(?:[!?a-z/])|#!)/i
/** Control signs that no text has. */
const control = /[\p{Cc}--[\t\n\f\r]]/v

/** Only what is text to a reader and to nobody else: UTF-8, no markup, and called a text file. */
export function checkText(name: string, bytes: Buffer): Refused | undefined {
  if (!/\.(?:txt|text)$/i.test(name.trim())) return 'kind-not-taken'
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'text-unreadable'
  }
  if (control.test(text)) return 'text-unreadable'
  return markup.test(text) ? 'kind-not-taken' : undefined
}
