import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Identity } from './case-file.ts'
import { openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import type { Edited } from './edit-entry.ts'
import { findFor } from './find-case.ts'
import { indexesFor, openIdentity, type ReadIdentity, rewriteIdentity } from './identity.ts'
import { tellOthers } from './same-person.ts'
import { updateCase } from './store.ts'
import { noteEvent } from './write-entry.ts'

const same = (one: Identity, other: Identity): boolean =>
  one.name === other.name &&
  one.group === other.group &&
  one.number === other.number &&
  one.born === other.born &&
  one.contacts === other.contacts

/** Corrects who the case is about. `version` is the one that this person read. */
export async function changeIdentity(
  work: Work,
  desk: CaseDesk,
  caseId: string,
  { identity, version }: ReadIdentity,
): Promise<Edited> {
  const { actor, row, head } = await findFor(work, caseId, 'write')
  if (!head.mayDecide) return refuse('not-allowed', 'may-not-decide')
  if (identity.name.trim() === '') return refuse('invalid', 'name-missing')
  const now = await openIdentity(work, desk, caseId)
  if (now.version !== version) {
    const again = same(now.identity, identity)
    work.audit({ act: again ? 'case.identity-again' : 'case.identity-overtaken', subject: caseId })
    return again ? { saved: true } : { saved: false, version: now.version }
  }
  await rewriteIdentity(work, desk, caseId, { identity, version: version + 1 })
  // Known by another name or number from now on: perhaps there is a file under it.
  if (now.identity.name !== identity.name || now.identity.number !== identity.number) {
    const indexes = await indexesFor(work, desk, identity)
    await tellOthers(work, desk, { id: caseId, actor, indexes })
  }
  const key = await openCaseKey(work, desk.keyring, row)
  await noteEvent(work, { caseId, by: actor.personId, key }, { event: 'identity-changed' })
  updateCase(work, caseId)
  work.audit({ act: 'case.change-identity', subject: caseId })
  return { saved: true }
}

/** What the file is to answer, sharpened. `version` is the one that this person read. */
export async function changeQuestion(
  work: Work,
  { keyring }: CaseDesk,
  caseId: string,
  { question, version }: { question: string; version: number },
): Promise<Edited> {
  const { actor, row, head } = await findFor(work, caseId, 'write')
  if (!head.mayDecide) return refuse('not-allowed', 'may-not-decide')
  const key = await openCaseKey(work, keyring, row)
  const now = key.open<{ question: string }>(places.question, row.content)
  if (row.version !== version) {
    const again = now.question === question
    work.audit({ act: again ? 'case.question-again' : 'case.question-overtaken', subject: caseId })
    return again ? { saved: true } : { saved: false, version: row.version }
  }
  // The old question stays on the line: it explains what was done under it.
  const at = { caseId, by: actor.personId, key }
  await noteEvent(work, at, { event: 'question-changed', text: now.question })
  updateCase(work, caseId, {
    content: key.seal(places.question, { question }),
    version: version + 1,
  })
  work.audit({ act: 'case.change-question', subject: caseId })
  return { saved: true }
}
