import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase } from '#capabilities/cases/a-case.ts'
import { closeCase } from '#capabilities/cases/end-case.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import type { Fields, Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aConversationDesk, aHeld, aPrepared, aShown } from './a-conversation.ts'
import { type ConversationDesk, type Place, pathOf } from './desk.ts'
import { t } from './words.ts'

let app: TestApp
let desk: ConversationDesk
let mentor: Visitor
let coordinator: Visitor
let caseId: string

const milan = () => somebody('milan-proefpersoon')
const samira = () => somebody('samira-denkbeeld')

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = aConversationDesk(app.house)
  mentor = await app.signedIn(milan())
  coordinator = await app.signedIn(samira())
  caseId = await aCase(app.house, desk.cases, samira(), { circle: [milan()] })
})
after(() => app.close())

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const preparation = (change: Fields = {}): Fields => ({
  police: 'unknown',
  advice: 'first',
  goal: '<b>Contact</b>',
  holder: milan().personId,
  'question-opening': 'opening-how-are-you',
  'question-saying-no': 'no-what-happens',
  ownQuestions: 'Hoe was het weekend?\n\nEn de wedstrijd?',
  ...change,
})

const account = (change: Fields = {}): Fields => ({
  'held-day': '23',
  'held-month': '11',
  'held-year': '2026',
  present: 'De jongere en ik.',
  secrecy: 'told',
  secrecyWords: 'Ik kan niet alles geheim houden.',
  summary: 'Je vertelde over een tas.',
  told: 'Niemand anders.',
  'quote-1': 'Ik moest <i>die tas</i> wegbrengen.',
  'next-contact': 'in de stille kamer',
  'next-contact-day': '27',
  'next-contact-month': '11',
  'next-contact-year': '2026',
  'next-contact-owner': milan().personId,
  ...change,
})

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`every page from preparing to closing is valid, with and without errors (${language})`, async () => {
    const list = at(`/casussen/${caseId}/gesprek`)
    await sound(mentor.get(list))
    await sound(mentor.get(`${list}/nieuw`))
    const wrong = await sound(
      mentor.post(`${list}/nieuw`, { 'planned-day': '31', goal: '', moment: 'na <b>drie</b>' }),
      422,
    )
    // In the summary above the form they stand in the order of the page.
    let before = -1
    for (const code of [
      'choose-police',
      'choose-advice',
      'goal-missing',
      'date-incomplete',
    ] as const) {
      const place = wrong.indexOf(t(language).errors[code])
      assert.ok(place > before, code)
      before = place
    }
    assert.ok(wrong.includes('na &lt;b&gt;drie&lt;/b&gt;'))
    const { location } = await mentor.post(`${list}/nieuw`, preparation())
    await sound(mentor.get(location))
    await sound(mentor.get(`${location}/voorbereiding`))
    const sheet = await sound(mentor.get(`${location}/blad`))
    assert.match(sheet, language === 'nl' ? /Hoe gaat het met je, echt\?/ : /How are you, really\?/)
    await sound(mentor.get(`${location}/gaat-niet-door`))
    await sound(mentor.post(`${location}/gaat-niet-door`), 422)
    await sound(mentor.get(`${location}/gehouden`))
    await sound(mentor.post(`${location}/gehouden`, { 'held-day': '1', thought: 'x' }), 422)
    const more = await sound(mentor.post(`${location}/gehouden`, { ...account(), more: '1' }))
    assert.ok(more.includes('Je vertelde over een tas.'))
    assert.equal((await mentor.post(`${location}/gehouden`, account())).status, 303)
    const held = await sound(mentor.get(location))
    assert.ok(held.includes('Ik moest &lt;i&gt;die tas&lt;/i&gt; wegbrengen.'))
    await sound(mentor.get(`${location}/verslag`))
    await sound(mentor.post(`${location}/verslag`, { present: '' }), 422)
    await sound(mentor.get(`${location}/erbij`))
    await sound(mentor.post(`${location}/erbij`), 422)
    const thought = { thought: 'Misschien druk.', innocent: 'een klus', remark: 'x', about: '' }
    await sound(mentor.post(`${location}/erbij`, thought), 422)
    await mentor.post(`${location}/erbij`, { thought: 'Misschien druk.', innocent: 'een klus' })
    await sound(mentor.get(location))
    await sound(mentor.get(`${location}/afsluiten`))
    await sound(mentor.post(`${location}/afsluiten`, { chosen: 'nothing' }), 422)
    await sound(mentor.get(`${location}/laat-lezen`))
    const reader = await app.signedIn(milan())
    const shown = await reader.post(`${location}/laat-lezen`, { present: 'De jongere en ik.' })
    const page = await sound(reader.get(shown.location))
    const corrections = [...page.matchAll(/name="(correction-[^"]+)"/g)].map(([, name]) => name)
    assert.equal(corrections.length, 3)
    await sound(reader.post(shown.location), 422)
    const typed = { [corrections[0] ?? '']: 'Ik wilde het <u>niet</u>.', addition: '' }
    const inOther = await sound(
      reader.post(link(language === 'nl' ? 'en' : 'nl', shown.location.replace('/en/', '/')), {
        ...typed,
        taal: 'x',
      }),
    )
    assert.ok(inOther.includes('Ik wilde het &lt;u&gt;niet'))
    const saved = await reader.post(shown.location, typed)
    const after = await sound(reader.get(saved.location))
    assert.ok(after.includes(t(language).pupil.saved))
    assert.ok(after.includes('Ik wilde het &lt;u&gt;niet&lt;/u&gt;.'))
    await sound(reader.get(shown.location))
    const back = await sound(reader.get(`${shown.location}/klaar`))
    assert.match(back, /<details/)
    assert.equal((await reader.post(`${shown.location}/klaar`)).location, location)
    const all = await sound(reader.get(`${location}/afsluiten`))
    const chosen = [...all.matchAll(/name="chosen"[^>]* value="([^"]+)"/g)].map(
      ([, id]) => id ?? '',
    )
    await sound(reader.post(`${location}/afsluiten`, { chosen }), 422)
    const some = chosen.filter((id) => id !== 'nothing')
    assert.equal((await reader.post(`${location}/afsluiten`, { chosen: some })).status, 303)
    await sound(reader.get(location))
    await sound(mentor.get(list))
  })

  test(`a conversation that is called off shows why, and one that was never there does not show (${language})`, async () => {
    const place = await aPrepared(app.house, desk, milan(), caseId)
    const path = at(pathOf(place))
    await mentor.post(`${path}/gaat-niet-door`, {
      because: 'police-first',
      note: 'Maandag bellen.',
    })
    const page = await sound(mentor.get(path))
    assert.ok(page.includes(t(language).callOff.reasons['police-first']))
    assert.ok(page.includes('Maandag bellen.'))
    assert.equal((await mentor.get(at(pathOf({ caseId, id: newId() })))).status, 404)
  })
}

const shownTo = async (visitor: Visitor): Promise<Place & { path: string }> => {
  const place = await aHeld(app.house, desk, milan(), caseId)
  await visitor.post(`${pathOf(place)}/laat-lezen`, { present: 'De mentor.' })
  return { ...place, path: `${pathOf(place)}/lezen` }
}

test('what the young person reads has no name, no menu, no case and no way to anything else', async () => {
  const reader = await app.signedIn(milan())
  const { path } = await shownTo(reader)
  const { body } = await reader.get(path)
  assert.ok(body.includes('Ik moest die tas wegbrengen.'))
  assert.doesNotMatch(body, /C-\w{4}-\w{4}/)
  for (const name of ['Milan', 'Samira', 'Noor', 'who-am-i', '<nav', '<footer']) {
    assert.equal(body.includes(name), false, name)
  }
  const ways = [...body.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, way = '']) => way)
  const others = ways.filter(
    (way) => !way.startsWith('/assets/') && !way.replace(/^\/en/, '').startsWith(path),
  )
  assert.deepEqual(others, ['https://nl.wikipedia.org/'])
})

test('while the screen is with the young person every other address leads back to a page that shows nothing', async () => {
  const reader = await app.signedIn(milan())
  const { path, id } = await shownTo(reader)
  await reader.get(path)
  const elsewhere = [
    '/',
    '/signalen',
    '/kennis',
    `/casussen/${caseId}/gesprek`,
    `/casussen/${caseId}/gesprek/${id}`,
    `/casussen/${caseId}/gesprek/${id}/laat-lezen`,
    '/sessies',
  ]
  for (const other of elsewhere) {
    for (const language of languages) {
      const answer = await reader.get(link(language, other))
      assert.deepEqual([answer.status, answer.location], [303, link(language, path)], other)
    }
  }
  assert.equal((await reader.post('/signalen/nieuw', { danger: 'no' })).location, path)
  const covered = (await reader.get(path)).body
  assert.equal(covered.includes('tas'), false)
  assert.ok(covered.includes(t('nl').pupil.covered))
  // Reading on is one deliberate act; the way to the file is another.
  const on = await reader.post(`${path}/verder`)
  assert.ok((await reader.get(on.location)).body.includes('tas'))
  assert.equal((await reader.get(path)).body.includes('tas'), false)
  await reader.post(`${path}/klaar`)
  assert.equal((await reader.get('/signalen')).status, 200)
})

test('the lock is of this device and this person: another browser and another colleague go on', async () => {
  const reader = await app.signedIn(milan())
  const { path } = await shownTo(reader)
  assert.equal((await mentor.get('/signalen')).status, 200)
  const session = '__Host-oogmerk'
  const colleague = await app.signedIn(samira())
  reader.jar.set(session, colleague.jar.get(session) ?? '')
  assert.equal((await reader.get('/signalen')).status, 200)
  reader.jar.delete(session)
  assert.equal((await reader.get('/kennis')).status, 200)
  assert.match((await reader.get(path)).location, /inloggen/)
})

test('whoever left the circle while the screen was turned is not kept at a page that is not there', async () => {
  const own = await aCase(app.house, desk.cases, samira(), { circle: [milan()] })
  const place = await aShown(app.house, desk, milan(), own)
  const reader = await app.signedIn(milan())
  await reader.post(`${pathOf(place)}/lezen/verder`)
  await app.house.pool.query(
    'update case_circle set ended_at = now(), ended_by = $1 where case_id = $2 and person_id = $3',
    [samira().personId, own, milan().personId],
  )
  assert.equal((await reader.get('/signalen')).location, `${pathOf(place)}/lezen`)
  assert.equal((await reader.get(`${pathOf(place)}/lezen`)).status, 404)
  assert.equal((await reader.get('/signalen')).status, 200)
})

test('what the young person types while the conversation is closed comes back to them', async () => {
  const reader = await app.signedIn(milan())
  const { path, id } = await shownTo(reader)
  const { body } = await reader.get(path)
  const [, name = ''] = /name="(correction-[^"]+)"/.exec(body) ?? []
  await coordinator.post(`${pathOf({ caseId, id })}/afsluiten`, { chosen: 'nothing', unread: 'x' })
  const answer = await sound(reader.post(path, { [name]: 'Ik wilde het niet.' }), 409)
  assert.ok(answer.includes('Ik wilde het niet.'))
  assert.ok(answer.includes(t('nl').pupil.finished))
})

test('the second of two who change a preparation sees both texts, chooses, and nothing is lost', async () => {
  const place = await aPrepared(app.house, desk, milan(), caseId)
  const path = `${pathOf(place)}/voorbereiding`
  const typed = (goal: string, change: Fields = {}) =>
    preparation({ goal, key: newId(), version: '1', ...change })
  await mentor.post(path, typed('Van de mentor.', { place: 'de bibliotheek' }))
  const conflict = await sound(coordinator.post(path, typed('Van de coördinator.')), 409)
  for (const text of ['Van de mentor.', 'Van de coördinator.', 'de bibliotheek', 'Milan']) {
    assert.ok(conflict.includes(text), text)
  }
  const again = typed('Van de coördinator.', { version: '2', meanwhile: '1' })
  // Whoever does not choose is asked again, with everything typed.
  const asked = await sound(coordinator.post(path, again), 422)
  assert.ok(asked.includes(t('nl').errors['choose-which']))
  const chosen = { ...again, 'keep-goal': 'mine', 'keep-place': 'theirs' }
  assert.equal((await coordinator.post(path, chosen)).status, 303)
  const page = (await mentor.get(pathOf(place))).body
  for (const text of ['Van de mentor.', 'Van de coördinator.', 'de bibliotheek']) {
    assert.ok(page.includes(text), text)
  }
})

test('the second of two who write the account sees both summaries', async () => {
  const place = await aHeld(app.house, desk, milan(), caseId)
  const path = `${pathOf(place)}/verslag`
  const typed = (summary: string) => account({ summary, key: newId(), version: '1' })
  await mentor.post(path, typed('Zo zag ik het.'))
  const conflict = await sound(coordinator.post(path, typed('En zo ik.')), 409)
  assert.ok(conflict.includes('Zo zag ik het.') && conflict.includes('En zo ik.'))
})

test('a form that comes too late brings back what was typed', async () => {
  const place = await aPrepared(app.house, desk, milan(), caseId)
  await coordinator.post(`${pathOf(place)}/gaat-niet-door`, { because: 'other' })
  const late = await sound(mentor.post(`${pathOf(place)}/gehouden`, account()), 409)
  assert.ok(late.includes('Ik moest &lt;i&gt;die tas&lt;/i&gt; wegbrengen.'))
})

/** What can be done with a conversation that is prepared, and with one that was held. */
const forms = {
  prepared: ['voorbereiding', 'gehouden', 'gaat-niet-door'],
  held: ['verslag', 'erbij', 'laat-lezen', 'afsluiten'],
} as const

test('a form that cannot be sent says why before anybody fills it in, and half a form comes back', async () => {
  const ruben = somebody('ruben-schets')
  const own = await aCase(app.house, desk.cases, samira(), { circle: [milan(), ruben] })
  const prepared = await aPrepared(app.house, desk, milan(), own)
  const held = await aHeld(app.house, desk, milan(), own)
  const calledOff = await aPrepared(app.house, desk, milan(), own)
  await mentor.post(`${pathOf(calledOff)}/gaat-niet-door`, { because: 'other' })
  const { conversation, keptBack, states } = t('nl')
  const open = (place: Place, form: string, visitor = mentor) =>
    visitor.get(`${pathOf(place)}/${form}`)

  const reader = await app.signedIn(ruben)
  const every = [
    ...forms.prepared.map((form) => [prepared, form] as const),
    ...forms.held.map((form) => [held, form] as const),
  ]
  for (const [place, form] of every) {
    assert.equal((await open(place, form)).status, 200, form)
    const refused = await sound(open(place, form, reader), 403)
    assert.ok(refused.includes(conversation.onlyRead), form)
  }
  for (const [place, form] of [
    ...forms.held.map((form) => [prepared, form] as const),
    ...forms.prepared.map((form) => [held, form] as const),
    ...[...forms.prepared, ...forms.held].map((form) => [calledOff, form] as const),
  ]) {
    assert.equal((await open(place, form)).status, 409, form)
  }
  const late = await sound(open(calledOff, 'gehouden'), 409)
  assert.ok(late.includes(keptBack.now(states['called-off'])))

  await app.house.inTransaction(samira(), 'follow-up-cases', (work) =>
    closeCase(work, desk.cases, own, {
      outcome: 'explained',
      words: 'Er is een gewone verklaring.',
      told: 'We zeiden dat we klaar zijn.',
    }),
  )
  const list = `/casussen/${own}/gesprek`
  const onClosed = [
    [`${list}/nieuw`, { goal: 'Zoveel <i>typte</i> ik.' }],
    [`${pathOf(prepared)}/voorbereiding`, { goal: 'Zoveel <i>typte</i> ik.', version: '1' }],
    [`${pathOf(prepared)}/gehouden`, { summary: 'Zoveel <i>typte</i> ik.' }],
    [`${pathOf(prepared)}/gehouden`, { summary: 'Zoveel <i>typte</i> ik.', more: '1' }],
    [`${pathOf(prepared)}/gaat-niet-door`, { note: 'Zoveel <i>typte</i> ik.' }],
    [`${pathOf(held)}/verslag`, { summary: 'Zoveel <i>typte</i> ik.', version: '1' }],
    [`${pathOf(held)}/erbij`, { thought: 'Zoveel <i>typte</i> ik.' }],
    [`${pathOf(held)}/laat-lezen`, { present: 'Zoveel <i>typte</i> ik.' }],
    [`${pathOf(held)}/afsluiten`, { unread: 'Zoveel <i>typte</i> ik.' }],
  ] as const
  for (const [path, fields] of onClosed) {
    assert.ok((await sound(mentor.get(path), 409)).includes(conversation.closedCase), path)
    const kept = await sound(mentor.post(path, fields), 409)
    for (const told of [conversation.closedCase, 'Zoveel &lt;i&gt;typte&lt;/i&gt; ik.']) {
      assert.ok(kept.includes(told), path)
    }
  }
})

test('nothing is planned for a day that is gone, but a day that stood there may pass', async () => {
  const day = (on: string): Fields => ({
    'planned-day': on,
    'planned-month': '11',
    'planned-year': '2026',
  })
  const list = `/casussen/${caseId}/gesprek`
  const gone = t('nl').errors['planned-gone']
  const wrong = await sound(mentor.post(`${list}/nieuw`, preparation(day('22'))), 422)
  assert.ok(wrong.includes(gone))
  // Held without a preparation: what was wanted is written down afterwards, without a planned day.
  assert.equal((await mentor.post(`${list}/nieuw`, preparation())).status, 303)
  const place = await aPrepared(app.house, desk, milan(), caseId, { plannedOn: '2026-11-22' })
  const path = `${pathOf(place)}/voorbereiding`
  const moved = await sound(mentor.post(path, preparation({ ...day('21'), version: '1' })), 422)
  assert.ok(moved.includes(gone))
  assert.equal((await mentor.post(path, preparation({ ...day('22'), version: '1' }))).status, 303)
})

test('who cannot take care of it is told at the agreement, or at the next contact, that it is about', async () => {
  const place = await aHeld(app.house, desk, milan(), caseId)
  for (const kind of ['agreement', 'next-contact'] as const) {
    const body = await sound(
      mentor.post(`${pathOf(place)}/erbij`, {
        [kind]: 'Wij bellen.',
        [`${kind}-on-day`]: '27',
        [`${kind}-on-month`]: '11',
        [`${kind}-on-year`]: '2026',
        [`${kind}-owner`]: newId(),
      }),
      422,
    )
    const told = t('nl').errors[`choose-${kind}-owner`]
    assert.match(body, new RegExp(`href="#${kind}-owner"[^>]*>${told}`))
  }
})

test('the sheet for on the table names nobody, and leaves what the police may still ask', async () => {
  const place = await aPrepared(app.house, desk, milan(), caseId, {
    police: 'unknown',
    goal: 'Noor laten vertellen',
    othersKnow: 'Noors mentor',
    company: 'tante van Noor',
    questions: ['no-what-happens', 'opening-how-are-you'].map((id) => {
      const { text, withPolice } = desk.knowledge.findQuestion(id) ?? assert.fail(id)
      return { id, text, withPolice }
    }),
  })
  const { body } = await mentor.get(`${pathOf(place)}/blad`)
  const sheet = body.slice(body.indexOf('conversation-sheet'), body.indexOf('</main>'))
  assert.doesNotMatch(sheet, /Noor|Milan|Samira|C-\w{4}/)
  const [asked = '', left = ''] = sheet.split('conversation-sheet__leave')
  assert.ok(asked.includes('Hoe gaat het met je, echt?'))
  assert.equal(asked.includes('Stel dat je nee zegt.'), false)
  assert.ok(left.includes('Stel dat je nee zegt.'))
})
