import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aReceived } from '#capabilities/sharing/a-disclosure.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import { readPdf, rolesOf } from '#platform/pdf/a-read-pdf.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import {
  aChoice,
  aDecidedDossier,
  aDossier,
  aDossierDesk,
  aFilledDossier,
  anOffice,
  aReadyDossier,
  aSigning,
  aStatement,
  assessmentWords,
  doing,
  factWords,
} from './a-dossier.ts'
import { noteObjection, tellParty } from './after-decision.ts'
import { considerExploitation, enterAssessment, goWithoutAssessment } from './assess.ts'
import { endAccess, handOver, letIn } from './change-circle.ts'
import { compareDecisions } from './compare-decisions.ts'
import { decisionThen } from './decision-view.ts'
import type { DossierDesk } from './desk.ts'
import { dossierIntake, dossierSource } from './facts-of-dossier.ts'
import { addStatement, finishWorksheet, resumeWorksheet } from './fill-worksheet.ts'
import { listDossiers } from './list-dossiers.ts'
import { noticeRecipients } from './notice-recipients.ts'
import { paperOf } from './paper.ts'
import { readDossier } from './read-dossier.ts'
import { reopenDossier } from './reopen-dossier.ts'
import { NotToBeSigned, signDecision } from './sign-decision.ts'
import { addFact, withdraw } from './write-in-dossier.ts'

let app: TestApp
let desk: DossierDesk
let office: Awaited<ReturnType<typeof anOffice>>
let handler: PersonActor

before(async () => {
  app = await anApp()
  desk = aDossierDesk(app.house)
  office = await anOffice(app.house)
  handler = office.handler
})
after(() => app?.close())

const can = () => ({ inTransaction: app.app.inTransaction })
const does = <T>(verb: (work: Work) => Promise<T>, actor = handler) => doing(can(), actor)(verb)
const read = (id: string, actor = handler) => does((work) => readDossier(work, desk, id), actor)
const refusal = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because
const sign = (id: string, signing: Parameters<typeof signDecision>[3]['signing'], key?: string) =>
  does((work) => signDecision(work, desk, id, { signing, stage: 'with-prosecutor', key }))

const eventsOf = async (id: string) => {
  const { rows } = await app.house.pool.query(
    'select kind from dossier_event where dossier_id = $1 order by id',
    [id],
  )
  return rows.map(({ kind }) => String(kind))
}
const trailOf = async (id: string) =>
  (await app.house.trailOf(office.organisation))
    .filter(({ subject }) => subject === id)
    .map(({ act }) => act)

// Refusals first: nobody decides before the look.

test('a decision cannot be signed before the assessment, the reason or the worksheet is there', async () => {
  const { id, facts, offences } = await aFilledDossier(can(), desk, handler)
  const because = 'Berichten.'
  const tries = () => sign(id, aSigning(offences))
  await assert.rejects(tries, refusal('no-assessment-yet'))
  await does((work) => considerExploitation(work, desk, id, { answer: 'no', because }))
  await assert.rejects(tries, refusal('no-assessment-yet'))
  await assert.rejects(
    does((work) => finishWorksheet(work, desk, id, { because })),
    refusal('no-assessment-yet'),
  )
  await does((work) =>
    enterAssessment(work, desk, id, { words: assessmentWords(), on: '2026-11-20', facts }),
  )
  await assert.rejects(tries, refusal('not-in-this-state'))
  const visitor = await app.signedIn(handler)
  const answer = await visitor.post(`/dossiers/${id}/besluit/nieuw`, {
    following: 'follows',
    reasons: 'Een reden die niet verloren mag gaan.',
  })
  assert.equal(answer.status, 409)
  assert.match(answer.body, /niet verloren mag gaan/)
  assert.deepEqual((await read(id)).decisions, [])
})

test('no reason at all is no reason why there is no assessment', async () => {
  const { id } = await aFilledDossier(can(), desk, handler)
  await does((work) => considerExploitation(work, desk, id, { answer: 'no', because: 'Niets.' }))
  const without = (because: string) =>
    does((work) => goWithoutAssessment(work, desk, id, { because }))
  await assert.rejects(without(' '), refusal('because-missing'))
  await without('De expertgroep kan dit jaar niet.')
  assert.equal((await read(id)).head.basis, 'reason')
})

test('departing without clear reasons is not signed, and the database holds no decision without its basis', async () => {
  const { id, offences } = await aReadyDossier(can(), desk, handler)
  await assert.rejects(
    sign(id, aSigning(offences, { following: 'departs' })),
    (error: unknown) =>
      error instanceof NotToBeSigned && error.against[0]?.because === 'clear-reasons-missing',
  )
  assert.deepEqual((await read(id)).decisions, [])
  await assert.rejects(
    app.house.pool.query(`update dossier set state = 'decided', basis = null where id = $1`, [id]),
    /check constraint/,
  )
})

test('the worksheet takes no statement without a fact of this dossier, nor a fact that was taken away', async () => {
  const { id, facts } = await aFilledDossier(can(), desk, handler)
  const other = await aFilledDossier(can(), desk, handler)
  const state = (of: readonly string[]) =>
    does((work) => addStatement(work, desk, id, aStatement(of)))
  await assert.rejects(state([]), refusal('fact-missing'))
  await assert.rejects(state(other.facts), refusal('fact-unknown'))
  const [first = ''] = facts
  await does((work) =>
    withdraw(work, desk, id, { what: 'dossier_fact', id: first, because: 'Dubbel.' }),
  )
  await assert.rejects(state([first]), refusal('fact-unknown'))
})

test('a fact that speaks against is shown as that, also without words, on the page and on paper', async () => {
  const { id, facts, offences } = await aFilledDossier(can(), desk, handler)
  const [first = '', second = ''] = facts
  const because = 'Niets.'
  await does((work) => considerExploitation(work, desk, id, { answer: 'no', because }))
  await does((work) => goWithoutAssessment(work, desk, id, { because }))
  const chosen = { against: '', facts: [first], againstFacts: [second] }
  const vain = aStatement([], { ...chosen, searched: 'het verhoor' })
  await assert.rejects(
    does((work) => addStatement(work, desk, id, vain)),
    refusal('found-or-not'),
  )
  await does((work) => addStatement(work, desk, id, aStatement([], chosen)))
  await does((work) => finishWorksheet(work, desk, id, { because }))
  await sign(id, aSigning(offences, { following: 'no-assessment', reasons: 'Besloten.' }))
  const whole = await read(id)
  const [decision] = whole.decisions
  const visitor = await app.signedIn(handler)
  const { body } = await visitor.get(`/dossiers/${id}/besluit/${decision?.id}`)
  const brief = body.match(/id="regel-[\s\S]*?<\/article>/)?.[0] ?? ''
  assert.match(brief, new RegExp(`brief__side--against[\\s\\S]*#feit-${second}`))
  assert.doesNotMatch(body, /Niets gevonden/)
  const then = decisionThen(whole, decision?.id ?? '')
  assert.ok(then)
  const paper = JSON.stringify(paperOf({ language: 'nl', desk, read: whole, then }))
  assert.match(paper, /"value":"F2"/)
  assert.doesNotMatch(paper, /Niets gevonden/)
})

test('no statement stands on a fact that is gone: it is not taken away, and a recall is seen before and at signing', async () => {
  const { id, facts, offences } = await aReadyDossier(can(), desk, handler)
  const [used = ''] = facts
  await does((work) => resumeWorksheet(work, desk, id, {}))
  const away = { what: 'dossier_fact', id: used, because: 'Dubbel.' } as const
  await assert.rejects(
    does((work) => withdraw(work, desk, id, away)),
    refusal('fact-in-use'),
  )
  const item = received()
  await does((work) => dossierIntake(desk).take(work, id, item, 'nl'))
  const taken = (await read(id)).facts.at(-1)?.id ?? ''
  const text = 'Alleen de mentor zag dit.'
  await does((work) => addStatement(work, desk, id, aStatement([taken], { text })))
  await does((work) => finishWorksheet(work, desk, id, { because: 'Meer is er niet.' }))
  const delivery = {
    kind: 'system',
    name: 'delivery',
    organisationId: office.organisation,
  } as const
  await can().inTransaction(delivery, 'share', (work) =>
    dossierIntake(desk).recalled(work, id, item.id),
  )
  await assert.rejects(sign(id, aSigning(offences)), refusal('rests-on-nothing'))
  await does((work) => resumeWorksheet(work, desk, id, {}))
  await assert.rejects(
    does((work) => finishWorksheet(work, desk, id, { because: 'Klaar.' })),
    refusal('rests-on-nothing'),
  )
  const visitor = await app.signedIn(handler)
  for (const path of ['/werkblad-klaar', '/werkblad']) {
    const { body } = await visitor.get(`/dossiers/${id}${path}`)
    assert.match(body, /Alleen de mentor zag dit\.<\/a> <strong>Niets draagt/)
  }
})

test('of two assessments neither is passed over: following one asks clear reasons, and both stand in the decision', async () => {
  const { id, facts, offences } = await aReadyDossier(can(), desk, handler)
  const second = assessmentWords({ by: 'Tweede Kenner', conclusion: 'Volgens mij niet.' })
  await does((work) => enterAssessment(work, desk, id, { words: second, on: '2026-11-21', facts }))
  await does((work) => finishWorksheet(work, desk, id, { because: 'Meer is er niet.' }))
  await assert.rejects(
    sign(id, aSigning(offences)),
    (error: unknown) =>
      error instanceof NotToBeSigned && error.against[0]?.because === 'clear-reasons-missing',
  )
  await sign(id, aSigning(offences, { clearReasons: 'De eerste kende F2 niet.' }))
  const whole = await read(id)
  const [decision] = whole.decisions
  const { body } = await (await app.signedIn(handler)).get(
    `/dossiers/${id}/besluit/${decision?.id}`,
  )
  const then = decisionThen(whole, decision?.id ?? '')
  assert.ok(then)
  const paper = JSON.stringify(paperOf({ language: 'nl', desk, read: whole, then }))
  for (const text of [body, paper]) {
    for (const part of ['Elif Kenner', 'Tweede Kenner', 'De eerste kende']) {
      assert.ok(text.includes(part), part)
    }
  }
})

test('what is signed does not change: not its worksheet, not its offences, not in the database', async () => {
  const { id, facts, offences, decision } = await aDecidedDossier(can(), desk, handler)
  await assert.rejects(
    does((work) => addStatement(work, desk, id, aStatement(facts))),
    refusal('not-in-this-state'),
  )
  await assert.rejects(
    does((work) =>
      withdraw(work, desk, id, { what: 'dossier_offence', id: offences[0] ?? '', because: 'x' }),
    ),
    refusal('not-in-this-state'),
  )
  const client = await app.house.pool.connect()
  try {
    for (const table of ['dossier_decision', 'dossier_outcome', 'dossier_event']) {
      await client.query('begin; set local role oogmerk_app')
      await assert.rejects(client.query(`update ${table} set content = ''`), /permission denied/)
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
  assert.equal((await read(id)).decisions[0]?.id, decision)
})

test('without anything new a decision stays; with a new fact, or an order of the court, it is looked at anew', async () => {
  const reopen = (id: string) =>
    does((work) => reopenDossier(work, desk, id, { because: 'Er is iets nieuws.' }))
  const { id } = await aDecidedDossier(can(), desk, handler)
  await assert.rejects(reopen(id), refusal('nothing-new'))
  app.house.moveClock({ seconds: 1 })
  await does((work) => addFact(work, desk, id, { kind: 'fact', words: factWords(), on: undefined }))
  await reopen(id)
  const again = await read(id)
  assert.deepEqual([again.head.state, again.head.basis], ['reopened', undefined])
  await assert.rejects(sign(id, aSigning([])), refusal('no-assessment-yet'))
})

test('a complaint is answered after somebody who was not involved heard it', async () => {
  const { id } = await aDecidedDossier(can(), desk, handler)
  const visitor = await app.signedIn(handler)
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

// Who may see it.

test('a colleague, another office, the police and an expert cannot tell that a dossier exists', async () => {
  const { id, decision } = await aDecidedDossier(can(), desk, handler)
  const other = await anOffice(app.house)
  const police = await app.house.anOrganisation('police')
  const group = await app.house.anOrganisation('expert-group')
  const clerk = await app.house.aPerson(office.organisation, ['privacy-officer'])
  const outsiders: readonly PersonActor[] = [
    office.colleague,
    other.handler,
    clerk,
    await app.house.aPerson(police, ['trafficking-detective']),
    await app.house.aPerson(police, ['youth-prosecutor']),
    await app.house.aPerson(group, ['expert']),
  ]
  const before = await eventsOf(id)
  const nobody = newId()
  const paths = [
    ...['', '/kring', '/werkblad', '/werkblad/act', '/feit', '/bezwaar', '/heropenen'],
    ...[`/besluit/${decision}`, `/besluit/${decision}/besluit.pdf`, '/bericht/lawyer'],
    ...['/besluit/nieuw', '/kring/overdragen'],
  ]
  const like = ({ status, body }: Exchange, at: string) => ({
    status,
    body: body.replaceAll(at, 'ID').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'),
  })
  for (const outsider of outsiders) {
    const visitor = await app.signedIn(outsider)
    for (const path of paths) {
      const [there, nowhere] = [
        await visitor.get(`/dossiers/${id}${path}`),
        await visitor.get(`/dossiers/${nobody}${path}`),
      ]
      assert.equal(there.status, 404, path)
      assert.deepEqual(like(there, id), like(nowhere, nobody), path)
      const sent = await visitor.post(`/dossiers/${id}${path}`, { because: 'x', answer: 'yes' })
      assert.ok([403, 404].includes(sent.status), path)
    }
    const list = await visitor.get('/dossiers')
    assert.doesNotMatch(list.body, new RegExp(id))
    assert.doesNotMatch((await visitor.get('/dossiers/vergelijken')).body, /Opiumwet/)
  }
  assert.deepEqual(await eventsOf(id), before)
})

test('only whoever handles it lets in, takes out and hands over, and only colleagues with the role', async () => {
  const id = await aDossier(can(), desk, handler)
  const { colleague } = office
  const because = 'Werkt mee.'
  const stranger = (await anOffice(app.house)).handler.personId
  await assert.rejects(
    does((work) => letIn(work, desk, id, { personId: stranger, because })),
    refusal('no-such-colleague'),
  )
  await does((work) => letIn(work, desk, id, { personId: colleague.personId, because }))
  assert.equal((await read(id, colleague)).head.id, id)
  await assert.rejects(
    does((work) => handOver(work, desk, id, { personId: colleague.personId, because }), colleague),
    refusal('only-the-handler'),
  )
  await does((work) => handOver(work, desk, id, { personId: colleague.personId, because }))
  const taken = { personId: handler.personId, because }
  await does((work) => endAccess(work, desk, id, taken), colleague)
  await assert.rejects(read(id), refusal('no-such-dossier'))
})

test('a dossier never stays with nobody: when all of its circle are gone, the others see it and take it over', async () => {
  const house = await anOffice(app.house)
  const id = await aDossier(can(), desk, house.handler)
  const lines = async () => (await does((work) => listDossiers(work, desk), house.colleague)).lines
  assert.deepEqual(await lines(), [])
  await app.house.pool.query('update membership set active = false where person_id = $1', [
    house.handler.personId,
  ])
  assert.deepEqual(
    (await lines()).map((line) => [line.id, line.handlerGone]),
    [[id, true]],
  )
  const change = { personId: house.colleague.personId, because: 'Olivier is weg.' }
  await does((work) => handOver(work, desk, id, change), house.colleague)
  assert.equal((await lines())[0]?.handlerGone, false)
})

test('past one page there is a next one, and a dossier is found by a part of its reference, by its circle alone', async () => {
  const own = await anOffice(app.house)
  const ids: string[] = []
  for (let made = 0; made < 51; made += 1) ids.push(await aDossier(can(), desk, own.handler))
  const visitor = await app.signedIn(own.handler)
  const first = await visitor.get('/dossiers')
  assert.doesNotMatch(first.body, new RegExp(ids[0] ?? ''))
  const next = first.body.match(/rel="next" href="([^"]+)"/)?.[1] ?? ''
  const second = await visitor.get(next.replaceAll('&amp;', '&'))
  assert.match(second.body, new RegExp(ids[0] ?? ''))
  assert.doesNotMatch(second.body, /rel="next"/)
  const { head } = await read(ids[0] ?? '', own.handler)
  const search = `/dossiers?kenmerk=${head.code.slice(2).toLowerCase()}`
  assert.match((await visitor.get(search)).body, new RegExp(ids[0] ?? ''))
  const { body } = await (await app.signedIn(own.colleague)).get(search)
  assert.match(body, /Geen dossier met dit kenmerk/)
})

test('another law is named with its article, and is laid beside nothing', async () => {
  const id = await aDossier(can(), desk, handler)
  const visitor = await app.signedIn(handler)
  const at = `/dossiers/${id}/strafbaar-feit`
  const form = { law: 'other', article: '2:1', text: 'Een overtreding.' }
  const refused = await visitor.post(at, form)
  assert.equal(refused.status, 422)
  assert.match(refused.body, /Schrijf op welke wet/)
  assert.equal((await visitor.post(at, { ...form, lawName: 'APV Waterrade' })).status, 303)
  assert.match((await visitor.get(`/dossiers/${id}`)).body, /APV Waterrade, 2:1/)
  const { rows } = await app.house.pool.query(
    'select article from dossier_offence where dossier_id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ article: '0' }])
})

test('on paper a fact has its day, the way it came and the mark that it was recalled', async () => {
  const { id, decision } = await aDecidedDossier(can(), desk, handler)
  const item = received()
  app.house.moveClock({ seconds: -1 })
  await does((work) => dossierIntake(desk).take(work, id, item, 'nl'))
  app.house.moveClock({ seconds: 1 })
  const organisationId = office.organisation
  const delivery = { kind: 'system', name: 'delivery', organisationId } as const
  await can().inTransaction(delivery, 'share', (work) =>
    dossierIntake(desk).recalled(work, id, item.id),
  )
  const whole = await read(id)
  const then = decisionThen(whole, decision)
  assert.ok(then)
  const on = { language: 'nl', desk, read: whole } as const
  const paper = JSON.stringify(paperOf(Object.assign(on, { then })))
  for (const part of [/2 oktober 2026/, /via Politie Waterrade/, /Teruggehaald/]) {
    assert.match(paper, part)
  }
  // What our text of the grounds must be compared with.
  assert.match(paper, new RegExp(desk.sepot.warnings[0]?.text.nl.slice(0, 40) ?? 'none'))
})

// Facts that were delivered.

const received = (change: object = {}) => ({
  id: newId(),
  deliveryId: newId(),
  fact: {
    kind: 'interpretation' as const,
    text: 'De mentor denkt aan dwang.',
    source: 'mentor',
    beside: ['Een bijbaan.'],
    origin: {
      organisation: 'Voorbeeldcollege (verzonnen)',
      kind: 'secondary-school' as const,
      via: ['Politie Waterrade (verzonnen)'],
    },
  },
  from: { id: newId(), name: 'Politie Waterrade (verzonnen)', kind: 'police' as const },
  receivedOn: '2026-11-22',
  ...change,
})

test('a received fact is taken once, keeps where it first came from and what speaks against it, and is passed on so', async () => {
  const id = await aDossier(can(), desk, handler)
  const item = received()
  for (const _ of [1, 2]) await does((work) => dossierIntake(desk).take(work, id, item, 'nl'))
  const { facts } = await read(id)
  assert.equal(facts.length, 1)
  assert.deepEqual(facts[0]?.origin, item.fact.origin)
  assert.deepEqual(facts[0]?.beside, ['Een bijbaan.'])
  const listed = await does(async (work) => {
    work.audit({ act: 'test.list' })
    return dossierSource(desk).list(work, id, 'nl')
  })
  assert.deepEqual(listed[0]?.origin, item.fact.origin)
  assert.deepEqual(listed[0]?.beside, ['Een bijbaan.'])
})

test('that a delivered fact was taken into a dossier is on no page of who is outside its circle', async () => {
  const id = await aDossier(can(), desk, handler)
  const delivery = await aReceived(app.house, handler, 'youth-prosecutor')
  const at = `/ontvangen/${delivery.id}`
  const own = await app.signedIn(handler)
  const [item = ''] = delivery.items
  assert.equal((await own.post(`${at}/overnemen`, { item, file: `dossier/${id}` })).status, 303)
  const { body } = await (await app.signedIn(office.colleague)).get(at)
  assert.match(body, /Aangenomen/)
  assert.doesNotMatch(body, new RegExp(`${id}|Overgenomen`))
  assert.match((await own.get(at)).body, new RegExp(`/dossiers/${id}`))
})

test('what was recalled stays to be seen as recalled, and nothing new rests on it or leaves with it', async () => {
  const id = await aDossier(can(), desk, handler)
  const item = received()
  await does((work) => dossierIntake(desk).take(work, id, item, 'nl'))
  const [fact] = (await read(id)).facts
  const { organisation: organisationId } = office
  const delivery = { kind: 'system', name: 'delivery', organisationId } as const
  for (const _ of [1, 2]) {
    await can().inTransaction(delivery, 'share', (work) =>
      dossierIntake(desk).recalled(work, id, item.id),
    )
  }
  assert.equal((await eventsOf(id)).filter((kind) => kind === 'recall-fact').length, 1)
  assert.equal((await read(id)).facts[0]?.recalled, true)
  await assert.rejects(
    does((work) => addStatement(work, desk, id, aStatement([fact?.id ?? '']))),
    refusal('fact-unknown'),
  )
  const listed = await does(async (work) => {
    work.audit({ act: 'test.list' })
    return dossierSource(desk).list(work, id, 'nl')
  })
  assert.deepEqual(listed, [])
  const { body } = await (await app.signedIn(handler)).get(`/dossiers/${id}`)
  assert.match(body, /Teruggehaald door wie het leverde/)
})

test('a colleague outside the circle, and anybody else, takes nothing in and lists nothing out', async () => {
  const id = await aDossier(can(), desk, handler)
  const police = await app.house.aPerson(await app.house.anOrganisation('police'), ['officer'])
  for (const outsider of [office.colleague, police, (await anOffice(app.house)).handler]) {
    const because = outsider === police ? refusal('no-such-page') : refusal('no-such-dossier')
    await assert.rejects(
      does((work) => dossierIntake(desk).take(work, id, received(), 'nl'), outsider),
      because,
    )
    await assert.rejects(
      does((work) => dossierSource(desk).list(work, id, 'nl'), outsider),
      because,
    )
    await assert.rejects(
      does((work) => dossierSource(desk).title(work, id, 'nl'), outsider),
      because,
    )
    const files = await does(async (work) => {
      work.audit({ act: 'test.list' })
      return dossierIntake(desk).listFiles(work, 'nl')
    }, outsider)
    assert.ok(!files.some((file) => file.id === id))
  }
  assert.deepEqual((await read(id)).facts, [])
})

test('however many came after it, a dossier is found by its reference to take something into, by its circle alone', async () => {
  const own = await anOffice(app.house)
  const first = await aDossier(can(), desk, own.handler)
  for (let made = 0; made < 100; made += 1) await aDossier(can(), desk, own.handler)
  const { head } = await read(first, own.handler)
  const found = (actor: PersonActor, reference: string) =>
    does(async (work) => {
      work.audit({ act: 'test.find' })
      return dossierIntake(desk).findByReference?.(work, reference)
    }, actor)
  assert.equal(await found(own.handler, head.code.toLowerCase()), first)
  assert.equal(await found(own.handler, head.code.slice(0, -1)), undefined)
  assert.equal(await found(own.colleague, head.code), undefined)
  const delivery = await aReceived(app.house, own.handler, 'youth-prosecutor')
  const visitor = await app.signedIn(own.handler)
  const at = `/ontvangen/${delivery.id}`
  assert.doesNotMatch((await visitor.get(at)).body, new RegExp(first))
  const taking = { item: delivery.items[0] ?? '', reference: head.code }
  assert.equal((await visitor.post(`${at}/overnemen`, taking)).status, 303)
  assert.equal((await read(first, own.handler)).facts.length, 1)
})

test('whoever sees a dossier begins to share out of it; a colleague outside the circle does not', async () => {
  const { id } = await aFilledDossier(can(), desk, handler)
  const begin = async (actor: PersonActor) =>
    (await app.signedIn(actor)).post('/delen/nieuw', { soort: 'dossier', dossier: id })
  assert.equal((await begin(office.colleague)).status, 404)
  const visitor = await app.signedIn(handler)
  const begun = await visitor.post('/delen/nieuw', { soort: 'dossier', dossier: id })
  assert.equal(begun.status, 303)
  const facts = await visitor.get(`${begun.location.replace(/\/feiten$/, '')}/feiten`)
  assert.equal(facts.status, 200)
  assert.match(facts.body, /Noor had twee telefoons bij zich/)
})

test('what became of a delivery stands in the history of the dossier', async () => {
  const id = await aDossier(can(), desk, handler)
  const event = {
    disclosureId: newId(),
    to: 'Expertgroep (verzonnen)',
    facts: 2,
    language: 'nl',
  } as const
  await does(async (work) => {
    work.audit({ act: 'test.share' })
    await dossierSource(desk).note(work, id, { ...event, what: 'delivered' })
  })
  const { organisation: organisationId } = office
  const delivery = { kind: 'system', name: 'delivery', organisationId } as const
  await can().inTransaction(delivery, 'share', (work) =>
    dossierSource(desk).note(work, id, { ...event, what: 'returned', words: 'Welke dag?' }),
  )
  const { body } = await (await app.signedIn(handler)).get(`/dossiers/${id}`)
  assert.match(body, /Feiten gedeeld/)
  assert.match(body, /Welke dag\?/)
  assert.match(body, /Expertgroep \(verzonnen\)/)
})

// Once, and told.

test('every act leaves one entry in the trail; the same form twice is done once, and says so', async () => {
  const { id, offences } = await aReadyDossier(can(), desk, handler)
  const key = newId()
  await sign(id, aSigning(offences), key)
  await sign(id, aSigning(offences), key)
  const signed = (await trailOf(id)).filter((act) => act.startsWith('dossier.decide'))
  assert.deepEqual(signed, ['dossier.decide', 'dossier.decide-again'])
  assert.equal((await eventsOf(id)).filter((kind) => kind === 'decide').length, 1)
})

test('no word of a dossier stands in the database as it was typed', async () => {
  const { id } = await aDecidedDossier(can(), desk, handler)
  const { rows } = await app.house.pool.query(
    `select table_name as name from information_schema.tables where table_name like 'dossier%'`,
  )
  assert.equal(rows.length, 11)
  for (const { name } of rows) {
    const { rows: all } = await app.house.pool.query(`select t::text as row from ${name} t`)
    for (const { row } of all) assert.doesNotMatch(row, /Noor|telefoons|dwang|Kenner|pakje/, name)
  }
  assert.ok(id)
})

test('when everybody is told, each partner who delivered too, or there is a reason not to, the dossier is told', async () => {
  const { id } = await aDecidedDossier(can(), desk, handler)
  const item = received({
    from: { id: newId(), name: 'School Twee (verzonnen)', kind: 'secondary-school' },
  })
  item.fact.origin.via = ['School Twee (verzonnen)']
  await does((work) => dossierIntake(desk).take(work, id, item, 'nl'))
  const { facts } = await read(id)
  const recipients = noticeRecipients(desk.notices, facts).map((one) => one.id)
  assert.deepEqual(recipients, ['young-person', 'parents', 'lawyer', 'partner-1', 'partner-2'])
  const [first = '', ...others] = recipients
  const tell = (recipient: string, change: object = {}) =>
    does((work) =>
      tellParty(work, desk, id, {
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
  const { body } = await (await app.signedIn(handler)).get(`/dossiers/${id}`)
  for (const partner of ['Politie Waterrade', 'School Twee']) {
    assert.match(body, new RegExp(`leverde[^<]*: ${partner}|: ${partner} \\(verzonnen\\)</a>`))
  }
  const words = { text: '', why: 'De ouders zijn deel van het gevaar.' }
  await tell(first, { state: 'not-told', on: undefined, words })
  assert.equal((await read(id)).head.state, 'notified')
})

test('what was sent stays as it was sent: a later notice stands beside it', async () => {
  const { id } = await aDecidedDossier(can(), desk, handler)
  const visitor = await app.signedIn(handler)
  const at = `/dossiers/${id}/bericht/young-person`
  const first = { ...on, state: 'told', text: 'Het eerste bericht.' }
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

// The office: side by side without names, and safe numbers.

/** Signed again, after something new came in. */
async function decidedAgain(id: string, offences: readonly string[], actor: PersonActor) {
  app.house.moveClock({ seconds: 1 })
  const acts: readonly ((work: Work) => Promise<unknown>)[] = [
    (work) => addFact(work, desk, id, { kind: 'fact', words: factWords(), on: undefined }),
    (work) => reopenDossier(work, desk, id, { because: 'Nieuw.' }),
    (work) => considerExploitation(work, desk, id, { answer: 'no', because: 'Niets.' }),
    (work) => goWithoutAssessment(work, desk, id, { because: 'De expertgroep kan niet.' }),
    (work) => finishWorksheet(work, desk, id, { because: 'Meer is er niet.' }),
  ]
  for (const act of acts) await does(act, actor)
  const signing = aSigning(offences, {
    following: 'departs',
    clearReasons: 'Er is een nieuw bericht.',
  })
  const stage = 'with-prosecutor'
  await does((work) => signDecision(work, desk, id, { signing, stage }), actor)
}

test('one dossier decided on again and again, 7 dossiers, or a year that is not over, are not shown; 8 of last year are', async () => {
  const own = await anOffice(app.house)
  const routes = desk.routes.routes.map(({ id }) => id)
  const compared = () =>
    does((work) => compareDecisions(work, { chosen: 'Opiumwet-2', routes }), own.colleague)
  const nothing = { provisions: [], lines: [], counts: [] }
  const ofLastYear = () =>
    app.house.pool.query(
      `update dossier_decision set decided_on = '2025-11-20' where organisation_id = $1`,
      [own.organisation],
    )
  const one = await aDecidedDossier(can(), desk, own.handler)
  for (let more = 0; more < 7; more++) await decidedAgain(one.id, one.offences, own.handler)
  await ofLastYear()
  assert.deepEqual(await compared(), nothing)
  for (let made = 0; made < 6; made++) await aDecidedDossier(can(), desk, own.handler)
  await ofLastYear()
  assert.deepEqual(await compared(), nothing)
  const { id } = await aDecidedDossier(can(), desk, own.handler)
  assert.deepEqual(await compared(), nothing)
  await ofLastYear()
  const eight = await compared()
  assert.equal(eight.lines.length, 8)
  assert.equal(eight.lines.filter(({ following }) => following === 'departs').length, 1)
  assert.deepEqual(eight.lines.at(-1), {
    route: 'sepot-06',
    grounds: ['06'],
    lookedAt: ['act'],
    following: 'follows',
  })
  assert.deepEqual(
    eight.counts.filter(({ count }) => count !== 'secret'),
    [{ year: 2025, route: 'sepot-06', count: 10 }],
  )
  const visitor = await app.signedIn(own.colleague)
  const { body } = await visitor.get('/dossiers/vergelijken?feit=Opiumwet-2')
  assert.match(body, /geheim/)
  assert.doesNotMatch(body, new RegExp(`${id}|D-|Noor`))
})

// The pages.

async function sound(answer: Promise<Exchange>, status = 200): Promise<string> {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const on = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' }

for (const language of languages) {
  test(`from a new dossier to a signed decision through the pages, by forms alone (${language})`, async () => {
    const visitor = await app.signedIn(handler)
    const to = (path: string) => link(language, path)
    const send = async (path: string, fields: Fields) => {
      const { status, location, body } = await visitor.post(to(path), fields)
      assert.equal(status, 303, `${path} ${body.slice(0, 4000)}`)
      return location
    }
    await sound(visitor.get(to('/dossiers/nieuw')))
    await sound(visitor.post(to('/dossiers/nieuw'), { name: '' }), 422)
    const words = { name: 'Noor <b>Voorbeeld</b>', question: 'Wat is er gebeurd?' }
    const root = (await send('/dossiers/nieuw', words)).replace(/^\/en/, '')
    const id = root.split('/').at(-1) ?? ''
    const acts: readonly (readonly [string, Fields])[] = [
      ['strafbaar-feit', { law: 'Sr', article: '310', text: 'Een jas meegenomen.' }],
      ['feit', { kind: 'fact', text: 'De jas was voor een ander.', source: 'winkelier' }],
      ['vermoeden', { answer: 'yes', because: 'De jas was besteld.' }],
      ['vraag', { whom: 'de expertgroep' }],
    ]
    for (const [path, fields] of acts) {
      await sound(visitor.get(to(`${root}/${path}`)))
      await sound(visitor.post(to(`${root}/${path}`), {}), 422)
      await send(`${root}/${path}`, fields)
      await sound(visitor.get(to(root)))
    }
    const [fact] = (await read(id)).facts
    await sound(visitor.get(to(`${root}/beoordeling`)))
    await send(`${root}/beoordeling`, {
      ...{ ...on, by: 'Elif Kenner', capacity: 'expert', source: 'brief', facts: fact?.id ?? '' },
      ...{
        inFavour: 'Besteld.',
        against: 'Betaald.',
        unknown: 'Wie.',
        conclusion: 'Volgens mij wel.',
        qualification: 'opleiding (verzonnen)',
        involved: 'Staat er niet in.',
      },
    })
    for (const element of desk.worksheet.elements) {
      await sound(visitor.get(to(`${root}/werkblad/${element.id}`)))
    }
    const element = `${root}/werkblad/role`
    const statement = { text: 'Haalde iets op.', facts: fact?.id ?? '' }
    const kept = await sound(visitor.post(to(element), statement), 422)
    assert.match(kept, /Haalde iets op\./)
    await send(element, {
      ...statement,
      searched: 'het verhoor',
      ...{ 'from-day': '1', 'from-month': '10', 'from-year': '2026' },
    })
    await send(`${element}/onbekend`, { unknown: 'Wie de jas wilde.' })
    await sound(visitor.get(to(`${root}/werkblad`)))
    await sound(visitor.post(to(`${root}/werkblad-klaar`), {}), 422)
    await send(`${root}/werkblad-klaar`, { because: 'Meer is er niet.' })
    await sound(visitor.get(to(`${root}/werkblad`)))
    for (const moment of ['', ...desk.routes.stages.map((stage) => `?moment=${stage.id}`)]) {
      await sound(visitor.get(to(`${root}/besluit/nieuw${moment}`)))
    }
    const [offence] = (await read(id)).offences
    const decision = {
      [`route-${offence?.id}`]: 'sepot-42',
      [`ground1-${offence?.id}`]: '42',
      following: 'departs',
      reasons: 'De jas was besteld, zie F1.',
    }
    const refused = await sound(visitor.post(to(`${root}/besluit/nieuw`), decision), 422)
    assert.match(refused, /De jas was besteld, zie F1\./)
    await send(`${root}/besluit/nieuw`, {
      ...decision,
      [`technicalTest-${offence?.id}`]: 'Er is bewijs.',
      [`earlierGround-${offence?.id}`]: 'Er was geen dwang.',
      clearReasons: 'De beoordeling kende F1 niet.',
    })
    const signed = (await read(id)).decisions[0]?.id
    const page = await sound(visitor.get(to(`${root}/besluit/${signed}`)))
    assert.match(page, new RegExp(`zie <a href="#feit-${fact?.id}">F1</a>`))
    assert.match(page, new RegExp(`id="feit-${fact?.id}"`))
    await sound(visitor.get(to(root)))
    for (const notice of noticeRecipients(desk.notices, (await read(id)).facts)) {
      await sound(visitor.get(to(`${root}/bericht/${notice.id}`)))
    }
    await sound(visitor.get(to('/dossiers')))
    await sound(visitor.get(to(`${root}/kring`)))
    const wrongs = ['Voorbeeld</b>', 'undefined', '[object']
    for (const wrong of wrongs) assert.ok(!page.includes(wrong), wrong)
  })
}

test('what a reason does not name does not become a link, and every statement leads to its fact', async () => {
  const { id, decision } = await aDecidedDossier(can(), desk, handler)
  const { body } = await (await app.signedIn(handler)).get(`/dossiers/${id}/besluit/${decision}`)
  const targets = [...body.matchAll(/href="[^"]*#(feit-[0-9a-f-]+)"/g)].map(([, to]) => to)
  assert.ok(targets.length >= 4)
  for (const to of targets) assert.ok(body.includes(`id="${to}"`), to)
  const briefs = body.match(/id="regel-[\s\S]*?<\/article>/g) ?? []
  assert.ok(briefs.length > 0)
  for (const brief of briefs) assert.match(brief, /#feit-/)
})

test('signing and taking along ask to prove again who one is, and nothing typed is lost', async () => {
  const ready = await aReadyDossier(can(), desk, handler)
  const visitor = await app.signedIn(handler)
  app.house.moveClock({ minutes: 6 })
  const answer = await visitor.post(`/dossiers/${ready.id}/besluit/nieuw`, {
    following: 'follows',
    reasons: 'Een lange reden om te bewaren.',
  })
  assert.ok(answer.status >= 400)
  assert.match(answer.body, /Een lange reden om te bewaren\./)
  assert.deepEqual((await read(ready.id)).decisions, [])
})

test('the decision as a PDF says what the page says, tagged for whoever reads by ear', async () => {
  const { id, decision } = await aDecidedDossier(can(), desk, handler)
  const visitor = await app.signedIn(handler)
  const response = await app.app.routes.request(
    `${app.origin}/dossiers/${id}/besluit/${decision}/besluit.pdf`,
    { headers: { cookie: [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ') } },
  )
  assert.equal(response.status, 200)
  const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
  assert.match(pdf.raw, /pdfuaid/)
  for (const part of ['Wegbrengen van een pakje', '06 dader niet strafbaar', 'F1', 'eigen idee']) {
    assert.ok(pdf.text.includes(part), part)
  }
  assert.ok(rolesOf(pdf.tags).includes('H1'))
  assert.ok((await trailOf(id)).includes('dossier.export'))
})

test('a decision is read with the dossier as it was when it was signed', async () => {
  const { id, facts, decision } = await aDecidedDossier(can(), desk, handler)
  app.house.moveClock({ seconds: 2 })
  const words = factWords({ text: 'Een nieuw bericht.' })
  await does((work) => addFact(work, desk, id, { kind: 'fact', words, on: undefined }))
  await does((work) => reopenDossier(work, desk, id, { because: 'Nieuw bericht.' }))
  const [statement] = (await read(id)).statements
  const gone = {
    what: 'dossier_statement',
    id: statement?.id ?? '',
    because: 'Klopt niet.',
  } as const
  app.house.moveClock({ seconds: 2 })
  await does((work) => withdraw(work, desk, id, gone))
  for (const fact of facts) {
    const away = { what: 'dossier_fact', id: fact, because: 'Dubbel.' } as const
    await does((work) => withdraw(work, desk, id, away))
  }
  const visitor: Visitor = await app.signedIn(handler)
  const { body } = await visitor.get(`/dossiers/${id}/besluit/${decision}`)
  assert.match(body, /Noor werd aangestuurd met berichten/)
  assert.doesNotMatch(body, /Een nieuw bericht|<s>/)
  for (const fact of facts) assert.match(body, new RegExp(`id="feit-${fact}"`))
  assert.equal(facts.length, 2)
  assert.match(body, /heropend/)
})

test('an order of the court reopens a decision without a new fact', async () => {
  const { id } = await aDecidedDossier(can(), desk, handler)
  const note = { kind: 'article-12', on: '2026-11-23', text: 'Beklag.' } as const
  await does((work) => noteObjection(work, desk, id, note))
  const visitor = await app.signedIn(handler)
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

test('prosecuting is as open as not prosecuting: the program leans to neither', async () => {
  const { id, offences } = await aReadyDossier(can(), desk, handler)
  const choice = aChoice({ route: 'prosecution', grounds: [] })
  await sign(id, aSigning(offences, { choices: new Map(offences.map((one) => [one, choice])) }))
  assert.equal((await read(id)).decisions[0]?.outcomes[0]?.route, 'prosecution')
})
