import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSchool } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aTable, aTableDesk, aThought, atTable } from './an-intervision.ts'
import type { IntervisionDesk } from './desk.ts'
import { type Live, openLive } from './live.ts'
import { openStreams } from './streams.ts'

let house: TestHouse
let desk: IntervisionDesk
let people: Awaited<ReturnType<typeof aSchool>>
const servers: Live[] = []

before(async () => {
  house = await aHouse()
  desk = aTableDesk(house)
  people = await aSchool(house)
})
after(async () => {
  for (const server of servers) await server.close()
  await house.close()
})

/** One server process, with its own connection to hear what others did. */
function aServer(stillSignedIn: (token: string) => Promise<boolean> = async () => true): Live {
  const { pool, inTransaction } = house
  const server = openLive({ pool, inTransaction, stillSignedIn, failed: () => {} })
  servers.push(server)
  return server
}

/** Reads a stream as a browser does, and waits for what must come. */
function reader(stream: ReadableStream<Uint8Array> | undefined) {
  assert.ok(stream)
  const lines = (stream as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream())
    .getReader()
  let heard = ''
  return {
    heard: () => heard,
    async until(wanted: RegExp): Promise<void> {
      while (!wanted.test(heard)) {
        const { done, value } = await lines.read()
        if (done) throw new Error(`The stream ended with: ${heard}`)
        heard += value
      }
    },
    leave: () => lines.cancel(),
  }
}

const follower = (who: PersonActor, intervisionId: string, token = 'a-token') => ({
  organisationId: who.organisationId,
  personId: who.personId,
  intervisionId,
  token,
})

test('what one server changed is heard on another, and the stream says a number and nothing else', async () => {
  const { careCoordinator, mentor } = people
  const table = atTable(house, desk)
  const id = await aTable(house, desk, [careCoordinator, mentor])
  const { revision } = await table.read(mentor, id)
  const [here, there] = [aServer(), aServer()].map((server) =>
    reader(server.follow(follower(mentor, id), revision)),
  )
  await table.move(careCoordinator, id, 'next')
  for (const one of [here, there]) {
    await one?.until(new RegExp(`data: ${revision + 1}\n`))
    assert.match(one?.heard() ?? '', /^(retry: \d+\n|event: changed\n|id: \d+\n|data: \d+\n|\n)+$/)
  }
})

test('a card in silence is not heard by anybody', async () => {
  const { careCoordinator, mentor } = people
  const table = atTable(house, desk)
  const id = await aTable(house, desk, [careCoordinator, mentor])
  await table.move(careCoordinator, id, 'next')
  const { revision } = await table.read(mentor, id)
  const one = reader(aServer().follow(follower(careCoordinator, id), revision))
  await table.write(mentor, id, 'viewpoints', aThought('Stil.'))
  await table.move(careCoordinator, id, 'reveal')
  await one.until(new RegExp(`data: ${revision + 1}\n`))
  assert.equal(one.heard().match(/event: changed/g)?.length, 2)
})

test('a change of another table, or of a table with the same number elsewhere, is not heard', async () => {
  const streams = openStreams()
  const one = reader(streams.follow(follower(people.mentor, 'een-tafel'), 1))
  streams.changed(people.mentor.organisationId, 'een-andere-tafel', 5)
  streams.changed(people.outsider.organisationId, 'een-tafel', 5)
  streams.close()
  await one.until(/event: bye/)
  assert.doesNotMatch(one.heard(), /data: 5/)
})

test('after the connection to the database broke, what was missed is made good', async () => {
  const { careCoordinator, mentor } = people
  const table = atTable(house, desk)
  const id = await aTable(house, desk, [careCoordinator, mentor])
  const { revision } = await table.read(mentor, id)
  const one = reader(aServer().follow(follower(mentor, id), revision))
  await one.until(/data: \d+\n/)
  await house.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where query ilike 'listen%' and pid <> pg_backend_pid()`,
  )
  await table.move(careCoordinator, id, 'next')
  await one.until(new RegExp(`data: ${revision + 1}\n`))
})

test('whoever signed out is told so, and hears nothing more', async () => {
  const streams = openStreams()
  const one = reader(streams.follow(follower(people.mentor, 'een-tafel', 'mine'), 1))
  const other = reader(streams.follow(follower(people.colleague, 'een-tafel', 'theirs'), 1))
  streams.endOf('mine')
  streams.changed(people.mentor.organisationId, 'een-tafel', 2)
  await one.until(/event: signed-out/)
  await assert.rejects(one.until(/data: 2\n/), /The stream ended/)
  await other.until(/data: 2\n/)
})

test('whoever is taken away hears so on every server process, and the others go on', async () => {
  const { careCoordinator, mentor, colleague } = people
  const table = atTable(house, desk)
  const id = await aTable(house, desk, [careCoordinator, mentor, colleague])
  const { revision } = await table.read(mentor, id)
  const servers = [aServer(), aServer()]
  const theirs = servers.map((server) => reader(server.follow(follower(mentor, id), revision)))
  const other = reader(servers[0]?.follow(follower(colleague, id), revision))
  for (const one of [...theirs, other]) await one.until(/data: \d+\n/)
  await table.takeAway(careCoordinator, id, mentor)
  for (const one of theirs) {
    await one.until(/event: gone/)
    await assert.rejects(one.until(/event: never/), /The stream ended/)
  }
  await other.until(new RegExp(`data: ${revision + 1}\n`))
  assert.doesNotMatch(other.heard(), /gone/)
  // Taken away between being let through and following: nobody told this stream, so it looks for itself.
  const late = reader(servers[0]?.follow(follower(mentor, id), revision))
  await late.until(/event: gone/)
})

test('who is still signed in is asked for all at once, and not again while the answer is awaited', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const { careCoordinator, mentor } = people
  const id = await aTable(house, desk, [careCoordinator, mentor])
  const asked: string[] = []
  const answer = Promise.withResolvers<void>()
  const server = aServer(async (token) => {
    asked.push(token)
    await answer.promise
    return token === 'stays'
  })
  const stays = reader(server.follow(follower(mentor, id, 'stays'), 1))
  const leaves = reader(server.follow(follower(careCoordinator, id, 'leaves'), 1))
  t.mock.timers.tick(45_000)
  assert.deepEqual(asked, ['stays', 'leaves'])
  answer.resolve()
  await leaves.until(/event: signed-out/)
  assert.doesNotMatch(stays.heard(), /signed-out/)
})

test('a fifth stream of one person ends the oldest; another person’s stays', async () => {
  const streams = openStreams()
  const others = reader(streams.follow(follower(people.colleague, 'een-tafel'), 1))
  const mine = Array.from({ length: 5 }, () =>
    reader(streams.follow(follower(people.mentor, 'een-tafel'), 1)),
  )
  await mine[0]?.until(/event: elsewhere/)
  assert.equal(streams.followers().length, 5)
  streams.changed(people.mentor.organisationId, 'een-tafel', 2)
  await others.until(/data: 2\n/)
  await mine[4]?.until(/data: 2\n/)
})

test('a browser that goes away leaves nothing behind', async () => {
  const streams = openStreams()
  const one = reader(streams.follow(follower(people.mentor, 'een-tafel'), 1))
  await one.until(/data: 1\n/)
  await one.leave()
  assert.deepEqual(streams.followers(), [])
})

test('a server that stops ends every stream and begins none', async () => {
  const streams = openStreams()
  const one = reader(streams.follow(follower(people.mentor, 'een-tafel'), 1))
  streams.close()
  await one.until(/event: bye/)
  assert.equal(streams.follow(follower(people.mentor, 'een-tafel'), 1), undefined)
})
