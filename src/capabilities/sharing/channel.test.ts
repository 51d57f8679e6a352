import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { CompiledQuery } from 'kysely'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aBadWay, aChannel, aWordHandler } from './a-channel.ts'
import { listOrganisationsWithMessages } from './channel-store.ts'
import { handlerFinder } from './message-handler.ts'
import type { Way } from './way.ts'

let house: TestHouse
let broken = false

before(async () => {
  house = await aHouse()
})
after(() => house.close())

const word = aWordHandler(() => broken)
const parties = () =>
  Promise.all([
    house.anOrganisation('secondary-school', 'School (verzonnen)'),
    house.anOrganisation('safe-home', 'Veilig Thuis (verzonnen)'),
    house.anOrganisation('police', 'Politie (verzonnen)'),
  ])

test('two handlers for one kind are a mistake that shows at the start', () => {
  assert.throws(() => handlerFinder([word, word]), /Two handlers/)
})

test('nothing is sent to the own organisation, or to one that nobody knows', async () => {
  const channel = aChannel(house, [word])
  const [school] = await parties()
  await assert.rejects(
    channel.send(school, school, { word: 'een' }),
    (error) => error instanceof Refusal && error.because === 'own-organisation',
  )
  await assert.rejects(channel.send(school, newId(), { word: 'een' }), /foreign key/)
})

test('what was not kept is not sent', async () => {
  const channel = aChannel(house, [word])
  const [school, home] = await parties()
  const actor = { kind: 'system', name: 'demo', organisationId: school } as const
  await assert.rejects(
    house.inTransaction(actor, 'share', async () => {
      await channel.send(school, home, { word: 'blijft' })
      throw new Error('undone')
    }),
    /undone/,
  )
  await channel.settle()
  assert.deepEqual(await wordsAt(home), ['blijft'])
})

test('a refused message is kept as refused by both, leaves nothing else, and holds up nothing', async () => {
  const channel = aChannel(house, [word])
  const [school, home] = await parties()
  await channel.send(school, home, { word: 'een' })
  await channel.send(school, home, { word: 'weiger-dit' })
  await channel.send(school, home, { other: 'shape' })
  await channel.send(school, home, { word: 'twee' }, 'sharing.unheard-of')
  await channel.send(school, home, { word: 'drie' })
  await channel.carry()
  assert.deepEqual(await wordsAt(home), ['een', 'drie'])
  const outcomes = ['', 'no-such-word', 'not-understood', 'unknown-kind', '']
  assert.deepEqual(await outcomesAt('outgoing_message', school, 'to_id', home), outcomes)
  assert.deepEqual(await outcomesAt('incoming_message', home, 'from_id', school), outcomes)
  assert.equal(await kept(school), 0)
})

test('a message on which the recipient stumbles waits with all after it, and is refused after three days', async () => {
  const channel = aChannel(house, [word])
  const [school, home, police] = await parties()
  broken = true
  await channel.send(school, home, { word: 'een' })
  await channel.send(school, home, { word: 'twee' })
  await channel.carry()
  assert.deepEqual(await wordsAt(home), [])
  assert.equal(channel.failures[0], 'stumbled over a word')
  await channel.send(school, police, { word: 'drie' }, 'sharing.unheard-of')
  await channel.carry()
  assert.deepEqual(await outcomesAt('outgoing_message', school, 'to_id', police), ['unknown-kind'])
  assert.equal(await kept(school), 2)
  broken = false
  house.moveClock({ minutes: 2 })
  await channel.carry()
  assert.deepEqual(await wordsAt(home), ['een', 'twee'])

  broken = true
  await channel.send(school, home, { word: 'drie' })
  await channel.carry()
  house.moveClock({ hours: 71 })
  await channel.carry()
  assert.equal(await kept(school), 1)
  house.moveClock({ hours: 2 })
  await channel.carry()
  broken = false
  assert.deepEqual((await outcomesAt('outgoing_message', school, 'to_id', home)).at(-1), 'stumbled')
  await channel.send(school, home, { word: 'vier' })
  await channel.settle()
  assert.deepEqual(await wordsAt(home), ['een', 'twee', 'vier'])
})

test('what a handler left and only fails on its way to the commit stops its own message, and none before it', async () => {
  const leaves = {
    ...word,
    receive: async (...[work, message]: Parameters<typeof word.receive>) => {
      await word.receive(work, message)
      if (message.body.word === 'kapot') work.leave(CompiledQuery.raw('select 1 / 0'))
    },
  }
  const channel = aChannel(house, [leaves])
  const [school, home] = await parties()
  for (const said of ['een', 'kapot', 'twee']) await channel.send(school, home, { word: said })
  await channel.carry()
  assert.deepEqual(await wordsAt(home), ['een'])
  assert.deepEqual(channel.failures, ['division by zero'])
  house.moveClock({ hours: 1 })
  await channel.carry()
  assert.deepEqual(await wordsAt(home), ['een'])
  assert.equal(await kept(school), 2)
})

test('the three days are counted from the first stumble: what could not come for a week is not refused at once', async () => {
  const channel = aChannel(house, [word])
  const [school, home] = await parties()
  const refusals = () => outcomesAt('incoming_message', home, 'from_id', school)
  await channel.send(school, home, { word: 'een' })
  await channel.send(school, home, { word: 'twee' })
  house.moveClock({ hours: 24 * 7 })
  broken = true
  await channel.carry()
  assert.deepEqual(await refusals(), [])
  house.moveClock({ hours: 71 })
  await channel.carry()
  assert.deepEqual(await refusals(), [])
  house.moveClock({ hours: 5 })
  await channel.carry()
  // The one behind it has days of its own.
  assert.deepEqual(await refusals(), ['stumbled'])
  house.moveClock({ hours: 5 })
  await channel.carry()
  assert.deepEqual(await refusals(), ['stumbled'])
  broken = false
  await channel.settle()
  assert.deepEqual(await wordsAt(home), ['twee'])
})

for (const code of ['40001', '40P01', '55P03']) {
  test(`a message that waited for somebody else is never refused for it: ${code}`, async () => {
    let waits = true
    const handler = aWordHandler(() => waits && Object.assign(new Error('waited'), { code }))
    const channel = aChannel(house, [handler])
    const [school, home] = await parties()
    await channel.send(school, home, { word: 'een' })
    for (let turn = 0; turn < 3; turn += 1) {
      await channel.carry()
      house.moveClock({ hours: 73 })
    }
    assert.deepEqual(await outcomesAt('incoming_message', home, 'from_id', school), [])
    waits = false
    await channel.settle()
    assert.deepEqual(await wordsAt(home), ['een'])
  })
}

test('what waited for somebody else has its three days whole when it stumbles afterwards', async () => {
  let code = '40P01'
  const handler = aWordHandler(() => code !== '' && Object.assign(new Error('no'), { code }))
  const channel = aChannel(house, [handler])
  const [school, home] = await parties()
  const refusals = () => outcomesAt('incoming_message', home, 'from_id', school)
  await channel.send(school, home, { word: 'een' })
  await channel.carry()
  house.moveClock({ hours: 96 })
  code = '23505'
  await channel.carry()
  house.moveClock({ hours: 71 })
  await channel.carry()
  assert.deepEqual(await refusals(), [])
  code = ''
  await channel.settle()
  assert.deepEqual(await wordsAt(home), ['een'])
})

test('what takes too long every time is refused a day later than a defect, and what is behind it goes on', async () => {
  let slow = true
  const handler = aWordHandler(() => slow && Object.assign(new Error('slow'), { code: '57014' }))
  const channel = aChannel(house, [handler])
  const [school, home] = await parties()
  const refusals = () => outcomesAt('incoming_message', home, 'from_id', school)
  await channel.send(school, home, { word: 'een' })
  await channel.send(school, home, { word: 'twee' })
  await channel.carry()
  house.moveClock({ hours: 80 })
  await channel.carry()
  assert.deepEqual(await refusals(), [])
  house.moveClock({ hours: 17 })
  await channel.carry()
  assert.deepEqual(await refusals(), ['stumbled'])
  slow = false
  await channel.settle()
  assert.deepEqual(await wordsAt(home), ['twee'])
})

test('half of a sign, in words or salt, is other than what was sent, and no defect', async () => {
  const channel = aChannel(house, [word])
  const [school, home] = await parties()
  const carried = {
    ...{ id: newId(), number: 1, kind: 'sharing.word', leftAt: house.clock().toString() },
    ...{ salt: 'zout', hash: 'f'.repeat(64), body: { word: 'een' } },
  }
  for (const change of [{ salt: '\ud800' }, { body: { word: '\ud800' } }]) {
    const messages = [{ ...carried, ...change }]
    const [receipt] = await channel.way.carry({ from: school, to: home, messages })
    assert.equal(receipt?.outcome === 'not-yet' && receipt.because, 'other-than-sent')
  }
})

test('a sender that lost what it sent before hears it; what was received then is not changed', async () => {
  const channel = aChannel(house, [word])
  const [school, home] = await parties()
  await channel.send(school, home, { word: 'een' })
  await channel.settle()
  await house.pool.query('delete from outgoing_message where organisation_id = $1', [school])
  await house.pool.query('delete from message_channel where organisation_id = $1', [school])
  await channel.send(school, home, { word: 'anders' })
  await channel.send(school, home, { word: 'nieuw' })
  await channel.settle()
  assert.deepEqual(await wordsAt(home), ['een', 'nieuw'])
  assert.deepEqual(await outcomesAt('outgoing_message', school, 'to_id', home), [
    'number-taken',
    '',
  ])
})

test('a carrier that found a channel empty, because somebody else was before it, goes again at once', async () => {
  const channel = aChannel(house, [word])
  const [school, home] = await parties()
  await channel.send(school, home, { word: 'een' })
  const hide = (by: number) =>
    house.pool.query(
      'update outgoing_message set number = number + $2 where organisation_id = $1',
      [school, by],
    )
  await hide(1_000)
  let turn = 0
  // It is there by the time that the carrier notes what became of its first look.
  const inTransaction: TestHouse['inTransaction'] = async (...asked) => {
    turn += 1
    if (turn === 3) await hide(-1_000)
    return house.inTransaction(...asked)
  }
  await channel.carry({ inTransaction })
  assert.deepEqual(await wordsAt(home), ['een'])

  // What is never there holds nobody in a circle: the second time it waits as after any try.
  await channel.send(school, home, { word: 'twee' })
  await hide(1_000)
  await channel.carry()
  await hide(-1_000)
  await channel.carry()
  assert.deepEqual(await wordsAt(home), ['een'])
  await channel.settle()
  assert.deepEqual(await wordsAt(home), ['een', 'twee'])
})

test('the door that tells where messages wait tells no more than that', async () => {
  const channel = aChannel(house, [word])
  const [school, home] = await parties()
  const nobody = '00000000-0000-0000-0000-000000000000'
  const waiting = () =>
    house.inTransaction(
      { kind: 'system', name: 'delivery', organisationId: nobody },
      'share',
      listOrganisationsWithMessages,
    )
  await channel.send(school, home, { word: 'een' })
  assert.deepEqual(await waiting(), [school])
  await channel.settle()
  assert.deepEqual(await waiting(), [])
})

/** A crash at one of the transactions of a carrier: before it, or after its commit and before its answer. */
const crashing = (at: number, late: boolean): TestHouse['inTransaction'] => {
  let turn = 0
  return async (actor, purpose, verb, requestId) => {
    turn += 1
    const ends = turn === at
    if (ends && !late) throw new Error('crash')
    const result = await house.inTransaction(actor, purpose, verb, requestId)
    if (ends) throw new Error('crash')
    return result
  }
}

const step = fc.oneof(
  fc.record({
    does: fc.constant('send' as const),
    who: fc.constantFrom([0, 1], [1, 0], [0, 2], [2, 1]),
    body: fc.constantFrom('woord', 'weiger', 'onleesbaar'),
    times: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ does: fc.constant('carry' as const), carriers: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    does: fc.constant('bad way' as const),
    how: fc.constantFrom(...Object.keys(aBadWay)),
  }),
  fc.record({
    does: fc.constant('crash' as const),
    at: fc.integer({ min: 1, max: 4 }),
    late: fc.boolean(),
  }),
  fc.record({ does: fc.constant('too slow' as const) }),
  fc.record({ does: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 11, 300) }),
  fc.record({ does: fc.constant('repair' as const), broken: fc.boolean() }),
)

test('in any order of sending, carrying, crashing, retrying and two carriers at once: once each, in order, and both trails agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
      const channel = aChannel(house, [word])
      const three = await parties()
      const sent: { from: string; to: string; word: string; body: string }[] = []
      for (const one of steps) {
        if (one.does === 'send') {
          const [from, to] = one.who.map((index) => three[index]) as [string, string]
          for (let turn = 0; turn < one.times; turn += 1) {
            const said = `${one.body}-${sent.length}`
            const body = one.body === 'onleesbaar' ? { anders: said } : { word: said }
            await channel.send(from, to, body)
            sent.push({ from, to, word: said, body: one.body })
          }
        }
        if (one.does === 'carry') {
          await Promise.all(Array.from({ length: one.carriers }, () => channel.carry()))
        }
        if (one.does === 'bad way') {
          const way = aBadWay[one.how]?.(channel.way)
          if (way) await channel.carry({ wayTo: () => way })
        }
        if (one.does === 'crash') {
          for (const from of three) {
            const inTransaction = crashing(one.at, one.late)
            await channel.carryFrom(from, { inTransaction }).catch(() => {})
          }
        }
        if (one.does === 'too slow') {
          // The hold runs out while it carries, and another carrier comes by.
          const carry: Way['carry'] = async (load) => {
            const receipts = await channel.way.carry(load)
            house.moveClock({ minutes: 11 })
            await channel.carry()
            return receipts
          }
          await channel.carry({ wayTo: () => ({ carry }) })
        }
        if (one.does === 'wait') house.moveClock({ minutes: one.minutes })
        if (one.does === 'repair') broken = one.broken
        for (const to of three) {
          const due = sent.filter((each) => each.to === to && each.body === 'woord')
          for (const from of three) {
            const arrived = (await wordsAt(to)).filter((said) =>
              due.some((each) => each.from === from && each.word === said),
            )
            const expected = due.filter((each) => each.from === from).map((each) => each.word)
            assert.deepEqual(arrived, expected.slice(0, arrived.length))
          }
        }
      }
      broken = false
      await channel.settle()
      for (const from of three) {
        for (const to of three) await agrees(from, to, sent)
        assert.equal(await kept(from), 0)
      }
    }),
    { numRuns: 60, seed: 20261129, endOnFailure: true },
  )
})

async function agrees(
  from: string,
  to: string,
  sent: readonly { from: string; to: string; word: string; body: string }[],
): Promise<void> {
  const mine = sent.filter((one) => one.from === from && one.to === to)
  const about = (acts: string[], other: 'from' | 'to', id: string, trail: Trail) =>
    trail
      .filter(({ act, details }) => acts.includes(act) && details[other] === id)
      .map(({ details, subject }) => `${details.number} ${subject} ${details.hash}`)
  const sender = await house.trailOf(from)
  const recipient = await house.trailOf(to)
  const left = about(['sharing.send'], 'to', to, sender)
  assert.equal(left.length, mine.length)
  const took = ['sharing.receive', 'sharing.receive-refused']
  assert.deepEqual(about(took, 'from', from, recipient), left)
  assert.deepEqual(about(['sharing.delivered', 'sharing.refused'], 'to', to, sender), left)
  const words = mine.filter(({ body }) => body === 'woord').map((one) => one.word)
  const own = new Set(words)
  assert.deepEqual(
    (await wordsAt(to)).filter((said) => own.has(said)),
    words,
  )
  const refused = mine.filter(({ body }) => body !== 'woord').length
  assert.equal(about(['sharing.receive-refused'], 'from', from, recipient).length, refused)
}

type Trail = Awaited<ReturnType<TestHouse['trailOf']>>

const wordsAt = async (organisation: string): Promise<string[]> =>
  (await house.trailOf(organisation))
    .filter(({ act }) => act === 'test.word')
    .map(({ details }) => String(details.word))

/** Messages of this organisation of which the words are still there. */
const kept = async (organisation: string): Promise<number> => {
  const { rows } = await house.pool.query(
    'select count(*)::int as n from outgoing_message where organisation_id = $1 and content is not null',
    [organisation],
  )
  return rows[0]?.n
}

const outcomesAt = async (
  table: 'outgoing_message' | 'incoming_message',
  organisation: string,
  other: 'to_id' | 'from_id',
  otherId: string,
): Promise<string[]> => {
  const { rows } = await house.pool.query(
    `select coalesce(refused_because, '') as because from ${table}
     where organisation_id = $1 and ${other} = $2 order by number`,
    [organisation, otherId],
  )
  return rows.map(({ because }) => because)
}
