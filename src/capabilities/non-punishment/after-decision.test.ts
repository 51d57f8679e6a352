import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import {
  aChoice,
  aDecidedDossier,
  aReadyDossier,
  aSigning,
  aStatement,
  assessmentWords,
  factWords,
} from './a-dossier.ts'
import { aDossierApp, aReceivedFact, refusal } from './a-dossier-app.ts'
import { noteObjection, tellParty } from './after-decision.ts'
import { considerExploitation, enterAssessment, goWithoutAssessment } from './assess.ts'
import { decisionThen } from './decision-view.ts'
import { openDossierKey, places } from './dossier-key.ts'
import { dossierIntake } from './facts-of-dossier.ts'
import { addStatement, finishWorksheet, resumeWorksheet } from './fill-worksheet.ts'
import { listDossiers } from './list-dossiers.ts'
import { noticeRecipients } from './notice-recipients.ts'
import { paperOf } from './paper.ts'
import { reopenDossier } from './reopen-dossier.ts'
import { NotToBeSigned } from './sign-decision.ts'
import { findKeyRow, insertEvent } from './store.ts'
import { insertNotice } from './store-contents.ts'
import { addFact } from './write-in-dossier.ts'

const here = aDossierApp()
const { can, does, read, recall, sign } = here

const decided = () => aDecidedDossier(can(), here.desk, here.handler)
const reopen = (id: string, because = 'Er is iets nieuws.') =>
  does((work) => reopenDossier(work, here.desk, id, { because }))
const day = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' }
const page = async (path: string) => (await (await here.app.signedIn(here.handler)).get(path)).body

const prosecuting = (offences: readonly string[], change: object = {}) => {
  const choice = aChoice({ route: 'prosecution', grounds: [] })
  return aSigning(offences, { choices: new Map(offences.map((id) => [id, choice])), ...change })
}

/** Decided to prosecute, in the only round. */
async function prosecuted() {
  const ready = await aReadyDossier(can(), here.desk, here.handler)
  await sign(ready.id, prosecuting(ready.offences))
  return ready
}

// An assessment stands until the dossier is gone, also in another round.

test('an assessment of the round before is not passed over: without clear reasons nobody departs from it', async () => {
  const { id, offences } = await decided()
  here.app.house.moveClock({ seconds: 1 })
  const because = 'Er is al een beoordeling.'
  const acts: readonly ((work: Work) => Promise<unknown>)[] = [
    (work) => addFact(work, here.desk, id, { kind: 'fact', words: factWords(), on: undefined }),
    (work) => reopenDossier(work, here.desk, id, { because: 'Nieuw.' }),
    (work) => considerExploitation(work, here.desk, id, { answer: 'yes', because }),
    (work) => goWithoutAssessment(work, here.desk, id, { because }),
    (work) => finishWorksheet(work, here.desk, id, { because: 'Meer is er niet.' }),
  ]
  for (const act of acts) await does(act)
  const form = await page(`/dossiers/${id}/besluit/nieuw`)
  assert.match(form, /Er kwam geen nieuwe beoordeling/)
  assert.match(form, /value="departs"/)
  assert.doesNotMatch(form, /value="no-assessment"/)
  const refused = (because: string) => (error: unknown) =>
    error instanceof NotToBeSigned && error.against[0]?.because === because
  const none = prosecuting(offences, { following: 'no-assessment' })
  await assert.rejects(sign(id, none), refused('following-does-not-fit'))
  const departs = { following: 'departs' }
  await assert.rejects(sign(id, prosecuting(offences, departs)), refused('clear-reasons-missing'))
  const clearReasons = 'De beoordeling is van voor het nieuwe bericht.'
  await sign(id, prosecuting(offences, { ...departs, clearReasons }))
  const whole = await read(id)
  const last = whole.decisions.at(-1)?.id ?? ''
  const then = decisionThen(whole, last)
  assert.ok(then)
  const paper = JSON.stringify(paperOf({ language: 'nl', desk: here.desk, read: whole, then }))
  for (const text of [await page(`/dossiers/${id}/besluit/${last}`), paper]) {
    for (const part of ['Er kwam geen nieuwe beoordeling', because, clearReasons, 'Elif Kenner']) {
      assert.ok(text.includes(part), part)
    }
    assert.doesNotMatch(text, /Er was geen beoordeling/)
  }
  const first = await page(`/dossiers/${id}/besluit/${whole.decisions[0]?.id}`)
  assert.doesNotMatch(first, /Er (kwam|was) geen/)
})

test('what is not said on paper about who assessed is written down as that, and stands in the decision', async () => {
  const { id, offences, facts } = await aReadyDossier(can(), here.desk, here.handler)
  await does((work) => resumeWorksheet(work, here.desk, id, {}))
  const enter = (change: Parameters<typeof assessmentWords>[0]) =>
    does((work) =>
      enterAssessment(work, here.desk, id, {
        ...{ words: assessmentWords(change), on: '2026-11-20', facts },
      }),
    )
  await assert.rejects(enter({ qualification: ' ' }), refusal('qualification-missing'))
  await assert.rejects(enter({ involved: '' }), refusal('involved-missing'))
  await assert.rejects(enter({ qualifiedOn: '2026-12-24' }), refusal('qualified-on-future'))
  const visitor = await here.app.signedIn(here.handler)
  const paper = { by: 'Tweede Kenner', capacity: 'gedragskundige', source: 'brief 13' }
  const said = { inFavour: 'Veel.', against: 'Weinig.', unknown: 'Wie.', conclusion: 'Wel.' }
  const at = `/dossiers/${id}/beoordeling`
  const { status, body } = await visitor.post(at, { ...paper, ...said, ...day })
  assert.equal(status, 422)
  assert.match(body, /Wat maakt deze persoon deskundig/)
  const missing = { qualification: 'Dat zegt de brief niet.', involved: 'Beslist ook zelf.' }
  assert.equal((await visitor.post(at, { ...paper, ...said, ...day, ...missing })).status, 303)
  await does((work) => finishWorksheet(work, here.desk, id, { because: 'Meer is er niet.' }))
  await sign(id, aSigning(offences, { clearReasons: 'Beide zeggen hetzelfde.' }))
  const [decision] = (await read(id)).decisions
  const text = await page(`/dossiers/${id}/besluit/${decision?.id}`)
  assert.match(text, /Dat zegt de brief niet[\s\S]*Sinds wanneer staat er niet in/)
  assert.match(text, /Beslist ook zelf\./)
})

// On what it is looked at anew.

test('a recall of a fact that nothing rests on reopens nothing; of one the worksheet rests on it does, and says so', async () => {
  const { id, offences } = await aReadyDossier(can(), here.desk, here.handler)
  await does((work) => resumeWorksheet(work, here.desk, id, {}))
  const [used, unused] = [aReceivedFact(), aReceivedFact()]
  for (const item of [used, unused]) {
    await does((work) => dossierIntake(here.desk).take(work, id, item, 'nl'))
  }
  const fact = (await read(id)).facts.at(-2)?.id ?? ''
  await does((work) => addStatement(work, here.desk, id, aStatement([fact])))
  await does((work) => finishWorksheet(work, here.desk, id, { because: 'Meer is er niet.' }))
  await sign(id, aSigning(offences))
  here.app.house.moveClock({ seconds: 1 })
  await recall(id, unused.id)
  await assert.rejects(reopen(id), refusal('nothing-new'))
  assert.match(await page(`/dossiers/${id}`), /Vertel het besluit/)
  await recall(id, used.id)
  for (const path of ['/dossiers', `/dossiers/${id}`]) {
    assert.match(await page(path), /Een feit waar je besluit op rust, is teruggehaald/)
  }
  await reopen(id, 'De school haalde het terug.')
  assert.equal((await read(id)).head.state, 'reopened')
  assert.deepEqual((await read(id)).head.news, { assessment: false, recall: false })
})

test('an assessment that came after the decision is marked in the dossier and in the list', async () => {
  const { id, facts } = await decided()
  const words = assessmentWords({ by: 'Late Kenner' })
  await does((work) => enterAssessment(work, here.desk, id, { words, on: '2026-11-20', facts }))
  const line = (await does((work) => listDossiers(work, here.desk))).lines.find(
    (one) => one.id === id,
  )
  assert.deepEqual(line?.news, { assessment: true, recall: false })
  const body = await page(`/dossiers/${id}`)
  assert.match(body, /Er kwam een beoordeling na je besluit/)
  assert.match(body, /Geen besluit woog deze mee[\s\S]*Late Kenner/)
  assert.doesNotMatch(body, /Geen besluit woog deze mee[\s\S]*Elif Kenner/)
  await reopen(id)
})

for (const language of languages) {
  test(`all on which a sepot can be reopened is said before signing and on the form (${language})`, async () => {
    const ready = await aReadyDossier(can(), here.desk, here.handler)
    const { id } = await decided()
    const grounds =
      language === 'nl'
        ? [/nieuw feit|een feit/, /beoordeling/, /teruggehaald/, /klacht gegrond/, /rechter/]
        : [/fact/, /assessment/, /recalled/, /complaint was upheld/, /court/]
    for (const path of [`/dossiers/${ready.id}/besluit/nieuw`, `/dossiers/${id}/heropenen`]) {
      const body = await page(link(language, path))
      const told = body.match(/<p[^>]*>[^<]*(teruggehaald|recalled)[^<]*<\/p>/)?.[0] ?? ''
      for (const ground of grounds) assert.match(told, ground, path)
    }
  })
}

// Who is told, and who disagrees.

test('the letter promises a complaint about a sepot, and none when nothing is a sepot', async () => {
  const { id } = await decided()
  const letter = `/dossiers/${id}/bericht/young-person`
  assert.match(await page(letter), /een klacht sturen/)
  assert.match(await page(link('en', letter)), /send a complaint/)
  const other = await prosecuted()
  const body = await page(`/dossiers/${other.id}/bericht/young-person`)
  assert.match(body, /Vraag het aan mij of aan je advocaat/)
  assert.doesNotMatch(body, /klacht/)
})

test('what was told under a name that is no recipient any more stays to be read, and is not written again', async () => {
  const { id, decision } = await decided()
  const words = { text: 'Er is een besluit, collega.', why: '' }
  const recipient = 'partner'
  // As it was written before partners were told one by one.
  await does(async (work) => {
    const row = await findKeyRow(work, id)
    assert.ok(row)
    const seal = await openDossierKey(work, here.desk.keyring, row)
    const eventId = newId()
    await insertNotice(work, {
      ...{ dossier_id: id, id: newId(), decision_id: decision, recipient, state: 'told' },
      ...{ told_on: '2026-11-20', written_at: work.now.toString() },
      content: seal.seal(places.notice(decision, recipient), words),
    })
    const content = seal.seal(places.event(eventId), { whom: recipient, notice: 'told' })
    await insertEvent(work, { dossier_id: id, id: eventId, kind: 'tell', content })
    work.audit({ act: 'test.tell', subject: id })
  })
  const body = await page(`/dossiers/${id}`)
  assert.match(body, /De partner die iets aanleverde<\/a>: verstuurd, 20 november 2026/)
  assert.match(body, /<p>De partner die iets aanleverde: verstuurd<\/p>/)
  const visitor = await here.app.signedIn(here.handler)
  const at = `/dossiers/${id}/bericht/${recipient}`
  const notice = await visitor.get(at)
  assert.equal(notice.status, 200)
  assert.match(notice.body, /Er is een besluit, collega\./)
  assert.doesNotMatch(notice.body, /<textarea/)
  assert.deepEqual(await faultsIn(raw(notice.body)), [])
  assert.equal((await visitor.post(at, { state: 'draft', text: 'Nog een.' })).status, 404)
})

test('without anything new a decision stays; with a new fact, or an order of the court, it is looked at anew', async () => {
  const { id } = await aDecidedDossier(can(), here.desk, here.handler)
  await assert.rejects(reopen(id), refusal('nothing-new'))
  here.app.house.moveClock({ seconds: 1 })
  await does((work) =>
    addFact(work, here.desk, id, { kind: 'fact', words: factWords(), on: undefined }),
  )
  await reopen(id)
  const again = await read(id)
  assert.deepEqual([again.head.state, again.head.basis], ['reopened', undefined])
  await assert.rejects(sign(id, aSigning([])), refusal('no-assessment-yet'))
})

test('an order of the court reopens a decision without a new fact', async () => {
  const { id } = await aDecidedDossier(can(), here.desk, here.handler)
  const note = { kind: 'article-12', on: '2026-11-23', text: 'Beklag.' } as const
  await does((work) => noteObjection(work, here.desk, id, note))
  const visitor = await here.app.signedIn(here.handler)
  const [objection] = (await read(id)).objections
  await visitor.post(`/dossiers/${id}/bezwaar/${objection?.id}/uitkomst`, {
    ...{ 'on-day': '23', 'on-month': '11', 'on-year': '2026' },
    outcome: 'yes',
    answer: 'Het hof beveelt vervolging.',
  })
  const because = 'Het hof beval het.'
  const { status } = await visitor.post(`/dossiers/${id}/heropenen`, { because })
  assert.equal(status, 303)
  assert.equal((await read(id)).head.state, 'reopened')
})

test('a complaint is answered after somebody who was not involved heard it', async () => {
  const { id } = await aDecidedDossier(can(), here.desk, here.handler)
  const visitor = await here.app.signedIn(here.handler)
  const on = { 'on-day': '23', 'on-month': '11', 'on-year': '2026' }
  const form = { ...on, kind: 'complaint', text: 'Ik wil code 01.' }
  assert.equal((await visitor.post(`/dossiers/${id}/bezwaar`, form)).status, 303)
  const at = `/dossiers/${id}/bezwaar/${(await read(id)).objections[0]?.id}`
  const early = await visitor.post(`${at}/uitkomst`, { ...on, outcome: 'yes', answer: 'Klopt.' })
  assert.equal(early.status, 409)
  assert.match(early.body, /eerst gehoord/)
  const involved = { ...on, heardBy: 'ikzelf', uninvolved: 'no' }
  const refused = await visitor.post(`${at}/gehoord`, involved)
  assert.equal(refused.status, 422)
  assert.match(refused.body, /value="ikzelf"/)
  await visitor.post(`${at}/gehoord`, { ...involved, heardBy: 'een ander', uninvolved: 'yes' })
  await visitor.post(`${at}/uitkomst`, { ...on, outcome: 'yes', answer: 'Klopt.' })
  const [objection] = (await read(id)).objections
  assert.deepEqual(
    [objection?.heardOn, objection?.answeredOn, objection?.upheld],
    ['2026-11-23', '2026-11-23', true],
  )
  const other = { ...on, outcome: 'no', answer: 'Toch niet.' }
  const again = await visitor.post(`${at}/uitkomst`, other)
  assert.equal(again.status, 409)
  assert.match(again.body, /De uitkomst staat er al/)
  assert.match(again.body, /Toch niet\./)
  const heard = { ...on, heardBy: 'nog iemand', uninvolved: 'yes' }
  assert.equal((await visitor.post(`${at}/gehoord`, heard)).status, 409)
  assert.deepEqual((await read(id)).objections, [objection])
})

test('when everybody is told, each partner who delivered too, or there is a reason not to, the dossier is told', async () => {
  const { id } = await aDecidedDossier(can(), here.desk, here.handler)
  const item = aReceivedFact({
    from: { id: newId(), name: 'School Twee (verzonnen)', kind: 'secondary-school' },
  })
  item.fact.origin.via = ['School Twee (verzonnen)']
  await does((work) => dossierIntake(here.desk).take(work, id, item, 'nl'))
  const { facts } = await read(id)
  const recipients = noticeRecipients(here.desk.notices, facts).map((one) => one.id)
  assert.deepEqual(recipients, ['young-person', 'parents', 'lawyer', 'partner-1', 'partner-2'])
  const [first = '', ...others] = recipients
  const tell = (recipient: string, change: object = {}) =>
    does((work) =>
      tellParty(work, here.desk, id, {
        recipient,
        state: 'told',
        on: '2026-11-23',
        words: { text: 'Er is een besluit.', why: '' },
        ...change,
      }),
    )
  await assert.rejects(tell('partner-3'), refusal('no-such-notice'))
  await assert.rejects(
    tell(first, { state: 'not-told', on: undefined }),
    refusal('because-missing'),
  )
  await assert.rejects(tell(first, { on: '2026-11-25' }), refusal('date-future'))
  for (const one of others) await tell(one)
  assert.equal((await read(id)).head.state, 'decided')
  const { body } = await (await here.app.signedIn(here.handler)).get(`/dossiers/${id}`)
  for (const partner of ['Politie Waterrade', 'School Twee']) {
    assert.match(body, new RegExp(`leverde[^<]*: ${partner}|: ${partner} \\(verzonnen\\)</a>`))
  }
  const words = { text: '', why: 'De ouders zijn deel van het gevaar.' }
  await tell(first, { state: 'not-told', on: undefined, words })
  assert.equal((await read(id)).head.state, 'notified')
})

test('what was sent stays as it was sent: a later notice stands beside it', async () => {
  const { id } = await aDecidedDossier(can(), here.desk, here.handler)
  const visitor = await here.app.signedIn(here.handler)
  const at = `/dossiers/${id}/bericht/young-person`
  const first = { ...day, state: 'told', text: 'Het eerste bericht.' }
  assert.equal((await visitor.post(at, first)).status, 303)
  for (const text of ['Een begin.', 'Een ander begin.']) {
    assert.equal((await visitor.post(at, { state: 'draft', text })).status, 303)
  }
  const [decision] = (await read(id)).decisions
  assert.deepEqual(
    decision?.notices.map(({ state, text, on: day }) => [state, text, day]),
    [
      ['told', 'Het eerste bericht.', '2026-11-20'],
      ['draft', 'Een ander begin.', undefined],
    ],
  )
  const { body } = await visitor.get(at)
  assert.match(body, /Het eerste bericht\.[\s\S]*Een ander begin/)
  assert.match((await visitor.get(`/dossiers/${id}`)).body, /De jongere<\/a>: verstuurd/)
})
