import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { waveIn } from './get-wave.ts'
import { findPublished, listPublished } from './published-store.ts'
import { readResults } from './read-results.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { ToldResults } from './told-results.ts'
import { updateWave } from './wave-store.ts'

type Publishing = {
  /** the wave that it is compared with */
  readonly before?: string | undefined
  /** words that nobody sorted may stay out of it for ever */
  readonly leaveUnsorted?: boolean
}

/**
 * Puts the results of a wave before everybody, once: what was told is kept as it was told, so that asking again never
 * gives another number beside it. Words cannot be sorted afterwards, so nothing is published while some are not, unless
 * whoever publishes says that they stay out.
 */
export async function publishResults(
  work: Work,
  desk: SurveyDesk,
  id: string,
  { before, leaveUnsorted = false }: Publishing = {},
): Promise<'published' | 'words-unsorted'> {
  researcher(work)
  const { published_on } = await waveIn(work, id, 'counted')
  if (published_on !== null) return refuse('conflict', 'published-already')
  const { told, unsorted } = await readResults(work, desk, id, before)
  if (unsorted.size > 0 && !leaveUnsorted) return 'words-unsorted'
  await updateWave(work, id, {
    published_on: dutchDay(work.now),
    published: JSON.stringify(told),
  })
  work.audit({ act: 'survey.publish', subject: id })
  return 'published'
}

export type PublishedSurvey = {
  readonly id: string
  readonly title: string
  readonly organisation: string
  /** ISO date */
  readonly publishedOn: string
}

/** More than anybody reads in one list. */
const most = 100

/** What was published, newest first. For nobody in particular: it is public. */
export const readPublished = (work: Work): Promise<readonly PublishedSurvey[]> =>
  listPublished(work, most)

export async function readPublishedResults(
  work: Work,
  id: string,
): Promise<PublishedSurvey & { readonly told: ToldResults }> {
  const found = (await findPublished(work, id)) ?? refuse('not-found', 'no-such-page')
  return { ...found, told: ToldResults.parse(found.published) }
}
