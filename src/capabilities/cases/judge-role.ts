import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { CaseRole, RoleWords } from './case-file.ts'
import { openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { findFor } from './find-case.ts'
import { updateCase } from './store.ts'
import { findRoleByKey, findRoleRow, insertRole, updateRole } from './store-roles.ts'
import { noteEvent, sentBefore } from './write-entry.ts'

export type RoleInput = {
  readonly role: CaseRole
  /** ISO dates */
  readonly fromOn: string
  readonly untilOn?: string | undefined
  readonly words: RoleWords
  readonly key?: string | undefined
}

/**
 * A person says in which role the young person stood, from when, on what, and what speaks against. One
 * more role never takes another away: several stand side by side (law 4 of the product).
 */
export async function judgeRole(
  work: Work,
  { keyring }: CaseDesk,
  caseId: string,
  { role, fromOn, untilOn, words, key }: RoleInput,
): Promise<string> {
  const { actor, row, head } = await findFor(work, caseId, 'write')
  if (!head.mayDecide) return refuse('not-allowed', 'may-not-decide')
  const before = key && (await findRoleByKey(work, caseId, key))
  if (before) {
    work.audit({ act: 'case.judge-role-again', subject: caseId })
    return before.id
  }
  const today = dutchDay(work.now)
  if (fromOn > today) return refuse('invalid', 'not-yet')
  if (untilOn && untilOn > today) return refuse('invalid', 'until-not-yet')
  if (untilOn && untilOn < fromOn) return refuse('invalid', 'ends-before-it-begins')
  if (words.source.trim() === '') return refuse('invalid', 'source-missing')
  if (words.evidence.trim() === '') return refuse('invalid', 'evidence-missing')
  if (words.against.trim() === '') return refuse('invalid', 'against-missing')
  const id = newId()
  const caseKey = await openCaseKey(work, keyring, row)
  await insertRole(work, {
    case_id: caseId,
    id,
    role,
    from_on: fromOn,
    until_on: untilOn ?? null,
    judged_by: actor.personId,
    key: key ?? null,
    content: caseKey.seal(places.role(id), words),
  })
  const at = { caseId, by: actor.personId, key: caseKey }
  await noteEvent(work, at, { event: 'role-judged', role })
  updateCase(work, caseId)
  work.audit({ act: 'case.judge-role', subject: caseId })
  return id
}

/** The role ended, or was judged wrongly: from when, and why. It stays to be read. */
export async function endRole(
  work: Work,
  { keyring }: CaseDesk,
  { caseId, id }: { caseId: string; id: string },
  { untilOn, reason, key: sentWith }: { untilOn: string; reason: string; key?: string | undefined },
): Promise<void> {
  if (await sentBefore(work, caseId, { act: 'case.end-role', key: sentWith })) return
  const { actor, row, head } = await findFor(work, caseId, 'write')
  if (!head.mayDecide) return refuse('not-allowed', 'may-not-decide')
  const found = (await findRoleRow(work, caseId, id)) ?? refuse('not-found', 'no-such-role')
  if (found.ended_at) return refuse('conflict', 'role-is-ended')
  if (reason.trim() === '') return refuse('invalid', 'reason-missing')
  if (untilOn > dutchDay(work.now)) return refuse('invalid', 'not-yet')
  if (untilOn < found.from_on) return refuse('invalid', 'ends-before-it-begins')
  const key = await openCaseKey(work, keyring, row)
  await updateRole(
    work,
    { caseId, id },
    {
      until_on: untilOn,
      ended_by: actor.personId,
      ended_at: work.now.toString(),
      end_words: key.seal(places.roleEnd(id), { text: reason }),
    },
  )
  const at = { caseId, by: actor.personId, key }
  await noteEvent(work, at, { event: 'role-ended', role: found.role, text: reason, key: sentWith })
  updateCase(work, caseId)
  work.audit({ act: 'case.end-role', subject: caseId })
}
