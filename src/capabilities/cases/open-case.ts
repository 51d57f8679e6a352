import { sealJson } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import { sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayOpenCase } from './access.ts'
import type { Identity } from './case-file.ts'
import { caseContext, openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { indexesFor, writeIdentity } from './identity.ts'
import { listOwnSame, tellOthers } from './same-person.ts'
import { findCaseByKey, insertCase } from './store.ts'
import { insertCircleRow } from './store-circle.ts'
import { noteEvent } from './write-entry.ts'

export type NewCaseInput = {
  readonly identity: Identity
  /** what the file is to answer, in one sentence */
  readonly question: string
  /** of the form, so that sending it twice opens one case */
  readonly key?: string | undefined
  /** this person knows of the open cases in their own circle that may be about the same young person */
  readonly knowing?: boolean
}

/** Opens the file on a young person; whoever opens it coordinates it and is the first of its circle. */
export async function openCase(
  work: Work,
  desk: CaseDesk,
  { identity, question, key, knowing = false }: NewCaseInput,
): Promise<string> {
  const { actor } = work
  if (!mayOpenCase(actor)) return refuse('not-allowed', 'may-not-open-a-case')
  if (identity.name.trim() === '') return refuse('invalid', 'name-missing')
  const by = actor.personId
  const before = key && (await findCaseByKey(work, by, key))
  if (before) return openedBefore(work, before.id)
  const indexes = await indexesFor(work, desk, identity)
  if (!knowing && (await listOwnSame(work, actor, { indexes, key })).length > 0) {
    return refuse('invalid', 'own-case-there')
  }
  const id = newId()
  const context = caseContext(work, id)
  const record = sealRecord(await desk.keyring.keyOf(work), context, null)
  const code = await insertCase(work, {
    id,
    coordinator_id: by,
    content_key: record.wrappedKey,
    content: sealJson(record.key, { question }, `${context}:${places.question}`),
    key: key ?? null,
  })
  // Sent twice in one moment: the other was first.
  if (code === undefined) {
    const first = (await findCaseByKey(work, by, key ?? '')) ?? refuse('conflict', 'case-is-open')
    return openedBefore(work, first.id)
  }
  const caseKey = await openCaseKey(work, desk.keyring, { id, content_key: record.wrappedKey })
  const circleId = newId()
  await insertCircleRow(work, {
    case_id: id,
    id: circleId,
    person_id: by,
    added_by: by,
    until_at: null,
    reason: caseKey.seal(places.circle(circleId), { text: '' }),
  })
  await noteEvent(work, { caseId: id, by, key: caseKey }, { event: 'opened' })
  await writeIdentity(work, desk, id, identity)
  await tellOthers(work, desk, { id, actor, indexes })
  work.audit({ act: 'case.open', subject: id })
  return id
}

function openedBefore(work: Work, id: string): string {
  work.audit({ act: 'case.open-again', subject: id })
  return id
}
