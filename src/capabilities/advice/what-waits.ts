import type { Waiting } from '#capabilities/sharing/index.ts'
import { dutchDayOf } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import { paths } from './paths.ts'
import { readAdvices } from './read-advice.ts'
import { t } from './words.ts'

/** What the other side waits for, or has answered: on each side what somebody here can go on with. */
const turns = {
  received: ['waiting', 'taken'],
  asked: ['asked-back', 'answered', 'ended', 'undelivered'],
} as const

/** Questions with which somebody here can go on, by the day on which they were asked. */
export async function adviceThatWaits(
  work: Work,
  desk: AdviceDesk,
  language: Language,
): Promise<readonly Waiting[]> {
  const words = t(language)
  const { lists } = await readAdvices(work, desk)
  return lists
    .flatMap(({ side, goingOn }) =>
      goingOn
        .filter(({ state }) => (turns[side] as readonly string[]).includes(state))
        .map(({ id, topic, state, otherName, askedAt }) => ({
          ...{ text: topic, path: paths.question(id), day: dutchDayOf(askedAt) },
          about: `${words.states[state]}, ${side === 'received' ? words.list.of(otherName) : words.list.to(otherName)}, ${words.list.since('').trim()}`,
        })),
    )
    .toSorted((one, next) => (one.day < next.day ? -1 : Number(one.day > next.day)))
}
