import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { practising } from './access.ts'
import type { TrainingDesk } from './desk.ts'
import { openReflections, type Reflection } from './reflections.ts'
import { type Standing, standingOf } from './refresh.ts'
import { findTerm, listOwnCompletions } from './store.ts'
import type { Story } from './story.ts'

export type OwnPractice = {
  /** in months */
  readonly term: number
  readonly stories: readonly {
    readonly story: Story
    readonly standing: Standing
    /** the edition it was read in last */
    readonly edition: string | undefined
  }[]
  readonly reflections: readonly Reflection[]
}

/** What somebody practised, when to read again, and their notes: only their own. */
export async function readOwnPractice(
  work: Work,
  desk: Pick<TrainingDesk, 'practice' | 'keyring'>,
): Promise<OwnPractice> {
  const actor = practising(work)
  const months = (await findTerm(work)) ?? desk.practice.refresh.months
  const last = new Map(
    (await listOwnCompletions(work, actor)).map((row) => [row.story, row] as const),
  )
  const reflections = await openReflections(work, desk)
  work.audit({ act: 'training.read-own' })
  return {
    term: months,
    stories: desk.practice.stories.map((story) => ({
      story,
      standing: standingOf(last.get(story.id)?.completed_on, { months, today: dutchDay(work.now) }),
      edition: last.get(story.id)?.edition,
    })),
    reflections,
  }
}
