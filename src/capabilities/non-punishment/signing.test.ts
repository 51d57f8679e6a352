import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/ids.ts'
import {
  aChoice,
  aDecidedDossier,
  aFilledDossier,
  aReadyDossier,
  aSigning,
  aStatement,
  assessmentWords,
  factWords,
} from './a-dossier.ts'
import { aDossierApp, aReceivedFact, refusal } from './a-dossier-app.ts'
import { considerExploitation, enterAssessment, goWithoutAssessment } from './assess.ts'
import { decisionThen } from './decision-view.ts'
import { dossierIntake } from './facts-of-dossier.ts'
import { addStatement, finishWorksheet, resumeWorksheet } from './fill-worksheet.ts'
import { paperOf } from './paper.ts'
import { NotToBeSigned } from './sign-decision.ts'
import { addFact, addOffence, withdraw } from './write-in-dossier.ts'

const here = aDossierApp()
const { can, does, eventsOf, read, recall, sign, trailOf } = here

// Refusals first: nobody decides before the look.

test('a decision cannot be signed before the assessment, the reason or the worksheet is there', async () => {
  const { id, facts, offences } = await aFilledDossier(can(), here.desk, here.handler)
  const because = 'Berichten.'
  const tries = () => sign(id, aSigning(offences))
  await assert.rejects(tries, refusal('no-assessment-yet'))
  await does((work) => considerExploitation(work, here.desk, id, { answer: 'no', because }))
  await assert.rejects(tries, refusal('no-assessment-yet'))
  await assert.rejects(
    does((work) => finishWorksheet(work, here.desk, id, { because })),
    refusal('no-assessment-yet'),
  )
  await does((work) =>
    enterAssessment(work, here.desk, id, { words: assessmentWords(), on: '2026-11-20', facts }),
  )
  await assert.rejects(tries, refusal('not-in-this-state'))
  const visitor = await here.app.signedIn(here.handler)
  const answer = await visitor.post(`/dossiers/${id}/besluit/nieuw`, {
    following: 'follows',
    reasons: 'Een reden die niet verloren mag gaan.',
  })
  assert.equal(answer.status, 409)
  assert.match(answer.body, /niet verloren mag gaan/)
  assert.deepEqual((await read(id)).decisions, [])
})

test('no reason at all is no reason why there is no assessment', async () => {
  const { id } = await aFilledDossier(can(), here.desk, here.handler)
  await does((work) =>
    considerExploitation(work, here.desk, id, { answer: 'no', because: 'Niets.' }),
  )
  const without = (because: string) =>
    does((work) => goWithoutAssessment(work, here.desk, id, { because }))
  await assert.rejects(without(' '), refusal('because-missing'))
  await without('De expertgroep kan dit jaar niet.')
  assert.equal((await read(id)).head.basis, 'reason')
})

test('departing without clear reasons is not signed, and the database holds no decision without its basis', async () => {
  const { id, offences } = await aReadyDossier(can(), here.desk, here.handler)
  await assert.rejects(
    sign(id, aSigning(offences, { following: 'departs' })),
    (error: unknown) =>
      error instanceof NotToBeSigned && error.against[0]?.because === 'clear-reasons-missing',
  )
  assert.deepEqual((await read(id)).decisions, [])
  await assert.rejects(
    here.app.house.pool.query(`update dossier set state = 'decided', basis = null where id = $1`, [
      id,
    ]),
    /check constraint/,
  )
})

test('the worksheet takes no statement without a fact of this dossier, nor a fact that was taken away', async () => {
  const { id, facts } = await aFilledDossier(can(), here.desk, here.handler)
  const other = await aFilledDossier(can(), here.desk, here.handler)
  const state = (of: readonly string[]) =>
    does((work) => addStatement(work, here.desk, id, aStatement(of)))
  await assert.rejects(state([]), refusal('fact-missing'))
  await assert.rejects(state(other.facts), refusal('fact-unknown'))
  const [first = ''] = facts
  await does((work) =>
    withdraw(work, here.desk, id, { what: 'dossier_fact', id: first, because: 'Dubbel.' }),
  )
  await assert.rejects(state([first]), refusal('fact-unknown'))
})

test('a fact that speaks against is shown as that, also without words, on the page and on paper', async () => {
  const { id, facts, offences } = await aFilledDossier(can(), here.desk, here.handler)
  const [first = '', second = ''] = facts
  const because = 'Niets.'
  await does((work) => considerExploitation(work, here.desk, id, { answer: 'no', because }))
  await does((work) => goWithoutAssessment(work, here.desk, id, { because }))
  const chosen = { against: '', facts: [first], againstFacts: [second] }
  const vain = aStatement([], { ...chosen, searched: 'het verhoor' })
  await assert.rejects(
    does((work) => addStatement(work, here.desk, id, vain)),
    refusal('found-or-not'),
  )
  await does((work) => addStatement(work, here.desk, id, aStatement([], chosen)))
  await does((work) => finishWorksheet(work, here.desk, id, { because }))
  await sign(id, aSigning(offences, { following: 'no-assessment', reasons: 'Besloten.' }))
  const whole = await read(id)
  const [decision] = whole.decisions
  const visitor = await here.app.signedIn(here.handler)
  const { body } = await visitor.get(`/dossiers/${id}/besluit/${decision?.id}`)
  const brief = body.match(/id="regel-[\s\S]*?<\/article>/)?.[0] ?? ''
  assert.match(brief, new RegExp(`brief__side--against[\\s\\S]*#feit-${second}`))
  assert.doesNotMatch(body, /Niets gevonden/)
  const then = decisionThen(whole, decision?.id ?? '')
  assert.ok(then)
  const paper = JSON.stringify(paperOf({ language: 'nl', desk: here.desk, read: whole, then }))
  assert.match(paper, /"value":"F2"/)
  assert.doesNotMatch(paper, /Niets gevonden/)
})

test('of two offences one can be compelled while of the other it is not known, and the decision says each of its own', async () => {
  const { id, facts, offences } = await aFilledDossier(can(), here.desk, here.handler)
  const [drugs = ''] = offences
  const theft = { law: 'Sr', article: '310', words: { text: 'Een jas.', on: '' } } as const
  const because = 'Meer is er niet.'
  await does((work) => addOffence(work, here.desk, id, theft))
  const second = (await read(id)).offences.at(-1)?.id ?? ''
  const visitor = await here.app.signedIn(here.handler)
  const at = `/dossiers/${id}/werkblad/compulsion`
  const statement = { text: 'Kon niet weigeren.', facts: facts[0] ?? '', searched: 'verhoor' }
  const unsaid = await visitor.post(at, statement)
  assert.equal(unsaid.status, 422)
  assert.match(unsaid.body, /Kies over welk feit dit gaat[\s\S]*Kon niet weigeren/)
  const strange = await visitor.post(at, { ...statement, offences: newId() })
  assert.equal(strange.status, 422)
  assert.equal((await visitor.post(at, { ...statement, offences: drugs })).status, 303)
  const [said] = (await read(id)).statements
  const again = await visitor.get(`${at}?zoals=${said?.id}`)
  assert.match(again.body, /<textarea[^>]*>\s*Kon niet weigeren/)
  assert.match(again.body, /Over Opiumwet 2, 1 oktober 2026/)
  const gap = (await visitor.get(`/dossiers/${id}/werkblad`)).body
  assert.match(gap, /Dwang en de vrijheid om te weigeren: Sr 310/)
  assert.doesNotMatch(gap, /Dwang en de vrijheid om te weigeren: Opiumwet/)
  const unknown = { unknown: 'Of er iemand bij was.', unknownOf: second }
  assert.equal((await visitor.post(`${at}/onbekend`, { ...unknown, unknownOf: '' })).status, 422)
  assert.equal((await visitor.post(`${at}/onbekend`, unknown)).status, 303)
  await does((work) => considerExploitation(work, here.desk, id, { answer: 'no', because }))
  await does((work) => goWithoutAssessment(work, here.desk, id, { because }))
  await does((work) => finishWorksheet(work, here.desk, id, { because }))
  const signing = await visitor.get(`/dossiers/${id}/besluit/nieuw`)
  assert.match(signing.body, /over dit feit zegt[\s\S]*Kon niet weigeren[\s\S]*Niet bekend: Of er/)
  const choices = new Map([
    [drugs, aChoice({ why: 'Dwang, zie F1.' })],
    [second, aChoice({ route: 'prosecution', grounds: [], why: 'Geen band gezien.' })],
  ])
  await sign(id, aSigning([], { following: 'no-assessment', choices }))
  const whole = await read(id)
  const [decision] = whole.decisions
  const { body } = await visitor.get(`/dossiers/${id}/besluit/${decision?.id}`)
  const parts = body.split('<section>').filter((part) => /Weg/.test(part))
  const ofDrugs =
    parts.find((part) => part.includes('<h3>Opiumwet 2'))?.split('</section>')[0] ?? ''
  const ofTheft = parts.find((part) => part.includes('<h3>Sr 310'))?.split('</section>')[0] ?? ''
  assert.match(ofDrugs, /Dwang, zie <a[^>]*>F1<\/a>[\s\S]*Kon niet weigeren/)
  assert.match(ofTheft, /Geen band gezien[\s\S]*Niet bekend: [^<]*Of er iemand bij was/)
  assert.doesNotMatch(ofTheft, /Kon niet weigeren/)
  const { rows } = await here.app.house.pool.query(
    `select f.article, o.looked_at from dossier_outcome o join dossier_offence f on f.id = o.offence_id
      where o.dossier_id = $1 order by f.article`,
    [id],
  )
  assert.deepEqual(rows, [
    { article: '2', looked_at: ['compulsion'] },
    { article: '310', looked_at: [] },
  ])
  const then = decisionThen(whole, decision?.id ?? '')
  assert.ok(then)
  const paper = JSON.stringify(paperOf({ language: 'nl', desk: here.desk, read: whole, then }))
  assert.match(
    paper,
    /"Opiumwet 2[\s\S]*Kon niet weigeren[\s\S]*"Sr 310"[\s\S]*Geen band gezien[\s\S]*Of er iemand bij/,
  )
})

test('no statement stands on a fact that is gone: it is not taken away, and a recall is seen before and at signing', async () => {
  const { id, facts, offences } = await aReadyDossier(can(), here.desk, here.handler)
  const [used = ''] = facts
  await does((work) => resumeWorksheet(work, here.desk, id, {}))
  const away = { what: 'dossier_fact', id: used, because: 'Dubbel.' } as const
  await assert.rejects(
    does((work) => withdraw(work, here.desk, id, away)),
    refusal('fact-in-use'),
  )
  const item = aReceivedFact()
  await does((work) => dossierIntake(here.desk).take(work, id, item, 'nl'))
  const taken = (await read(id)).facts.at(-1)?.id ?? ''
  const text = 'Alleen de mentor zag dit.'
  await does((work) => addStatement(work, here.desk, id, aStatement([taken], { text })))
  await does((work) => finishWorksheet(work, here.desk, id, { because: 'Meer is er niet.' }))
  await recall(id, item.id)
  await assert.rejects(sign(id, aSigning(offences)), refusal('rests-on-nothing'))
  await does((work) => resumeWorksheet(work, here.desk, id, {}))
  await assert.rejects(
    does((work) => finishWorksheet(work, here.desk, id, { because: 'Klaar.' })),
    refusal('rests-on-nothing'),
  )
  const visitor = await here.app.signedIn(here.handler)
  for (const path of ['/werkblad-klaar', '/werkblad']) {
    const { body } = await visitor.get(`/dossiers/${id}${path}`)
    assert.match(body, /Alleen de mentor zag dit\.<\/a> <strong>Niets draagt/)
  }
})

test('of two assessments neither is passed over: following one asks clear reasons, and both stand in the decision', async () => {
  const { id, facts, offences } = await aReadyDossier(can(), here.desk, here.handler)
  const second = assessmentWords({ by: 'Tweede Kenner', conclusion: 'Volgens mij niet.' })
  await does((work) =>
    enterAssessment(work, here.desk, id, { words: second, on: '2026-11-21', facts }),
  )
  await does((work) => finishWorksheet(work, here.desk, id, { because: 'Meer is er niet.' }))
  await assert.rejects(
    sign(id, aSigning(offences)),
    (error: unknown) =>
      error instanceof NotToBeSigned && error.against[0]?.because === 'clear-reasons-missing',
  )
  await sign(id, aSigning(offences, { clearReasons: 'De eerste kende F2 niet.' }))
  const whole = await read(id)
  const [decision] = whole.decisions
  const { body } = await (await here.app.signedIn(here.handler)).get(
    `/dossiers/${id}/besluit/${decision?.id}`,
  )
  const then = decisionThen(whole, decision?.id ?? '')
  assert.ok(then)
  const paper = JSON.stringify(paperOf({ language: 'nl', desk: here.desk, read: whole, then }))
  for (const text of [body, paper]) {
    for (const part of ['Elif Kenner', 'Tweede Kenner', 'De eerste kende']) {
      assert.ok(text.includes(part), part)
    }
  }
})

test('what is signed does not change: not its worksheet, not its offences, not in the database', async () => {
  const { id, facts, offences, decision } = await aDecidedDossier(can(), here.desk, here.handler)
  await assert.rejects(
    does((work) => addStatement(work, here.desk, id, aStatement(facts))),
    refusal('not-in-this-state'),
  )
  await assert.rejects(
    does((work) =>
      withdraw(work, here.desk, id, {
        what: 'dossier_offence',
        id: offences[0] ?? '',
        because: 'x',
      }),
    ),
    refusal('not-in-this-state'),
  )
  const client = await here.app.house.pool.connect()
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

test('signing and taking along ask to prove again who one is, and nothing typed is lost', async () => {
  const ready = await aReadyDossier(can(), here.desk, here.handler)
  const visitor = await here.app.signedIn(here.handler)
  here.app.house.moveClock({ minutes: 6 })
  const answer = await visitor.post(`/dossiers/${ready.id}/besluit/nieuw`, {
    following: 'follows',
    reasons: 'Een lange reden om te bewaren.',
  })
  assert.ok(answer.status >= 400)
  assert.match(answer.body, /Een lange reden om te bewaren\./)
  assert.deepEqual((await read(ready.id)).decisions, [])
})

test('every act leaves one entry in the trail; the same form twice is done once, and says so', async () => {
  const { id, offences } = await aReadyDossier(can(), here.desk, here.handler)
  const key = newId()
  await sign(id, aSigning(offences), key)
  await sign(id, aSigning(offences), key)
  const signed = (await trailOf(id)).filter((act) => act.startsWith('dossier.decide'))
  assert.deepEqual(signed, ['dossier.decide', 'dossier.decide-again'])
  assert.equal((await eventsOf(id)).filter((kind) => kind === 'decide').length, 1)
})

test('prosecuting is as open as not prosecuting: the program leans to neither', async () => {
  const { id, offences } = await aReadyDossier(can(), here.desk, here.handler)
  const choice = aChoice({ route: 'prosecution', grounds: [] })
  await sign(id, aSigning(offences, { choices: new Map(offences.map((one) => [one, choice])) }))
  assert.equal((await read(id)).decisions[0]?.outcomes[0]?.route, 'prosecution')
})

test('who signs on another day than they prepared reads first what changed, and signs by the day of signing', async () => {
  const { id, offences } = await aReadyDossier(can(), here.desk, here.handler)
  const [offence = ''] = offences
  const at = `/dossiers/${id}/besluit/nieuw`
  const seenOn = (body: string) => body.match(/name="seen" value="([^"]+)"/)?.[1] ?? ''
  const first = await (await here.app.signedIn(here.handler)).get(at)
  assert.match(first.body, /De jongere is dan 16 jaar/)
  assert.doesNotMatch(first.body, /Er is iets veranderd/)
  // Noor is born on 4 May: the next time somebody looks it is June.
  here.app.house.moveClock({ hours: 24 * 200 })
  const words = factWords({ text: 'Een nieuw bericht.' })
  await does((work) => addFact(work, here.desk, id, { kind: 'fact', words, on: undefined }))
  const visitor = await here.app.signedIn(here.handler)
  const form = {
    ...{ [`route-${offence}`]: 'sepot-06', [`ground1-${offence}`]: '06', following: 'follows' },
    reasons: 'Een reden die blijft staan.',
  }
  for (const seen of [seenOn(first.body), '']) {
    const refused = await visitor.post(at, { ...form, seen })
    assert.equal(refused.status, 422)
    assert.match(refused.body, /href="#changed"/)
    assert.match(refused.body, /De jongere was toen 16 en is nu 17 jaar/)
    assert.match(refused.body, /Iets opgeschreven dat bekend is, [0-9]+ (mei|juni) 2027/)
    assert.match(refused.body, /Een reden die blijft staan/)
  }
  assert.deepEqual((await read(id)).decisions, [])
  const looked = await visitor.get(at)
  assert.match(looked.body, /Het werkblad was klaar op[\s\S]*toen 16 en is nu 17/)
  assert.equal((await visitor.post(at, { ...form, seen: seenOn(looked.body) })).status, 303)
  const [decision] = (await read(id)).decisions
  assert.match(decision?.on ?? '', /^2027-0[56]/)
  const { body } = await visitor.get(`/dossiers/${id}/besluit/${decision?.id}`)
  assert.match(body, /Op de dag van dit besluit was de jongere 17 jaar/)
})
