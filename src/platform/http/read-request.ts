import { type Typed, typedFrom } from '#platform/form.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { isId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** The fields of a form that was sent. Whatever comes as something else, or broken, is refused. */
export async function typedIn(c: HouseContext): Promise<Typed> {
  if (!formTypes.test(c.req.header('content-type') ?? '')) return refuse('invalid', 'not-a-form')
  try {
    return typedFrom(await c.req.formData())
  } catch (error) {
    // A body over the limit says so itself; anything else is not a form.
    if (error instanceof TypeError || error instanceof SyntaxError) {
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
