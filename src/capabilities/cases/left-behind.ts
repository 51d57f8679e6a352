import type { Work } from '#platform/work.ts'
import { keepersIn, workersIn } from './access.ts'
import type { CaseDesk } from './desk.ts'
import { endPlacesOf } from './store-circle.ts'
import { type Leaving, listHangingOn, listTakers } from './store-lists.ts'
import { passTasksOf } from './store-tasks.ts'

/** Whoever keeps a role that follows up keeps the cases they coordinate. */
const keeps = (work: Work, { roles }: Leaving): boolean =>
  roles.some((role) => keepersIn(work).includes(role))

/** Those they coordinate, and those of a coordinator who is gone where they were the last who could go on. */
const listLeft = async (work: Work, { personId }: Leaving) =>
  (await listHangingOn(work, personId)).filter(
    ({ coordinated, others }) => coordinated || others.length === 0,
  )

/**
 * Open cases that others must take over when a colleague's access stops or their role goes. Only
 * numbers: whoever manages people reads no cases.
 */
export async function countCasesLeft(
  work: Work,
  leaving: Leaving,
): Promise<{ count: number; withNobody: number }> {
  if (keeps(work, leaving)) return { count: 0, withNobody: 0 }
  const left = await listLeft(work, leaving)
  const takers = left.length > 0 ? await listTakers(work, leaving.personId) : []
  const nobody = left.filter(({ others }) => others.length === 0 && takers.length === 0)
  return { count: left.length, withNobody: nobody.length }
}

/**
 * In the transaction that makes the colleague leave, before it does: tells those who can go on with the
 * cases, and ends the places of whoever no longer works with young people here (decision 99).
 */
export async function handOverCases(
  work: Work,
  desk: Pick<CaseDesk, 'tell'>,
  leaving: Leaving,
): Promise<void> {
  await tellWhoGoOn(work, desk, leaving)
  if (!staysAtWork(work, leaving)) await endPlaces(work, leaving)
}

const staysAtWork = (work: Work, { roles }: Leaving): boolean =>
  roles.some((role) => workersIn(work).includes(role))

/** Who works here again later begins with no case: whoever coordinates one lets them in anew, with why. */
async function endPlaces(work: Work, { personId }: Leaving): Promise<void> {
  if (work.actor.kind !== 'person') return
  const cases = await endPlacesOf(work, { personId, by: work.actor.personId })
  await passTasksOf(work, personId)
  for (const id of cases) {
    work.audit({ act: 'case.leave-circle', subject: id, details: { person: personId } })
  }
}

async function tellWhoGoOn(
  work: Work,
  { tell }: Pick<CaseDesk, 'tell'>,
  leaving: Leaving,
): Promise<void> {
  if (keeps(work, leaving)) return
  const left = await listLeft(work, leaving)
  if (left.length === 0) return
  const takers = await listTakers(work, leaving.personId)
  for (const { code, others } of left) {
    for (const to of others.length > 0 ? others : takers) {
      await tell(work, { to, template: 'case-left', reference: code })
    }
  }
}
