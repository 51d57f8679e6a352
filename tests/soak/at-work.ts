import { aVisitor, type Visitor } from '#tests/a-visitor.ts'
import { somebody } from '#tests/an-app.ts'

export type Person = ReturnType<typeof somebody>

export const mentor = somebody('milan-proefpersoon')
export const coordinator = somebody('samira-denkbeeld')

/**
 * What is wrong after the plug was pulled: something acknowledged is not there, a form that was sent
 * again counted twice, an act that belongs together is there in part, or a card is read too early.
 */
export type Finding = {
  readonly kind: 'lost' | 'doubled' | 'half' | 'early'
  readonly what: string
}

/** One kind of work that people do, and what must be found of it afterwards. */
export type AtWork = {
  /** Goes on until the server is gone; a write counts once its answer has arrived whole. */
  work(origin: string): Promise<void>
  /** After the restart, while forms still wait to be sent again: is any of them there in part? */
  between?(origin: string): Promise<Finding[]>
  /** After those were sent again: everything acknowledged, once. */
  afterwards(origin: string): Promise<Finding[]>
  /** How much was acknowledged so far, by name. */
  acknowledged(): Readonly<Record<string, number>>
}

/**
 * Asks over a connection of its own. One that lay idle may have been closed on the other side, which
 * looks as if the server were gone.
 */
export function askOnce(request: Request): Promise<Response> {
  request.headers.set('connection', 'close')
  return fetch(request, { redirect: 'manual' })
}

export async function signedIn(origin: string, who: Person): Promise<Visitor> {
  const { organisationId: organisation, personId: person } = who
  const visitor = aVisitor({ origin, fetch: askOnce })
  await visitor.post('/demo', { organisation, person })
  return visitor
}

/** Ends when nobody answers any more; anything else that goes wrong is a finding. */
export async function untilGone(act: () => Promise<void>): Promise<void> {
  try {
    for (;;) await act()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

export function expect(status: number, wanted: number): void {
  if (status !== wanted) throw new Error(`An ordinary act was answered with ${status}.`)
}

export const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

const timesIn = (body: string, words: string): number => body.split(words).length - 1

/** Words that must stand on a page as often as this, once unless told. */
export function foundIn(body: string, words: string, what: string, times = 1): Finding[] {
  const found = timesIn(body, words)
  if (found === times) return []
  return [{ kind: found < times ? 'lost' : 'doubled', what: `${what}: ${found} of ${times}` }]
}
