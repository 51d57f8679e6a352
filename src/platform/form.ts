import type { z } from 'zod'

/** What a person typed, field by field; what a form shows again when something is wrong. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** Field name → message code; pages translate the code. */
export type FormErrors = Readonly<Record<string, string>>

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FormErrors; readonly typed: Typed }

/** Reads a form body. Repeated names become a list; files are not expected here and are left out. */
export function typedFrom(body: FormData | URLSearchParams): Typed {
  // Without a prototype: a field may be called `constructor` without meaning anything by it.
  const typed: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of body) {
    if (typeof value !== 'string') continue
    const text = clean(value)
    const before = typed[name]
    if (before === undefined) typed[name] = text
    else if (typeof before === 'string') typed[name] = [before, text]
    else before.push(text)
  }
  return typed
}

/** PostgreSQL cannot keep NUL, and a lone half of a surrogate pair is not text; line ends become one sign. */
const clean = (text: string): string =>
  text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n')

/** Validates with a schema whose messages are codes. Every field reports its first error only. */
export function readForm<T>(schema: z.ZodType<T>, typed: Typed): FormResult<T> {
  const read = schema.safeParse(typed)
  if (read.success) return { ok: true, value: read.data }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    errors[field] ??= issue.message
  }
  return { ok: false, errors, typed }
}

/** Whether a field holds what no page gives back, by its name. */
export const isSecretField = (name: string): boolean => /secret|password/i.test(name)

export const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export const listOf = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
