import type { PersonActor } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { sharingRoles } from './access.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import type { DisclosureRow } from './disclosure-store.ts'
import { findParty, listMembers } from './organisation-store.ts'
import type { FactSource, OpenedFile } from './shareable-fact.ts'

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
  const people = await peopleHere(work)
  const { sharers, heirs } = await sourceOf(desk, file_kind).keepers(work, file_id, people)
  const here = sharersOf(people, sharers)
  if (made_by && here.includes(made_by)) return [made_by]
  if (here.length > 0) return here
  const next = sharersOf(people, heirs)
  return next.length > 0 || !made_by ? next : [made_by]
}

/** Who works here now. */
export async function peopleHere(work: Work): Promise<readonly PersonActor[]> {
  const { organisationId } = work.actor
  const own = await findParty(work, organisationId)
  if (!own) return []
  const members = await listMembers(work)
  return members.map(({ person_id: personId, roles }) => ({
    ...{ kind: 'person', personId, organisationId, organisationKind: own.kind, roles },
  }))
}

const sharersOf = (people: readonly PersonActor[], ids: readonly string[]): string[] =>
  people
    .filter((one) => ids.includes(one.personId) && sharingRoles(one).length > 0)
    .map(({ personId }) => personId)

/**
 * This file, for who is at work; nothing for whoever may not share from it now, by the rule of the file itself, or has
 * nothing to do with such files at all.
 */
export async function openToShareFrom(
  work: Work,
  source: FactSource,
  fileId: string,
  lock = false,
): Promise<OpenedFile | undefined> {
  try {
    return await source.open(work, fileId, lock)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

export const mayShareFrom = async (
  work: Work,
  source: FactSource,
  fileId: string,
): Promise<boolean> => (await openToShareFrom(work, source, fileId)) !== undefined
