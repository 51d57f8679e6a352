import type { PersonActor } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { sharingRoles } from './access.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import type { DisclosureRow } from './disclosure-store.ts'
import { findParty, listMembers } from './organisation-store.ts'
import type { FactSource } from './shareable-fact.ts'

type About = Pick<DisclosureRow, 'file_kind' | 'file_id' | 'made_by'>

/**
 * Who hears what becomes of a disclosure: whoever made it, for as long as they may share from its file. After that
 * everybody who may now; when nobody may, whoever may take the file over. Each by the rule of the file itself.
 */
export async function keepersOf(
  work: Work,
  desk: Pick<SharingDesk, 'sources'>,
  { file_kind, file_id, made_by }: About,
): Promise<readonly string[]> {
  const source = sourceOf(desk, file_kind)
  const people = await sharersHere(work)
  const maker = people.find(({ personId }) => personId === made_by)
  if (made_by && maker && (await maySharePresently(work, source, file_id, maker))) return [made_by]
  const now: string[] = []
  for (const person of people) {
    if (await maySharePresently(work, source, file_id, person)) now.push(person.personId)
  }
  if (now.length > 0) return now
  const heirs: string[] = []
  for (const person of people) {
    const may = await source.mayTakeOver?.(asPerson(work, person), file_id)
    if (may) heirs.push(person.personId)
  }
  return heirs.length > 0 || !made_by ? heirs : [made_by]
}

async function sharersHere(work: Work): Promise<readonly PersonActor[]> {
  const { organisationId } = work.actor
  const own = await findParty(work, organisationId)
  if (!own) return []
  const members = await listMembers(work)
  return members
    .map(
      ({ person_id: personId, roles }): PersonActor => ({
        ...{ kind: 'person', personId, organisationId, organisationKind: own.kind, roles },
      }),
    )
    .filter((person) => sharingRoles(person).length > 0)
}

const maySharePresently = (
  work: Work,
  source: FactSource,
  fileId: string,
  person: PersonActor,
): Promise<boolean> => mayShareFrom(asPerson(work, person), source, fileId)

/** Whether who is at work may share from this file now: by the rule of the file itself. */
export async function mayShareFrom(
  work: Work,
  source: FactSource,
  fileId: string,
): Promise<boolean> {
  try {
    await source.title({ ...work, audit: () => {} }, fileId, 'nl')
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Only to ask what somebody may: nothing is done in their name, and nothing is said of it in the trail. */
const asPerson = (work: Work, actor: PersonActor): Work => ({ ...work, actor, audit: () => {} })
