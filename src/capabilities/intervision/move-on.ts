import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Contribution } from './contribution.ts'
import type { IntervisionDesk } from './desk.ts'
import { type Explanations, type Move, move, placeOf, stageOf } from './intervision.ts'
import { leaveChanged, updateIntervision } from './store.ts'
import { listContributions } from './store-table.ts'
import { findAsFacilitator, sealerFor, type Table } from './table.ts'
import { cardContext } from './write-contribution.ts'

/**
 * Moves the table: begin, turn the cards, a step on, a step back. `from` is where the facilitator saw it
 * stand: of two clicks at once the second is told, and nobody skips a step.
 */
export async function moveOn(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  { act, from }: { act: Exclude<Move, 'end'>; from: string },
): Promise<void> {
  const table = await findAsFacilitator(work, desk, id)
  const { row, phases } = table
  // What was on paper is typed in, not held once more.
  if (row.on_paper) return refuse('conflict', 'not-possible-now')
  if (placeOf(row, phases) !== from) return refuse('conflict', 'moved-already')
  const moved = move(act, row, phases, await explanationsOf(work, desk, table))
  if (!moved.ok) {
    const kind = moved.because === 'not-possible-now' ? 'conflict' : 'invalid'
    return refuse(kind, moved.because)
  }
  const { state, phase, revealed } = moved.standing
  const newPhase = phase !== row.phase || state !== row.state
  await updateIntervision(work, id, {
    state,
    phase,
    revealed,
    ...(newPhase ? { phase_started_at: work.now.toString() } : {}),
  })
  leaveChanged(work, id)
  work.audit({
    act: `intervision.${act}`,
    subject: id,
    details: { phase: phases[phase]?.id ?? '' },
  })
}

/** Counts explanations that everybody can read. */
export async function explanationsOf(
  work: Work,
  desk: IntervisionDesk,
  { actor, row, phases }: Table,
): Promise<Explanations> {
  if (!phases.some(({ needs }) => needs)) return { all: 0, innocent: 0 }
  const turned = phases
    .filter((phase) => stageOf(phase, row.revealed) !== 'writing')
    .map((phase) => phase.id)
  const cards = (await listContributions(work, row.id, actor.personId, turned)).filter(
    (card) => card.kind === 'explanation' && turned.includes(card.phase),
  )
  const sealer = await sealerFor(work, desk, row)
  const opened = cards.flatMap(({ id, content }) =>
    content ? [sealer.open<Contribution>(cardContext(id), content)] : [],
  )
  return {
    all: opened.length,
    innocent: opened.filter((one) => one.kind === 'explanation' && one.innocent).length,
  }
}
