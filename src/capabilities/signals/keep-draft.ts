import type { PersonActor } from '#platform/actor.ts'
import { sealJson } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import { openRecord, openRecordKey, sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayRecord } from './access.ts'
import { type Draft, emptyDraft } from './draft.ts'
import {
  deleteDraft,
  findDraftByKey,
  findDraftRow,
  insertDraft,
  leaveDraft,
  listDraftRows,
} from './draft-store.ts'
import type { Recording } from './recording.ts'
import { draftContext } from './signal-words.ts'

/** Whoever may record keeps drafts; a draft is its writer's alone. */
export function writer(work: Work): PersonActor {
  return mayRecord(work.actor) ? work.actor : refuse('not-allowed', 'cannot-record-signals')
}

/** The same form sent again is answered with the same draft, and only changes what it says now. */
export async function startDraft(
  work: Work,
  recording: Recording,
  change: Partial<Draft>,
  key?: string,
): Promise<string> {
  const { personId } = writer(work)
  const id = newId()
  const draft = { ...emptyDraft, ...change }
  const organisationKey = await recording.keyring.keyOf(work)
  const { wrappedKey, sealed } = sealRecord(organisationKey, draftContext(work, id), draft)
  if (await insertDraft(work, personId, { id, content_key: wrappedKey, content: sealed, key })) {
    work.audit({ act: 'signal.draft-start', subject: id })
    return id
  }
  const begun = key && (await findDraftByKey(work, personId, key))
  // Recorded or discarded in the very moment between: then there is nothing to go on with.
  if (!begun) return refuse('conflict', 'draft-gone')
  await keepDraft(work, recording, begun.id, change)
  return begun.id
}

/**
 * Adds what was typed to the draft. Fields that are not named stay as they were. `onlyNewer`: what a
 * page sends by itself while somebody types may be overtaken on its way, and then changes nothing.
 */
export async function keepDraft(
  work: Work,
  { keyring }: Recording,
  id: string,
  change: Partial<Draft>,
  { onlyNewer = false } = {},
): Promise<Draft> {
  const row =
    (await findDraftRow(work, writer(work).personId, id, true)) ??
    refuse('not-found', 'no-such-draft')
  const organisationKey = await keyring.keyOf(work)
  const context = draftContext(work, id)
  const before = openRecord<Draft>(organisationKey, context, row.content_key, row.content)
  const [last, sent] = [before.turn, change.turn]
  const overtaken = last && sent && last.window === sent.window && sent.save <= last.save
  if (onlyNewer && overtaken) {
    work.audit({ act: 'signal.draft-keep-late', subject: id })
    return before
  }
  const draft = { ...before, ...change }
  const key = openRecordKey(organisationKey, context, row.content_key)
  leaveDraft(work, id, sealJson(key, draft, context))
  work.audit({ act: 'signal.draft-keep', subject: id })
  return draft
}

export async function readDraft(work: Work, { keyring }: Recording, id: string): Promise<Draft> {
  const row =
    (await findDraftRow(work, writer(work).personId, id)) ?? refuse('not-found', 'no-such-draft')
  const key = await keyring.keyOf(work)
  work.audit({ act: 'signal.draft-read', subject: id })
  return openRecord<Draft>(key, draftContext(work, id), row.content_key, row.content)
}

export async function discardDraft(work: Work, id: string): Promise<void> {
  if (!(await deleteDraft(work, writer(work).personId, id))) refuse('not-found', 'no-such-draft')
  work.audit({ act: 'signal.draft-discard', subject: id })
}

export type DraftLine = { id: string; savedAt: string; subject: string }

export async function listDrafts(work: Work, { keyring }: Recording): Promise<DraftLine[]> {
  const rows = await listDraftRows(work, writer(work).personId)
  const key = await keyring.keyOf(work)
  work.audit({ act: 'signal.draft-list', details: { count: rows.length } })
  return rows.map((row) => ({
    id: row.id,
    savedAt: row.saved_at,
    subject: openRecord<Draft>(key, draftContext(work, row.id), row.content_key, row.content)
      .subject,
  }))
}
