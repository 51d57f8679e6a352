import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { daysOffPath } from './pages.ts'

let app: TestApp
let leader: Visitor

before(async () => {
  app = await anApp({ demoRegion: true })
  leader = await app.signedIn(somebody('ingrid-fictie'))
})
after(() => app.close())

const sound = async (answer: { status: number; body: string }, status = 200) => {
  assert.equal(answer.status, status)
  assert.deepEqual(await faultsIn(raw(answer.body)), [])
  return answer.body
}
const period = (month: string, name = 'Studiedag <b>x</b>') => ({
  name,
  ...{ 'from-day': '5', 'from-month': month, 'from-year': '2027' },
  ...{ 'until-day': '6', 'until-month': month, 'until-year': '2027' },
})

for (const [index, language] of languages.entries()) {
  test(`the page is sound when empty, with an error, and filled; nothing typed is lost (${language})`, async () => {
    const at = link(language, daysOffPath)
    const month = String(index + 2)
    await sound(await leader.get(at))
    const wrong = await sound(
      await leader.post(at, {
        ...period(month, 'Toetsweek'),
        'until-day': '31',
        'until-month': '',
      }),
      422,
    )
    assert.match(wrong, /value="Toetsweek"/)
    assert.match(wrong, /value="31"/)
    assert.match(wrong, /href="#until"/)
    const added = await leader.post(at, period(month))
    assert.equal(added.location, at)
    const shown = await sound(await leader.get(at))
    assert.ok(shown.includes('Studiedag &lt;b&gt;'))
    await sound(await leader.post(at, period(month)), 422)
    const [, id] = shown.match(/vrije-dagen\/([0-9a-f-]{36})\/weghalen/) ?? []
    assert.equal((await leader.post(`${at}/${id}/weghalen`)).status, 303)
  })
}

test('a term on the page of a signal is counted with it: a page that tells, and one that records', async () => {
  const at = daysOffPath
  await leader.post(at, {
    ...period('11', 'Studieweek'),
    ...{ 'from-day': '24', 'from-year': '2026', 'until-day': '27', 'until-year': '2026' },
  })
  const mentor = await app.signedIn(somebody('milan-proefpersoon'))
  const draft = (await mentor.post('/signalen/nieuw', { danger: 'no' })).location.replace(
    /\/wat$/,
    '',
  )
  const what = { about: 'place', subject: 'Kelder', narrative: 'Iets.', origin: 'own' }
  await mentor.post(`${draft}/wat`, what)
  await mentor.post(`${draft}/signalen`, { readers: 'coordinators' })
  assert.match((await mentor.get(`${draft}/controleer`)).body, /dinsdag 1 december/)
  const { location } = await mentor.post(`${draft}/controleer`)
  assert.match((await mentor.get(location)).body, /dinsdag 1 december/)
})

test('whoever is not signed in or keeps no calendar finds nothing, whatever the form says', async () => {
  const mentor = await app.signedIn(somebody('milan-proefpersoon'))
  assert.equal((await mentor.get(daysOffPath)).status, 404)
  assert.equal((await mentor.post(daysOffPath, {})).status, 404)
  assert.match((await app.aStranger().get(daysOffPath)).location, /inloggen/)
})
