import {
  type DeliveryAt,
  deliveriesAt,
  findParty,
  partyNames,
} from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayAdvise, mayAsk } from './access.ts'
import { type AdviceAct, type AdviceState, possible, type Side, stateOf } from './advice.ts'
import { openAdvice, type QuestionWords, type StepWords } from './advice-words.ts'
import type { AdviceDesk } from './desk.ts'
import { findOpenTo, listGoingOn, listOfCase, listOver, listSteps, standingOf } from './store.ts'
import type { QuestionRow } from './tables.ts'

/** One question as a list shows it: every field is named here, none comes along by accident. */
export type AdviceLine = {
  readonly id: string
  readonly code: string
  readonly side: Side
  readonly state: AdviceState
  readonly topic: string
  readonly otherName: string
  readonly askedAt: string
  readonly holderId: string | undefined
}

export type AdviceStepRead = {
  readonly act: AdviceAct
  readonly at: string
  /** of our own; otherwise it came from the other organisation */
  readonly by: string | undefined
  readonly words: StepWords
  readonly undelivered: string | undefined
}

export type ReadAdvice = AdviceLine & {
  readonly words: QuestionWords
  readonly caseId: string | undefined
  readonly askedBy: string | undefined
  readonly undelivered: string | undefined
  readonly steps: readonly AdviceStepRead[]
  readonly acts: readonly AdviceAct[]
  /** this person has it; whoever asked always does */
  readonly mine: boolean
  readonly names: ReadonlyMap<string, string>
  /** what we shared after it; the other does not learn that it followed this question */
  readonly shared: readonly DeliveryAt[]
  readonly reader: string
}

export async function readAdvice(work: Work, desk: AdviceDesk, id: string): Promise<ReadAdvice> {
  const row = (await findOpenTo(work, id)) ?? refuse('not-found', 'no-such-question')
  const opened = await openAdvice(work, desk, row)
  const steps = (await listSteps(work, id)).map((step) => ({
    act: step.act,
    at: step.at,
    by: step.by_person ?? undefined,
    words: opened.openStep(step),
    undelivered: step.undelivered_because ?? undefined,
  }))
  const people = [row.asked_by, row.holder_id, ...steps.map(({ by }) => by)]
  const names = await desk.namesOf(work, [
    ...new Set(people.filter((one) => typeof one === 'string')),
  ])
  const other = await findParty(work, row.other_id)
  const words = opened.openQuestion()
  work.audit({ act: 'advice.read', subject: id })
  const mine =
    row.side === 'asked' || (work.actor.kind === 'person' && row.holder_id === work.actor.personId)
  return {
    ...lineOf(row, words, other?.name ?? ''),
    words,
    caseId: row.case_id ?? undefined,
    askedBy: row.asked_by ?? undefined,
    undelivered: row.undelivered_because ?? undefined,
    steps,
    acts: possible(row.side, standingOf(row)),
    mine,
    names,
    shared: row.side === 'asked' ? await deliveriesAt(work, desk, { kind: 'advice', id }) : [],
    reader: work.actor.kind === 'person' ? work.actor.personId : '',
  }
}

export type AdviceList = {
  readonly side: Side
  readonly goingOn: readonly AdviceLine[]
  readonly over: readonly AdviceLine[]
}

/** Lines in one part of the list. */
const most = { goingOn: 300, over: 50 }

/** What was asked of us and what we asked, for who may see either. The longest waiting first. */
export async function readAdvices(
  work: Work,
  desk: AdviceDesk,
): Promise<{ lists: readonly AdviceList[]; names: ReadonlyMap<string, string> }> {
  const { actor } = work
  const sides: Side[] = [
    ...(mayAdvise(actor) ? (['received'] as const) : []),
    ...(mayAsk(actor) ? (['asked'] as const) : []),
  ]
  if (sides.length === 0) return refuse('not-allowed', 'no-advice-here')
  const lists: AdviceList[] = []
  for (const side of sides) {
    lists.push({
      side,
      goingOn: await linesOf(work, desk, await listGoingOn(work, side, most.goingOn)),
      over: await linesOf(work, desk, await listOver(work, side, most.over)),
    })
  }
  const lines = lists.flatMap(({ goingOn, over }) => [...goingOn, ...over])
  const holders = lines.flatMap(({ holderId }) => holderId ?? [])
  work.audit({ act: 'advice.list', details: { count: lines.length } })
  return { lists, names: await desk.namesOf(work, [...new Set(holders)]) }
}

/** What was asked about a case, within the act of reading it, which is in the trail. */
export const adviceOfCase = async (
  work: Work,
  desk: AdviceDesk,
  caseId: string,
): Promise<readonly AdviceLine[]> => linesOf(work, desk, await listOfCase(work, caseId))

async function linesOf(
  work: Work,
  desk: AdviceDesk,
  rows: readonly QuestionRow[],
): Promise<AdviceLine[]> {
  const others = await partyNames(
    work,
    rows.map(({ other_id }) => other_id),
  )
  const lines: AdviceLine[] = []
  for (const row of rows) {
    const words = (await openAdvice(work, desk, row)).openQuestion()
    lines.push(lineOf(row, words, others.get(row.other_id) ?? ''))
  }
  return lines
}

const lineOf = (row: QuestionRow, { topic }: QuestionWords, otherName: string): AdviceLine => ({
  id: row.id,
  code: row.code,
  side: row.side,
  state: stateOf(standingOf(row), row.undelivered_because !== null),
  topic,
  otherName,
  askedAt: row.asked_at,
  holderId: row.holder_id ?? undefined,
})
