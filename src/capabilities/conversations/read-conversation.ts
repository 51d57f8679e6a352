import { type CaseHead, findCase } from '#capabilities/cases/index.ts'
import type { Work } from '#platform/work.ts'
import type { Account } from './account.ts'
import type { CallOffReason, ConversationState, Passage } from './conversation.ts'
import type { ConversationDesk, Place } from './desk.ts'
import { carries, eventPlace, findConversation } from './find-conversation.ts'
import { readPassages } from './passages.ts'
import type { Preparation } from './preparation.ts'
import { listConversationRows, listEventRows, listWritings, type WritingRow } from './store.ts'
import type { EventKind, WritingKind } from './tables.ts'
import { openWriting } from './writings.ts'

/** One version, with who wrote it when. */
export type Written<T> = {
  readonly version: number
  readonly by: string
  readonly at: string
  readonly content: T
}

export type Happening = {
  readonly kind: EventKind
  readonly at: string
  readonly by: string
  readonly words: string
}

/** One conversation as its reader may see it: every field is named here. */
export type ReadConversation = {
  readonly id: string
  readonly caseId: string
  readonly caseCode: string
  readonly caseOpen: boolean
  readonly state: ConversationState
  readonly preparedBy: string
  readonly holderId: string
  readonly plannedOn: string | undefined
  readonly heldOn: string | undefined
  readonly shownAt: string | undefined
  readonly calledOffBecause: CallOffReason | undefined
  /** all versions, the newest last; there is always one */
  readonly preparations: readonly Written<Preparation>[]
  readonly accounts: readonly Written<Account>[]
  readonly passages: readonly Passage[]
  readonly happenings: readonly Happening[]
  readonly mayCarry: boolean
}

export async function readConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
): Promise<ReadConversation> {
  const found = await findConversation(work, desk, place)
  const { row, head, key } = found
  const [writings, events, passages] = await Promise.all([
    listWritings(work, row.id),
    listEventRows(work, row.id),
    readPassages(work, found),
  ])
  const versions = <K extends WritingKind>(kind: K) =>
    writings
      .filter((one) => one.kind === kind)
      .map((one: WritingRow) => ({
        version: one.version,
        by: one.written_by,
        at: one.written_at,
        content: openWriting(found, kind, one),
      }))
  work.audit({ act: 'conversation.read', subject: row.id, details: { case: row.case_id } })
  return {
    id: row.id,
    caseId: row.case_id,
    caseCode: head.code,
    caseOpen: head.state === 'open',
    state: row.state,
    preparedBy: row.prepared_by,
    holderId: row.holder_id,
    plannedOn: row.planned_on ?? undefined,
    heldOn: row.held_on ?? undefined,
    shownAt: row.shown_at ?? undefined,
    calledOffBecause: row.called_off_because ?? undefined,
    preparations: versions('preparation'),
    accounts: versions('account'),
    passages,
    happenings: events.map((one) => ({
      kind: one.kind,
      at: one.happened_at,
      by: one.by_person,
      words: one.words
        ? key.open<{ text: string }>(eventPlace(row.id, one.id), one.words).text
        : '',
    })),
    mayCarry: carries(found),
  }
}

/** The newest version of what there is always one of. */
export function latest<T>(versions: readonly Written<T>[]): Written<T> {
  const last = versions.at(-1)
  if (!last) throw new Error('A conversation without a version of what it must have.')
  return last
}

export type ListedConversation = {
  readonly id: string
  readonly state: ConversationState
  readonly holderId: string
  readonly plannedOn: string | undefined
  readonly heldOn: string | undefined
}

/** The conversations of a case, the newest first; no word of what was said. `findCase` was asked before. */
export const listOfCase = async (
  work: Work,
  caseId: string,
): Promise<readonly ListedConversation[]> =>
  (await listConversationRows(work, caseId)).map((row) => ({
    id: row.id,
    state: row.state,
    holderId: row.holder_id,
    plannedOn: row.planned_on ?? undefined,
    heldOn: row.held_on ?? undefined,
  }))

/** The same for a page of its own, for somebody who may see the case. */
export async function listConversations(
  work: Work,
  caseId: string,
): Promise<{ head: CaseHead; conversations: readonly ListedConversation[] }> {
  const head = await findCase(work, caseId)
  work.audit({ act: 'conversation.list', subject: caseId })
  return { head, conversations: await listOfCase(work, caseId) }
}
