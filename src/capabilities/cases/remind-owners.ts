import { dutchDay } from '#platform/dates.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { CaseDesk } from './desk.ts'
import { claimDueTasks } from './store-tasks.ts'

const hour = 3_600
/** Tasks per transaction, so that nobody waits for a large reminding. */
const portion = 500

type Parts = {
  readonly inTransaction: InTransaction
  readonly tell: CaseDesk['tell']
  readonly listOrganisations: () => Promise<readonly string[]>
}

/**
 * Tells the owner of each task, once, that it is due today or should have been done; the coordinator when the
 * owner cannot see it any more. The message says that there is one, and of which case when it is one; whoever
 * has several gets one message.
 */
export function reminderJob({ inTransaction, tell, listOrganisations }: Parts): Job {
  return {
    name: 'remind-owners',
    first: 60,
    every: hour,
    async run(stop) {
      for (const organisationId of await listOrganisations()) {
        let more = true
        while (more && !stop.aborted) {
          const actor = { kind: 'system', name: 'reminders', organisationId } as const
          more = await inTransaction(actor, 'follow-up-cases', (work) => remindOwners(work, tell))
        }
      }
    },
  }
}

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
