import { randomBytes } from 'node:crypto'
import type { Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId, newReference } from '#platform/ids.ts'
import { recordKey, sealRecord } from '#platform/keyring.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import { proposedEnd } from './disclosure.ts'
import {
  deleteDraft,
  findDraftByKey,
  insertDisclosureEvent,
  insertDraft,
  isDoneBefore,
  updateDisclosure,
} from './disclosure-store.ts'
import { disclosureContext, places } from './disclosure-words.ts'
import { type Draft, type DraftWords, draftAfter } from './draft.ts'
import { findDisclosure, mustLead, type Which } from './find-disclosure.ts'
import { type At, boundsOf } from './occasion.ts'
import { findParty } from './organisation-store.ts'
import { ofOccasion } from './shareable-fact.ts'

export type Beginning = {
  readonly kind: string
  readonly fileId: string
  readonly language: Language
  readonly key?: string | undefined
  /** it asks for an answer */
  readonly asks?: boolean
  /** on which occasion, and to which of those that it allows */
  readonly on?: { readonly at: At; readonly to: string } | undefined
}

/**
 * Begins a draft from a file: no fact is chosen yet. On an occasion the recipient and the aim are. The same form
 * sent twice begins one; answers its id.
 */
export async function beginDisclosure(
  work: Work,
  desk: SharingDesk,
  { kind, fileId, language, key, on, asks }: Beginning,
): Promise<string> {
  const actor = sharingPerson(work)
  const source = sourceOf(desk, kind)
  const file = await source.open(work, fileId)
  const itsOwn = on?.at.kind === source.kind && on.at.id === fileId
  if (ofOccasion.includes(source.kind) && !itsOwn) refuse('not-found', 'no-such-file')
  if (asks && !source.consults) refuse('not-found', 'no-such-page')
  if (file.closed) return refuse('conflict', 'file-is-closed')
  const bounds = await boundsOf(work, desk, on?.at, { language })
  if (bounds === 'over') return refuse('conflict', 'occasion-over')
  const held = bounds === 'free' ? undefined : bounds
  const aim = held?.aim ?? held?.proposedAim ?? ''
  const to = held?.to.find(({ id }) => id === on?.to)
  if (on && !to) return refuse('invalid', 'recipient-missing')
  const id = newId()
  const context = disclosureContext(work, id)
  const { key: own, wrappedKey } = sealRecord(await desk.keyring.keyOf(work), context, {})
  const salt = randomBytes(16).toString('base64url')
  const draft: Draft = {
    ...{ salt, refs: [], aim, road: '', answers: {}, endReason: '', question: '' },
    language: 'nl',
    ...(asks ? { asks } : {}),
  }
  const made = await insertDraft(work, {
    id,
    reference: newReference('D'),
    file_kind: source.kind,
    file_id: fileId,
    at_kind: on?.at.kind ?? null,
    at_id: on?.at.id ?? null,
    made_by: actor.personId,
    key: key ?? null,
    content_key: wrappedKey,
    content: recordKey(own, context).seal(places.words, { draft }),
  })
  if (!made && key) {
    const before = await findDraftByKey(work, actor.personId, key)
    work.audit({ act: 'sharing.begin-again', subject: fileId })
    return before?.id ?? refuse('conflict', 'begun-and-thrown-away')
  }
  const proposed = proposedEnd(dutchDay(work.now))
  updateDisclosure(work, id, {
    end_on: held?.lastDay !== undefined && held.lastDay < proposed ? held.lastDay : proposed,
    ...(to ? { to_id: to.id, to_role: to.role ?? null } : {}),
  })
  work.audit({ act: 'sharing.begin', subject: id, details: { file: fileId, kind: source.kind } })
  return id
}

export type DraftChange = DraftWords & {
  readonly toId?: string | undefined
  readonly toRole?: Role | undefined
  readonly endOn?: string | undefined
}

const askedInWords = ({ law: { sharing } }: Pick<SharingDesk, 'law'>): readonly string[] =>
  sharing.lines
    .flatMap((line) => sharing.questionsOf(line))
    .flatMap(({ id, answer }) => (answer === 'words' ? [id] : []))

/** Keeps what was chosen and typed, right or wrong: it is judged when it should leave. */
export async function keepDraft(
  work: Work,
  desk: SharingDesk,
  which: Which,
  { toId, toRole, endOn, ...change }: DraftChange,
): Promise<void> {
  const { id } = which
  const { row, key, words } = await findDisclosure(work, desk, { ...which, lock: true })
  mustLead('send', row.state)
  const elsewhere = (toId ?? row.to_id) !== row.to_id || (toRole ?? row.to_role) !== row.to_role
  const draft = draftAfter(words.draft, change, {
    ...{ elsewhere, inWords: askedInWords(desk) },
  })
  updateDisclosure(work, id, {
    content: key.seal(places.words, { ...words, draft }),
    facts: draft.refs.length,
    ...(toId ? { to_id: toId } : {}),
    ...(toRole ? { to_role: toRole } : {}),
    ...(endOn ? { end_on: endOn } : {}),
  })
  work.audit({ act: 'sharing.keep-draft', subject: id })
}

/** Nothing was decided: as if it had not been begun. Only its entries in the trail stay. */
export async function throwAwayDraft(
  work: Work,
  desk: SharingDesk,
  { id, language }: { id: string; language: Language },
): Promise<{ readonly path: string }> {
  const { row, source } = await findDisclosure(work, desk, { id, language, lock: true })
  mustLead('send', row.state)
  await deleteDraft(work, id)
  work.audit({ act: 'sharing.throw-away', subject: id })
  return { path: source.path(row.file_id) }
}

/** A decision of its own: it was weighed, and it is not shared. It stands in the file, with its reasons. */
export async function decideNotToShare(
  work: Work,
  desk: SharingDesk,
  { id, language }: { id: string; language: Language },
  { reasons, key: sentWith }: { reasons: string; key?: string | undefined },
): Promise<void> {
  const found = await findDisclosure(work, desk, { id, language, lock: true, lockFile: true })
  const { actor, row, file, key, words } = found
  if (await isDoneBefore(work, id, 'not-shared', sentWith)) {
    work.audit({ act: 'sharing.not-share-again', subject: id })
    return
  }
  const state = mustLead('not-share', row.state)
  const eventId = newId()
  updateDisclosure(work, id, {
    state,
    content: key.seal(places.words, { ...words, notShared: reasons }),
  })
  insertDisclosureEvent(work, {
    disclosure_id: id,
    id: eventId,
    kind: 'not-shared',
    by_person: actor.personId ?? null,
    key: sentWith ?? null,
    content: key.seal(places.event(eventId), { text: reasons }),
  })
  const facts = words.draft.refs.length
  const to = (row.to_id && (await findParty(work, row.to_id))?.name) || ''
  const event = {
    what: 'not-shared',
    disclosureId: id,
    to,
    facts,
    words: reasons,
    language,
  } as const
  await file.note(event)
  work.audit({ act: 'sharing.not-share', subject: id })
}
