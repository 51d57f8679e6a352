import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { somebody } from '#tests/an-app.ts'
import { faultsIn as faultsOf } from '#tests/promises/bad-requests.ts'
import { hostileText } from '#tests/promises/hostile.ts'
import { actingAt, arrest, aWorkplace, sound, type Workplace } from './a-workplace.ts'
import { anArrest, aProtection } from './an-arrest.ts'
import { notePaths } from './note.ts'
import { headOf } from './read-file.ts'
import { momentFields } from './typed-moment.ts'
import { t } from './words.ts'

let { app, desk } = {} as Workplace
before(async () => {
  ;({ app, desk } = await aWorkplace())
})
after(() => app.close())
const { does, moment } = actingAt(() => app)

const filled = () => momentFields('at', moment())
const answers = (part: 'first' | 'full', answer: string) =>
  Object.fromEntries(
    desk.instrument[part].map((one) => [one.id, one.answer === 'words' ? 'unknown' : answer]),
  )

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`from the arrest to ready, without scripts; every page is valid, also with errors (${language})`, async () => {
    const words = t(language)
    const officer = await app.signedIn(somebody('bo-balie'))
    const detective = await app.signedIn(somebody('rik-rechercheur'))
    await sound(officer.get(at('/aanhoudingen')))
    await sound(officer.get(at('/aanhoudingen/nieuw')))
    const wrong = await sound(
      officer.post(at('/aanhoudingen/nieuw'), {
        name: '<b>Noor</b>',
        'at-time': 'straks',
        age: 'x',
      }),
      422,
    )
    assert.ok(wrong.includes('&lt;b&gt;Noor'))
    assert.ok(wrong.includes(words.errors['age-strange']))
    const { location } = await officer.post(at('/aanhoudingen/nieuw'), {
      ...filled(),
      offence: 'unknown',
      name: 'Noor <i>Verzonnen</i>',
      age: '14',
      offences: ['theft', 'nergens'],
    })
    const first = await sound(officer.get(location))
    assert.ok(first.includes(words.clocks.indicative))
    assert.ok(first.includes(words.file.nextSteps.rights))
    assert.equal(first.includes('<i>Verzonnen'), false)
    const pages = ['gegevens', 'kijk', 'kring', 'inlichten/parents', 'stap/halt', 'stap/gereed']
    for (const page of pages) await sound(officer.get(`${location}/${page}`))
    await sound(officer.post(`${location}/kijk`, { because: 'Nog <b>niet</b> alles.' }), 422)
    await sound(officer.post(`${location}/stap/halt`, { reasons: 'Eerste keer.' }), 422)
    await sound(officer.post(`${location}/inlichten/parents`, {}), 422)
    await sound(officer.post(`${location}/kring`, {}), 422)
    const rights = { ...filled(), items: desk.lists.rights.map(({ id }) => id), language: 'nl' }
    assert.equal((await officer.post(`${location}/noteer/rechten`, rights)).status, 303)
    assert.ok((await sound(officer.get(location))).includes(words.file.nextSteps.look))
    const look = {
      ...answers('first', 'seen'),
      'afraid-beside': 'Of moe.',
      further: 'yes',
      because: 'Bang.',
    }
    assert.equal((await officer.post(`${location}/kijk`, look)).status, 303)
    assert.ok((await sound(officer.get(location))).includes(words.file.nextSteps.full))
    assert.equal((await officer.get(`${location}/kijk-verder`)).status, 403)
    const further = { ...answers('full', 'unknown'), further: 'yes', because: 'Gestuurd.' }
    await sound(detective.get(`${location}/kijk-verder`))
    assert.equal((await detective.post(`${location}/kijk-verder`, further)).status, 303)
    const refused = { ...filled(), beside: 'refused', text: 'Moeder bleef buiten.' }
    const form = await sound(officer.post(`${location}/noteer/begeleiding`, refused), 422)
    assert.ok(form.includes(words.errors['permission-missing']))
    assert.match(form, /Moeder bleef buiten\./)
    // The full look says that further looking is needed: only with a reason.
    const soon = { reasons: 'Alles is bekeken.' }
    await sound(officer.post(`${location}/stap/gereed`, soon), 422)
    const ready = { ...soon, without: 'De officier kijkt zelf verder.' }
    assert.equal((await officer.post(`${location}/stap/gereed`, ready)).status, 303)
    assert.ok((await sound(officer.get(location))).includes(words.file.nextSteps.readyNow))
    // Somebody was first: what was typed comes back with how it stands.
    const late = await sound(
      officer.post(`${location}/stap/gereed`, { reasons: 'Nog eens klaar.' }),
      409,
    )
    assert.match(late, /Nog eens klaar\./)
    assert.ok(late.includes(words.states.ready))
    await apart(detective, location, at)
    await sound(officer.get(at('/aanhoudingen/cijfers')))
  })

  async function apart(detective: Visitor, location: string, to: (path: string) => string) {
    await sound(detective.get(`${location}/beschermen`))
    await sound(detective.post(`${location}/beschermen`, {}), 422)
    const opened = await detective.post(`${location}/beschermen`, {
      reason: 'Noor lijkt gestuurd.',
    })
    assert.equal(opened.status, 303)
    const page = await sound(detective.get(opened.location))
    assert.ok(page.includes(t(language).file.linkedArrest))
    await sound(detective.get(`${opened.location}/noteer/besluit`))
    await sound(detective.get(`${opened.location}/kring`))
    await sound(detective.get(to('/beschermdossiers')))
    assert.ok((await sound(detective.get(location))).includes(t(language).file.linked))
    for (const path of ['', '/noteer/feit', '/kring', '/stap/afsluiten']) {
      const officer = await app.signedIn(somebody('bo-balie'))
      assert.equal((await officer.get(opened.location + path)).status, 404)
    }
  }
}

test('whoever proved who they are too long ago is asked again before ready and before a file apart, and loses nothing', async () => {
  const officer = somebody('agnes-agent')
  const id = await anArrest(app.house, desk, officer)
  const visitor = await app.signedIn(officer)
  app.house.moveClock({ minutes: 6 })
  const { status, body } = await visitor.post(`/aanhoudingen/${id}/stap/gereed`, {
    reasons: 'Alles is er.',
    without: 'Niemand was er.',
  })
  assert.notEqual(status, 303)
  assert.match(body, /Alles is er\./)
  const { state } = await does(officer, (work) => headOf(work, desk, arrest(id)))
  assert.equal(state, 'open')
})

test('no rubbish in any field of any form breaks it, comes back as markup or leaves half a record', async () => {
  const actor = somebody('rik-rechercheur')
  const id = await anArrest(app.house, desk, actor)
  const kept = await aProtection(app.house, desk, actor, id)
  const visitor = await app.signedIn(actor)
  const root = `/aanhoudingen/${id}`
  const places = [
    ...['/aanhoudingen/nieuw', `${root}/gegevens`, `${root}/kijk`, `${root}/kijk-verder`],
    ...['parents', 'comensha', 'nobody'].map((who) => `${root}/inlichten/${who}`),
    ...Object.values(notePaths).map((note) => `${root}/noteer/${note}`),
    ...['gereed', 'terug', 'halt', 'afsluiten', 'heropenen'].map((one) => `${root}/stap/${one}`),
    ...[`${root}/kring`, `${root}/beschermen`, `/beschermdossiers/${kept}/noteer/besluit`],
  ]
  const right: Readonly<Record<string, string | readonly string[]>> = {
    ...momentFields('at', moment()),
    ...momentFields('until', app.house.clock()),
    ...answers('first', 'seen'),
    ...answers('full', 'seen'),
    ...{ text: 'x', source: 'x', innocent: 'x', quote: 'x', asked: 'x', who: 'x', agreed: 'x' },
    ...{ reasons: 'x', without: 'x', reason: 'x', because: 'x', further: 'yes', done: 'no' },
    ...{ code: 'arrival', way: 'phone', beside: 'refused', ground: 'harms-case', permission: 'x' },
    ...{ items: 'more-phones', language: 'x', offence: 'unknown', name: 'x', age: '15', key: 'x' },
    ...{ exception: 'unreachable', instead: 'board', personId: newId(), version: '1', place: 'x' },
    ...{
      'afraid-seen': 'x',
      'afraid-beside': 'x',
      'born-day': '1',
      'born-month': '1',
      'born-year': '2011',
    },
  }
  const names = Object.keys(right)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.array(fc.tuple(fc.constantFrom(...names), hostileText), { minLength: 1, maxLength: 3 }),
      async (place, hurt) => {
        const answer = await visitor.post(place, { ...right, ...Object.fromEntries(hurt) })
        assert.deepEqual(faultsOf(app, answer), [], place)
      },
    ),
    { seed: 20261129, numRuns: 100 },
  )
  assert.deepEqual(faultsOf(app, await visitor.get(root)), [])
})
