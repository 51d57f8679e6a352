import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aProgram } from '#capabilities/partners/a-program.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { answersOn, aTableDesk, carriedTables, someWords } from './a-table.ts'
import type { TableDesk } from './desk.ts'
import { t } from './words.ts'

let app: TestApp
let desk: TableDesk
let coordinator: Visitor
let municipal: Visitor
let helper: Visitor

const samira = somebody('samira-denkbeeld')

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = aTableDesk(app.house)
  coordinator = await app.signedIn(samira)
  await aProgram(app, await app.house.aPerson(samira.organisationId, ['administrator']))
  municipal = await app.signedIn(somebody('rosa-regie'))
  helper = await app.signedIn(somebody('lina-luisterend'))
})
after(() => app.close())

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const dated = (name: string, day = '1') => ({
  [`${name}-day`]: day,
  [`${name}-month`]: '12',
  [`${name}-year`]: '2026',
})
const town = () => somebody('rosa-regie').organisationId

const fieldsOf = (road: string) =>
  Object.fromEntries(
    Object.entries(answersOn(desk, road)).map(([name, given]) => [`q-${name}`, given]),
  )

/** Four pages further it is with them: begun at the table, chosen, answered, looked at and delivered. */
async function bringTo(table: string, visitor: Visitor): Promise<string> {
  const id = /overleg\/([^/?]+)/.exec(table)?.[1] ?? ''
  const begin = await sound(visitor.get(`/delen/nieuw?bij=round-table/${id}`))
  assert.match(begin, /Wat jullie opschreven voor overleg/)
  const wrong = await sound(visitor.post('/delen/nieuw', { bij: `round-table/${id}` }), 422)
  assert.match(wrong, /Kies aan wie/)
  const { location } = await visitor.post('/delen/nieuw', {
    ...{ bij: `round-table/${id}`, aan: town(), bestand: `round-table/${id}` },
  })
  const facts = await sound(visitor.get(location))
  const ref = /value="([0-9a-f-]{36})"/.exec(facts)?.[1] ?? ''
  await visitor.post(location, { facts: ref })
  const draft = location.replace('/feiten', '')
  const recipients = await sound(visitor.get(`${draft}/ontvanger`))
  // The two others that sit there, and nobody else.
  assert.equal(recipients.match(/<option value="[^"]+\//g)?.length, 2)
  await visitor.post(`${draft}/grond`, { road: 'school-municipality' })
  const answered = { road: 'school-municipality', ...fieldsOf('school-municipality') }
  await visitor.post(`${draft}/grond`, {
    ...answered,
    ...dated('end'),
    'end-year': '2027',
    question: '',
  })
  const after = await sound(visitor.get(`${draft}/nakijken`))
  assert.match(after, /niet later is dan het einde van het overleg/)
  await visitor.post(`${draft}/grond`, { ...answered, ...dated('end'), question: '' })
  const check = await sound(visitor.get(`${draft}/nakijken`))
  const hash = /name="hash" value="([^"]+)"/.exec(check)?.[1] ?? ''
  assert.equal((await visitor.post(`${draft}/leveren`, { hash })).status, 303)
  return draft
}

/** Whether programs of an organisation heard that this delivery ended. */
async function wasTold(organisation: string, disclosure: string): Promise<boolean> {
  const { rows } = await app.house.pool.query(
    `select from partner_event where type = 'nl.oogmerk.delivery.ended' and organisation_id = $1 and subject = $2`,
    [organisation, disclosure],
  )
  return rows.length === 1
}

for (const language of languages) {
  test(`from invitation to end on sound pages, and nothing typed is lost (${language})`, async () => {
    const words = t(language)
    let brought: string | undefined
    const at = (path: string) => link(language, path)
    const form = {
      invited: [
        `${town()}:municipal-coordinator`,
        `${somebody('lina-luisterend').organisationId}:youth-worker`,
      ],
      aim: 'help',
      ...someWords(),
      ...dated('day'),
    }
    await sound(coordinator.get(at('/overleg/nieuw')))
    const looking = { ...form, find: 'first', 'find-name': 'zonder zo iemand' }
    const found = await sound(coordinator.post(at('/overleg/nieuw'), looking))
    // Nothing is found; who was ticked and what was typed stay.
    assert.match(found, new RegExp(`value="${town()}:municipal-coordinator" checked`))
    assert.ok(found.includes(someWords().question))
    const wrong = await sound(coordinator.post(at('/overleg/nieuw'), { ...form, invited: [] }), 422)
    assert.match(wrong, /Wie kan wat doen/)
    const named = { ...form, question: 'Wie belt 06-12345678?' }
    assert.match(await sound(coordinator.post(at('/overleg/nieuw'), named), 422), /06-12345678/)
    const made = await coordinator.post(at('/overleg/nieuw'), form)
    assert.equal(made.status, 303)
    const table = made.location
    await carriedTables(app.house, desk)
    for (const visitor of [municipal, helper]) {
      assert.ok((await sound(visitor.get(table))).includes(words.acts.join))
      await visitor.post(`${table}/plaats`, { act: 'join' })
    }
    await carriedTables(app.house, desk)

    const write = `${table}/opschrijven`
    await sound(coordinator.get(write))
    const said = { kind: 'fact', text: 'Zag twee telefoons <b>vandaag</b>.', moment: 'om drie uur' }
    const no = await sound(coordinator.post(write, said), 422)
    assert.match(no, /Zag twee telefoons &lt;b&gt;vandaag/)
    const source = 'een mentor, zelf gezien'
    await coordinator.post(write, { ...said, source, beside: 'Een gevonden telefoon.\nEen broer.' })
    const own = await sound(coordinator.get(table))
    assert.ok(own.includes(words.written.heading))
    await carriedTables(app.house, desk)
    assert.doesNotMatch(await sound(municipal.get(table)), /Zag twee telefoons/)
    if (language === 'nl') {
      const draft = await bringTo(table, coordinator)
      brought = /[0-9a-f-]{36}/.exec(draft)?.[0]
      await carriedTables(app.house, desk)
      const got = await sound(municipal.get(table))
      for (const part of [/Zag twee telefoons/, /zelf gezien/, /om drie uur/, /Een broer\./]) {
        assert.match(got, part)
      }
      assert.match(got, /\/ontvangen\/[0-9a-f-]{36}/)
      assert.match(await sound(coordinator.get(draft)), /Wat jullie opschreven voor overleg/)
      const beside = await sound(helper.get(table))
      assert.doesNotMatch(beside, /Zag twee telefoons/)
      assert.ok(beside.includes(words.table.hidden))
    }

    for (const path of ['/afspreken', '/verslag', '/beeindigen'])
      await sound(coordinator.get(table + path))
    const agree = `${table}/afspreken?aan=${town()}`
    await sound(coordinator.get(agree))
    await sound(coordinator.get(`${agree}&weg=zonder`))
    const onRoad = `${agree}&weg=school-municipality`
    await sound(coordinator.get(onRoad))
    const agreed = { text: 'Zoekt een plek.', ...dated('due') }
    const past = { ...agreed, 'due-year': '2020' }
    assert.match(await sound(coordinator.post(`${agree}&weg=zonder`, past), 422), /href="#due/)
    const closed = { ...agreed, ...fieldsOf('school-municipality'), 'q-necessary': 'no' }
    assert.ok((await sound(coordinator.post(onRoad, closed), 422)).includes(words.agree.closed))
    const open = { ...closed, 'q-necessary': 'yes' }
    assert.equal((await coordinator.post(onRoad, open)).status, 303)
    await coordinator.post(`${table}/verslag`, { text: 'Wat is besproken.', ...dated('due') })
    await carriedTables(app.house, desk)
    // What taking back costs is read before its button is there.
    assert.ok((await sound(coordinator.get(table))).includes(words.acts.takeBackText))
    const page = await sound(municipal.get(table))
    const follow = /href="([^"]*\/afspraken\/[^"]*)"/.exec(page)?.[1] ?? ''
    await sound(municipal.get(follow))
    await sound(municipal.post(follow, { act: 'refuse' }), 422)
    assert.equal((await municipal.post(follow, { act: 'accept' })).status, 303)
    await sound(municipal.get(`${table}/verslag/reactie`))
    await sound(municipal.post(`${table}/verslag/reactie`, { state: 'remarked' }), 422)
    for (const visitor of [municipal, helper]) {
      await visitor.post(`${table}/verslag/reactie`, { state: 'approved' })
    }
    await carriedTables(app.house, desk)
    assert.equal((await coordinator.post(`${table}/verslag/vastleggen`)).status, 303)
    await sound(
      coordinator.post(`${table}/beeindigen`, { ...dated('keepUntil'), 'keepUntil-year': '2030' }),
      422,
    )
    await coordinator.post(`${table}/beeindigen`, dated('keepUntil'))
    await carriedTables(app.house, desk)
    if (brought) assert.equal(await wasTold(samira.organisationId, brought), true)
    const after = await sound(municipal.get(table))
    assert.doesNotMatch(after, /Zag twee telefoons|Wat is besproken/)
    assert.match(after, /Zoekt een plek/)
    const late = await sound(
      municipal.post(write, { kind: 'fact', text: 'Te laat.', source: 'wij' }),
      409,
    )
    assert.match(late, /Te laat\./)
    for (const visitor of [coordinator, municipal]) await sound(visitor.get(at('/overleg')))
  })
}

test('the demonstration holds a table that is planned; who was not invited finds nothing', async () => {
  const list = await sound(municipal.get('/overleg'))
  assert.match(list, /Wie kan wat doen voor een leerling die lessen mist en een tweede telefoon/)
  const table = /href="(\/overleg\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  for (const slug of ['yusuf-fantasie', 'rik-rechercheur', 'karim-kompas', 'milan-proefpersoon']) {
    const visitor = await app.signedIn(somebody(slug))
    for (const path of ['', '/opschrijven', '/verslag', '/beeindigen']) {
      assert.equal((await visitor.get(table + path)).status, 404, `${slug} ${path}`)
    }
  }
})
