import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import type { ReceivedRow } from './received-store.ts'

type Told = 'new-delivery' | 'delivery-answered' | 'delivery-recalled'

/** Everybody who holds the role hears that there is something; never what. */
export async function tellRole(
  work: Work,
  { colleagues, tell }: Pick<SharingDesk, 'colleagues' | 'tell'>,
  { to_role, reference }: Pick<ReceivedRow, 'to_role' | 'reference'>,
  template: Told,
): Promise<void> {
  for (const { personId: to } of await colleagues(work, [to_role])) {
    await tell(work, { to, template, reference })
  }
}
