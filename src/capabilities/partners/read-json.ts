import type { HouseContext } from '#platform/http/house-env.ts'
import { Problem } from '#platform/http/problem.ts'

/** Deeper than anything we describe; a reader of ours never goes down further than this. */
const deepest = 32

const json = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

/** The JSON of a request. What comes as something else, broken, or without end inside, is refused. */
export async function jsonIn(c: HouseContext): Promise<unknown> {
  if (!json.test(c.req.header('content-type') ?? '')) {
    throw new Problem('unsupported-media-type', { headers: { Accept: 'application/json' } })
  }
  const text = await c.req.text()
  if (isTooDeep(text)) throw new Problem('invalid-input', { code: 'too-deep' })
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('invalid-input', { code: 'not-json' })
  }
}

/** Counts brackets outside strings, so that nothing is built of what is too deep. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth > deepest) return true
  }
  return false
}
