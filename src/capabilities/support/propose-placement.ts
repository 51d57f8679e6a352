import { caseKey, findCase, writeEntry } from '#capabilities/cases/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import type { PlacementWords } from './placement.ts'
import { nameOfHelp, sealHappening, sealWords } from './placement-words.ts'
import { findProposedBefore, insertPlacement, insertPlacementEvent } from './placements-store.ts'
import { t } from './words.ts'

export type Proposal = {
  /** its id in the catalogue; without one it is help that the catalogue does not know */
  readonly intervention: string | undefined
  /** the published offer that was chosen */
  readonly offerId: string | undefined
  readonly words: PlacementWords
  readonly language: Language
  readonly key?: string | undefined
}

/**
 * Proposes help for the young person of a case; answers its id. A decision in the case, so for who may
 * decide there. Nothing reaches the provider.
 */
export async function proposePlacement(
  work: Work,
  { cases, catalogue }: SupportDesk,
  caseId: string,
  { intervention, offerId, words, language, key }: Proposal,
): Promise<string> {
  const head = await findCase(work, caseId, true)
  // findCase lets nobody through but a person.
  const actor = work.actor as PersonActor
  if (!head.mayDecide) refuse('not-allowed', 'may-not-decide')
  const before = key && (await findProposedBefore(work, actor, { caseId, key }))
  if (before) {
    work.audit({ act: 'placement.propose-again', subject: before })
    return before
  }
  if (intervention !== undefined && !catalogue.find(intervention)) refuse('invalid', 'choose-help')
  if (intervention === undefined && words.otherTitle.trim() === '')
    refuse('invalid', 'other-missing')
  const [id, eventId] = [newId(), newId()]
  const today = dutchDay(work.now)
  const caseKeyNow = await caseKey(work, cases.keyring, caseId)
  await insertPlacement(work, actor, {
    id,
    case_id: caseId,
    intervention: intervention ?? null,
    edition: catalogue.edition.id,
    offer_id: offerId ?? null,
    proposed_on: today,
    content: sealWords(caseKeyNow, id, words),
    key,
  })
  await insertPlacementEvent(work, actor, {
    placementId: id,
    id: eventId,
    kind: 'proposed',
    happenedOn: today,
    content: sealHappening(caseKeyNow, { id, eventId }, {}),
    key,
  })
  await writeEntry(work, cases, caseId, {
    kind: 'decision',
    text: t(language).entries.proposed(nameOfHelp(catalogue, language, { intervention }, words)),
    reasons: words.question,
    not: false,
    happenedOn: today,
    from: { capability: 'support', id },
  })
  work.audit({ act: 'placement.propose', subject: id })
  return id
}
