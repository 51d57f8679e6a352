import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type InDossier, type Sent } from './act-in-dossier.ts'
import type { DossierDesk } from './desk.ts'
import { endInCircle, insertInCircle, isProsecutorHere, updateDossier } from './store.ts'

type Change = Sent & { readonly personId: string; readonly because: string }

async function mustFit(work: Work, { head }: InDossier, { personId, because }: Change) {
  if (!head.mayArrange) refuse('not-allowed', 'only-the-handler')
  if (because.trim() === '') refuse('invalid', 'because-missing')
  if (!(await isProsecutorHere(work, personId))) refuse('invalid', 'no-such-colleague')
}

/** Lets a colleague of this office see the dossier, with a reason. */
export async function letIn(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  change: Change,
): Promise<void> {
  const { personId, because, key } = change
  await actIn(work, desk, dossierId, { kind: 'add-to-circle', key }, async (place) => {
    await mustFit(work, place, change)
    await insertInCircle(work, {
      dossier_id: dossierId,
      id: newId(),
      person_id: personId,
      added_by: place.actor.personId,
    })
    return { aboutPerson: personId, words: { text: because } }
  })
}

/** Ends what a colleague could see. Whoever handles it stays. */
export async function endAccess(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { personId, because, key }: Change,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'end-in-circle', key }, async ({ head, actor }) => {
    if (!head.mayArrange) refuse('not-allowed', 'only-the-handler')
    if (because.trim() === '') refuse('invalid', 'because-missing')
    if (personId === head.handlerId) refuse('conflict', 'handler-stays')
    await endInCircle(work, { dossierId, personId, by: actor.personId })
    return { aboutPerson: personId, words: { text: because } }
  })
}

/** Gives it to a colleague, or takes it over when whoever handled it is gone; the other stays in the circle. */
export async function handOver(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  change: Change,
): Promise<void> {
  const { personId, because, key } = change
  await actIn(work, desk, dossierId, { kind: 'hand-over', key }, async (place) => {
    await mustFit(work, place, change)
    if (personId === place.head.handlerId) refuse('invalid', 'no-such-colleague')
    await insertInCircle(work, {
      dossier_id: dossierId,
      id: newId(),
      person_id: personId,
      added_by: place.actor.personId,
    })
    await updateDossier(work, dossierId, { handler_id: personId })
    return { aboutPerson: personId, words: { text: because } }
  })
}
