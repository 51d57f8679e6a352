import { dutchDay } from '#platform/dates.ts'
import type { Round } from '#platform/round.ts'
import type { Work } from '#platform/work.ts'
import type { TrainingDesk } from './desk.ts'
import { findTerm } from './store.ts'
import { claimOutOfTerm, deleteNotesOfLeavers } from './team-store.ts'

const hour = 3_600
/** People per transaction, so that nobody waits for a large reminding. */
const portion = 500

type Desk = Pick<TrainingDesk, 'practice' | 'tell'>

/** Tells people, once, that it is time to read a story again; and forgets the notes of who left. */
export const practiceRound = (desk: Desk): Round => ({
  name: 'remind-to-practise',
  first: 90,
  every: hour,
  by: 'reminders',
  purpose: 'train',
  portion: (work) => remindToPractise(work, desk),
})

/** One mail to each, however many stories it is about. Answers whether there may be more. */
export async function remindToPractise(work: Work, { practice, tell }: Desk): Promise<boolean> {
  const months = (await findTerm(work)) ?? practice.refresh.months
  const due = await claimOutOfTerm(work, { months, today: dutchDay(work.now), most: portion })
  for (const to of due) await tell(work, { to, template: 'training-due', reference: '' })
  if (due.length > 0) work.audit({ act: 'training.remind', details: { count: due.length } })
  const forgotten = await deleteNotesOfLeavers(work)
  if (forgotten > 0) work.audit({ act: 'training.forget-notes', details: { count: forgotten } })
  return due.length === portion
}
