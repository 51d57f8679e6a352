import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roundMaker } from '#platform/round.ts'
import type { InTransaction, Work } from '#platform/work.ts'

/** A round over three organisations, of which `left` says how many portions each has. */
function aRound(left: Record<string, number>, portion?: (organisation: string) => void) {
  const done: string[] = []
  const failures: string[] = []
  const stopping = new AbortController()
  const inTransaction: InTransaction = (actor, _, verb) =>
    verb({ actor, stopping } as unknown as Work)
  const job = roundMaker({
    inTransaction,
    listOrganisations: async () => Object.keys(left),
    failed: (_, organisation, name) => void failures.push(`${name} ${organisation}`),
  })({
    name: 'sweep',
    first: 1,
    every: 1,
    by: 'retention',
    purpose: 'maintenance',
    async portion({ actor }) {
      portion?.(actor.organisationId)
      done.push(actor.organisationId)
      left[actor.organisationId] = (left[actor.organisationId] ?? 0) - 1
      return (left[actor.organisationId] ?? 0) > 0
    },
  })
  return { done, failures, stopping, run: () => job.run(stopping.signal) }
}

test('every organisation gets as many portions as it needs, one after the other', async () => {
  const { done, failures, run } = aRound({ a: 2, b: 1, c: 1 })
  await run()
  assert.deepEqual(done, ['a', 'a', 'b', 'c'])
  assert.deepEqual(failures, [])
})

test('what goes wrong at one organisation is told, and keeps no other waiting', async () => {
  const { done, failures, run } = aRound({ a: 1, b: 1, c: 1 }, (organisation) => {
    if (organisation === 'b') throw new Error('no room')
  })
  await run()
  assert.deepEqual(done, ['a', 'c'])
  assert.deepEqual(failures, ['sweep b'])
})

test('a round ends between two portions when the program stops', async () => {
  const { done, stopping, run } = aRound({ a: 3, b: 1 }, () => stopping.abort())
  await run()
  assert.deepEqual(done, ['a'])
})
