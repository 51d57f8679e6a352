import { dutchDayOf } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import { nextReceived, nextState } from './disclosure.ts'
import { paths } from './paths.ts'
import { readOwnDisclosures } from './read-disclosure.ts'
import { readReceivedList } from './received.ts'
import { t } from './words.ts'

/** One thing that waits for who reads: no word of what is in it. */
export type Waiting = {
  readonly text: string
  /** where it is, without the language */
  readonly path: string
  readonly about: string
  /** by which it is ordered, as an ISO date */
  readonly day: string
}

/** What was received and not answered, by its last day; and what came back with a question, by when it was begun. */
export async function deliveriesThatWait(
  work: Work,
  desk: Pick<SharingDesk, 'sources' | 'law'>,
  language: Language,
): Promise<readonly [received: readonly Waiting[], sent: readonly Waiting[]]> {
  const words = t(language).waits
  const { open } = await readReceivedList(work)
  const received = open
    .filter(({ state }) => nextReceived('accept', state))
    .map(({ id, reference, from, endOn }) => ({
      ...{ text: reference, path: paths.oneReceived(id), day: endOn },
      about: words.received(from),
    }))
  const sent = (await readOwnDisclosures(work, desk, language))
    .filter(({ state }) => state === 'draft' || nextState('reply', state))
    .map(({ id, reference, to, state, madeAt }) => ({
      ...{ text: reference, path: paths.one(id), day: dutchDayOf(madeAt) },
      about: state === 'draft' ? words.draft(to) : words.returned(to ?? ''),
    }))
  return [received, sent.toReversed()]
}
