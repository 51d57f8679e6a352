import type { PersonActor, Role } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayNeverShare, sharingPerson } from './access.ts'
import type { SharingDesk } from './desk.ts'
import { findParty } from './organisation-store.ts'

/** Who decides to share: a person who works here, or somebody here whom a program of the organisation names. */
export type Decider = Pick<PersonActor, 'organisationId' | 'organisationKind' | 'roles'> & {
  readonly personId?: string | undefined
  readonly named?: Named | undefined
}

/** How a program names somebody: for the other side by function, in the own history so that they can be found. */
type Named = { readonly there: string; readonly here: string }

/** A program that does something because somebody decided it. */
export type ByProgram = {
  readonly programId: string
  /** what the organisation calls the program */
  readonly program: string
  /** in which role they decided; asked only where the sharing table asks for it */
  readonly role?: Role | undefined
  readonly function: string
  /** how the partner system finds them: never leaves the organisation */
  readonly reference: string
}

export async function deciderOf(work: Work, by: ByProgram | undefined): Promise<Decider> {
  if (!by) return sharingPerson(work)
  const { actor } = work
  if (actor.kind !== 'system' || actor.name !== 'partner-system') {
    return refuse('not-allowed', 'shares-nothing')
  }
  const { organisationId } = actor
  const own = (await findParty(work, organisationId)) ?? refuse('not-found', 'no-such-disclosure')
  return {
    organisationId,
    organisationKind: own.kind,
    roles: by.role && !mayNeverShare(by.role) ? [by.role] : [],
    named: {
      there: `${by.function} (${by.program})`,
      here: `${by.function}, ${by.reference} (${by.program})`,
    },
  }
}

/** As the other side reads it. */
export async function nameOf(
  work: Work,
  { namesOf }: Pick<SharingDesk, 'namesOf'>,
  { personId, named }: Decider,
): Promise<string> {
  if (named) return named.there
  return (personId && (await namesOf(work, [personId])).get(personId)) || '–'
}
