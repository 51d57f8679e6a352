import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { TestHouse } from '#tests/a-house.ts'
import { aMatterId, aParliament, type Fault } from './a-parliament.ts'
import { aReadingMinistry, type ReadingMinistry } from './a-reading-ministry.ts'

const faults: readonly Fault[] = ['none', 'none', '503', 'broken', 'lost', 'slow-down']
const crashes = ['none', 'none', 'before', 'after'] as const
type Crash = (typeof crashes)[number]

/** What happens oftener stands there oftener. */
const acts = [
  ...(['page', 'page', 'page', 'page', 'publish', 'publish'] as const),
  ...(['remove', 'hide', 'wait', 'promise', 'break'] as const),
]
const anAct = fc.record({
  act: fc.constantFrom(...acts),
  which: fc.nat(9),
  fault: fc.constantFrom(...faults),
  crash: fc.constantFrom(...crashes),
})

/**
 * For tests: rows are published, changed, deleted and taken out of their dossier, answers fail and processes die in any
 * order, while pages are read. When all is quiet the ministry must have the rows that the House has.
 */
export async function readInAnyOrder(
  house: TestHouse,
  { runs, seed }: { runs: number; seed: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 5, maxLength: 25 }), async (order) => {
      const parliament = aParliament(house.clock, 2)
      const ids = Array.from({ length: 10 }, aMatterId)
      const ministry = await aReadingMinistry(house, parliament)
      for (const id of ids.slice(0, 6)) parliament.publish(id)
      // Longer ago than the overlap of two walks would mend.
      house.moveClock({ hours: 48 })
      await ministry.turn(true)
      for (const [at, { act, which, fault, crash }] of order.entries()) {
        const id = ids[which] ?? ''
        if (act === 'publish') parliament.publish(id, { Onderwerp: `Versie ${at}` })
        if (act === 'remove') parliament.remove(id)
        if (act === 'hide') parliament.hide(id)
        if (act === 'promise') parliament.promise(id, `verzonnen woord ${at}`)
        if (act === 'break') parliament.promise(id)
        if (act === 'wait') house.moveClock({ hours: 1 + 5 * which })
        if (act !== 'page') continue
        parliament.fail(fault)
        await readOnce(ministry, crash)
        house.moveClock({ minutes: 6 })
      }
      parliament.fail('none')
      // The walk that was under way, and one that begins when all is quiet.
      for (const hours of [25, 7]) {
        house.moveClock({ hours })
        await ministry.settles()
      }
      const hidden = new Set(order.flatMap(({ act, which }) => (act === 'hide' ? ids[which] : [])))
      const known = [...(await ministry.held())].filter(([id]) => !hidden.has(id))
      assert.deepEqual(new Map(known), parliament.subjects())
      assert.deepEqual(await ministry.held('commitments'), parliament.promises('verzonnen'))
      // What left its dossier without a word is noticed by a whole walk.
      house.moveClock({ hours: 7 * 24 + 1 })
      await ministry.settles()
      assert.deepEqual(await ministry.held(), parliament.subjects())
    }),
    { numRuns: runs, seed },
  )
}

/** One turn; a crash comes after the answer, before it is kept or after. */
async function readOnce(ministry: ReadingMinistry, crash: Crash): Promise<void> {
  if (crash === 'none') return void (await ministry.reads())
  let transactions = 0
  const dying = ministry.reads({
    async inTransaction(by, purpose, verb) {
      transactions += 1
      if (transactions === 2 && crash === 'before') throw new Error('gone')
      const result = await ministry.reading.inTransaction(by, purpose, verb)
      if (transactions === 2) throw new Error('gone')
      return result
    },
  })
  await dying.catch((error: Error) => assert.equal(error.message, 'gone'))
}
