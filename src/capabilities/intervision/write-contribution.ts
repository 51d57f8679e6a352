import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { accept, type Contribution, mayChange, mostPerPhase, sentKey } from './contribution.ts'
import type { IntervisionDesk } from './desk.ts'
import { stageOf } from './intervision.ts'
import { changeDrafts, draftName } from './keep-draft.ts'
import { leaveChanged } from './store.ts'
import {
  countOwn,
  findOwnContribution,
  findSent,
  insertContribution,
  updateContribution,
} from './store-table.ts'
import { findTable, sealerFor, type Table } from './table.ts'

export const cardContext = (card: string): string => `card:${card}`

/**
 * Lays down a card. In a silent phase nobody else notices: not even that there is one more. A card that
 * arrives after the turning is marked as later. The same words sent again with the same form lay down nothing
 * new, and are answered as the first whatever became of the table since; `key` is of the form.
 */
export async function addContribution(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  { phase, contribution, key }: { phase: string; contribution: Contribution; key: string },
): Promise<{ readonly late: boolean }> {
  const { actor, row, phases } = await findTable(work, desk, id, true)
  const sent = sentKey(key, contribution)
  const before = await findSent(work, id, actor.personId, sent)
  if (before) {
    work.audit({ act: 'intervision.write-again', subject: id })
    return before
  }
  const accepted = accept(phase, contribution.kind, phases, row)
  if (!accepted.ok) return refuse('conflict', accepted.because)
  onTheMap(desk, contribution)
  const sealer = await sealerFor(work, desk, row)
  if ((await countOwn(work, id, actor.personId, phase)) >= mostPerPhase) {
    return refuse('invalid', 'too-many-cards')
  }
  const card = newId()
  await insertContribution(work, {
    intervision_id: id,
    id: card,
    person_id: actor.personId,
    phase,
    kind: contribution.kind,
    late: accepted.late,
    key: sent,
    content: sealer.seal(cardContext(card), contribution),
  })
  await changeDrafts(work, sealer, id, actor.personId, {
    [draftName(phase, contribution.kind)]: undefined,
  })
  if (isOpen({ row, phases }, phase)) leaveChanged(work, id)
  work.audit({ act: 'intervision.write', subject: id })
  return { late: accepted.late }
}

/** Writes an own card anew, or takes it back (`undefined`), as long as it was not turned. */
export async function changeContribution(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  card: string,
  contribution: Contribution | undefined,
): Promise<void> {
  const { actor, row, phases } = await findTable(work, desk, id, true)
  const found = await findOwnContribution(work, id, actor.personId, card)
  if (!found) return refuse('not-found', 'no-such-card')
  const own = { phase: found.phase, personId: actor.personId }
  if (!mayChange(own, phases, row)) return refuse('conflict', 'cards-are-turned')
  // Taken back already: taking it back again changes nothing, and it does not come back either.
  if (found.content === null && contribution) return refuse('conflict', 'card-is-gone')
  if (contribution && contribution.kind !== found.kind) return refuse('invalid', 'other-kind')
  if (contribution) onTheMap(desk, contribution)
  const sealer = await sealerFor(work, desk, row)
  const content = contribution ? sealer.seal(cardContext(card), contribution) : null
  await updateContribution(work, id, card, content)
  work.audit({ act: contribution ? 'intervision.rewrite' : 'intervision.take-back', subject: id })
}

/** A cell that is not on the map can only come from a form that nobody was given. */
function onTheMap({ knowledge: { map } }: IntervisionDesk, card: Contribution): void {
  if (card.kind !== 'mark') return
  const known =
    map.domains.some(({ id }) => id === card.domain) &&
    map.lenses.some(({ id }) => id === card.lens)
  if (!known) refuse('invalid', 'choose-cell')
}

const isOpen = ({ row, phases }: Pick<Table, 'row' | 'phases'>, phaseId: string): boolean => {
  const phase = phases.find(({ id }) => id === phaseId)
  return phase !== undefined && stageOf(phase, row.revealed) !== 'writing'
}
