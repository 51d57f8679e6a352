import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { secretWord } from '#capabilities/sharing/a-disclosure.ts'
import { newId } from '#platform/ids.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aDelivery } from './a-delivery.ts'
import { heardByPrograms } from './listen-along.ts'

let app: TestApp
let world: Awaited<ReturnType<typeof aDelivery>>
before(async () => {
  app = await anApp()
  world = await aDelivery(app)
})
after(() => app?.close())

const json = ({ body }: { body: string }) => JSON.parse(body)
const received = '/api/v1/received-deliveries'
const sent = '/api/v1/sent-deliveries'

test('a program of another organisation cannot tell that a delivery exists', async () => {
  const { receivedId, sentId } = await world.one()
  const outsider = await world.programAt(await app.house.anOrganisation('police', 'Elders'))
  const nothing = newId()
  for (const who of [outsider, world.sender]) {
    for (const at of ['', '/answers']) {
      const ask = (id: string) =>
        at ? who.post(`${received}/${id}${at}`, { act: 'accept' }) : who.get(`${received}/${id}`)
      const [theirs, none] = [await ask(receivedId), await ask(nothing)]
      assert.equal(theirs.status, 404)
      const same = (answer: { body: string }) => ({ ...json(answer), instance: '' })
      assert.deepEqual(same(theirs), same(none))
    }
    assert.ok(!(await who.get(received)).body.includes(receivedId))
  }
  assert.equal((await world.recipient.get(`${sent}/${sentId}`)).status, 404)
  assert.deepEqual(json(await outsider.get(sent)), { deliveries: [] })
  assert.equal((await world.recipient.get(`${received}/${receivedId}`)).status, 200)
})

test('a program without the scope for it reads nothing and answers nothing', async () => {
  const { receivedId } = await world.one()
  const deaf = await world.programAt(world.municipality, ['events:read'])
  const reader = await world.programAt(world.municipality, ['deliveries:read'])
  for (const path of [received, `${received}/${receivedId}`, sent]) {
    assert.equal((await deaf.get(path)).status, 403, path)
  }
  const answer = await reader.post(`${received}/${receivedId}/answers`, { act: 'accept' })
  assert.deepEqual([answer.status, json(answer).code], [403, 'scope-missing'])
  assert.equal(json(await reader.get(`${received}/${receivedId}`)).state, 'delivered')
})

test('a list holds no word of what is in it; reading one does, and stands in the trail with the program', async () => {
  const { receivedId, sentId } = await world.one()
  const list = await world.recipient.get(received)
  assert.ok(list.body.includes(receivedId) && !list.body.includes(secretWord))
  const one = await world.recipient.get(`${received}/${receivedId}`)
  assert.ok(one.body.includes(secretWord))
  const { rows } = await app.house.pool.query(
    'select act, subject, actor_id, details from trail_entry where request = $1',
    [one.headers.get('x-request-id')],
  )
  assert.deepEqual(rows, [
    {
      act: 'sharing.read-delivery',
      subject: receivedId,
      actor_id: 'partner-system',
      details: { reader: 'recipient', program: world.recipient.id },
    },
  ])
  const receipt = json(await world.sender.get(`${sent}/${sentId}`))
  assert.equal(receipt.hash, json(one).hash)
  assert.equal(receipt.state, 'delivered')
  assert.ok(!JSON.stringify(receipt).includes(secretWord))
})

test('a program returns with a question, and later accepts; the sender hears both, and each is done once', async () => {
  const { receivedId, sentId } = await world.one()
  const at = `${received}/${receivedId}/answers`
  const key = { 'idempotency-key': newId() }
  const question = { act: 'return', words: 'Om welke dag gaat het?' }
  for (const turn of [1, 2]) {
    const answer = await world.recipient.post(at, question, key)
    assert.deepEqual([answer.status, json(answer).act], [201, 'return'], `turn ${turn}`)
  }
  const other = await world.recipient.post(at, { act: 'accept' }, key)
  assert.deepEqual([other.status, json(other).code], [422, 'key-reused'])
  const again = await world.recipient.post(at, question)
  assert.deepEqual([again.status, json(again).code], [409, 'cannot-return-when-returned'])
  await world.channel.settle()
  assert.equal(json(await world.sender.get(`${sent}/${sentId}`)).state, 'returned')
  assert.equal((await world.recipient.post(at, { act: 'accept' })).status, 201)
  await world.channel.settle()
  const { state, happenings } = json(await world.sender.get(`${sent}/${sentId}`))
  assert.equal(state, 'accepted')
  assert.equal(happenings.filter(({ kind }: { kind: string }) => kind === 'returned').length, 1)
  const acts = (await app.house.trailOf(world.municipality)).map(({ act }) => act)
  assert.ok(acts.includes('partners.same-again'))
})

test('after a program declined, its words are gone here; a reason is needed', async () => {
  const { receivedId } = await world.one()
  const at = `${received}/${receivedId}/answers`
  assert.equal((await world.recipient.post(at, { act: 'decline' })).status, 400)
  assert.equal((await world.recipient.post(at, { act: 'verbrand', words: 'x' })).status, 400)
  const reason = { act: 'decline', words: 'Dit hoort niet bij ons.' }
  assert.equal((await world.recipient.post(at, reason)).status, 201)
  const left = await world.recipient.get(`${received}/${receivedId}`)
  assert.equal(json(left).content, undefined)
  assert.ok(!left.body.includes(secretWord))
})

test('both programs hear of a delivery by its number, in the feed', async () => {
  const { receivedId, sentId } = await world.one()
  const heard = async (who: typeof world.sender) =>
    json(await who.get('/api/v1/events?limit=100')).events.map(
      ({ type, subject }: { type: string; subject: string }) => `${type} ${subject}`,
    )
  assert.ok((await heard(world.recipient)).includes(`nl.oogmerk.delivery.received ${receivedId}`))
  assert.ok((await heard(world.sender)).includes(`nl.oogmerk.delivery.delivered ${sentId}`))
})

test('a program hears that a person here answered, and of nothing that only the circle of a case reads', async () => {
  const [one, other] = [await world.one(), await world.one()]
  const { organisationId } = await app.house.inTransaction(
    { kind: 'system', name: 'delivery', organisationId: world.municipality },
    'share',
    async (work) => {
      const heard = heardByPrograms(work)
      heard.audit({ act: 'sharing.end-delivery', subject: other.receivedId })
      const details = { circle: true }
      heard.audit({ act: 'sharing.delivery', subject: newId(), details })
      heard.audit({ act: 'sharing.accept', subject: newId(), details })
      return work.actor
    },
  )
  const person = await app.house.aPerson(organisationId, ['municipal-coordinator'])
  const visitor = await app.signedIn(person)
  assert.equal((await visitor.post(`/ontvangen/${one.receivedId}/aannemen`, {})).status, 303)
  const { events } = json(await world.recipient.get('/api/v1/events?limit=100'))
  const told = events.map((event: { type: string; subject: string }) => [event.type, event.subject])
  assert.deepEqual(told.slice(-2), [
    ['nl.oogmerk.delivery.ended', other.receivedId],
    ['nl.oogmerk.delivery.answered-here', one.receivedId],
  ])
})

test('lists are read to their end, each delivery once', async () => {
  for (const [who, path] of [
    [world.recipient, received],
    [world.sender, sent],
  ] as const) {
    const seen: string[] = []
    let at: string | undefined = path
    while (at) {
      const mark: string = at.includes('?') ? '&' : '?'
      const page: { deliveries: { id: string }[]; next?: string } = json(
        await who.get(`${at}${mark}limit=2`),
      )
      seen.push(...page.deliveries.map(({ id }) => id))
      at = page.next
    }
    assert.ok(seen.length >= 5)
    assert.deepEqual(seen, [...new Set(seen)].sort())
  }
  assert.equal((await world.recipient.get(`${received}?after=geen-nummer`)).status, 400)
})
