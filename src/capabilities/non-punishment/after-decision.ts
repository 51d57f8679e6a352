import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type InDossier, type Sent } from './act-in-dossier.ts'
import type { DossierDesk } from './desk.ts'
import { places } from './dossier-key.ts'
import type { FactWords, NoticeWords, ObjectionKind, ObjectionWords } from './dossier-words.ts'
import { step } from './non-punishment.ts'
import { noticeRecipients } from './notice-recipients.ts'
import { updateDossier } from './store.ts'
import {
  insertNotice,
  insertObjection,
  listDecisions,
  listFacts,
  listNotices,
  listObjections,
  updateDraftNotice,
  updateObjection,
} from './store-contents.ts'

/** The decision that stands, or stood before it was reopened. */
export const lastDecision = async (work: Work, dossierId: string) =>
  (await listDecisions(work, dossierId)).at(-1) ?? refuse('conflict', 'not-in-this-state')

const notLaterThanToday = (work: Work, day: string): void => {
  if (day > dutchDay(work.now)) refuse('invalid', 'date-future')
}

type Notice = Sent & {
  readonly recipient: string
  readonly state: 'draft' | 'told' | 'not-told'
  /** ISO date on which it was sent; only when told */
  readonly on: string | undefined
  readonly words: NoticeWords
}

/**
 * What somebody is told: prepared, sent on a day, or not sent and why. What was sent stays; the next one stands
 * beside it. When everybody is dealt with, also each partner who delivered, it is notified.
 */
export async function tellParty(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { recipient, state, on, words, key }: Notice,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'tell', key }, async ({ seal, head }) => {
    if (head.state !== 'decided' && head.state !== 'notified') {
      refuse('conflict', 'not-in-this-state')
    }
    const facts = (await listFacts(work, dossierId)).map((one) =>
      seal.open<FactWords>(places.fact(one.id), one.content),
    )
    const recipients = noticeRecipients(desk.notices, facts)
    if (!recipients.some(({ id }) => id === recipient)) refuse('not-found', 'no-such-notice')
    const decision = await lastDecision(work, dossierId)
    if (state === 'told' && (!on || words.text.trim() === '')) refuse('invalid', 'text-missing')
    if (state === 'not-told' && words.why.trim() === '') refuse('invalid', 'because-missing')
    if (on) notLaterThanToday(work, on)
    const before = (await listNotices(work, dossierId)).filter(
      (one) => one.decision_id === decision.id,
    )
    const written = {
      state,
      told_on: state === 'told' ? (on ?? null) : null,
      written_at: work.now.toString(),
      content: seal.seal(places.notice(decision.id, recipient), words),
    }
    const draft = before.find((one) => one.recipient === recipient && one.state === 'draft')
    if (draft) await updateDraftNotice(work, { dossierId, id: draft.id }, written)
    else {
      const id = newId()
      const row = { dossier_id: dossierId, id, decision_id: decision.id, recipient, ...written }
      await insertNotice(work, row)
    }
    const dealtWith = new Set(
      before.filter((one) => one.state !== 'draft').map((one) => one.recipient),
    )
    if (state !== 'draft') dealtWith.add(recipient)
    const next = step('finish-telling', head)
    if (next.ok && recipients.every(({ id }) => dealtWith.has(id))) {
      await updateDossier(work, dossierId, { state: next.state })
    }
    return { about: decision.id, words: { whom: recipient, notice: state } }
  })
}

type NewObjection = Sent & {
  readonly kind: ObjectionKind
  /** ISO date */
  readonly on: string
  readonly text: string
}

/** Somebody does not agree: a complaint (chapter 9 Awb) or a complaint to the court (art. 12 Sv). */
export async function noteObjection(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { kind, on, text, key }: NewObjection,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'object', key }, async ({ seal }) => {
    const decision = await lastDecision(work, dossierId)
    if (on < decision.decided_on) refuse('invalid', 'date-before')
    notLaterThanToday(work, on)
    if (text.trim() === '') refuse('invalid', 'text-missing')
    const id = newId()
    const words: ObjectionWords = { text, heardBy: '', answer: '' }
    await insertObjection(work, {
      dossier_id: dossierId,
      id,
      decision_id: decision.id,
      kind,
      received_on: on,
      heard_on: null,
      answered_on: null,
      upheld: null,
      content: seal.seal(places.objection(id), words),
    })
    return { about: id }
  })
}

type Hearing = Sent & {
  readonly id: string
  readonly on: string
  readonly heardBy: string
  /** whoever writes this down says so; source: Awb ch. 9, heard by somebody who was not involved */
  readonly uninvolved: boolean
}

/** Who heard whoever complained, and when: never somebody who was involved in the decision. */
export async function noteHearing(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { id, on, heardBy, uninvolved, key }: Hearing,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'hear', key }, async (place) => {
    const objection = await objectionIn(work, place, id)
    if (objection.row.answered_on) refuse('conflict', 'answered-before')
    if (heardBy.trim() === '') refuse('invalid', 'heard-by-missing')
    if (!uninvolved) refuse('invalid', 'must-be-uninvolved')
    if (on < objection.row.received_on) refuse('invalid', 'date-before')
    notLaterThanToday(work, on)
    await updateObjection(
      work,
      { dossierId, id },
      {
        heard_on: on,
        content: place.seal.seal(places.objection(id), { ...objection.words, heardBy }),
      },
    )
    return { about: id }
  })
}

type Answer = Sent & {
  readonly id: string
  readonly on: string
  readonly upheld: boolean
  readonly answer: string
}

/** What came of it, with the day: once, and it stays. A complaint is answered after somebody was heard. */
export async function answerObjection(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { id, on, upheld, answer, key }: Answer,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'answer', key }, async (place) => {
    const { row, words } = await objectionIn(work, place, id)
    if (row.answered_on) refuse('conflict', 'answered-before')
    if (row.kind === 'complaint' && !row.heard_on) refuse('conflict', 'hear-first')
    if (answer.trim() === '') refuse('invalid', 'text-missing')
    if (on < (row.heard_on ?? row.received_on)) refuse('invalid', 'date-before')
    notLaterThanToday(work, on)
    await updateObjection(
      work,
      { dossierId, id },
      {
        answered_on: on,
        upheld,
        content: place.seal.seal(places.objection(id), { ...words, answer }),
      },
    )
    return { about: id }
  })
}

async function objectionIn(work: Work, { head, seal }: InDossier, id: string) {
  const row =
    (await listObjections(work, head.id)).find((one) => one.id === id) ??
    refuse('not-found', 'no-such-objection')
  return { row, words: seal.open<ObjectionWords>(places.objection(id), row.content) }
}
