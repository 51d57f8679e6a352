import { type LookFirst, lookFirst } from '#capabilities/advice/index.ts'
import { findCase } from '#capabilities/cases/index.ts'
import { findParty, sendInOrder } from '#capabilities/sharing/index.ts'
import type { Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId, newReference } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { isSeat, mayConvene, seats as seatRoles } from './access.ts'
import type { TableDesk } from './desk.ts'
import { furthestDay, mostGuests } from './round-table.ts'
import { findMadeBefore, insertSeats, insertTable } from './store.ts'
import { type InviteBody, messageKinds } from './table-body.ts'
import { sealed, type TableWords } from './table-words.ts'

export type NewTable = {
  readonly invited: readonly { readonly party: string; readonly role: Role }[]
  /** an aim of the sharing table */
  readonly aim: string
  /** ISO date */
  readonly day: string
  readonly words: TableWords
  readonly caseId?: string | undefined
  readonly seen: readonly string[]
  readonly key?: string | undefined
}

/**
 * Brings organisations together around a question. The invitation tells of nobody: who it is about is brought
 * afterwards, by whom and to whom there is a road. Answers the id, or what to look at first.
 */
export async function conveneTable(
  work: Work,
  desk: TableDesk,
  { invited, aim, day, words, caseId, seen, key }: NewTable,
): Promise<{ readonly id: string } | LookFirst> {
  const { actor } = work
  if (!mayConvene(actor)) return refuse('not-allowed', 'may-not-convene')
  const before = key && (await findMadeBefore(work, actor.personId, key))
  if (before) {
    work.audit({ act: 'round-table.convene-again', subject: before })
    return { id: before }
  }
  if (caseId && (await findCase(work, caseId, true)).state === 'closed') {
    return refuse('conflict', 'case-is-closed')
  }
  const today = dutchDay(work.now)
  if (day < today) return refuse('invalid', 'day-over')
  if (day > furthestDay(today)) return refuse('invalid', 'too-far')
  if (!desk.law.sharing.aims.some(({ id }) => id === aim)) return refuse('invalid', 'choose-aim')
  const parties = new Set(invited.map(({ party }) => party))
  if (invited.length === 0 || parties.size !== invited.length) {
    return refuse('invalid', 'choose-invited')
  }
  if (invited.length > mostGuests) return refuse('invalid', 'too-many-guests')
  for (const { party, role } of invited) {
    const one = party === actor.organisationId ? undefined : await findParty(work, party)
    if (!one || !isSeat(one.kind, role)) return refuse('invalid', 'choose-invited')
  }
  const texts = [words.question, words.agenda, words.place]
  const look = await lookFirst(work, desk, { caseId, texts, seen })
  if (look) {
    work.audit({ act: 'round-table.look', details: { found: look.look.length } })
    return look
  }
  const id = newId()
  const code = newReference('O')
  const role =
    actor.roles.find((one) => isSeat(actor.organisationKind, one)) ?? seatRoles.municipality?.[0]
  if (!role) return refuse('not-allowed', 'may-not-convene')
  const made = await insertTable(work, {
    id,
    convener_id: actor.organisationId,
    code,
    aim,
    on_day: day,
    case_id: caseId ?? null,
    made_by: actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, id, words)),
  })
  if (!made && key) {
    // The same form at the same moment: the other one was first.
    const first = await findMadeBefore(work, actor.personId, key)
    if (!first) return refuse('conflict', 'convened-and-gone')
    work.audit({ act: 'round-table.convene-again', subject: first })
    return { id: first }
  }
  const all = [{ party: actor.organisationId, role }, ...invited]
  await insertSeats(
    work,
    all.map((one) => ({
      table_id: id,
      party_id: one.party,
      role: one.role,
      state: one.party === actor.organisationId ? ('joined' as const) : ('invited' as const),
    })),
  )
  work.audit({ act: 'round-table.convene', subject: id, details: { invited: invited.length } })
  const body: InviteBody = { table: id, code, aim, day, ...words, seats: all }
  await sendInOrder(
    work,
    desk,
    invited.map(({ party: to }) => ({ to, kind: messageKinds.invite, about: id, body })),
  )
  return { id }
}
