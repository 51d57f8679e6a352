import { hkdfSync } from 'node:crypto'
import { blindIndex, open, openJson, seal, sealJson } from '#platform/crypto.ts'
import { newSigns } from '#platform/ids.ts'
import { filled, unfilled } from './equal-length.ts'

/**
 * The code of one school in one wave: twelve signs, about 53 bits. It is told once, in a letter or on a screen, and
 * kept only as a hash under a key that is not in the database.
 */

const shape = /^[34679CDFGHJKMNPQRTVWXY]{12}$/

export const newCode = (): string => newSigns(12)

/** As people copy it: in groups of four, in any case, with blanks or dashes. Undefined when it is no code. */
export function codeFrom(typed: string): string | undefined {
  const signs = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return shape.test(signs) ? signs : undefined
}

/** In groups, as it is printed and read aloud. */
export const inGroups = (code: string): string => code.replaceAll(/.{4}(?=.)/g, '$&-')

/** What is kept of a code. `key` is that of the server for surveys. */
export const codeMac = (key: Buffer, code: string): Buffer => blindIndex(key, 'survey-code', code)

// Who has the database lacks the code, and who has the code lacks the key of the server.
const draftKey = (key: Buffer, code: string): Buffer =>
  Buffer.from(hkdfSync('sha256', code, key, 'oogmerk:survey-draft', 32))

/** Answers that are not finished, bound to their wave. Always equally long. */
export const sealDraft = (key: Buffer, code: string, wave: string, content: unknown): Buffer =>
  seal(draftKey(key, code), filled(content), `survey-draft:${wave}`)

/** Throws when the code or the wave is another. */
export const openDraft = (key: Buffer, code: string, wave: string, sealed: Buffer): unknown =>
  unfilled(open(draftKey(key, code), sealed, `survey-draft:${wave}`))

/** What was filled in so far, to come back with a form when the browser has lost it. Only the code opens it. */
export const sealAlong = (key: Buffer, code: string, wave: string, content: unknown): string =>
  sealJson(draftKey(key, code), content, `survey-along:${wave}`).toString('base64url')

/** Undefined when it is none, or of another code or wave. */
export function openAlong(key: Buffer, code: string, wave: string, sealed: string): unknown {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    return openJson<unknown>(draftKey(key, code), bytes, `survey-along:${wave}`)
  } catch {
    return undefined
  }
}
