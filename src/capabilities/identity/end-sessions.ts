import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { endSessionRows } from './store-sessions.ts'

/** The person leaves: by the button, or because another session takes over in this browser. */
export async function signOut(work: Work, sessionId: string): Promise<void> {
  const personId = ownPerson(work)
  await endSessionRows(work, { personId, only: sessionId })
  work.audit({ act: 'identity.sign-out', subject: personId })
}

/** Ends one of the person's own sessions; somebody else's does not exist for them. */
export async function endSession(work: Work, sessionId: string): Promise<void> {
  const personId = ownPerson(work)
  const ended = await endSessionRows(work, { personId, only: sessionId })
  if (ended === 0) refuse('not-found', 'no-such-session')
  work.audit({ act: 'identity.end-session', subject: personId })
}

/** Ends all the person's sessions but the one they are looking from. */
export async function endOtherSessions(work: Work, sessionId: string): Promise<number> {
  const personId = ownPerson(work)
  const ended = await endSessionRows(work, { personId, except: sessionId })
  work.audit({ act: 'identity.end-other-sessions', subject: personId, details: { ended } })
  return ended
}

export function ownPerson(work: Work): string {
  if (work.actor.kind !== 'person') return refuse('not-allowed', 'only-a-person-has-sessions')
  return work.actor.personId
}
