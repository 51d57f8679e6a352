import { escaped } from './escape.ts'

// The same templates as html.ts writes, for markup without promises: what a browser needs of it.

/** Markup is a string that says so; anything else is escaped. */
export const raw = (text: string) => Object.assign(new String(text), { isEscaped: true })

export const html = (parts: TemplateStringsArray, ...values: readonly unknown[]) =>
  raw(parts.reduce((all, part, at) => all + written(values[at - 1]) + part))

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('')
  if (value === undefined || value === null || typeof value === 'boolean') return ''
  if (typeof value === 'object' && 'isEscaped' in value) return String(value)
  return escaped(String(value))
}
