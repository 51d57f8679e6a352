import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase } from '#capabilities/cases/a-case.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { anAdviceDesk, aQuestion, asked, carried } from './an-advice.ts'
import type { AdviceDesk } from './desk.ts'
import { t } from './words.ts'

let app: TestApp
let desk: AdviceDesk
let coordinator: Visitor
let municipal: Visitor
let detective: Visitor

const samira = () => somebody('samira-denkbeeld')
const rosa = () => somebody('rosa-regie')

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = anAdviceDesk(app.house)
  coordinator = await app.signedIn(samira())
  municipal = await app.signedIn(rosa())
  detective = await app.signedIn(somebody('rik-rechercheur'))
})
after(() => app.close())

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const form = (change = {}) => ({
  danger: 'no',
  to: rosa().organisationId,
  ...aQuestion(),
  ...change,
})
const hidden = (body: string, name: string) =>
  [...body.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  )

test('another organisation, another role and another circle find the same nothing as an id that is nobody’s', async () => {
  const id = await asked(app.house, desk, samira(), rosa().organisationId)
  await carried(app.house, desk)
  const linked = await asked(app.house, desk, samira(), rosa().organisationId, {
    caseId: await aCase(app.house, desk.cases, samira()),
  })
  const leader = await app.signedIn(somebody('ingrid-fictie'))
  const mentor = await app.signedIn(somebody('milan-proefpersoon'))
  const elsewhere = await app.signedIn(somebody('yusuf-fantasie'))
  for (const [visitor, one] of [
    [detective, id],
    [mentor, id],
    [elsewhere, id],
    [leader, linked],
  ] as const) {
    for (const at of ['', '/antwoord', '/afronden']) {
      assert.equal((await visitor.get(`/advies/${one}${at}`)).status, 404)
    }
  }
  assert.equal((await leader.get(`/advies/${id}`)).status, 200)
})

test('danger now: the telephone comes first, nothing is sent, and what was typed is still there', async () => {
  const count = async () =>
    (
      await app.house.pool.query(
        `select count(*)::int as n from advice_question where side = 'asked'`,
      )
    ).rows[0].n
  const before = await count()
  const body = await sound(coordinator.post('/advies/nieuw', form({ danger: 'yes' })), 422)
  assert.ok(body.indexOf('tel:112') < body.indexOf('<h1'))
  assert.match(body, /0800/)
  assert.match(body, /Een tweede telefoon en veel afwezig/)
  assert.equal(await count(), before)
  const sent = await coordinator.post('/advies/nieuw', form({ danger: 'called' }))
  assert.equal(sent.status, 303)
  assert.equal(await count(), before + 1)
})

test('looking for an organisation asks nothing yet, and what was typed and chosen stays', async () => {
  const looking = form({ danger: 'no', find: 'first', 'find-name': 'zonder zo iemand' })
  const body = await sound(coordinator.post('/advies/nieuw', looking))
  assert.match(body, /Een tweede telefoon en veel afwezig/)
  assert.match(body, /<option value="[0-9a-f-]{36}" selected>/)
})

for (const language of languages) {
  test(`what may tell who it is is shown, nothing is lost, and whoever looked decides (${language})`, async () => {
    const casus = await aCase(app.house, desk.cases, samira())
    const words = { situation: 'Noor belt met 06-12345678 <b>elke dag</b>.' }
    const at = link(language, '/advies/nieuw')
    const asks = form({ ...words, casus })
    const first = await sound(coordinator.post(at, asks), 422)
    assert.ok(first.includes(t(language).look.title))
    assert.match(first, /<strong>Noor<\/strong>/)
    assert.match(first, /&lt;b&gt;elke dag&lt;\/b&gt;/)
    const seen = hidden(first, 'seen')
    const again = await sound(coordinator.post(at, { ...asks, seen }), 422)
    assert.ok(again.includes(t(language).errors['look-first']))
    const sent = await coordinator.post(at, { ...asks, seen, looked: 'yes' })
    assert.equal(sent.status, 303)
    const page = await sound(coordinator.get(sent.location))
    assert.match(page, /Noor belt met/)
    assert.ok(
      (await sound(coordinator.get(link(language, `/casussen/${casus}`)))).includes(
        t(language).panel.title,
      ),
    )
  })

  test(`both sides walk through a question on sound pages (${language})`, async () => {
    const id = await asked(app.house, desk, samira(), rosa().organisationId)
    await carried(app.house, desk)
    const at = (path = '') => link(language, `/advies/${id}${path}`)
    await sound(municipal.get(link(language, '/advies')))
    await sound(municipal.get(at()))
    assert.equal((await municipal.post(at('/oppakken'))).status, 303)
    for (const path of ['/antwoord', '/terugvraag', '/afsluiten'])
      await sound(municipal.get(at(path)))
    await sound(municipal.post(at('/terugvraag'), { text: '' }), 422)
    await municipal.post(at('/terugvraag'), { text: 'Hoe lang al?' })
    await carried(app.house, desk)
    const reply = await sound(coordinator.get(at('/reactie')))
    assert.match(reply, /Hoe lang al\?/)
    for (const path of ['', '/aanvulling', '/afronden']) await sound(coordinator.get(at(path)))
    await sound(coordinator.post(at('/reactie'), { text: 'Bel 06-12345678' }), 422)
    await coordinator.post(at('/reactie'), { text: 'Een paar weken.' })
    await coordinator.post(at('/afronden'), { outcome: 'We praten.', told: 'Dank.' })
    await carried(app.house, desk)
    assert.match(await sound(municipal.get(at())), /Dank\./)
    // Somebody was first: what was typed comes back.
    const late = await sound(municipal.post(at('/antwoord'), { text: 'Te laat getypt.' }), 409)
    assert.match(late, /Te laat getypt\./)
    await sound(coordinator.get(link(language, '/advies')))
    await sound(coordinator.get(link(language, '/advies/nieuw')))
  })
}

test('the demonstration holds a question with its answer, on both sides', async () => {
  for (const visitor of [coordinator, municipal]) {
    const list = await sound(visitor.get('/advies'))
    assert.match(list, /Een tweede telefoon, veel afwezig en een scooter/)
    assert.match(list, /beantwoord/)
  }
})
