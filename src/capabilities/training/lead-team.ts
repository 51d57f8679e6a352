import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { leading } from './access.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { TrainingDesk } from './desk.ts'
import { mayInvite } from './invitation.ts'
import { findTerm } from './store.ts'
import type { Story } from './story.ts'
import {
  countPeople,
  countReaders,
  insertInvitation,
  listInvitedOn,
  listStillToRead,
  upsertTerm,
} from './team-store.ts'

type Reading = Pick<TrainingDesk, 'practice'>

export type Team = {
  readonly coverage: Coverage
  /** in months */
  readonly term: number
  /** by story: the last day on which people were invited, and whether they may be invited now */
  readonly invited: (story: string) => { readonly on: string | undefined; readonly may: boolean }
}

/** How far the team is, in numbers, for who leads it. */
export async function readTeam(work: Work, { practice }: Reading): Promise<Team> {
  leading(work)
  const today = dutchDay(work.now)
  const months = (await findTerm(work)) ?? practice.refresh.months
  const people = await countPeople(work)
  const counted = await countReaders(work, { months, today })
  const last = await listInvitedOn(work)
  work.audit({ act: 'training.read-team' })
  return {
    coverage: coverageOf(people, counted, practice.coverage.smallestTeam),
    term: months,
    invited: (story) => ({ on: last.get(story), may: mayInvite(last.get(story), today) }),
  }
}

/** Sets after how many months people read again; the form holds the bounds. */
export async function setTerm(work: Work, months: number): Promise<void> {
  await upsertTerm(work, leading(work), months)
  work.audit({ act: 'training.set-term', details: { months } })
}

/**
 * One mail to everybody who has not read this story within the term. Who that is stays with the post: the
 * page, the trail and the answer hold no name and no number.
 */
export async function inviteTeam(
  work: Work,
  { practice, tell }: Reading & Pick<TrainingDesk, 'tell'>,
  { id: story }: Story,
): Promise<void> {
  const actor = leading(work)
  const today = dutchDay(work.now)
  const last = (await listInvitedOn(work)).get(story)
  if (last === today) return work.audit({ act: 'training.invite-again' })
  if (!mayInvite(last, today)) refuse('conflict', 'invited-lately')
  if (!(await insertInvitation(work, actor, { story, today }))) {
    return work.audit({ act: 'training.invite-again' })
  }
  const months = (await findTerm(work)) ?? practice.refresh.months
  for (const to of await listStillToRead(work, story, { months, today })) {
    await tell(work, { to, template: 'training-invited', reference: '' })
  }
  work.audit({ act: 'training.invite', details: { story } })
}
