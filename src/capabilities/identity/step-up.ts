import type { Temporal } from '#platform/clock.ts'
import type { SignedIn } from '#platform/http/house-env.ts'
import { hashToken } from '#platform/http/session-cookie.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { ownPerson } from './end-sessions.ts'
import { isSteppedUp, type SignInMethod } from './session.ts'
import { tokenFor } from './start-session.ts'
import { renewSession } from './store-sessions.ts'

/** For acts that cannot be undone: refuses unless the person proved who they are in the last 5 minutes. */
export function requireStepUp(signedIn: SignedIn, now: Temporal.Instant): void {
  if (!isSteppedUp(signedIn.steppedUpAt, now)) refuse('step-up', 'prove-who-you-are')
}

/** The person has proved again who they are. Answers a new cookie; the old one opens nothing any more. */
export async function confirmIdentity(
  work: Work,
  { sessionId, method }: { sessionId: string; method: SignInMethod },
): Promise<string> {
  const personId = ownPerson(work)
  const token = tokenFor(method)
  const renewed = await renewSession(work, {
    sessionId,
    personId,
    tokenHash: hashToken(token),
    demo: method === 'demo',
  })
  if (!renewed) refuse('not-found', 'no-such-session')
  work.audit({ act: 'identity.confirm', subject: personId, details: { method } })
  return token
}
