import type { Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import type { SharingDesk } from './desk.ts'
import { findParty, type Party } from './organisation-store.ts'
import { choosable, type FoundParties, findParties, type PartySearch } from './party-search.ts'
import { recipientKinds } from './road.ts'

export type Recipient = { readonly party: Party; readonly roles: readonly Role[] }

export type Recipients = {
  readonly found: FoundParties
  /** what can be chosen now, with who reads there */
  readonly choices: readonly Recipient[]
}

/** A page of the organisations to which some road is open for this person today; who was chosen before stays at hand. */
export async function readRecipients(
  work: Work,
  desk: SharingDesk,
  { search, chosen }: { search: PartySearch; chosen: string | undefined },
): Promise<Recipients> {
  const open = recipientKinds(desk.law, sharingPerson(work), dutchDay(work.now))
  const kinds = open.map(({ kind }) => kind)
  const found = await findParties(work, { kinds, search, chosen: chosen ? [chosen] : [] })
  const choices = choosable(found).map((party) => ({
    party,
    roles: open.find(({ kind }) => kind === party.kind)?.roles ?? [],
  }))
  return { found, choices }
}

/** Whether some road is open from this person to this role there today. */
export async function mayReceive(
  work: Work,
  desk: SharingDesk,
  { party, role }: { party: string; role: string },
): Promise<boolean> {
  const other = party === work.actor.organisationId ? undefined : await findParty(work, party)
  const open = recipientKinds(desk.law, sharingPerson(work), dutchDay(work.now))
  return open.some(({ kind, roles }) => kind === other?.kind && roles.some((one) => one === role))
}
