import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'

let app: TestApp
let coordinator: Visitor
let mentor: Visitor
/** of a school that put nothing in force */
let yusuf: Visitor

before(async () => {
  app = await anApp({ demoRegion: true })
  coordinator = await app.signedIn(somebody('samira-denkbeeld'))
  mentor = await app.signedIn(somebody('milan-proefpersoon'))
  yusuf = await app.signedIn(somebody('yusuf-fantasie'))
})
after(() => app.close())

const sound = async (answer: { status: number; body: string }, status = 200) => {
  assert.equal(answer.status, status)
  assert.deepEqual(await faultsIn(raw(answer.body)), [])
  return answer.body
}
const newCase = () =>
  aCase(app.house, aDesk(app.house), somebody('samira-denkbeeld'), {
    circle: [somebody('milan-proefpersoon')],
  })
const printIn = (body: string) => body.match(/name="print" value="(\w+)"/)?.[1] ?? ''
const step = {
  title: 'Een goed gesprek',
  text: 'Praat rustig.',
  unit: 'school-days',
  count: '7',
  roles: ['mentor', 'care-coordinator'],
  contact: 'Kamer 12',
  used: 'yes',
}
const signal = {
  'noticed-text': 'Twee telefoons.',
  'noticed-source': 'conciërge',
  'noticed-origin': 'own',
  danger: 'no',
}
const triage = { 'reading-text': 'Geld?', 'reading-innocent': 'Een bijbaan.', 'go-on': 'yes' }
const drill = { story: 'two-phones', speed: '5' }

test('before a school has a protocol, its cases point to the example and not to a beginning', async () => {
  const caseId = await aCase(app.house, aDesk(app.house), somebody('yusuf-fantasie'))
  const page = await sound(await yusuf.get(`/casussen/${caseId}`))
  assert.ok(!page.includes(`href="/casussen/${caseId}/protocol"`))
  assert.match(page, /nog geen protocol vastgesteld/)
})

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`a school makes the example its own, and every page on the way is sound (${language})`, async () => {
    // Nothing is confirmed that did not happen.
    assert.doesNotMatch(
      (await yusuf.get(at('/protocol?vastgesteld=1'))).body,
      /geldt nu|in force now/,
    )
    for (const path of ['', '/afdruk', '/edities', '/verschillen', '/controle', '/oefening']) {
      await sound(await mentor.get(at(`/protocol${path}`)))
    }
    await sound(await coordinator.get(at('/protocol/aanpassen')))
    await coordinator.post(at('/protocol/aanpassen'))
    await sound(await coordinator.get(at('/protocol/aanpassen')))
    const talk = at('/protocol/aanpassen/stap/talk')
    const print = printIn(await sound(await coordinator.get(talk)))
    assert.ok(!(await coordinator.get(talk)).body.includes('municipal-coordinator'))
    const mine = { ...step, print, title: `Een goed gesprek (${language})` }
    const wrong = { ...mine, count: '900', used: 'no' }
    const shown = await sound(await coordinator.post(talk, wrong), 422)
    assert.ok(shown.includes('Een goed gesprek') && shown.includes('Kamer 12'))
    assert.equal((await coordinator.post(talk, mine)).status, 303)
    const late = await sound(await coordinator.post(talk, mine), 409)
    assert.ok(late.includes('Praat rustig.'))
    const own = at('/protocol/aanpassen/stap-erbij')
    const places = await sound(await coordinator.get(own))
    assert.match(places, /<option value="review"/)
    assert.doesNotMatch(places, /<option value="close"/)
    await sound(await coordinator.post(own, {}), 422)
    await coordinator.post(own, { ...step, follows: 'talk', writes: 'contact', covers: 'police' })
    const list = await sound(await coordinator.get(at('/protocol/aanpassen')))
    const [ownPath = ''] = list.match(/\/protocol\/aanpassen\/stap\/own-[0-9a-f-]+/) ?? []
    const ownPrint = printIn(await sound(await coordinator.get(at(ownPath))))
    const changed = { ...step, writes: 'fact', print: ownPrint, title: 'Nog beter' }
    assert.equal((await coordinator.post(at(ownPath), changed)).status, 303)
    const immediate = at('/protocol/aanpassen/directe-route')
    const now = printIn(await sound(await coordinator.get(immediate)))
    await sound(await coordinator.post(immediate, { print: now, text: '' }), 422)
    await coordinator.post(immediate, { print: now, text: 'Bel meteen.', roles: 'mentor' })
    await sound(await coordinator.get(at('/protocol/controle')))
    const differs = await sound(await coordinator.get(at('/protocol/verschillen?concept=1')))
    assert.ok(differs.includes('Bel meteen.') && differs.includes('Een goed gesprek'))
    const adopt = await sound(await coordinator.get(at('/protocol/aanpassen/vaststellen')))
    const [, draft = ''] = adopt.match(/name="draft" value="([0-9a-f-]+)"/) ?? []
    await sound(await coordinator.get(at('/protocol/aanpassen/weggooien')))
    const unread = { draft, print: now }
    for (const path of ['vaststellen', 'weggooien']) {
      await sound(await coordinator.post(at(`/protocol/aanpassen/${path}`), unread), 409)
    }
    const asRead = { draft, print: printIn(adopt) }
    const adopted = await coordinator.post(at('/protocol/aanpassen/vaststellen'), asRead)
    const confirmed = await sound(await coordinator.get(adopted.location))
    assert.match(confirmed, /Editie \d+ is vastgesteld en geldt nu|Edition \d+ is in force now/)
    assert.match(confirmed, /verder met de editie waarmee het begon|edition it began with/)
    const read = await sound(await mentor.get(at('/protocol')))
    assert.doesNotMatch(read, /geldt nu<|in force now</)
    assert.ok(read.includes('Een goed gesprek') && read.includes('Nog beter'))
    assert.match(read, /alleen zaterdag en zondag niet mee|only Saturdays and Sundays/)
    const jumps = [...read.matchAll(/<a href="#([^"]+)"/g)].map(([, place]) => place)
    assert.ok(jumps.includes('talk') && jumps.length > 20)
    for (const place of jumps) assert.ok(read.includes(`id="${place}"`), place)
    await sound(await mentor.get(at(`/protocol/edities/${draft}`)))
    await sound(await mentor.get(at('/protocol/edities')))
  })

  test(`a run in a case: every page is sound, nothing typed is lost, danger comes first (${language})`, async () => {
    const caseId = await newCase()
    const home = at(`/casussen/${caseId}/protocol`)
    await sound(await mentor.get(home))
    await sound(await coordinator.get(home))
    await sound(await coordinator.post(home, { 'from-day': '31', 'from-month': '' }), 422)
    const { location: run } = await coordinator.post(home, {})
    await sound(await mentor.get(run))
    const first = `${run}/stap/signal`
    await sound(await mentor.get(first))
    const half = await sound(await mentor.post(first, { ...signal, 'noticed-source': '' }), 422)
    assert.ok(half.includes('Twee telefoons.'))
    assert.equal((await mentor.post(first, signal)).location, run)
    const second = await sound(await coordinator.post(first, signal), 409)
    assert.ok(second.includes('Twee telefoons.'))
    const look = await sound(await coordinator.get(`${run}/stap/triage`))
    assert.match(look, /reading-innocent/)
    const absence = await sound(await coordinator.get(`${run}/stap/absence`))
    assert.match(absence, /Alleen nodig als je kiest: Ja|Only needed if you choose: Yes/)
    await sound(await coordinator.get(`${run}/stap/absence/overslaan`))
    await sound(await coordinator.post(`${run}/stap/absence/overslaan`, {}), 422)
    const skipped = { reason: 'Niet leerplichtig.' }
    assert.equal((await coordinator.post(`${run}/stap/absence/overslaan`, skipped)).location, run)
    const shown = await sound(await coordinator.get(run))
    assert.ok(shown.includes('Niet leerplichtig.'))
    for (const path of ['', '/stap/triage', '/stap/triage/overslaan', '/stoppen']) {
      assert.ok((await coordinator.get(`${run}${path}`)).body.includes(`${run}/direct`), path)
    }
    const direct = await sound(await mentor.get(`${run}/direct`))
    assert.ok(direct.indexOf('tel:112') < direct.indexOf('<form class="form"'))
    await mentor.post(`${run}/direct`)
    await sound(await mentor.get(`${run}/direct`))
    await sound(await mentor.get(run))
    await sound(await mentor.post(`${run}/direct/klaar`, { 'what-text': 'Er was geroep.' }), 422)
    const over = { 'what-text': 'Er was geroep.', 'what-source': 'ik', 'what-origin': 'own' }
    assert.equal((await mentor.post(`${run}/direct/klaar`, over)).location, run)
    const stopping = await sound(await coordinator.get(`${run}/stoppen`))
    assert.match(
      stopping,
      /(Dit vervalt dan|This is dropped then):<\/p>\s*<ul><li>[^<]+, (uiterlijk|by) /,
    )
    await sound(await coordinator.post(`${run}/stoppen`, {}), 422)
    const page = await sound(await coordinator.get(at(`/casussen/${caseId}`)))
    assert.ok(page.includes(`${run}/stap/triage`))
    await coordinator.post(`${run}/stoppen`, { reason: 'Verhuisd.' })
    await sound(await coordinator.get(run))
    await sound(await coordinator.get(home))
  })

  test(`a closed case offers no step of its protocol and no beginning (${language})`, async () => {
    const [begun, bare] = [await newCase(), await newCase()]
    const { location: run } = await coordinator.post(at(`/casussen/${begun}/protocol`), {})
    for (const id of [begun, bare]) {
      const closing = { outcome: 'other', words: 'Verhuisd.', told: 'Alles.' }
      assert.equal((await coordinator.post(at(`/casussen/${id}/afronden`), closing)).status, 303)
    }
    const page = await sound(await coordinator.get(at(`/casussen/${begun}`)))
    assert.ok(page.includes(`href="${run}"`))
    assert.ok(!page.includes(`${run}/stap`) && !page.includes(`${run}/direct`))
    const none = await sound(await coordinator.get(at(`/casussen/${bare}/protocol`)))
    assert.match(none, /Beginnen kan pas|Beginning is possible once/)
  })

  test(`a drill is practised by everybody, measured and thrown away (${language})`, async () => {
    const list = at('/protocol/oefening')
    await sound(await mentor.get(list))
    await sound(await coordinator.post(list, {}), 422)
    assert.equal((await mentor.post(list, drill)).status, 403)
    const { location: run } = await coordinator.post(list, drill)
    await sound(await mentor.get(run))
    // A drill is in nobody's day.
    assert.doesNotMatch(await sound(await mentor.get(`${run}/direct`)), /daglijst|day list/)
    await sound(await coordinator.get(`${run}/verslag`))
    app.house.moveClock({ seconds: 130 })
    await mentor.post(`${run}/stap/signal`, signal)
    app.house.moveClock({ minutes: 12 })
    assert.equal((await coordinator.post(`${run}/stap/triage`, triage)).location, run)
    const report = await sound(await coordinator.get(`${run}/verslag`))
    assert.match(report, /2 (minuten en|minutes and) 10 /)
    assert.match(report, language === 'nl' ? /waarvan 1 te laat/ : /of which 1 late/)
    const { rows } = await app.house.pool.query('select count(*)::int as n from case_entry')
    await coordinator.post(`${run}/weggooien`)
    assert.equal((await coordinator.get(run)).status, 404)
    const after = await app.house.pool.query('select count(*)::int as n from case_entry')
    assert.deepEqual(after.rows, rows)
    const left = await app.house.pool.query(
      'select count(*)::int as n from protocol_event where run_id = $1',
      [run.split('/').at(-1)],
    )
    assert.equal(left.rows[0]?.n, 0)
  })
}

/** Whoever has no cases at all may hear so; nobody hears that this one is there. */
const closed = [403, 404]

test('whoever does not work with pupils, or is of another school, finds nothing here', async () => {
  const id = await newCase()
  const { location: run } = await coordinator.post(`/casussen/${id}/protocol`, {})
  for (const slug of ['pieter-privaat', 'agnes-agent', 'yusuf-fantasie']) {
    const visitor = await app.signedIn(somebody(slug))
    assert.ok(closed.includes((await visitor.get(run)).status), slug)
    assert.ok(closed.includes((await visitor.post(`${run}/stap/signal`, signal)).status), slug)
    if (slug === 'yusuf-fantasie') continue
    assert.equal((await visitor.get('/protocol')).status, 404, slug)
    assert.equal((await visitor.post('/protocol/aanpassen')).status, 404, slug)
  }
  assert.equal((await mentor.get('/protocol/aanpassen')).status, 403)
})

test('what is late or due today stands first and whole, and what waits is folded by part', async () => {
  const id = await newCase()
  const { location: run } = await coordinator.post(`/casussen/${id}/protocol`, {})
  await mentor.post(`${run}/stap/signal`, signal)
  const [early = ''] = (await coordinator.get(run)).body.split('<details')
  assert.ok(early.includes('Volgende stap') && !early.includes('Vraag 1'))
  app.house.moveClock({ hours: 24 * 9 })
  // As long ago as that, the session is over.
  const back = await app.signedIn(somebody('samira-denkbeeld'))
  const [first = '', ...folded] = (await sound(await back.get(run))).split('<details')
  assert.ok(first.includes('Vandaag te doen, of al te laat'))
  assert.equal(first.match(/class="panel"/g)?.length, 2)
  assert.equal(first.match(/termijn voorbij/g)?.length, 2)
  assert.ok(!first.includes('nog niet aan de beurt'))
  assert.match(folded[0] ?? '', /<summary.*2 te doen, 1 gedaan/)
  assert.match(folded[3] ?? '', /<summary.*5 nog niet aan de beurt/)
  app.house.moveClock({ hours: -24 * 9 })
})

test('whom to call stands in the step, in the run and at the task, with how sure we are of the number', async () => {
  const id = await newCase()
  const { location: run } = await coordinator.post(`/casussen/${id}/protocol`, {})
  assert.ok(!(await coordinator.get(run)).body.includes('tel:08002000'))
  await mentor.post(`${run}/stap/signal`, signal)
  await coordinator.post(`${run}/stap/absence`, { reached: 'no', again: 'no' })
  await coordinator.post(`${run}/stap/triage`, triage)
  await coordinator.post(`${run}/stap/consult/overslaan`, { reason: 'Al gedaan.' })
  const { rows } = await app.house.pool.query(
    `select id from case_task where case_id = $1 and state = 'open'`,
    [id],
  )
  const task = `/casussen/${id}/taken/${rows[0]?.id}`
  for (const path of [run, `${run}/stap/advice`, task]) {
    const page = await sound(await coordinator.get(path))
    for (const number of ['tel:08002000', 'tel:0334481186']) assert.ok(page.includes(number), path)
    assert.match(page, /Dag en nacht/)
    assert.match(page, /Controleer dit voordat je erop rekent/, path)
  }
  const stranger = await app.signedIn(somebody('yusuf-fantasie'))
  assert.equal((await stranger.get(task)).status, 404)
  await coordinator.post(`${run}/stap/advice/overslaan`, { reason: 'Al gebeld.' })
  assert.ok(!(await coordinator.get(task)).body.includes('tel:08002000'))
})

test('a term of a law is in sight during the immediate route and before stopping, and can be kept', async () => {
  const id = await newCase()
  const { location: run } = await coordinator.post(`/casussen/${id}/protocol`, {})
  const { day, month, year } = app.house.clock().toZonedDateTimeISO('Europe/Amsterdam')
  const reached = {
    'reached-on-day': String(day),
    'reached-on-month': String(month),
    'reached-on-year': String(year),
  }
  const sixteen = { reached: 'yes', again: 'no', ...reached }
  assert.equal((await mentor.post(`${run}/stap/absence`, sixteen)).location, run)
  await mentor.post(`${run}/direct`)
  for (const path of ['', '/stoppen']) {
    const page = await sound(await coordinator.get(`${run}${path}`))
    assert.match(page, /termijn uit een wet/, path)
  }
  assert.ok((await coordinator.get(run)).body.includes(`${run}/stap/absence-report`))
  const report = await sound(await coordinator.get(`${run}/stap/absence-report`))
  assert.match(report, /<form[^>]+action="[^"]+absence-report"/)
  assert.doesNotMatch(await sound(await coordinator.get(`${run}/stap/signal`)), /Stap is gedaan/)
})

test('an answer that means danger leads to the telephone at once', async () => {
  const id = await newCase()
  const { location: run } = await coordinator.post(`/casussen/${id}/protocol`, {})
  const answer = await mentor.post(`${run}/stap/signal`, { ...signal, danger: 'yes' })
  assert.equal(answer.location, `${run}/direct`)
  assert.match((await mentor.get(run)).body, /De directe route loopt/)
})
