import { type SharingLine, type SharingQuestion, whyNotWords } from '#capabilities/law/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import type { SharingDesk } from './desk.ts'
import { type ReadDisclosure, readDisclosure } from './read-disclosure.ts'
import { closedBetween, roadsBetween } from './road.ts'

/** What somebody chooses a ground from: the roads to this recipient for this aim, or why there is none. */
export type BasisChoices = {
  readonly one: ReadDisclosure
  readonly roads: readonly SharingLine[]
  readonly chosen: SharingLine | undefined
  readonly questions: readonly SharingQuestion[]
  readonly closed: readonly string[]
  readonly others: readonly string[]
}

export async function readBasis(
  work: Work,
  desk: SharingDesk,
  { id, language }: { id: string; language: Language },
): Promise<BasisChoices> {
  const one = await readDisclosure(work, desk, { id, language })
  const none = { roads: [], chosen: undefined, questions: [], closed: [], others: [] }
  if (!one.to || !one.toRole || one.draft.aim === '') return { one, ...none }
  const between = {
    actor: sharingPerson(work),
    to: { kind: one.to.kind, role: one.toRole },
    aim: one.draft.aim,
    on: dutchDay(work.now),
  }
  const roads = roadsBetween(desk.law, between)
  if (roads.length === 0) {
    const answer = closedBetween(desk.law, between)
    const closed = answer.allowed
      ? []
      : answer.why
          .filter(({ code }) => code !== 'not-answered')
          .map((why) => whyNotWords(language, why))
    const others = answer.allowed ? [] : answer.roads.map(({ name }) => name[language])
    return { one, ...none, closed, others }
  }
  const chosen = roads.find((road) => road.id === one.draft.road)
  const questions = chosen ? desk.law.sharing.questionsOf(chosen) : []
  return { one, roads, chosen, questions, closed: [], others: [] }
}
