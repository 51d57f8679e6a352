import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aTableDesk, carriedTables, someWords } from './a-table.ts'
import type { TableDesk } from './desk.ts'
import { t } from './words.ts'

let app: TestApp
let desk: TableDesk
let coordinator: Visitor
let municipal: Visitor
let helper: Visitor

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = aTableDesk(app.house)
  coordinator = await app.signedIn(somebody('samira-denkbeeld'))
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

const conditions = () => {
  const line = desk.law.sharing.findLine('school-municipality')
  return Object.fromEntries(
    (line ? desk.law.sharing.questionsOf(line) : []).map((question) => [
      `q-${question.id}`,
      question.answer === 'yes-no'
        ? 'yes'
        : question.answer === 'words'
          ? 'Daarom.'
          : (question.choices.find((each) => !question.forbids?.includes(each.id))?.id ?? ''),
    ]),
  )
}

for (const language of languages) {
  test(`from invitation to end on sound pages, and nothing typed is lost (${language})`, async () => {
    const words = t(language)
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

    await sound(coordinator.get(`${table}/inbrengen`))
    await sound(coordinator.get(`${table}/inbrengen?aan=${town()}`))
    const bring = `${table}/inbrengen?aan=${town()}&weg=school-municipality`
    await sound(coordinator.get(bring))
    const said = { ...conditions(), kind: 'fact', text: 'Zag twee telefoons <b>vandaag</b>.' }
    const no = await sound(coordinator.post(bring, { ...said, 'q-necessary': 'no' }), 422)
    assert.ok(no.includes(words.bring.closed))
    assert.match(no, /Zag twee telefoons &lt;b&gt;vandaag/)
    assert.equal((await coordinator.post(bring, said)).status, 303)
    await carriedTables(app.house, desk)
    assert.match(await sound(municipal.get(table)), /Zag twee telefoons/)
    const beside = await sound(helper.get(table))
    assert.doesNotMatch(beside, /Zag twee telefoons/)
    assert.ok(beside.includes(words.table.hidden))

    for (const path of ['/afspreken', '/verslag', '/beeindigen'])
      await sound(coordinator.get(table + path))
    await coordinator.post(`${table}/afspreken`, {
      owner: town(),
      text: 'Zoekt een plek.',
      ...dated('due'),
    })
    await coordinator.post(`${table}/verslag`, { text: 'Wat is besproken.', ...dated('due') })
    await carriedTables(app.house, desk)
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
    const after = await sound(municipal.get(table))
    assert.doesNotMatch(after, /Zag twee telefoons|Wat is besproken/)
    assert.match(after, /Zoekt een plek/)
    const late = await sound(
      municipal.post(`${table}/inbrengen?aan=${town()}&weg=x`, { kind: 'fact', text: 'Te laat.' }),
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
    for (const path of ['', '/inbrengen', '/verslag', '/beeindigen']) {
      assert.equal((await visitor.get(table + path)).status, 404, `${slug} ${path}`)
    }
  }
})
