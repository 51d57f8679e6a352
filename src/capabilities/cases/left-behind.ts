import { followers } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { CaseDesk } from './desk.ts'
import { type Leaving, listCoordinated, listTakers } from './store-lists.ts'

/** Whoever keeps a role that follows up keeps the cases they coordinate. */
const keeps = ({ roles }: Leaving): boolean => roles.some((role) => followers.includes(role))

/**
 * Open cases that others must take over when a colleague's access stops or their role goes. Only
 * numbers: whoever manages people reads no cases.
 */
export async function countCasesLeft(
  work: Work,
  leaving: Leaving,
): Promise<{ count: number; withNobody: number }> {
  if (keeps(leaving)) return { count: 0, withNobody: 0 }
  const left = await listCoordinated(work, leaving.personId)
  const takers = left.length > 0 ? await listTakers(work, leaving.personId) : []
  const nobody = left.filter(({ others }) => others.length === 0 && takers.length === 0)
  return { count: left.length, withNobody: nobody.length }
}

/** Tells those who can go on with them. In the transaction that makes the colleague leave, before it does. */
export async function handOverCases(
  work: Work,
  { tell }: Pick<CaseDesk, 'tell'>,
  leaving: Leaving,
): Promise<void> {
  if (keeps(leaving)) return
  const left = await listCoordinated(work, leaving.personId)
  if (left.length === 0) return
  const takers = await listTakers(work, leaving.personId)
  for (const { code, others } of left) {
    for (const to of others.length > 0 ? others : takers) {
      await tell(work, { to, template: 'case-left', reference: code })
    }
  }
}
