/** What may stand in a canonical text. Only whole numbers: fractions print differently per language. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue }

/**
 * JSON with exactly one spelling per value: no white space, keys in code-unit order.
 * Source: RFC 8785, narrowed to whole numbers up to 2^53 - 1 and well-formed Unicode.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return wholeNumber(value)
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const record = value as { readonly [key: string]: CanonicalValue }
  const members = Object.keys(record)
    .sort()
    .map((key) => `${wellFormed(key)}:${canonicalJson(record[key] ?? null)}`)
  return `{${members.join(',')}}`
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} has no canonical form.`)
  // Minus zero is zero.
  return String(value + 0)
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new Error('Half a surrogate pair has no canonical form.')
  return JSON.stringify(text)
}
