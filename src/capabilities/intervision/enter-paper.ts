import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type Decision, writeDecision } from './decide.ts'
import type { IntervisionDesk } from './desk.ts'
import { competes } from './intervision.ts'
import type { PaperCard } from './paper-form.ts'
import { leaveChanged, updateIntervision } from './store.ts'
import { insertContribution } from './store-table.ts'
import { findAsFacilitator, sealerFor } from './table.ts'
import { cardContext } from './write-contribution.ts'

type FromPaper = {
  readonly cards: readonly PaperCard[]
  readonly decision: Omit<Decision, 'from'>
}

/** Types in what stood on the sheet. The same rule holds as at a live table: no decision on one explanation. */
export async function enterPaper(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  { cards, decision }: FromPaper,
): Promise<void> {
  const { actor, row, phases } = await findAsFacilitator(work, desk, id)
  if (!row.on_paper) return refuse('not-found', 'no-such-intervision')
  if (row.state === 'ended') {
    // The same sheet sent twice: it is there already.
    work.audit({ act: 'intervision.paper-again', subject: id })
    return
  }
  const laid = cards.flatMap(({ contribution: one }) => (one.kind === 'explanation' ? [one] : []))
  const enough = competes({
    all: laid.length,
    innocent: laid.filter(({ innocent }) => innocent).length,
  })
  if (phases.some(({ needs }) => needs) && !enough) {
    return refuse('invalid', 'needs-competing-explanations')
  }
  const sealer = await sealerFor(work, desk, row)
  for (const { phase, contribution } of cards) {
    const card = newId()
    await insertContribution(work, {
      intervision_id: id,
      id: card,
      person_id: actor.personId,
      phase,
      kind: contribution.kind,
      late: false,
      key: newId(),
      content: sealer.seal(cardContext(card), contribution),
    })
  }
  await updateIntervision(work, id, { revealed: row.silent, phase: phases.length - 1 })
  await writeDecision(work, desk, id, decision)
  leaveChanged(work, id)
  work.audit({ act: 'intervision.paper', subject: id, details: { cards: cards.length } })
}
