import { aQuestion } from '#capabilities/advice/an-advice.ts'
import { askAdvice } from '#capabilities/advice/ask-advice.ts'
import { closeAdvice } from '#capabilities/advice/close-advice.ts'
import { giveAdvice } from '#capabilities/advice/give-advice.ts'
import { takeUpAdvice } from '#capabilities/advice/take-up-advice.ts'
import type { Happening } from './a-world-between.ts'
import {
  answered,
  consulted,
  delivered,
  expertAsked,
  followedUp,
  taken,
} from './walk-deliveries.ts'
import { anybody, anyoneAt, language, somebodyElse } from './walk-sending.ts'
import { agreed, brought, convened, followed, seated, tableEnded } from './walk-tables.ts'

const adviceAsked: Happening = async (world) => {
  const by = anybody(world)
  const to = by && somebodyElse(world, by)
  if (!by || !to) return
  const own = world.cases.filter(({ organisation }) => organisation === by.organisationId)
  const caseId = world.chance.in100(50) ? world.chance.one(own)?.id : undefined
  const word = world.words.at('nowhere')
  const question = aQuestion({ situation: `Een leerling mist lessen, ${word}.` })
  const made = await world.attempt(by, (work) =>
    askAdvice(work, world.desks.advice, { to: to.id, words: question, seen: [], language, caseId }),
  )
  if (!made || !('id' in made)) return
  world.words.lies(word, `question:${made.id}`)
  world.questions.push({ organisation: by.organisationId, id: made.id })
}

const adviceMoved: Happening = async (world) => {
  const one = world.chance.one(world.questions)
  if (!one) return
  const { rows } = await world.house.pool.query(
    'select organisation_id as organisation from advice_question where id = $1 order by side desc',
    [one.id],
  )
  const { advice } = world.desks
  const there = world.chance.one(world.staffOf(rows[0]?.organisation))
  const text = `dat kan, ${world.words.at(`question:${one.id}`)}`
  await world.attempt(there, (work) => takeUpAdvice(work, advice, one.id))
  await world.attempt(there, (work) =>
    giveAdvice(work, advice, one.id, { act: 'answer', text, seen: [] }),
  )
  if (world.chance.in100(60)) return
  const outcome = `gedaan, ${world.words.at(`outcome:${one.id}:${one.organisation}`)}`
  await world.attempt(anyoneAt(world, one), (work) =>
    closeAdvice(work, advice, one.id, { outcome, told: '', seen: [], language }),
  )
}

const often = (happen: Happening, times: number): readonly Happening[] => Array(times).fill(happen)

/** What goes from one organisation to another. */
export const happenBetween: readonly Happening[] = [
  ...often(delivered, 10),
  ...often(expertAsked, 3),
  ...often(answered, 6),
  ...often(taken, 6),
  ...[followedUp, followedUp, consulted, consulted],
  ...often(convened, 3),
  ...often(seated, 6),
  ...often(brought, 5),
  ...[agreed, agreed, followed, followed, followed, tableEnded],
  ...[adviceAsked, adviceAsked, adviceMoved, adviceMoved],
]
