import type { Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import { type Consults, mayBeAsked } from './consultation.ts'
import type { SharingDesk } from './desk.ts'
import type { Bounds } from './occasion.ts'
import { findParty, listPartiesById, type Party } from './organisation-store.ts'
import { choosable, type FoundParties, findParties, type PartySearch } from './party-search.ts'
import { recipientKinds } from './road.ts'

export type Recipient = { readonly party: Party; readonly roles: readonly Role[] }

export type Recipients = {
  /** nothing to look through on an occasion: it is for whom it is */
  readonly found: FoundParties | undefined
  /** what can be chosen now, with who reads there */
  readonly choices: readonly Recipient[]
}

type Looking = {
  readonly search: PartySearch
  readonly chosen: string | undefined
  readonly consults: Consults | undefined
  readonly bounds: Bounds | 'free' | 'over'
}

/**
 * A page of the organisations to which some road is open for this person today; who was chosen before stays at hand.
 * On an occasion only those that it is for.
 */
export async function readRecipients(
  work: Work,
  desk: SharingDesk,
  { search, chosen, consults, bounds }: Looking,
): Promise<Recipients> {
  const open = openKinds(work, desk, consults)
  const rolesOf = (party: Party) => open.find(({ kind }) => kind === party.kind)?.roles ?? []
  if (bounds === 'over') return { found: undefined, choices: [] }
  if (bounds !== 'free') {
    const ids = bounds.to.map(({ id }) => id)
    const choices = (await listPartiesById(work, ids)).map((party) => {
      const role = bounds.to.find(({ id }) => id === party.id)?.role
      return { party, roles: rolesOf(party).filter((one) => (role ?? one) === one) }
    })
    return { found: undefined, choices }
  }
  const kinds = open.map(({ kind }) => kind)
  const found = await findParties(work, { kinds, search, chosen: chosen ? [chosen] : [] })
  return {
    found,
    choices: choosable(found).map((party) => ({ party, roles: rolesOf(party) })),
  }
}

/** Whether some road is open from this person to this role there today, within what the occasion allows. */
export async function mayReceive(
  work: Work,
  desk: SharingDesk,
  {
    party,
    role,
    consults,
    bounds,
  }: { party: string; role: string } & Omit<Looking, 'search' | 'chosen'>,
): Promise<boolean> {
  const meant =
    typeof bounds === 'string'
      ? bounds === 'free'
      : bounds.to.some((one) => one.id === party && (one.role ?? role) === role)
  if (!meant || party === work.actor.organisationId) return false
  const other = await findParty(work, party)
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
