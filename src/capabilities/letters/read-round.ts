import { findParties, listPartiesById, type Party } from '#capabilities/sharing/index.ts'
import type { Work } from '#platform/work.ts'
import { digestOf } from './approved-text.ts'
import type { LetterContent } from './letter.ts'
import { isAskedStill } from './round.ts'
import { listEvents, listParties, listRemarks } from './round-store.ts'
import type { EventRow, PartyRow, RemarkRow } from './tables.ts'

/** How a draft goes round: who was asked, what they said, what happened. */
export type Round = {
  readonly parties: readonly (PartyRow & { readonly name: string })[]
  readonly remarks: readonly RemarkRow[]
  readonly events: readonly EventRow[]
  readonly names: ReadonlyMap<string, string>
}

/** For an act that is in the trail already; the letter was found by this person. */
export async function roundOf(work: Work, letterId: string): Promise<Round> {
  const rows = await listParties(work, letterId)
  const known = await listPartiesById(
    work,
    rows.map(({ party_id }) => party_id),
  )
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const parties = rows
    .map((row) => ({ ...row, name: names.get(row.party_id) ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
  return {
    ...{ parties, names },
    remarks: await listRemarks(work, letterId),
    events: await listEvents(work, letterId),
  }
}

/** On whose behalf the letter goes out as well: the names of those who are asked still. */
export const alongOf = ({ parties }: Round): readonly string[] =>
  parties.filter(({ state }) => isAskedStill(state)).map(({ name }) => name)

/** Who is asked still and did not approve this very text. */
export function notApproved({ parties }: Round, content: LetterContent): Round['parties'] {
  const digest = digestOf(content)
  return parties
    .filter(({ state }) => isAskedStill(state))
    .filter((party) => party.state !== 'approved' || party.digest !== digest)
}

/** Everybody who is asked still approved this very text. */
export const everybodyApproved = (round: Round, content: LetterContent): boolean =>
  notApproved(round, content).length === 0

/** The other ministries, by name. */
export async function otherMinistries(work: Work): Promise<readonly Party[]> {
  const search = { kind: '', part: '', after: undefined }
  return (await findParties(work, { kinds: ['ministry'], search })).parties
}
