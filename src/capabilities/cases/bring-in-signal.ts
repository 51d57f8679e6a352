import { type BroughtSignal, bringIntoCase } from '#capabilities/signals/index.ts'
import { dutchDayOf } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import type { EntryWords } from './entry.ts'
import { findFor } from './find-case.ts'
import { updateCase } from './store.ts'
import { hasSignal, insertEntry } from './store-entries.ts'

/**
 * A person brings a signal that they follow up into a case: its words are copied into the file, so that the
 * circle can read them and they are erased with it. Nothing is ever brought in by itself.
 */
export async function bringInSignal(
  work: Work,
  desk: CaseDesk,
  caseId: string,
  signalId: string,
): Promise<void> {
  const { actor, row, head } = await findFor(work, caseId, 'write')
  if (!head.mayDecide) return refuse('not-allowed', 'may-not-decide')
  if (await hasSignal(work, caseId, signalId)) {
    work.audit({ act: 'case.bring-in-signal-again', subject: caseId })
    return
  }
  const signal = await bringIntoCase(work, desk.recording, signalId)
  const id = newId()
  const key = await openCaseKey(work, desk.keyring, row)
  const names = await desk.namesOf(work, [signal.reportedBy])
  insertEntry(
    work,
    {
      case_id: caseId,
      id,
      kind: 'signal',
      on_line: signal.noticedOn ?? dutchDayOf(signal.recordedAt),
      happened_on: signal.noticedOn ?? null,
      written_by: actor.personId,
      origin: signal.origin,
      signal_id: signalId,
    },
    key.seal(places.entry(id, 1), wordsFrom(signal, names.get(signal.reportedBy) ?? '')),
  )
  updateCase(work, caseId)
  work.audit({ act: 'case.bring-in-signal', subject: caseId, details: { signal: signalId } })
}

/** The source of a signal is who recorded it, and from whom they heard it. */
const wordsFrom = (signal: BroughtSignal, reporter: string): EntryWords['signal'] => ({
  reference: signal.reference,
  text: signal.narrative,
  source: [reporter, signal.heardFrom].filter((one) => one !== '').join(', '),
  moment: signal.moment,
  innocent: signal.innocent,
  observed: signal.observed,
})
