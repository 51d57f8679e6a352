import { listPeopleNow } from '#capabilities/cases/index.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import type { ReceivedRow } from './received-store.ts'

type Told = 'new-delivery' | 'delivery-answered' | 'delivery-recalled'

/** Who reads what was received: whoever holds the role; what is about an own case, of its circle only. */
export async function readersOf(
  work: Work,
  { colleagues }: Pick<SharingDesk, 'colleagues'>,
  { to_role, case_id }: Pick<ReceivedRow, 'to_role' | 'case_id'>,
): Promise<readonly string[]> {
  const people = (await colleagues(work, [to_role])).map(({ personId }) => personId)
  if (!case_id) return people
  const circle = await listPeopleNow(work, case_id)
  return people.filter((one) => circle.includes(one))
}

/** Everybody who reads it hears that there is something; never what. */
export async function tellRole(
  work: Work,
  desk: Pick<SharingDesk, 'colleagues' | 'tell'>,
  row: Pick<ReceivedRow, 'to_role' | 'reference' | 'case_id'>,
  template: Told,
): Promise<void> {
  await tellReaders(work, desk, { ...row, readers: await readersOf(work, desk, row) }, template)
}

/** The same, to whom was found to read it. */
export async function tellReaders(
  work: Work,
  desk: Pick<SharingDesk, 'tell'>,
  { reference, readers }: Pick<ReceivedRow, 'reference'> & { readonly readers: readonly string[] },
  template: Told,
): Promise<void> {
  for (const to of readers) await desk.tell(work, { to, template, reference })
}
