import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aProgram } from '#capabilities/partners/a-program.ts'
import { recallDisclosure } from '#capabilities/sharing/after-delivery.ts'
import { endInTime } from '#capabilities/sharing/end-in-time.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import {
  aConsultation,
  accept,
  anAsking,
  anExpertGroup,
  assessmentForm,
  type ExpertGroup,
} from './a-consultation.ts'
import {
  aDecidedDossier,
  aDossierDesk,
  aFilledDossier,
  anOffice,
  aSigning,
  aStatement,
  doing,
} from './a-dossier.ts'
import { considerExploitation } from './assess.ts'
import { decisionThen } from './decision-view.ts'
import type { DossierDesk } from './desk.ts'
import { addStatement, finishWorksheet } from './fill-worksheet.ts'
import { paperOf } from './paper.ts'
import { readDossier } from './read-dossier.ts'
import { reopenDossier } from './reopen-dossier.ts'
import { signDecision } from './sign-decision.ts'

let app: TestApp
let desk: DossierDesk
let group: ExpertGroup
let handler: PersonActor
let office: Awaited<ReturnType<typeof anOffice>>

before(async () => {
  app = await anApp()
  desk = aDossierDesk(app.house)
  office = await anOffice(app.house)
  handler = office.handler
  group = await anExpertGroup(app.house)
})
after(() => app?.close())

const does = <T>(verb: (work: Work) => Promise<T>, actor = handler) => doing(app.house, actor)(verb)
const read = (id: string) => does((work) => readDossier(work, desk, id))
const consultation = () => aConsultation(app.house, group, handler)
const form = (received: string) => `/ontvangen/${received}/beoordeling`
const sign = (change: Record<string, string> = {}) => assessmentForm({ act: 'sign', ...change })

/** Signed through the page, and carried. */
async function signed(received: string, change: Record<string, string> = {}) {
  const answer = await (await app.signedIn(group.expert)).post(form(received), sign(change))
  assert.equal(answer.status, 303, answer.body.slice(0, 3000))
  await group.channel.settle()
}

const rowsOf = async (received: string) => {
  const { rows } = await app.house.pool.query(
    `select r.content as asked, r.content_key as key, a.content as answered
     from received_disclosure r left join consultation_answer a
       on a.organisation_id = r.organisation_id and a.received_id = r.id where r.id = $1`,
    [received],
  )
  return rows
}

// Refusals first: who gives no assessment.

test('nobody but who was asked finds the form: not in another role, another organisation, or without a question', async () => {
  const { received } = await consultation()
  const clerk = await app.house.aPerson(group.organisation, ['privacy-officer'])
  const other = await anExpertGroup(app.house)
  const outsiders = [clerk, other.expert, handler, office.colleague]
  for (const outsider of outsiders) {
    const visitor = await app.signedIn(outsider)
    const { status } = await visitor.get(form(received))
    assert.ok([403, 404].includes(status), String(status))
    assert.ok([403, 404].includes((await visitor.post(form(received), sign())).status))
  }
  const filled = await aFilledDossier(app.house, desk, handler)
  const told = await anAsking(app.house, group, { by: handler, ...filled, asks: false })
  const expert = await app.signedIn(group.expert)
  await accept(app.house, group, told.received)
  assert.equal((await expert.get(form(told.received))).status, 404)
  assert.doesNotMatch((await expert.get(`/ontvangen/${told.received}`)).body, /beoordeling/)
})

test('first it is accepted; until then the form is not there, and says so', async () => {
  const filled = await aFilledDossier(app.house, desk, handler)
  const { received } = await anAsking(app.house, group, { by: handler, ...filled })
  const visitor = await app.signedIn(group.expert)
  const { status, body } = await visitor.get(form(received))
  assert.equal(status, 409)
  assert.match(body, /Neem de levering eerst aan/)
  assert.match((await visitor.get(`/ontvangen/${received}`)).body, /Neem de levering eerst aan/)
})

test('only a role that can be asked is offered, and a question must be written', async () => {
  const filled = await aFilledDossier(app.house, desk, handler)
  const school = await app.house.anOrganisation('primary-school', 'Zonder Deskundige (verzonnen)')
  const visitor = await app.signedIn(handler)
  const page = await visitor.get(`/dossiers/${filled.id}/vraag`)
  assert.equal(page.status, 409)
  const begun = { soort: 'dossier', dossier: filled.id, vraagt: 'ja' }
  const { location } = await visitor.post('/delen/nieuw', begun)
  const at = location.replace(/\/feiten$/, '')
  const { body } = await visitor.get(`${at}/ontvanger`)
  assert.doesNotMatch(body, new RegExp(school))
  assert.match(body, new RegExp(`${group.organisation}/expert`))
  await visitor.post(`${at}/feiten`, { facts: filled.facts })
  await visitor.post(`${at}/ontvanger`, {
    ...{ recipient: `${group.organisation}/expert`, aim: 'investigate', language: 'nl' },
  })
  assert.match((await visitor.get(`${at}/nakijken`)).body, /Schrijf op wat je vraagt/)
})

test('what is half written is kept as it is and read by nobody else; what is not whole is not signed', async () => {
  const { id, received } = await consultation()
  const visitor = await app.signedIn(group.expert)
  const half = { conclusion: 'Een begin dat niet weg mag.', 'qualifiedOn-day': '31', act: 'keep' }
  assert.equal((await visitor.post(form(received), half)).status, 303)
  const mine = await visitor.get(form(received))
  assert.match(mine.body, /Een begin dat niet weg mag[\s\S]*/)
  assert.match(mine.body, /value="31"/)
  const theirs = await (await app.signedIn(group.colleague)).get(form(received))
  assert.equal(theirs.status, 200)
  assert.doesNotMatch(theirs.body, /Een begin/)
  const refused = await visitor.post(form(received), sign({ 'unknown-role': '', conclusion: ' ' }))
  assert.equal(refused.status, 422)
  for (const part of [/bepaalde waar en wanneer/, /De rol door de tijd heen: schrijf iets op/]) {
    assert.match(refused.body, part)
  }
  assert.deepEqual(await faultsIn(raw(refused.body)), [])
  assert.deepEqual((await read(id)).assessments, [])
})

test('whoever did not prove just now who they are signs nothing, and loses nothing that was typed', async () => {
  const { id, received } = await consultation()
  const visitor = await app.signedIn(group.expert)
  app.house.moveClock({ minutes: 6 })
  const answer = await visitor.post(form(received), sign())
  assert.notEqual(answer.location, form(received))
  await group.channel.settle()
  assert.deepEqual((await read(id)).assessments, [])
  const { body } = await (await app.signedIn(group.expert)).get(form(received))
  assert.match(body, /bepaalde waar en wanneer/)
})

// What comes of it.

test('signed twice it is in the dossier once, with who, when, what was looked at and the receipt', async () => {
  const { id, facts, received } = await consultation()
  assert.equal((await read(id)).head.state, 'asked')
  const visitor = await app.signedIn(group.expert)
  const { items } = await factsOf(received)
  const typed = { ...sign(), facts: items.slice(0, 1), key: newId() }
  for (const _ of [1, 2]) assert.equal((await visitor.post(form(received), typed)).status, 303)
  await group.channel.settle()
  const whole = await read(id)
  assert.equal(whole.head.state, 'assessed')
  const [assessment, ...others] = whole.assessments
  assert.deepEqual(others, [])
  assert.equal(assessment?.way, 'delivered')
  assert.equal(assessment?.by, 'Elif Kenner')
  assert.equal(assessment?.facts.length, 1)
  assert.ok(facts.includes(assessment?.facts[0] ?? ''))
  const { rows } = await app.house.pool.query(
    'select m.hash from consultation_answer a join outgoing_message m on m.id = a.message_id where a.received_id = $1',
    [received],
  )
  assert.equal(assessment?.receipt?.hash, rows[0]?.hash.toString('hex'))
  const kinds = whole.events.map(({ kind }) => kind)
  assert.equal(kinds.filter((kind) => kind === 'assess').length, 1)
  assert.ok(kinds.indexOf('ask') < kinds.indexOf('assess'))
  const { body } = await (await app.signedIn(handler)).get(`/dossiers/${id}`)
  for (const part of ['certificaat mensenhandel', 'Niet betrokken', 'Of Noor kon weigeren']) {
    assert.match(body, new RegExp(part))
  }
  assert.match(body, new RegExp(assessment?.receipt?.hash ?? 'none'))
})

const factsOf = async (received: string) => {
  const visitor = await app.signedIn(group.expert)
  const { body } = await visitor.get(form(received))
  return {
    items: [...body.matchAll(/<input[^>]*name="facts"[^>]*value="([0-9a-f-]{36})"/g)].map(
      ([, id]) => id ?? '',
    ),
  }
}

test('an organisation that was not asked puts no assessment in a dossier', async () => {
  const { id, disclosure, received } = await consultation()
  const other = await anExpertGroup(app.house)
  const { capacity = '', qualification = '', conclusion = '' } = assessmentForm()
  const body = {
    ...{ disclosure, by: 'Iemand', capacity, qualification, conclusion, involved: '' },
    ...{ qualifiedOn: '2020-02-01', on: '2026-11-23', facts: [], lookedAt: '', elements: [] },
  }
  const kind = 'non-punishment.assessment'
  await group.channel.send(other.organisation, office.organisation, body, kind)
  await group.channel.settle()
  assert.deepEqual((await read(id)).assessments, [])
  await signed(received)
  assert.equal((await read(id)).assessments.length, 1)
})

test('an assessment that comes after signing is kept, changes nothing that was signed, and is a reason to look anew', async () => {
  const { id, facts, decision } = await aDecidedDossier(app.house, desk, handler)
  const { received } = await anAsking(app.house, group, { by: handler, id, facts })
  assert.equal((await read(id)).head.state, 'decided')
  await accept(app.house, group, received)
  await assert.rejects(
    does((work) => reopenDossier(work, desk, id, { because: 'Zonder iets nieuws.' })),
    /nothing-new/,
  )
  await signed(received)
  const whole = await read(id)
  assert.deepEqual([whole.head.state, whole.assessments.length], ['decided', 2])
  const then = decisionThen(whole, decision)
  assert.equal(then?.assessments.length, 1)
  await does((work) => reopenDossier(work, desk, id, { because: 'Er kwam een beoordeling.' }))
  const because = 'De beoordeling.'
  await does((work) => considerExploitation(work, desk, id, { answer: 'yes', because }))
  assert.deepEqual((await read(id)).head.state, 'assessed')
})

test('on paper the assessment stands element by element, with its receipt', async () => {
  const { id, facts, offences, received } = await consultation()
  await signed(received)
  await does((work) => addStatement(work, desk, id, aStatement(facts)))
  await does((work) => finishWorksheet(work, desk, id, { because: 'Meer is er niet.' }))
  const signing = aSigning(offences)
  await does((work) => signDecision(work, desk, id, { signing, stage: 'with-prosecutor' }))
  const whole = await read(id)
  const [decision] = whole.decisions
  const then = decisionThen(whole, decision?.id ?? '')
  assert.ok(then)
  const on = { language: 'nl', desk, read: whole } as const
  const paper = JSON.stringify(paperOf(Object.assign(on, { then })))
  const page = await (await app.signedIn(handler)).get(`/dossiers/${id}/besluit/${decision?.id}`)
  for (const text of [paper, page.body]) {
    assert.match(text, /De handeling[\s\S]*bepaalde waar en wanneer/)
    assert.match(text, new RegExp(whole.assessments[0]?.receipt?.hash ?? 'none'))
  }
})

// The expert after the consultation ended.

test('what was sent to be answered is taken into nothing: no case begins with it, and no page offers it', async () => {
  const { received } = await consultation()
  const visitor = await app.signedIn(group.expert)
  const own = { name: 'Iemand Anders (verzonnen)', question: 'Een andere vraag.' }
  const opened = await visitor.post('/casussen/nieuw', own)
  assert.equal(opened.status, 303, opened.body.slice(0, 2000))
  const file = `case/${opened.location.split('/').at(-1)}`
  const at = `/ontvangen/${received}`
  const { body } = await visitor.get(at)
  assert.match(body, /Je neemt er niets van over/)
  assert.doesNotMatch(body, /overnemen|Open een casus/)
  const { items } = await factsOf(received)
  const [item = ''] = items
  assert.equal((await visitor.post(`${at}/overnemen`, { item, file })).status, 409)
  assert.equal((await visitor.get(`${at}/casus`)).location, at)
  const begun = { ...own, name: 'Noor Voorbeeld', facts: items }
  assert.equal((await visitor.post(`${at}/casus`, begun)).status, 409)
  const { rows } = await app.house.pool.query(
    `select (select count(*)::int from case_file where organisation_id = $1) as cases,
       (select count(*)::int from received_taken where organisation_id = $1) as taken`,
    [group.organisation],
  )
  assert.deepEqual(rows, [{ cases: 1, taken: 0 }])
})

test('whoever still writes reads that a colleague answered, and the earlier last day, and nothing of the answer', async () => {
  const { received } = await consultation()
  const colleague = await app.signedIn(group.colleague)
  assert.doesNotMatch((await colleague.get(form(received))).body, /Een collega heeft/)
  await colleague.post(form(received), { act: 'keep', 'favour-act': 'Iets anders.' })
  await signed(received)
  const { rows } = await app.house.pool.query(
    `select recipient_id from outbox where organisation_id = $1 and template = 'consultation-answered'`,
    [group.organisation],
  )
  assert.deepEqual(rows, [{ recipient_id: group.colleague.personId }])
  const { body } = await colleague.get(form(received))
  assert.match(body, /Een collega heeft al geantwoord\. Daardoor eindigt dit eerder/)
  assert.doesNotMatch(body, /bepaalde waar en wanneer/)
})

for (const way of ['signed and kept long enough', 'recalled', 'past its last day'] as const) {
  test(`when the consultation is over (${way}) the expert reads nothing of it: no page, no API, no row`, async () => {
    const { id, disclosure, received } = await consultation()
    const visitor = await app.signedIn(group.expert)
    const program = await aProgram(
      app,
      await app.house.aPerson(group.organisation, ['administrator']),
      ['deliveries:read'],
    )
    const call = `/api/v1/received-deliveries/${received}`
    if (way === 'signed and kept long enough') await signed(received)
    else await visitor.post(form(received), assessmentForm({ act: 'keep' }))
    assert.match((await visitor.get(form(received))).body, /bepaalde waar en wanneer/)
    assert.match((await program.get(call)).body, /telefoons/)
    if (way === 'recalled') {
      const recall = { because: 'not-needed', words: 'Niet meer nodig.' } as const
      const which = { id: disclosure, language: 'nl' } as const
      await does((work) => recallDisclosure(work, group.desk, which, recall))
      await group.channel.settle()
    } else {
      app.house.moveClock({ hours: 24 * (way === 'past its last day' ? 91 : 15) })
    }
    const again = await app.signedIn(group.expert)
    const secret = /telefoons|bepaalde waar|Er is reden om aan te nemen|Is er reden om aan/
    for (const path of ['', '/beoordeling']) {
      const { body } = await again.get(`/ontvangen/${received}${path}`)
      assert.doesNotMatch(body, secret)
    }
    assert.equal((await again.get(form(received))).status, 409)
    const late = await again.post(form(received), sign({ conclusion: 'Te laat, maar niet weg.' }))
    assert.equal(late.status, 409)
    assert.match(late.body, /Te laat, maar niet weg/)
    assert.doesNotMatch((await program.get(call)).body, secret)
    const { organisation: organisationId } = group
    const retention = { kind: 'system', name: 'retention', organisationId } as const
    await app.house.inTransaction(retention, 'share', (work) => endInTime(work, app.house))
    for (const row of await rowsOf(received)) {
      assert.deepEqual(row, { asked: null, key: null, answered: null })
    }
    assert.equal((await read(id)).assessments.length, way === 'signed and kept long enough' ? 1 : 0)
  })
}

for (const language of languages) {
  test(`the form, and what was signed, are sound pages (${language})`, async () => {
    const { received } = await consultation()
    const visitor = await app.signedIn(group.expert)
    const at = link(language, form(received))
    const looks = async () => {
      const { status, body } = await visitor.get(at)
      assert.equal(status, 200)
      assert.deepEqual(await faultsIn(raw(body)), [])
    }
    await looks()
    await signed(received)
    await looks()
    assert.equal((await visitor.get(link(language, `/ontvangen/${received}`))).status, 200)
  })
}
