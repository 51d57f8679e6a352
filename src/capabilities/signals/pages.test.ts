import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { type Language, languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aRecording, aSignal } from './a-recording.ts'
import { t } from './words.ts'

let app: TestApp
let mentor: Visitor
let coordinator: Visitor

const milan = () => somebody('milan-proefpersoon')

before(async () => {
  app = await anApp({ demoRegion: true })
  mentor = await app.signedIn(milan())
  coordinator = await app.signedIn(somebody('samira-denkbeeld'))
})
after(() => app.close())

const recorded = (change: Parameters<typeof aSignal>[3] = {}) =>
  aSignal(app.house, aRecording(app.house), milan(), change)

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const start = async (language: Language): Promise<string> => {
  const answer = await mentor.post(link(language, '/signalen/nieuw'), { danger: 'no' })
  return answer.location.replace(/\/wat$/, '')
}

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`every page of writing a signal down is valid, with and without errors (${language})`, async () => {
    await sound(mentor.get(at('/signalen/nieuw')))
    await sound(mentor.post(at('/signalen/nieuw')), 422)
    const draft = await start(language)
    await sound(mentor.get(`${draft}/gevaar`))
    await sound(mentor.get(`${draft}/wat`))
    await sound(mentor.post(`${draft}/wat`, { 'noticed-day': '31' }), 422)
    await mentor.post(`${draft}/wat`, {
      about: 'pupil',
      subject: '<b>Kwetal</b>',
      narrative: 'Kwetal heeft twee telefoons. <script>alert(1)</script>',
      'noticed-day': '',
      origin: 'own',
    })
    const shown = await sound(mentor.get(`${draft}/signalen`))
    assert.match(shown, /answer-TEL-01/)
    await sound(mentor.post(`${draft}/signalen`, { readers: 'one-colleague' }), 422)
    await mentor.post(`${draft}/signalen`, {
      'answer-TEL-01': 'observed',
      'added-MON': ['MON-02', 'MON-99'],
      innocent: 'een neef',
      readers: 'coordinators',
    })
    const again = await sound(mentor.get(`${draft}/signalen`))
    assert.match(again, /name="chosen-MON-02"/)
    const check = await sound(mentor.get(`${draft}/controleer`))
    assert.equal(check.includes('<b>Kwetal'), false)
    assert.equal(check.includes('MON-99'), false)
    const { location } = await mentor.post(`${draft}/controleer`)
    await sound(mentor.get(location))
    await sound(mentor.get(at('/signalen')))
  })

  test(`the answer about danger can be seen and changed before and seen after recording (${language})`, async () => {
    const [yes, no, after] =
      language === 'nl'
        ? ['Ja, er is nu gevaar', 'Nee, niet op dit moment', 'Ja, bij het vastleggen']
        : ['Yes, there is danger now', 'No, not at this moment', 'Yes, when it was recorded']
    const draft = await start(language)
    const what = { about: 'place', subject: 'Kelder', narrative: 'Iets.', origin: 'own' }
    await mentor.post(`${draft}/wat`, what)
    await mentor.post(`${draft}/signalen`, { readers: 'coordinators' })
    const check = await sound(mentor.get(`${draft}/controleer`))
    assert.ok(check.includes(no))
    assert.ok(check.includes(`href="${draft}/direct-gevaar"`))
    await sound(mentor.get(`${draft}/direct-gevaar`))
    await sound(mentor.post(`${draft}/direct-gevaar`), 422)
    const changed = await mentor.post(`${draft}/direct-gevaar`, { danger: 'yes' })
    assert.equal(changed.location, `${draft}/gevaar`)
    assert.ok((await mentor.get(`${draft}/controleer`)).body.includes(yes))
    const { location } = await mentor.post(`${draft}/controleer`)
    const page = location.replace('/ontvangst', '')
    assert.ok((await sound(mentor.get(page))).includes(after))
    await coordinator.post(`${page}/oppakken`)
    await coordinator.post(`${page}/afronden`, { outcome: 'explained', words: 'Klaar.' })
    for (const visitor of [mentor, coordinator]) {
      assert.ok((await sound(visitor.get(page))).includes(after))
    }
  })

  test(`what was recognised and left unanswered is named before recording (${language})`, async () => {
    const draft = await start(language)
    const narrative =
      language === 'nl'
        ? 'Hij heeft twee telefoons. Hij heeft geen wapen.'
        : 'He has two phones. He has no weapon.'
    const what = { about: 'place', subject: 'Kelder', narrative, origin: 'own' }
    await mentor.post(`${draft}/wat`, what)
    await mentor.post(`${draft}/signalen`, { readers: 'coordinators' })
    const left = language === 'nl' ? /Nog niet beantwoord/ : /Not answered yet/
    const check = await sound(mentor.get(`${draft}/controleer`))
    assert.match(check, left)
    assert.match(check, /<q[^>]*>(twee telefoons|two phones)<\/q>/)
    assert.equal(/<q[^>]*>[^<]*(wapen|weapon)/.test(check), false)
    const answered = { readers: 'coordinators', 'answer-TEL-01': 'unknown' }
    await mentor.post(`${draft}/signalen`, answered)
    assert.equal(left.test((await mentor.get(`${draft}/controleer`)).body), false)
  })

  test(`whoever passes on is not offered themselves, and what was typed stays (${language})`, async () => {
    const page = at(`/signalen/${await recorded()}`)
    const { personId } = somebody('samira-denkbeeld')
    assert.equal((await sound(coordinator.get(`${page}/doorgeven`))).includes(personId), false)
    const fields = { colleague: personId, words: 'Een lange toelichting.' }
    assert.match(
      await sound(coordinator.post(`${page}/doorgeven`, fields), 422),
      /lange toelichting/,
    )
  })

  test(`whoever may not record reads what they can do instead, and with danger now 112 first (${language})`, async () => {
    for (const slug of ['agnes-agent', 'pieter-privaat', 'karim-kompas', 'olivier-afweging']) {
      const visitor = await app.signedIn(somebody(slug))
      const shown = await sound(visitor.get(at('/signalen/nieuw')), 403)
      assert.ok(shown.includes(`href="${at('/verken')}"`))
      assert.ok(shown.includes('href="tel:112"'))
      assert.equal(shown.includes('name="danger"'), false)
    }
    const officer = await app.signedIn(somebody('agnes-agent'))
    const now = await sound(officer.post(at('/signalen/nieuw'), { danger: 'yes' }), 403)
    assert.match(now, language === 'nl' ? /<h1>Bel eerst 112/ : /<h1>Call 112 first/)
    await sound(officer.post(at('/signalen/nieuw'), { danger: 'no' }), 403)
  })

  test(`a withdrawn signal says that its words are erased, not that they were never there (${language})`, async () => {
    const page = at(`/signalen/${await recorded({ moment: 'elke dinsdag' })}`)
    await mentor.post(`${page}/intrekken`, { because: 'mistake' })
    const body = await sound(mentor.get(page))
    for (const untrue of [
      'Niet ingevuld',
      'Not filled in',
      'Geen signalen',
      'No signals',
      '?</dt>',
    ]) {
      assert.equal(body.includes(untrue), false, untrue)
    }
    assert.equal(body.split(language === 'nl' ? 'zijn gewist' : 'were erased').length, 6)
  })

  test(`of what the reporter denies only the denial is said (${language})`, async () => {
    const draft = await start(language)
    const [narrative, denied] =
      language === 'nl'
        ? ['Hij heeft geen twee telefoons.', 'Je schrijft dat dit er juist niet was.']
        : ['He does not have two phones.', 'You write that this was not the case.']
    await mentor.post(`${draft}/wat`, { narrative })
    const shown = await sound(mentor.get(`${draft}/signalen`))
    const said = /answer-TEL-01-hint"[^>]*>(.*?)<\/div>/s.exec(shown)?.[1] ?? ''
    const words = said.replaceAll(/<q.*?<\/q>/g, '…').replaceAll(/\s+/g, ' ')
    assert.match(words, new RegExp(`: (… )+${denied.replace('.', '[.]')}$`))
  })

  test(`whoever sends a page twice by accident does so once (${language})`, async () => {
    const hidden = (body: string) => /name="key" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const key = hidden(await sound(mentor.get(at('/signalen/nieuw'))))
    const again = hidden(await sound(mentor.post(at('/signalen/nieuw'), { key }), 422))
    assert.equal(again, key)
    const begin = () => mentor.post(at('/signalen/nieuw'), { danger: 'no', key })
    assert.equal((await begin()).location, (await begin()).location)
    const path = at(`/signalen/${await recorded()}/aanvulling`)
    const fields = { words: 'Het was dinsdag.', key: hidden(await sound(mentor.get(path))) }
    for (const answer of [await mentor.post(path, fields), await mentor.post(path, fields)]) {
      assert.equal(answer.status, 303)
    }
    const shown = await sound(mentor.get(path.replace('/aanvulling', '')))
    assert.equal(shown.match(/Het was dinsdag/g)?.length, 1)
  })

  test(`what somebody typed comes back when another was first, with the way to the signal (${language})`, async () => {
    const id = await recorded()
    const page = at(`/signalen/${id}`)
    await coordinator.post(`${page}/oppakken`)
    const again = await sound(coordinator.post(`${page}/oppakken`), 409)
    assert.ok(again.includes(`href="${page}"`))
    const close = (words: string) =>
      coordinator.post(`${page}/afronden`, { outcome: 'explained', words })
    await close('De eerste.')
    const second = await sound(close('Lang verhaal\nvan de <tweede>.'), 409)
    assert.match(second, /Lang verhaal\nvan de &lt;tweede&gt;[.]/)
    assert.ok(second.includes(`href="${page}"`))
    const withdrawn = { because: 'mistake' }
    assert.ok((await sound(mentor.post(`${page}/intrekken`, withdrawn), 409)).includes(page))
  })

  test(`what was typed for a draft that is recorded already comes back, with the signal it became (${language})`, async () => {
    const draft = await start(language)
    const fields = { about: 'place', subject: 'Kelder', narrative: 'Eerst dit.', origin: 'own' }
    await mentor.post(`${draft}/wat`, fields)
    await mentor.post(`${draft}/signalen`, { readers: 'coordinators' })
    const { location } = await mentor.post(`${draft}/controleer`)
    const signal = location.replace('/ontvangst', '')
    const late = { ...fields, narrative: 'En toen dit nog.' }
    const body = await sound(mentor.post(`${draft}/wat`, late), 404)
    assert.match(body, /En toen dit nog[.]/)
    assert.ok(body.includes(`href="${signal}"`))
    const answers = { readers: 'coordinators', innocent: 'Een oom.' }
    assert.match(await sound(mentor.post(`${draft}/signalen`, answers), 404), /Een oom[.]/)
  })

  test(`an act says which signal it is about, and an answer which question (${language})`, async () => {
    const page = at(`/signalen/${await recorded()}`)
    const reference = /S-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await mentor.get(page)).body)?.[0] ?? 'none'
    await coordinator.post(`${page}/vraag`, { words: 'Wie was daar bij?' })
    for (const [visitor, act] of [
      [mentor, 'antwoord'],
      [mentor, 'aanvulling'],
      [coordinator, 'vraag'],
      [coordinator, 'doorgeven'],
      [mentor, 'intrekken'],
    ] as const) {
      const body = await sound(visitor.get(`${page}/${act}`))
      assert.ok(body.split(reference).length > 2, act)
      assert.ok(body.includes(`href="${page}"`), act)
      assert.equal(body.includes('Wie was daar bij?'), act === 'antwoord')
    }
  })

  test(`every page of following up is valid, for the coordinator and the reporter (${language})`, async () => {
    const id = await recorded({ danger: 'yes', heardFrom: 'Bram', origin: 'both' })
    await recorded()
    const page = at(`/signalen/${id}`)
    await sound(coordinator.get(at('/wachtrij')))
    await sound(coordinator.post(at('/wachtrij/samen')), 422)
    await sound(coordinator.get(page))
    await coordinator.post(`${page}/oppakken`)
    for (const act of ['vraag', 'doorgeven', 'afronden']) {
      await sound(coordinator.get(`${page}/${act}`))
      await sound(coordinator.post(`${page}/${act}`), 422)
    }
    await coordinator.post(`${page}/vraag`, { words: 'Wie was erbij?' })
    await sound(mentor.get(page))
    await sound(mentor.get(`${page}/antwoord`))
    await mentor.post(`${page}/antwoord`, { words: 'Een neef.' })
    await sound(mentor.get(`${page}/aanvulling`))
    await coordinator.post(`${page}/afronden`, { outcome: 'explained', words: 'Het is goed.' })
    for (const state of ['new', 'taken-up', 'question-asked', 'closed', 'nonsense']) {
      await sound(coordinator.get(at(`/wachtrij?stand=${state}`)))
    }
    const other = at(`/signalen/${await recorded()}`)
    await sound(mentor.get(`${other}/intrekken`))
    await sound(mentor.post(`${other}/intrekken`), 422)
    await mentor.post(`${other}/intrekken`, { because: 'mistake' })
    await sound(mentor.get(other))
  })
}

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`where nobody can look, recording is refused with what to do instead, and the draft stays (${language})`, async () => {
    const { house } = app
    const school = await house.anOrganisation()
    const teacher = await app.signedIn(await house.aPerson(school, ['teacher']))
    const { location } = await teacher.post(at('/signalen/nieuw'), { danger: 'no' })
    const draft = location.replace(/\/wat$/, '')
    await teacher.post(`${draft}/wat`, {
      about: 'place',
      subject: 'Kelder',
      narrative: 'Iets.',
      origin: 'own',
    })
    const shown = await sound(teacher.get(`${draft}/signalen`))
    assert.match(shown, /0800.2000/)
    // Whether something was chosen or not: nothing can be, so nobody is asked to.
    for (const chosen of [{}, { readers: 'one-colleague' }, { readers: 'coordinators' }]) {
      const refused = await sound(teacher.post(`${draft}/signalen`, chosen), 422)
      const [summary = ''] = /error-summary[\s\S]*?<\/ul>/.exec(refused) ?? []
      assert.deepEqual(
        [...summary.matchAll(/<li>.*?<\/li>/g)].map(([item]) => item.replaceAll(/<[^>]*>/g, '')),
        [t(language).errors['nobody-here']],
      )
    }
    assert.match(await sound(teacher.get(`${draft}/controleer`), 422), /0800.2000/)
    await sound(teacher.post(`${draft}/controleer`), 422)
    assert.match((await teacher.get(at('/signalen'))).body, /Kelder/)
    await house.aPerson(school, ['safety-coordinator'])
    const other = await sound(
      teacher.post(`${draft}/signalen`, { readers: 'care-coordinators' }),
      422,
    )
    assert.match(other, language === 'nl' ? /is er hier nu niet/ : /nobody here now/)
    await teacher.post(`${draft}/signalen`, { readers: 'coordinators' })
    assert.equal((await teacher.post(`${draft}/controleer`)).status, 303)
  })

  test(`the reporter reads that nobody of the chosen is left, and who looks now (${language})`, async () => {
    const { house } = app
    const school = await house.anOrganisation()
    const reporter = await house.aPerson(school, ['teacher'])
    const reader = await house.aPerson(school, ['school-leader'], 'Daan Voorbeeld')
    const care = await house.aPerson(school, ['care-coordinator'])
    const choice = { readers: 'one-colleague', readerId: reader.personId }
    const id = await aSignal(house, aRecording(house), reporter, choice)
    const page = at(`/signalen/${id}`)
    const left = language === 'nl' ? /niemand meer van wie je koos/ : /Nobody whom you chose/
    const teacher = await app.signedIn(reporter)
    const before = await sound(teacher.get(page))
    assert.equal(left.test(before), false)
    const leaves = (personId: string) =>
      house.pool.query('update membership set active = false where person_id = $1', [personId])
    await leaves(reader.personId)
    const after = await sound(teacher.get(page))
    assert.match(after, left)
    assert.equal(after.includes('Daan Voorbeeld'), false)
    await sound((await app.signedIn(care)).get(page))
    await leaves(care.personId)
    assert.match(await sound(teacher.get(page)), /112/)
  })
}

test('a list says nothing about how heavy a signal is, and shows it in no order but that of terms', async () => {
  const body = (await coordinator.get('/wachtrij')).body.replaceAll(/<[^>]*>/g, ' ')
  for (const word of ['strong', 'moderate', 'weak', 'sterk', 'zwak', 'ernst', 'risico', 'score']) {
    assert.equal(new RegExp(`\\b${word}`, 'i').test(body), false, word)
  }
})

test('a place in a list that was tampered with means the beginning', async () => {
  for (const query of ['na=x', 'na=2026-13-45_x', `na=2026-01-01_${'0'.repeat(36)}`]) {
    assert.equal((await coordinator.get(`/wachtrij?${query}`)).status, 200, query)
  }
  assert.equal((await mentor.get('/signalen?voor=9999_x')).status, 200)
})

test('what is kept while typing does not need to be whole, and is not judged', async () => {
  const draft = await start('nl')
  const kept = await mentor.post(`${draft}/bewaar`, { narrative: 'Halve z' })
  assert.equal(kept.status, 204)
  assert.match((await mentor.get(`${draft}/wat`)).body, /Halve z/)
})

test('a save that was overtaken on its way puts no older words back', async () => {
  const draft = await start('nl')
  const keep = (narrative: string, turn: string) =>
    mentor.post(`${draft}/bewaar`, { narrative, turn })
  const shown = async () => (await mentor.get(`${draft}/wat`)).body
  await keep('Eerst', 'een.1')
  await mentor.post(`${draft}/wat`, { narrative: 'Eerst en dan nog', turn: 'een.3' })
  assert.equal((await keep('Eerst en', 'een.2')).status, 204)
  assert.match(await shown(), /Eerst en dan nog/)
  await keep('Nieuwer', 'een.4')
  assert.match(await shown(), /Nieuwer/)
})

test('of two windows with one draft, what is typed last is kept, and each hears the truth', async () => {
  const draft = await start('nl')
  for (const [narrative, turn] of [
    ['In het ene venster', 'een.1'],
    ['In het andere venster', 'twee.1'],
    ['In het ene venster verder', 'een.2'],
  ] as const) {
    assert.equal((await mentor.post(`${draft}/bewaar`, { narrative, turn })).status, 204)
    assert.ok((await mentor.get(`${draft}/wat`)).body.includes(`${narrative}<`), narrative)
  }
})

test('throwing a draft away is asked on a page of its own, and then it is gone', async () => {
  const draft = await start('nl')
  await mentor.post(`${draft}/wat`, {
    about: 'place',
    subject: 'Kelder',
    narrative: 'Iets.',
    origin: 'own',
  })
  await mentor.post(`${draft}/signalen`, { readers: 'coordinators' })
  const check = await sound(mentor.get(`${draft}/controleer`))
  assert.equal(check.includes(`action="${draft}/weggooien"`), false)
  assert.ok(check.includes(`href="${draft}/weggooien"`))
  const asked = await sound(mentor.get(`${draft}/weggooien`))
  assert.match(asked, /Kelder/)
  assert.equal((await mentor.get(`${draft}/wat`)).status, 200)
  await mentor.post(`${draft}/weggooien`)
  assert.equal((await mentor.get(`${draft}/wat`)).status, 404)
})

test('with recognition off no script is sent with the form', async () => {
  const draft = await start('nl')
  const on = (await mentor.get(`${draft}/wat`)).body
  await mentor.get(`${draft}/wat?herkenning=uit`)
  const off = (await mentor.get(`${draft}/wat`)).body
  assert.match(on, /<script/)
  assert.equal(off.includes('<script'), false)
})
