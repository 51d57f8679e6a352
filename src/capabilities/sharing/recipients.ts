import type { Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import type { SharingDesk } from './desk.ts'
import { listParties, type Party } from './organisation-store.ts'
import { recipientKinds } from './road.ts'

export type Recipient = { readonly party: Party; readonly roles: readonly Role[] }

/** The organisations to which some road is open for this person today, with who reads there; by name. */
export async function readRecipients(work: Work, desk: SharingDesk): Promise<Recipient[]> {
  const kinds = recipientKinds(desk.law, sharingPerson(work), dutchDay(work.now))
  const parties = await listParties(
    work,
    kinds.map(({ kind }) => kind),
  )
  return parties.map((party) => ({
    party,
    roles: kinds.find(({ kind }) => kind === party.kind)?.roles ?? [],
  }))
}
