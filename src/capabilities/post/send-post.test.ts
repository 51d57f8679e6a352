import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { writeTrailEntries } from '#capabilities/trail/index.ts'
import { openPool } from '#platform/database.ts'
import { workMaker } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aMailServer } from './a-mail-server.ts'
import { aPost, giveAddress, leaveMessage, outboxOf } from './a-post.ts'
import type { Carrier } from './carrier.ts'
import { sendPost } from './send-post.ts'
import { smtpCarrier } from './smtp-carrier.ts'

const from = 'oogmerk@voorbeeld.example'
const carrierTo = (url: string): Carrier => smtpCarrier({ url, from, deadline: 5_000 })
const never: Carrier = { carry: async () => assert.fail('a letter was carried') }

let house: TestHouse
before(async () => {
  house = await aHouse()
})
after(() => house.close())

let school: string
let vera: Awaited<ReturnType<TestHouse['aPerson']>>
beforeEach(async () => {
  await house.pool.query('delete from outbox')
  school = await house.anOrganisation()
  vera = await house.aPerson(school, ['care-coordinator'], 'Vera Voorbeeld')
  await giveAddress(house, vera, 'vera@school.example')
})

const only = async () => {
  const [line, ...more] = await outboxOf(house, school)
  assert.equal(more.length, 0)
  return line ?? assert.fail('nothing in the outbox')
}

describe('what cannot be sent', () => {
  it('somebody without an address gets nothing, and the row says why in a code', async () => {
    const daan = await house.aPerson(school, ['safety-coordinator'], 'Daan Voorbeeld')
    await leaveMessage(house, daan)
    await aPost(house, never).send()
    const { gave_up, sent, last_error } = await only()
    assert.deepEqual(
      { gave_up, sent, last_error },
      { gave_up: true, sent: false, last_error: 'no-address' },
    )
  })

  it('somebody who no longer works there gets nothing', async () => {
    await giveAddress(house, vera, 'vera@school.example', false)
    await leaveMessage(house, vera)
    await aPost(house, never).send()
    assert.equal((await only()).last_error, 'no-address')
  })

  it('old news is not sent', async () => {
    await leaveMessage(house, vera)
    house.moveClock({ hours: 73 })
    await aPost(house, never).send()
    assert.equal((await only()).last_error, 'too-late')
  })

  it('a mailbox that does not exist is not tried again, and its address stays out of row and log', async () => {
    const server = await aMailServer({ refuse: (to) => `550 <${to}> is unknown here` })
    await leaveMessage(house, vera)
    const { send, warnings } = aPost(house, carrierTo(server.url))
    await send()
    await server.close()
    const line = await only()
    assert.equal(line.gave_up, true)
    assert.equal(line.last_error, 'eenvelope-550')
    assert.deepEqual(warnings, [{ organisation: school, codes: ['eenvelope-550'] }])
    assert.doesNotMatch(JSON.stringify([line, warnings]), /vera|@/)
  })

  it('the database takes no error that could hold an address', async () => {
    await leaveMessage(house, vera)
    await assert.rejects(
      house.pool.query(`update outbox set last_error = 'no vera@school.example'`),
      /outbox_error_is_a_code/,
    )
  })
})

describe('a mail server that is away', () => {
  it('is tried once per run, and everything arrives when it is back', async () => {
    const gone = await aMailServer()
    await gone.close()
    for (let count = 0; count < 3; count += 1) await leaveMessage(house, vera)
    await aPost(house, carrierTo(gone.url)).send()
    const lines = await outboxOf(house, school)
    assert.deepEqual(
      lines.map((line) => line.attempts),
      [1, 0, 0],
    )
    assert.equal(lines[0]?.last_error, 'esocket')

    await aPost(house, never).send()
    house.moveClock({ minutes: 2 })
    const back = await aMailServer({ port: gone.port })
    await aPost(house, carrierTo(back.url)).send()
    await back.close()
    assert.equal(back.received.length, 3)
    assert.ok((await outboxOf(house, school)).every((line) => line.sent))
  })

  it('that says to come back later is asked again after the pause', async () => {
    let busy = true
    const server = await aMailServer({ refuse: () => (busy ? '450 later please' : undefined) })
    await leaveMessage(house, vera)
    const { send } = aPost(house, carrierTo(server.url))
    await send()
    const first = await only()
    assert.deepEqual([first.last_error, first.gave_up], ['eenvelope-450', false])
    busy = false
    await send()
    assert.equal(server.received.length, 0)
    house.moveClock({ minutes: 2 })
    await send()
    await server.close()
    assert.equal(server.received.length, 1)
    assert.equal((await only()).attempts, 2)
  })
})

describe('what is sent', () => {
  it('comes in the language of the message, without a name, with the message as its number', async () => {
    const server = await aMailServer()
    await leaveMessage(house, vera, 'new-signal', 'en')
    await aPost(house, carrierTo(server.url)).send()
    await server.close()
    const [mail] = server.received
    const { id, sent } = await only()
    assert.equal(sent, true)
    assert.equal(mail?.to, 'vera@school.example')
    assert.match(mail?.source ?? '', new RegExp(`^Message-ID: <${id}@voorbeeld.example>$`, 'm'))
    assert.match(mail?.source ?? '', /^Auto-Submitted: auto-generated$/m)
    assert.match(mail?.source ?? '', /^Subject: There is something new in Oogmerk$/m)
    assert.doesNotMatch(mail?.source ?? '', /Vera|Voorbeeldcollege/)
  })

  it('leaves one entry with counts in the trail of the organisation', async () => {
    const server = await aMailServer()
    await leaveMessage(house, vera)
    await leaveMessage(house, vera, 'question-answered')
    await aPost(house, carrierTo(server.url)).send()
    await server.close()
    const entries = (await house.trailOf(school)).filter((line) => line.act === 'post.send')
    assert.deepEqual(
      entries.map(({ actor, subject, details }) => ({ actor, subject, details })),
      [{ actor: 'outbox', subject: null, details: { sent: 2, failed: 0, undeliverable: 0 } }],
    )
  })

  it('is sent once, also by two servers at the same time', async () => {
    const server = await aMailServer()
    const other = await house.anOrganisation()
    const tess = await house.aPerson(other, ['care-coordinator'])
    await giveAddress(house, tess, 'tess@school.example')
    for (let count = 0; count < 45; count += 1) {
      await leaveMessage(house, count % 3 === 0 ? tess : vera)
    }
    const { post } = aPost(house, carrierTo(server.url))
    const pool = openPool(house.database.connection, 2)
    const inTransaction = workMaker({ pool, clock: house.clock, writeTrail: writeTrailEntries })
    const { signal } = new AbortController()
    await Promise.all([sendPost(post, signal), sendPost({ ...post, inTransaction }, signal)])
    await pool.end()
    await server.close()
    const numbers = server.received.map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1])
    assert.equal(numbers.length, 45)
    assert.equal(new Set(numbers).size, 45)
  })

  it('goes again with the same number when a sender died before it could note it', async () => {
    const server = await aMailServer()
    await leaveMessage(house, vera)
    const { post, send } = aPost(house, carrierTo(server.url))
    const dying: Carrier = {
      async carry(letter) {
        await post.carrier.carry(letter)
        throw new Error('the power went')
      },
    }
    const { signal } = new AbortController()
    await assert.rejects(sendPost({ ...post, carrier: dying }, signal), /the power went/)
    await send()
    assert.equal(server.received.length, 1)
    house.moveClock({ minutes: 11 })
    await send()
    await server.close()
    const [first, second, ...more] = server.received.map(
      ({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1],
    )
    assert.equal(more.length, 0)
    assert.ok(first)
    assert.equal(second, first)
  })

  it('stops between two letters when the server stops, and the rest goes later', async () => {
    const stopping = new AbortController()
    const server = await aMailServer({ hold: async () => stopping.abort() })
    for (let count = 0; count < 3; count += 1) await leaveMessage(house, vera)
    const { post, send } = aPost(house, carrierTo(server.url))
    await sendPost(post, stopping.signal)
    assert.equal(server.received.length, 1)
    house.moveClock({ minutes: 2 })
    await send()
    await server.close()
    assert.equal(server.received.length, 3)
  })
})
