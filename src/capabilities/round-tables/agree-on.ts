import { type LookFirst, lookFirst } from '#capabilities/advice/index.ts'
import { mayShare, type SharingLine, whyNotWords } from '#capabilities/law/index.ts'
import { type Basis, basisOf, findParty, roadsBetween } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { type AtTable, findToConvene, othersIn, sendTurns, sentBefore } from './find-table.ts'
import { insertItem } from './store.ts'
import { sealed } from './table-words.ts'

export type NewAgreement = {
  /** the organisation that does it */
  readonly owner: string
  readonly text: string
  /** ISO date */
  readonly due: string
  /** a line of the sharing table; empty when the agreement tells nothing of anybody */
  readonly road: string
  /** by question of that line */
  readonly answers: Readonly<Record<string, string>>
  readonly language: Language
  readonly seen: readonly string[]
  readonly key?: string | undefined
}

/** Why it may not go on this road, in sentences. Nothing was sent. */
export type NotAllowed = { readonly why: readonly string[] }

/** The lines on which an agreement can go to this one: what is agreed counts as a fact. */
export async function roadsTo(
  work: Work,
  { law }: TableDesk,
  { seats, row, actor }: AtTable,
  owner: string,
): Promise<readonly SharingLine[]> {
  const to = await receiverIn(work, { seats }, owner)
  const on = dutchDay(work.now)
  const roads = to ? roadsBetween(law, { actor, to, aim: row.aim, on }) : []
  return roads.filter(({ facts }) => facts.includes('fact'))
}

async function receiverIn(work: Work, { seats }: Pick<AtTable, 'seats'>, owner: string) {
  const seat = seats.find(({ party_id }) => party_id === owner)
  const party = seat && (await findParty(work, owner))
  return seat && party && { kind: party.kind, role: seat.role }
}

/**
 * What the convener agreed with one organisation: a delivery to that one only, with its day. It tells nothing of
 * anybody, and is looked at for that; or it goes on a road of the sharing table whose conditions were answered. The
 * own one took it on already.
 */
export async function agreeOn(
  work: Work,
  desk: TableDesk,
  tableId: string,
  agreement: NewAgreement,
): Promise<LookFirst | NotAllowed | undefined> {
  const { owner, text, due, key } = agreement
  const at = await findToConvene(work, tableId)
  if (await sentBefore(work, at, key)) return undefined
  if (text.trim() === '') refuse('invalid', 'words-missing')
  if (due < dutchDay(work.now)) refuse('invalid', 'day-over')
  const mine = owner === at.actor.organisationId
  if (!mine && !othersIn(at, 'joined').includes(owner)) refuse('invalid', 'choose-recipient')
  const ground = mine ? { basis: undefined } : await groundOf(work, desk, at, agreement)
  if (!('basis' in ground)) return ground
  const { basis } = ground
  const id = newId()
  await insertItem(work, tableId, {
    id,
    kind: 'agreement',
    from_id: at.actor.organisationId,
    to_id: owner,
    state: mine ? 'accepted' : 'proposed',
    due_on: due,
    by_person: at.actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, id, { text, ...(basis ? { basis } : {}) })),
  })
  const details = { owner, ...(basis ? { road: basis.road } : {}) }
  work.audit({ act: 'round-table.agree', subject: tableId, details })
  if (mine) return undefined
  const turn = { act: 'agreement', id, text, due, ...(basis ? { basis } : {}) } as const
  await sendTurns(work, desk, tableId, [{ to: owner, about: id, turn }])
  return undefined
}

/** On which ground it goes; or what to look at first, or why it may not. */
async function groundOf(
  work: Work,
  desk: TableDesk,
  at: AtTable,
  { owner, text, road, answers, language, seen }: NewAgreement,
): Promise<{ readonly basis: Basis | undefined } | LookFirst | NotAllowed> {
  const subject = at.row.id
  if (road === '') {
    const look = await lookFirst(work, desk, { caseId: at.row.case_id, texts: [text], seen })
    if (look) {
      work.audit({ act: 'round-table.look', subject, details: { found: look.look.length } })
    }
    return look ?? { basis: undefined }
  }
  const to = await receiverIn(work, at, owner)
  const line = (await roadsTo(work, desk, at, owner)).find(({ id }) => id === road)
  if (!to || !line) return refuse('invalid', 'choose-road')
  const { organisationKind: kind, roles } = at.actor
  const answer = mayShare(desk.law, {
    ...{ from: { kind, roles }, to, facts: ['fact'], answers, aim: at.row.aim, line: line.id },
    on: dutchDay(work.now),
  })
  if (answer.allowed) return { basis: basisOf(desk.law, line, { language, answers }) }
  work.audit({ act: 'round-table.may-not-share', subject, details: { road: line.id } })
  const own = answer.why.filter(({ code }) => code !== 'closed')
  return { why: own.map((why) => whyNotWords(language, why)) }
}
