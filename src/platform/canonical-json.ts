/**
 * One text for one value, whoever writes it: JSON as RFC 8785 (JSON Canonicalization Scheme) has it. Names
 * in the order of their UTF-16 units, no white space, numbers and strings as ECMAScript writes them. Throws
 * on what is not JSON: a number that is none, half of a pair of units, a function, a loop.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('A number that JSON cannot hold.')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new TypeError('Not a JSON value.')
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // The order of UTF-16 units is how ECMAScript compares strings.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${textOf(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

function textOf(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('Half of a pair of UTF-16 units.')
  return JSON.stringify(text)
}
