import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { rolesToLetIn } from './access.ts'
import type { ArrestDesk } from './desk.ts'
import { places } from './file-key.ts'
import { findFile, findToWrite, type Place } from './find-file.ts'
import { updateFile } from './store.ts'
import { endInCircle, findInCircle, insertInCircle, listCircleRows } from './store-circle.ts'

type Given = { readonly personId: string; readonly reason: string }

/** Lets a colleague see a file, with a reason. Only whom its kind of file is for. */
export async function letIn(
  work: Work,
  desk: ArrestDesk,
  place: Place,
  { personId, reason }: Given,
): Promise<void> {
  const { actor, row, key } = await findToWrite(work, desk, place)
  if (reason.trim() === '') refuse('invalid', 'reason-missing')
  const colleagues = await desk.colleagues(work, rolesToLetIn(place.kind))
  if (!colleagues.some((one) => one.personId === personId)) refuse('invalid', 'no-such-colleague')
  const details = { person: personId }
  if (await findInCircle(work, row.id, personId)) {
    work.audit({ act: `${place.kind}.let-in-again`, subject: row.id, details })
    return
  }
  const id = newId()
  const sealed = key.seal(places.circle(id), { text: reason })
  await insertInCircle(work, actor, { file_id: row.id, id, person_id: personId, reason: sealed })
  await updateFile(work, row.id)
  work.audit({ act: `${place.kind}.let-in`, subject: row.id, details })
}

/** Ends a colleague's access, with a reason. The last one stays: a file is never with nobody. */
export async function endAccess(
  work: Work,
  desk: ArrestDesk,
  place: Place,
  { personId, reason }: Given,
): Promise<void> {
  const { actor, row, key } = await findFile(work, desk, place, true)
  if (reason.trim() === '') refuse('invalid', 'reason-missing')
  const there = (await findInCircle(work, row.id, personId)) ?? refuse('conflict', 'not-let-in')
  const now = (await listCircleRows(work, row.id)).filter(({ ended_at }) => ended_at === null)
  if (now.length === 1) refuse('conflict', 'last-one')
  await endInCircle(work, actor, {
    fileId: row.id,
    id: there.id,
    reason: key.seal(places.circleEnd(there.id), { text: reason }),
  })
  await updateFile(work, row.id)
  work.audit({ act: `${place.kind}.end-access`, subject: row.id, details: { person: personId } })
}

/** Who can be let in to this file, in order of name, without who is in it. */
export async function listToLetIn(work: Work, desk: ArrestDesk, place: Place) {
  const { row } = await findFile(work, desk, place)
  const there = new Set(
    (await listCircleRows(work, row.id))
      .filter(({ ended_at }) => ended_at === null)
      .map(({ person_id }) => person_id),
  )
  const colleagues = await desk.colleagues(work, rolesToLetIn(place.kind))
  work.audit({ act: `${place.kind}.read-circle`, subject: row.id })
  return colleagues.filter(({ personId }) => !there.has(personId))
}
