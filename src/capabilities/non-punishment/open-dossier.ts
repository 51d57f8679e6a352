import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Sent } from './act-in-dossier.ts'
import type { DossierDesk } from './desk.ts'
import { newDossierKey, openDossierKey, places } from './dossier-key.ts'
import type { DossierWords } from './dossier-words.ts'
import { prosecutor } from './find-dossier.ts'
import { findDossierByKey, insertDossier, insertEvent, insertInCircle } from './store.ts'

/** A new dossier, handled by whoever opens it; answers its id. */
export async function openDossier(
  work: Work,
  { keyring }: Pick<DossierDesk, 'keyring'>,
  { words, key }: Sent & { readonly words: DossierWords },
): Promise<string> {
  const actor = prosecutor(work)
  if (words.name.trim() === '') refuse('invalid', 'name-missing')
  const id = newId()
  const contentKey = await newDossierKey(work, keyring, id)
  const seal = await openDossierKey(work, keyring, { id, content_key: contentKey })
  const isNew = await insertDossier(work, {
    id,
    handler_id: actor.personId,
    content_key: contentKey,
    content: seal.seal(places.head, words),
    key: key ?? null,
  })
  if (!isNew) {
    const before = key && (await findDossierByKey(work, actor.personId, key))
    if (!before) throw new Error('A dossier was refused that was not opened before.')
    work.audit({ act: 'dossier.open-again', subject: before.id })
    return before.id
  }
  await insertInCircle(work, {
    dossier_id: id,
    id: newId(),
    person_id: actor.personId,
    added_by: actor.personId,
  })
  await insertEvent(work, { dossier_id: id, id: newId(), kind: 'open' })
  work.audit({ act: 'dossier.open', subject: id })
  return id
}
