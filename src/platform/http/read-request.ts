import { HTTPException } from 'hono/http-exception'
import { type Typed, typedFrom } from '#platform/form.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { isId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { isFormWithParts, isPlainForm, readParts } from '#platform/upload/read-parts.ts'

/**
 * The fields of a form that was sent; a file in it is left out. Whatever comes as something else, or
 * broken, is refused.
 */
export async function typedIn(c: HouseContext): Promise<Typed> {
  const type = c.req.header('content-type') ?? ''
  const plain = isPlainForm(type)
  if (!plain && !isFormWithParts(type)) return refuse('invalid', 'not-a-form')
  try {
    // Read as text: the general reader of forms makes a stream and three objects of it first.
    if (plain) return typedFrom(new URLSearchParams(await c.req.text()))
    return (await readParts(c, { file: 0 })).typed
  } catch (error) {
    // A body over the limit says so itself; anything else is not a form.
    const broken = error instanceof HTTPException && error.status === 400
    if (broken || error instanceof TypeError || error instanceof SyntaxError) {
      return refuse('invalid', 'not-a-form')
    }
    throw error
  }
}

/** A number in the address. What cannot be one is a page that is not here. */
export function idIn(c: HouseContext, name = 'id'): string {
  const id = c.req.param(name) ?? ''
  return isId(id) ? id : refuse('not-found', 'no-such-page')
}
