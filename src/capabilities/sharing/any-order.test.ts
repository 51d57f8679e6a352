import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { aBadWay } from './a-channel.ts'
import { differences } from './a-comparison.ts'
import { aDraft, aFile, aPair, deliver, receivedOf, secretWord } from './a-disclosure.ts'
import { aSharingHouse } from './a-sharing-house.ts'
import { recallDisclosure, replyToQuestion } from './after-delivery.ts'
import { answerReceived, takeReceived } from './answer-received.ts'
import { endInTime } from './end-in-time.ts'
import { readDisclosure } from './read-disclosure.ts'
import { readReceived } from './received.ts'

const here = aSharingHouse()
const { does, of } = here
const nl = 'nl' as const

const crashing = (at: number): TestHouse['inTransaction'] => {
  let turn = 0
  return async (...given) => {
    turn += 1
    const result = await here.house.inTransaction(...given)
    if (turn === at) throw new Error('crash')
    return result
  }
}

const step = fc.oneof(
  fc.record({ does: fc.constant('deliver' as const) }),
  fc.record({
    does: fc.constantFrom('accept', 'return', 'decline', 'reply', 'recall', 'take'),
    which: fc.nat(2),
    twice: fc.boolean(),
  }),
  fc.record({ does: fc.constant('carry' as const) }),
  fc.record({
    does: fc.constant('bad way' as const),
    how: fc.constantFrom(...Object.keys(aBadWay)),
  }),
  fc.record({ does: fc.constant('crash' as const), at: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    does: fc.constant('wait' as const),
    days: fc.constantFrom(1, 40, 95),
    end: fc.boolean(),
  }),
)

type Step = (typeof step)['generate'] extends (...args: never[]) => { value: infer S } ? S : never

test('in any order of delivering, answering, recalling, ending, crashing and retrying: once, agreeing in states and trails, and no word after the end', async () => {
  const cases = aDesk(here.house)
  const ends = (organisationId: string) =>
    here.house.inTransaction(
      { kind: 'system', name: 'retention', organisationId },
      'share',
      (work) => endInTime(work, here.house),
    )
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const own = await aPair(here.house, here.desk)
      const { sender, recipient, municipality, school, channel } = own
      const file = await aCase(here.house, cases, recipient)
      const from = await aFile(here.house, own)
      const ids: string[] = []
      const attempt = async (act: () => Promise<unknown>) => {
        try {
          await act()
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      for (const one of [{ does: 'deliver' }, { does: 'carry' }, ...steps] as Step[]) {
        if (one.does === 'deliver') {
          const { id } = await aDraft(here.house, here.desk, own, {}, from)
          await deliver(here.house, here.desk, sender, id)
          ids.push(id)
        } else if (one.does === 'carry') await channel.carry()
        else if (one.does === 'bad way') {
          const way = aBadWay[one.how]?.(channel.way)
          if (way) await channel.carry({ wayTo: () => way })
        } else if (one.does === 'crash') {
          for (const from of [school, municipality]) {
            await channel.carryFrom(from, { inTransaction: crashing(one.at) }).catch(() => {})
          }
        } else if (one.does === 'wait') {
          here.house.moveClock({ hours: 24 * one.days })
          if (one.end) for (const organisation of [school, municipality]) await ends(organisation)
        } else {
          const id = ids[one.which % Math.max(1, ids.length)]
          if (!id) continue
          const row = await receivedOf(here.house, municipality, id)
          const key = newId()
          const run = async () => {
            if (one.does === 'reply') {
              await does(sender, (work) =>
                replyToQuestion(work, here.desk, of(id), { words: secretWord, key }),
              )
            } else if (one.does === 'recall') {
              const recall = { because: 'mistake', words: secretWord, key } as const
              await does(sender, (work) => recallDisclosure(work, here.desk, of(id), recall))
            } else if (row && one.does === 'take') {
              const { body } = await does(recipient, (work) =>
                readReceived(work, here.desk, of(row.id)),
              )
              const itemId = body?.facts[0]?.id ?? newId()
              const taking = { itemId, file: { kind: 'case', id: file }, language: nl } as const
              await does(recipient, (work) => takeReceived(work, here.desk, row.id, taking))
            } else if (row) {
              const act = one.does as 'accept' | 'return' | 'decline'
              await does(recipient, (work) =>
                answerReceived(work, here.desk, row.id, { act, words: secretWord, key }),
              )
            }
          }
          await attempt(run)
          // The same form once more changes nothing.
          if (one.twice) await attempt(run)
        }
      }
      await channel.settle()
      for (const organisation of [school, municipality]) await ends(organisation)
      await channel.settle()
      const side = (organisation: string) => ({ house: here.house, organisation })
      assert.deepEqual(await differences(side(school), side(municipality)), [])
      for (const id of ids) {
        const { happenings } = await does(sender, (work) => readDisclosure(work, here.desk, of(id)))
        for (const { kind } of happenings) reached.add(kind)
        for (const kind of [
          'sent',
          'delivered',
          'accepted',
          'declined',
          'recalled',
          'ended',
        ] as const) {
          assert.ok(happenings.filter((one) => one.kind === kind).length <= 1, kind)
        }
      }
    }),
    { numRuns: 16, seed: 20261129, endOnFailure: true },
  )
  const all = ['delivered', 'accepted', 'returned', 'replied', 'declined', 'recalled', 'ended']
  assert.deepEqual(
    all.filter((kind) => !reached.has(kind)),
    [],
  )
})
