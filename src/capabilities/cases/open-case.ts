import { sealJson } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import { sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayOpenCase } from './access.ts'
import type { Identity } from './case-file.ts'
import { caseContext, openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { type IdentityIndexes, writeIdentity } from './identity.ts'
import { findCaseByKey, insertCase, listSamePerson } from './store.ts'
import { insertCircleRow } from './store-circle.ts'
import { noteEvent } from './write-entry.ts'

export type NewCaseInput = {
  readonly identity: Identity
  /** what the file is to answer, in one sentence */
  readonly question: string
  /** of the form, so that sending it twice opens one case */
  readonly key?: string | undefined
}

/** Opens the file on a young person; whoever opens it coordinates it and is the first of its circle. */
export async function openCase(
  work: Work,
  desk: CaseDesk,
  { identity, question, key }: NewCaseInput,
): Promise<string> {
  const { actor } = work
  if (!mayOpenCase(actor)) return refuse('not-allowed', 'may-not-open-a-case')
  if (identity.name.trim() === '') return refuse('invalid', 'name-missing')
  const id = newId()
  const context = caseContext(work, id)
  const record = sealRecord(await desk.keyring.keyOf(work), context, null)
  const by = actor.personId
  const code = await insertCase(work, {
    id,
    coordinator_id: by,
    content_key: record.wrappedKey,
    content: sealJson(record.key, { question }, `${context}:${places.question}`),
    key: key ?? null,
  })
  if (code === undefined) return openedBefore(work, by, key ?? '')
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
  const indexes = await writeIdentity(work, desk, id, identity)
  await tellOthers(work, desk, { id, by, indexes })
  work.audit({ act: 'case.open', subject: id })
  return id
}

async function openedBefore(work: Work, by: string, key: string): Promise<string> {
  const found = (await findCaseByKey(work, by, key)) ?? refuse('conflict', 'case-is-open')
  work.audit({ act: 'case.open-again', subject: found.id })
  return found.id
}

/**
 * Whoever coordinates another open file that may be on the same young person hears so, with the name of
 * who opened this one; who opens this one learns nothing of a file that is not theirs to see (decision 90).
 */
async function tellOthers(
  work: Work,
  desk: CaseDesk,
  { id, by, indexes }: { id: string; by: string; indexes: IdentityIndexes },
): Promise<void> {
  for (const other of await listSamePerson(work, { id, ...indexes })) {
    if (other.coordinator_id === by) continue
    const key = await openCaseKey(work, desk.keyring, other)
    await noteEvent(work, { caseId: other.id, by, key }, { event: 'same-person', aboutPerson: by })
    const { coordinator_id: to, code: reference } = other
    await desk.tell(work, { to, template: 'case-same-person', reference })
  }
}
