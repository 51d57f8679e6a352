import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { DossierDesk } from './desk.ts'
import { type DossierKey, openDossierKey, places } from './dossier-key.ts'
import type { EventWords } from './dossier-words.ts'
import type { EventKind } from './event-kinds.ts'
import { type FoundDossier, findDossier } from './find-dossier.ts'
import { type DossierAct, type Standing, step } from './non-punishment.ts'
import { insertEvent, isDoneBefore, updateDossier } from './store.ts'

/** What every form brings: its key, so that the same form sent twice is done once. */
export type Sent = { readonly key?: string | undefined }

export type InDossier = FoundDossier & { readonly seal: DossierKey }

/** What an act leaves in the history besides its kind. */
type Left = {
  readonly words?: EventWords
  readonly about?: string
  readonly aboutPerson?: string
  /** leads somewhere else than the step says, as when more is known than its state tells */
  readonly standing?: Standing
}

type Act = Sent & {
  readonly kind: EventKind
  /** the step that it takes on the way of the dossier; most acts take none */
  readonly step?: DossierAct
}

/**
 * Every act on a dossier goes through here: lock it, ask who and whether, then write the change, the state,
 * the history and the trail together. Answers false when the same form came twice, and nothing more was done.
 */
export async function actIn(
  work: Work,
  { keyring }: Pick<DossierDesk, 'keyring'>,
  id: string,
  { kind, key, step: act }: Act,
  change: (place: InDossier) => Promise<Left> | Left,
): Promise<boolean> {
  const found = await findDossier(work, id, true)
  const { actor, row, head } = found
  if (key && (await isDoneBefore(work, actor, { dossierId: id, kind, key }))) {
    work.audit({ act: `dossier.${kind}-again`, subject: id })
    return false
  }
  const next = act && step(act, head)
  if (next && !next.ok) refuse('conflict', next.because)
  const seal = await openDossierKey(work, keyring, row)
  const { words, about, aboutPerson, standing } = await change({ ...found, seal })
  const eventId = newId()
  const to = standing ?? (next?.ok ? next : undefined)
  await updateDossier(work, id, to ? { state: to.state, basis: to.basis ?? null } : {})
  await insertEvent(work, {
    dossier_id: id,
    id: eventId,
    kind,
    key: key ?? null,
    about: about ?? null,
    about_person: aboutPerson ?? null,
    content: words ? seal.seal(places.event(eventId), words) : null,
  })
  work.audit({ act: `dossier.${kind}`, subject: id, ...(about ? { details: { about } } : {}) })
  return true
}
