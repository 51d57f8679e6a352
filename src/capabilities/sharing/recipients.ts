import type { Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import { type Consults, mayBeAsked } from './consultation.ts'
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
  {
    search,
    chosen,
    consults,
  }: { search: PartySearch; chosen: string | undefined; consults: Consults | undefined },
): Promise<Recipients> {
  const open = openKinds(work, desk, consults)
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
  { party, role, consults }: { party: string; role: string; consults: Consults | undefined },
): Promise<boolean> {
  const other = party === work.actor.organisationId ? undefined : await findParty(work, party)
  return openKinds(work, desk, consults).some(
    ({ kind, roles }) => kind === other?.kind && roles.some((one) => one === role),
  )
}

/** Where a road is open today; of a consultation only who can be asked. */
function openKinds(work: Work, { law }: SharingDesk, consults: Consults | undefined) {
  const open = recipientKinds(law, sharingPerson(work), dutchDay(work.now))
  if (!consults) return open
  return open
    .map(({ kind, roles }) => ({
      kind,
      roles: roles.filter((role) => mayBeAsked(consults, { kind, role })),
    }))
    .filter(({ roles }) => roles.length > 0)
}
