import { dutchDay } from '#platform/dates.ts'
import type { Round } from '#platform/round.ts'
import type { Work } from '#platform/work.ts'
import type { CaseDesk } from './desk.ts'
import { claimDueTasks } from './store-tasks.ts'

const hour = 3_600
/** Tasks per transaction, so that nobody waits for a large reminding. */
const portion = 500

/**
 * Tells the owner of each task, once, that it is due today or should have been done; the coordinator when the
 * owner cannot see it any more. The message says that there is one, and of which case when it is one; whoever
 * has several gets one message.
 */
export const reminderRound = (tell: CaseDesk['tell']): Round => ({
  name: 'remind-owners',
  first: 60,
  every: hour,
  by: 'reminders',
  purpose: 'follow-up-cases',
  portion: (work) => remindOwners(work, tell),
})

/** Answers whether there may be more. */
export async function remindOwners(work: Work, tell: CaseDesk['tell']): Promise<boolean> {
  const due = await claimDueTasks(work, dutchDay(work.now), portion)
  for (const [to, tasks] of Map.groupBy(due, (task) => task.to)) {
    if (to === null) continue
    const codes = [...new Set(tasks.map(({ code }) => code))]
    const reference = codes.length === 1 ? (codes[0] ?? '') : ''
    await tell(work, { to, template: 'task-due', reference })
  }
  if (due.length > 0) work.audit({ act: 'case.remind', details: { count: due.length } })
  return due.length === portion
}
