import { dutchDay } from '#platform/dates.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { TrainingDesk } from './desk.ts'
import { findTerm } from './store.ts'
import { claimOutOfTerm, deleteNotesOfLeavers } from './team-store.ts'

const hour = 3_600
/** Readings per transaction, so that nobody waits for a large reminding. */
const portion = 500

type Parts = {
  readonly inTransaction: InTransaction
  readonly desk: Pick<TrainingDesk, 'practice' | 'tell'>
  readonly listOrganisations: () => Promise<readonly string[]>
}

/** Tells people, once, that it is time to read a story again; and forgets the notes of who left. */
export function practiceJob({ inTransaction, desk, listOrganisations }: Parts): Job {
  return {
    name: 'remind-to-practise',
    first: 90,
    every: hour,
    async run(stop) {
      for (const organisationId of await listOrganisations()) {
        let more = true
        while (more && !stop.aborted) {
          const actor = { kind: 'system', name: 'reminders', organisationId } as const
          more = await inTransaction(actor, 'train', (work) => remindToPractise(work, desk))
        }
      }
    },
  }
}

/** One mail to each, however many stories it is about. Answers whether there may be more. */
export async function remindToPractise(
  work: Work,
  { practice, tell }: Parts['desk'],
): Promise<boolean> {
  const months = (await findTerm(work)) ?? practice.refresh.months
  const due = await claimOutOfTerm(work, { months, today: dutchDay(work.now), most: portion })
  for (const to of new Set(due)) await tell(work, { to, template: 'training-due', reference: '' })
  if (due.length > 0) work.audit({ act: 'training.remind', details: { count: due.length } })
  const forgotten = await deleteNotesOfLeavers(work)
  if (forgotten > 0) work.audit({ act: 'training.forget-notes', details: { count: forgotten } })
  return due.length === portion
}
