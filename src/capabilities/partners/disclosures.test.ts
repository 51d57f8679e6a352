import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { secretWord } from '#capabilities/sharing/a-disclosure.ts'
import { newId } from '#platform/ids.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aDelivery } from './a-delivery.ts'
import type { TestProgram } from './a-program.ts'

let app: TestApp
let world: Awaited<ReturnType<typeof aDelivery>>
before(async () => {
  app = await anApp()
  world = await aDelivery(app)
})
after(() => app?.close())

const json = ({ body }: { body: string }) => JSON.parse(body)
const all = '/api/v1/disclosures'
const received = '/api/v1/received-deliveries'
const decidedBy = { function: 'Schoolleider', reference: 'medewerker 12' }
const recall = { decidedBy, because: 'consent-withdrawn', words: 'Moeder belde vandaag.' }

const count = async (): Promise<number> => {
  const { rows } = await app.house.pool.query('select count(*)::int as n from disclosure')
  return rows[0]?.n
}

/** What was asked is refused with this status and code, and nothing of it stays. */
async function refused(
  change: Readonly<Record<string, unknown>>,
  wanted: readonly [status: number, code: string],
  who: TestProgram = world.sender,
) {
  const before = await count()
  const answer = await who.post(all, world.asked(change))
  assert.deepEqual([answer.status, json(answer).code], wanted, answer.body)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
  assert.equal(await count(), before)
  return json(answer) as {
    errors: { location: string; code: string; detail: string }[]
    roads: { id: string; given: boolean }[]
  }
}
const sent = async (change: Readonly<Record<string, unknown>> = {}) => {
  const answer = await world.sender.post(all, world.asked(change))
  assert.equal(answer.status, 201, answer.body)
  return json(answer)
}
const places = ({ errors }: { errors: { location: string; code: string }[] }) =>
  errors.map(({ location, code }) => `${location} ${code}`)

test('a program without the scope sends nothing, and one that was stopped neither', async () => {
  const reader = await world.programAt(world.school, ['deliveries:read', 'deliveries:answer'])
  await refused({}, [403, 'scope-missing'], reader)
  assert.equal((await reader.get(all)).status, 403)
  const leaving = await world.programAt(world.school)
  await leaving.token()
  const administrator = await app.house.aPerson(world.school, ['administrator'])
  const visitor = await app.signedIn(administrator)
  await visitor.post(`/organisatie/programmas/${leaving.id}/beeindigen`)
  const before = await count()
  assert.equal((await leaving.post(all, world.asked())).status, 401)
  assert.equal(await count(), before)
})

test('a line that was not given is closed to a program, and so is one that was taken away while it holds a token', async () => {
  await refused({ line: 'school-safe-home' }, [403, 'line-not-given'])
  await refused({ line: 'geen-weg' }, [403, 'line-not-given'])
  const other = await world.programAt(world.school, ['deliveries:send'], ['school-municipality'])
  await other.token()
  const visitor = await app.signedIn(await app.house.aPerson(world.school, ['administrator']))
  const page = `/organisatie/programmas/${other.id}/wegen`
  assert.equal((await visitor.post(page, {})).status, 422)
  assert.equal((await visitor.post(page, { lines: 'police-mayor' })).status, 422)
  assert.equal((await visitor.post(page, { lines: 'school-safe-home' })).status, 303)
  await refused({}, [403, 'line-not-given'], other)
  const elsewhere = await other.get('/api/v1/recipients?line=school-municipality')
  assert.equal(elsewhere.status, 403)
})

test('an aim, a kind of fact, a role and a recipient that do not fit the line are refused as for people, with the roads that are open', async () => {
  const aim = await refused({ aim: 'investigate' }, [422, 'may-not-leave'])
  assert.deepEqual(places(aim), ['#/aim not-for-this'])
  assert.ok(aim.roads.length > 0 && aim.roads.every(({ given }) => !given))
  const kind = await refused(
    { facts: [{ kind: 'decision', text: 'Besloten.', source: 'mentor' }] },
    [422, 'may-not-leave'],
  )
  assert.deepEqual(places(kind), ['#/facts kind-of-fact'])
  const role = await refused({ role: 'teacher' }, [422, 'may-not-leave'])
  assert.ok(places(role).includes('#/role not-your-role'))
  const to = { organisation: world.municipality, role: 'mayor' }
  assert.ok(
    places(await refused({ to }, [422, 'may-not-leave'])).includes('#/to/role not-their-role'),
  )
  for (const organisation of [newId(), world.school]) {
    const nobody = { organisation, role: 'municipal-coordinator' }
    const no = await refused({ to: nobody }, [422, 'may-not-leave'])
    assert.deepEqual(places(no), ['#/to/organisation recipient-missing'])
  }
  const end = await refused({ endOn: '2020-01-01' }, [422, 'may-not-leave'])
  assert.deepEqual(places(end), ['#/endOn end-passed'])
})

test('every question of the line is answered, and nothing that it does not ask', async () => {
  const { answers } = world.asked()
  const { free: _, ...without } = answers as Record<string, string>
  const missing = await refused({ answers: without }, [422, 'may-not-leave'])
  assert.deepEqual(places(missing), ['#/answers/free not-answered'])
  const no = await refused({ answers: { ...answers, consent: 'nobody' } }, [422, 'may-not-leave'])
  assert.deepEqual(places(no), ['#/answers/consent answer-closes'])
  assert.equal(no.errors[0]?.detail, 'Zonder toestemming is deze weg dicht.')
  const more = await refused({ answers: { ...answers, danger: 'yes' } }, [422, 'may-not-leave'])
  assert.deepEqual(places(more), ['#/answers/danger not-asked'])
})

test('without who decided and why, and with anything that is not described, nothing leaves', async () => {
  for (const change of [
    { decidedBy: undefined },
    { decidedBy: { function: ' ', reference: 'x' } },
    { decidedBy: { ...decidedBy, name: 'Zoë' } },
    { why: '' },
    { at: { kind: 'round-table', id: newId() } },
    { facts: [] },
    { facts: [{ kind: 'count', text: 'Drie.', source: 'mentor' }] },
    { facts: [{ kind: 'fact', text: 'nul\u0000', source: 'mentor' }] },
  ]) {
    await refused(change, [400, 'invalid-input'])
  }
})

test('a key is asked; sent again it is one delivery, and with another body it is refused', async () => {
  const key = { 'idempotency-key': newId() }
  const missing = await world.sender.post(all, world.asked(), { 'idempotency-key': '' })
  assert.deepEqual([missing.status, json(missing).code], [400, 'key-missing'])
  const before = await count()
  const [one, again] = await Promise.all(
    [1, 2].map(() => world.sender.post(all, world.asked(), key)),
  )
  assert.equal(one?.body, again?.body)
  assert.equal(await count(), before + 1)
  const other = await world.sender.post(all, world.asked({ why: 'Iets anders.' }), key)
  assert.deepEqual([other.status, json(other).code], [422, 'key-reused'])
  assert.equal(await count(), before + 1)
})

test('another program finds nothing of what this one sent: not elsewhere, not in the same organisation, not what a person sent', async () => {
  const { id } = await sent()
  const { sentId } = await world.one()
  const beside = await world.programAt(world.school)
  const other = await app.house.anOrganisation('secondary-school', 'Elders')
  const elsewhere = await world.programAt(other, ['deliveries:send'])
  const nothing = { ...json(await beside.get(`${all}/${newId()}`)), instance: '' }
  for (const [who, what] of [
    [beside, id],
    [elsewhere, id],
    [world.sender, sentId],
  ] as const) {
    const read = await who.get(`${all}/${what}`)
    assert.equal(read.status, 404)
    assert.deepEqual({ ...json(read), instance: '' }, nothing)
    assert.equal((await who.post(`${all}/${what}/recall`, recall)).status, 404)
    const reply = await who.post(`${all}/${what}/replies`, { decidedBy, words: 'Nee.' })
    assert.equal(reply.status, 404)
    assert.ok(!(await who.get(all)).body.includes(what))
  }
  const state = 'select state from disclosure where id = $1'
  assert.equal((await app.house.pool.query(state, [id])).rows[0]?.state, 'delivered')
})

test('what a program sends is read there with the function and the program, and never how the system finds somebody', async () => {
  const one = await sent()
  await world.channel.settle()
  const { deliveries } = json(await world.recipient.get(`${received}?limit=100`))
  const there = deliveries.find((line: { reference: string }) => line.reference === one.reference)
  const read = await world.recipient.get(`${received}/${there.id}`)
  const { content, hash } = json(read)
  assert.equal(hash, one.hash)
  assert.deepEqual(content.from.person, 'Zorgcoördinator (Voorbeeldvolgsysteem)')
  assert.equal(content.facts[0].origin.organisation, 'Het Voorbeeldcollege (verzonnen)')
  for (const own of ['4711', 'dossier 2026-118', 'Moeder vroeg erom.']) {
    assert.ok(!read.body.includes(own), own)
  }
  const second = await sent({ facts: [{ kind: 'fact', text: 'Nog iets.', source: 'conciërge' }] })
  const about = async (id: string) => {
    const { body } = await world.recipient.get(`${received}/${id}`)
    return JSON.parse(body).content.about
  }
  await world.channel.settle()
  const later = json(await world.recipient.get(`${received}?limit=100`)).deliveries.find(
    (line: { reference: string }) => line.reference === second.reference,
  )
  assert.equal(await about(later.id), content.about, 'the same young person, the same code')
  const { rows } = await app.house.pool.query(
    'select encode(content, $1) as words from disclosure where id = $2',
    ['escape', one.id],
  )
  assert.ok(!rows[0]?.words.includes(secretWord) && !rows[0]?.words.includes('4711'))
})

test('a question is answered and it is recalled, each by somebody who is named, and programs hear it without a word', async () => {
  const one = await sent()
  await world.channel.settle()
  const early = await world.sender.post(`${all}/${one.id}/replies`, { decidedBy, words: 'Ja.' })
  assert.deepEqual([early.status, json(early).code], [409, 'cannot-reply-when-delivered'])
  const { deliveries } = json(await world.recipient.get(`${received}?limit=100`))
  const there = deliveries.find((line: { reference: string }) => line.reference === one.reference)
  const back = { act: 'return', words: 'Om welke dag gaat het?' }
  await world.recipient.post(`${received}/${there.id}/answers`, back)
  await world.channel.settle()
  const asked = json(await world.sender.get(`${all}/${one.id}`))
  assert.equal(asked.state, 'returned')
  assert.equal(asked.happenings.at(-1).words, back.words)
  const reply = { decidedBy, words: 'De achttiende.' }
  assert.equal((await world.sender.post(`${all}/${one.id}/replies`, reply)).status, 201)
  await world.channel.settle()
  const heard = json(await world.recipient.get(`${received}/${there.id}`)).happenings.at(-1)
  assert.equal(heard.words, reply.words)
  assert.equal(heard.by, 'Schoolleider (Voorbeeldvolgsysteem), Het Voorbeeldcollege (verzonnen)')
  assert.equal((await world.sender.post(`${all}/${one.id}/recall`, recall)).status, 201)
  const twice = await world.sender.post(`${all}/${one.id}/recall`, recall)
  assert.deepEqual([twice.status, json(twice).code], [409, 'cannot-recall-when-recalled'])
  await world.channel.settle()
  const gone = json(await world.recipient.get(`${received}/${there.id}`))
  assert.deepEqual([gone.state, gone.content], ['recalled', undefined])
  const { happenings } = json(await world.sender.get(`${all}/${one.id}`))
  const said = happenings.find(({ kind }: { kind: string }) => kind === 'recalled')
  assert.equal(said.by, 'Schoolleider, medewerker 12 (Voorbeeldvolgsysteem)')
  const feed = await world.sender.get('/api/v1/events?limit=100')
  const types = json(feed)
    .events.filter(({ subject }: { subject: string }) => subject === one.id)
    .map(({ type }: { type: string }) => type.replace('nl.oogmerk.delivery.', ''))
  assert.deepEqual(types, ['delivered', 'answered', 'recall-arrived'])
  assert.ok(!feed.body.includes(secretWord))
  const trail = await app.house.trailOf(world.school)
  const mine = trail.filter(({ subject }) => subject === one.id)
  assert.ok(mine.some(({ act }) => act === 'sharing.deliver'))
  assert.ok(!JSON.stringify(trail).includes('4711') && !JSON.stringify(trail).includes('Moeder'))
})

test('who holds the role sees on /delen that a program sent it, and recalls it; nobody else does', async () => {
  const one = await sent()
  await world.channel.settle()
  const visitor = await app.signedIn(world.coordinator)
  const list = await visitor.get('/delen')
  assert.ok(list.body.includes(one.reference) && list.body.includes('Gestuurd door een programma'))
  const page = await visitor.get(`/delen/${one.id}`)
  for (const shown of [
    'Gebracht door het programma Voorbeeldvolgsysteem',
    'Zorgcoördinator, medewerker 4711 (Voorbeeldvolgsysteem)',
    'Moeder vroeg erom.',
    secretWord,
  ]) {
    assert.ok(page.body.includes(shown), shown)
  }
  const begin = await visitor.post('/delen/nieuw', { soort: 'partner-system', dossier: one.id })
  assert.equal(begin.status, 409, 'only the program shares from what it brought')
  const colleague = await app.signedIn(world.colleague)
  assert.equal((await colleague.get(`/delen/${one.id}`)).status, 404)
  assert.ok(!(await colleague.get('/delen')).body.includes(one.reference))
  const back = { because: 'mistake', words: 'Verkeerde klas.' }
  assert.equal((await visitor.post(`/delen/${one.id}/terughalen`, back)).status, 303)
  assert.equal(json(await world.sender.get(`${all}/${one.id}`)).state, 'recalled')
  const { events } = json(await world.sender.get('/api/v1/events?limit=100'))
  assert.ok(
    events.some(
      ({ type, subject }: { type: string; subject: string }) =>
        type === 'nl.oogmerk.delivery.recalled-here' && subject === one.id,
    ),
  )
})

test('once the words are gone, the program and whoever holds the role still read what became of it, and recall it', async () => {
  const one = await sent()
  await world.channel.settle()
  const erase = [
    'update disclosure_event set content = null where disclosure_id = $1',
    'update disclosure set content = null, content_key = null where id = $1',
  ]
  for (const statement of erase) await app.house.pool.query(statement, [one.id])
  const read = await world.sender.get(`${all}/${one.id}`)
  assert.deepEqual([read.status, json(read).facts, json(read).hash], [200, 1, one.hash])
  assert.ok(!read.body.includes('4711'))
  const visitor = await app.signedIn(world.coordinator)
  const page = await visitor.get(`/delen/${one.id}`)
  assert.equal(page.status, 200)
  assert.ok(page.body.includes('Gestuurd door een programma'))
  assert.equal((await world.sender.post(`${all}/${one.id}/recall`, recall)).status, 201)
})

test('a program learns the lines that were given to it with every question, and whom they lead to', async () => {
  const { lines } = json(await world.sender.get('/api/v1/sharing-lines'))
  assert.deepEqual(
    lines.map(({ id }: { id: string }) => id),
    ['school-municipality'],
  )
  const [line] = lines
  assert.deepEqual(
    line.questions.map(({ id }: { id: string }) => id).sort(),
    Object.keys(world.asked().answers).sort(),
  )
  assert.ok(line.roles.includes('care-coordinator'))
  const path = '/api/v1/recipients?line=school-municipality&name=voorbeeld'
  const { recipients } = json(await world.sender.get(path))
  assert.ok(recipients.some(({ id }: { id: string }) => id === world.municipality))
  assert.ok(recipients.every(({ kind }: { kind: string }) => kind === 'municipality'))
})
