import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase } from '#capabilities/cases/a-case.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { anAdviceDesk, aQuestion, asked, carried, sharing } from './an-advice.ts'
import { askAdvice } from './ask-advice.ts'
import type { AdviceDesk } from './desk.ts'
import { giveAdvice } from './give-advice.ts'
import { takeUpAdvice } from './take-up-advice.ts'
import { t } from './words.ts'

let app: TestApp
let desk: AdviceDesk
let coordinator: Visitor
let municipal: Visitor
const samira = somebody('samira-denkbeeld')
const rosa = somebody('rosa-regie')

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = anAdviceDesk(app.house)
  coordinator = await app.signedIn(samira)
  municipal = await app.signedIn(rosa)
})
after(() => app.close())

const taken = async (change: { readonly caseId?: string } = {}) => {
  const id = await asked(app.house, desk, samira, rosa.organisationId, change)
  await carried(app.house, desk)
  await sharing(app.house)(rosa, (work) => takeUpAdvice(work, desk, id))
  return id
}
const answered = async (change: { readonly caseId?: string } = {}) => {
  const id = await taken(change)
  const answer = { act: 'answer', text: 'Vraag eerst hoe het gaat.', seen: [] } as const
  await sharing(app.house)(rosa, (work) => giveAdvice(work, desk, id, answer))
  await carried(app.house, desk)
  return id
}

for (const language of languages) {
  test(`what may tell of somebody is shown to who advises too, and nothing left yet (${language})`, async () => {
    const id = await taken()
    const path = link(language, `/advies/${id}/antwoord`)
    const text = 'De jongen die wij Sjimmie noemen, 06-12345678, is bij ons bekend.'
    const { status, body } = await municipal.post(path, { text })
    assert.equal(status, 422)
    assert.match(body, /06-12345678/)
    assert.ok(body.includes(t(language).look.title))
    await carried(app.house, desk)
    const there = await coordinator.get(link(language, `/advies/${id}`))
    assert.doesNotMatch(there.body, /Sjimmie/)
    const page = await municipal.get(path)
    assert.match(page.body, language === 'nl' ? /daarvoor is een levering/ : /needs a delivery/)
  })
}

test('a question that comes twice at the same moment is asked once', async () => {
  const key = newId()
  const ask = () =>
    sharing(app.house)(samira, (work) =>
      askAdvice(work, desk, {
        ...{ to: rosa.organisationId, words: aQuestion(), seen: [], language: 'nl', key },
      }),
    )
  const both = await Promise.all([ask(), ask()])
  assert.equal(new Set(both.map((one) => ('id' in one ? one.id : ''))).size, 1)
})

test('nothing is begun after a question that was not answered, nor by who advised', async () => {
  const open = await taken()
  const begun = await answered()
  const at = (id: string) => `/delen/nieuw?bij=advice/${id}`
  assert.equal((await coordinator.get(at(open))).status, 409)
  assert.equal((await municipal.get(at(begun))).status, 404)
  assert.doesNotMatch((await coordinator.get(`/advies/${open}`)).body, /bij=advice/)
})

test('from an answered question a delivery begins to who answered, from a case, with no fact chosen; only who asked reads so', async () => {
  const caseId = await aCase(app.house, desk.cases, samira)
  const id = await answered({ caseId })
  const thread = await coordinator.get(`/advies/${id}`)
  assert.ok(thread.body.includes(`/delen/nieuw?bij=advice/${id}`))
  const begin = await coordinator.get(`/delen/nieuw?bij=advice/${id}`)
  assert.match(begin.body, new RegExp(`value="case/${caseId}" selected`))
  const { location } = await coordinator.post('/delen/nieuw', {
    ...{ bij: `advice/${id}`, aan: rosa.organisationId, bestand: `case/${caseId}` },
  })
  assert.match(location, /^\/delen\/[0-9a-f-]{36}\/feiten$/)
  const chosen = await coordinator.get(location)
  assert.doesNotMatch(chosen.body, /\schecked/)
  // The question was asked without a name: ticked beside the name it would get one.
  const { code } =
    (await coordinator.get(`/advies/${id}`)).body.match(/(?<code>V-[\w-]{4,})/)?.groups ?? {}
  assert.ok(code)
  assert.ok((await coordinator.get(`/casussen/${caseId}`)).body.includes(code))
  assert.ok(!chosen.body.includes(code))
  const recipient = await coordinator.get(location.replace('feiten', 'ontvanger'))
  const shown = recipient.body.match(/<option value="[0-9a-f-]{36}\/[^"]+"/g) ?? []
  assert.ok(shown.length > 0 && shown.every((one) => one.includes(rosa.organisationId)))
  assert.match(recipient.body, /value="help"[^>]* checked|checked[^>]*value="help"/)
  const after = await coordinator.get(`/advies/${id}`)
  assert.match(after.body, /D-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  assert.doesNotMatch((await municipal.get(`/advies/${id}`)).body, /D-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  // Of somebody else’s case nothing begins.
  const other = await aCase(app.house, desk.cases, samira)
  const form = { bij: `advice/${id}`, aan: rosa.organisationId, bestand: `case/${other}` }
  const yusuf = await app.signedIn(somebody('yusuf-fantasie'))
  assert.equal((await yusuf.post('/delen/nieuw', form)).status, 404)
})

for (const language of languages) {
  test(`working together shows what waits in each part, and the menu has one entry for it (${language})`, async () => {
    const id = await taken()
    for (const visitor of [coordinator, municipal]) {
      const { status, body } = await visitor.get(link(language, '/samenwerken'))
      assert.equal(status, 200)
      for (const path of ['/advies', '/ontvangen', '/delen', '/overleg']) {
        assert.ok(body.includes(`href="${link(language, path)}"`), path)
      }
      const [menu = ''] = body.match(/<nav class="main-navigation".*?<\/nav>/s) ?? []
      assert.ok(menu.includes('/samenwerken') && !menu.includes('/advies"'))
    }
    const there = await municipal.get(link(language, '/samenwerken'))
    assert.ok(there.body.includes(`/advies/${id}`))
    const teacher = await app.signedIn(somebody('milan-proefpersoon'))
    assert.equal((await teacher.get(link(language, '/samenwerken'))).status, 403)
  })
}
