import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReceived, listFrom } from '#capabilities/sharing/a-disclosure.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aDecidedDossier, aDossier, aFilledDossier, anOffice, aStatement } from './a-dossier.ts'
import { aDossierApp, aReceivedFact, refusal } from './a-dossier-app.ts'
import { decisionThen } from './decision-view.ts'
import { dossierIntake, dossierSource } from './facts-of-dossier.ts'
import { addStatement } from './fill-worksheet.ts'
import { paperOf } from './paper.ts'

const here = aDossierApp()
const { can, does, eventsOf, read, recall } = here

test('a received fact is taken once, keeps where it first came from and what speaks against it, and is passed on so', async () => {
  const id = await aDossier(can(), here.desk, here.handler)
  const item = aReceivedFact()
  for (const _ of [1, 2]) await does((work) => dossierIntake(here.desk).take(work, id, item, 'nl'))
  const { facts } = await read(id)
  assert.equal(facts.length, 1)
  assert.deepEqual(facts[0]?.origin, item.fact.origin)
  assert.deepEqual(facts[0]?.beside, ['Een bijbaan.'])
  const listed = await does(async (work) => {
    work.audit({ act: 'test.list' })
    return listFrom(dossierSource(here.desk), work, id)
  })
  assert.deepEqual(listed[0]?.origin, item.fact.origin)
  assert.deepEqual(listed[0]?.beside, ['Een bijbaan.'])
  const ref = await does(async (work) => {
    work.audit({ act: 'test.ref' })
    return dossierIntake(here.desk).refOf(work, id, item.id)
  })
  assert.equal(ref, listed[0]?.ref)
})

test('that a delivered fact was taken into a dossier is on no page of who is outside its circle', async () => {
  const id = await aDossier(can(), here.desk, here.handler)
  const delivery = await aReceived(here.app.house, here.handler, 'youth-prosecutor')
  const at = `/ontvangen/${delivery.id}`
  const own = await here.app.signedIn(here.handler)
  const [item = ''] = delivery.items
  assert.equal((await own.post(`${at}/overnemen`, { item, file: `dossier/${id}` })).status, 303)
  const { body } = await (await here.app.signedIn(here.office.colleague)).get(at)
  assert.match(body, /Aangenomen/)
  assert.doesNotMatch(body, new RegExp(`${id}|Overgenomen`))
  assert.match((await own.get(at)).body, new RegExp(`/dossiers/${id}`))
})

test('what was recalled stays to be seen as recalled, and nothing new rests on it or leaves with it', async () => {
  const id = await aDossier(can(), here.desk, here.handler)
  const item = aReceivedFact()
  await does((work) => dossierIntake(here.desk).take(work, id, item, 'nl'))
  const [fact] = (await read(id)).facts
  for (const _ of [1, 2]) {
    await recall(id, item.id)
  }
  assert.equal((await eventsOf(id)).filter((kind) => kind === 'recall-fact').length, 1)
  assert.equal((await read(id)).facts[0]?.recalled, true)
  await assert.rejects(
    does((work) => addStatement(work, here.desk, id, aStatement([fact?.id ?? '']))),
    refusal('fact-unknown'),
  )
  const listed = await does(async (work) => {
    work.audit({ act: 'test.list' })
    return listFrom(dossierSource(here.desk), work, id)
  })
  assert.deepEqual(listed, [])
  const { body } = await (await here.app.signedIn(here.handler)).get(`/dossiers/${id}`)
  assert.match(body, /Teruggehaald door wie het leverde/)
})

test('a colleague outside the circle, and anybody else, takes nothing in and lists nothing out', async () => {
  const id = await aDossier(can(), here.desk, here.handler)
  const police = await here.app.house.aPerson(await here.app.house.anOrganisation('police'), [
    'officer',
  ])
  for (const outsider of [
    here.office.colleague,
    police,
    (await anOffice(here.app.house)).handler,
  ]) {
    const because = outsider === police ? refusal('no-such-page') : refusal('no-such-dossier')
    await assert.rejects(
      does((work) => dossierIntake(here.desk).take(work, id, aReceivedFact(), 'nl'), outsider),
      because,
    )
    await assert.rejects(
      does((work) => listFrom(dossierSource(here.desk), work, id), outsider),
      because,
    )
    await assert.rejects(
      does((work) => dossierSource(here.desk).open(work, id), outsider),
      because,
    )
    const files = await does(async (work) => {
      work.audit({ act: 'test.list' })
      return dossierIntake(here.desk).listFiles(work, 'nl')
    }, outsider)
    assert.ok(!files.some((file) => file.id === id))
  }
  assert.deepEqual((await read(id)).facts, [])
})

test('however many came after it, a dossier is found by its reference to take something into, by its circle alone', async () => {
  const own = await anOffice(here.app.house)
  const first = await aDossier(can(), here.desk, own.handler)
  for (let made = 0; made < 100; made += 1) await aDossier(can(), here.desk, own.handler)
  const { head } = await read(first, own.handler)
  const found = (actor: PersonActor, reference: string) =>
    does(async (work) => {
      work.audit({ act: 'test.find' })
      return dossierIntake(here.desk).findByReference?.(work, reference)
    }, actor)
  assert.equal(await found(own.handler, head.code.toLowerCase()), first)
  assert.equal(await found(own.handler, head.code.slice(0, -1)), undefined)
  assert.equal(await found(own.colleague, head.code), undefined)
  const delivery = await aReceived(here.app.house, own.handler, 'youth-prosecutor')
  const visitor = await here.app.signedIn(own.handler)
  const at = `/ontvangen/${delivery.id}`
  assert.doesNotMatch((await visitor.get(at)).body, new RegExp(first))
  const taking = { item: delivery.items[0] ?? '', reference: head.code }
  assert.equal((await visitor.post(`${at}/overnemen`, taking)).status, 303)
  assert.equal((await read(first, own.handler)).facts.length, 1)
})

test('whoever sees a dossier begins to share out of it; a colleague outside the circle does not', async () => {
  const { id } = await aFilledDossier(can(), here.desk, here.handler)
  const begin = async (actor: PersonActor) =>
    (await here.app.signedIn(actor)).post('/delen/nieuw', { soort: 'dossier', dossier: id })
  assert.equal((await begin(here.office.colleague)).status, 404)
  const visitor = await here.app.signedIn(here.handler)
  const begun = await visitor.post('/delen/nieuw', { soort: 'dossier', dossier: id })
  assert.equal(begun.status, 303)
  const facts = await visitor.get(`${begun.location.replace(/\/feiten$/, '')}/feiten`)
  assert.equal(facts.status, 200)
  assert.match(facts.body, /Noor had twee telefoons bij zich/)
})

test('what became of a delivery stands in the history of the dossier', async () => {
  const id = await aDossier(can(), here.desk, here.handler)
  const event = {
    disclosureId: newId(),
    to: 'Expertgroep (verzonnen)',
    facts: 2,
    language: 'nl',
  } as const
  await does(async (work) => {
    work.audit({ act: 'test.share' })
    const file = await dossierSource(here.desk).open(work, id, true)
    await file.note({ ...event, what: 'delivered' })
  })
  const { organisation: organisationId } = here.office
  const delivery = { kind: 'system', name: 'delivery', organisationId } as const
  await can().inTransaction(delivery, 'share', (work) =>
    Promise.resolve(
      dossierSource(here.desk).hear?.(work, id, {
        ...event,
        what: 'returned',
        words: 'Welke dag?',
      }),
    ),
  )
  const { body } = await (await here.app.signedIn(here.handler)).get(`/dossiers/${id}`)
  assert.match(body, /Feiten gedeeld/)
  assert.match(body, /Welke dag\?/)
  assert.match(body, /Expertgroep \(verzonnen\)/)
})

test('on paper a fact has its day, the way it came and the mark that it was recalled', async () => {
  const { id, decision } = await aDecidedDossier(can(), here.desk, here.handler)
  const item = aReceivedFact()
  here.app.house.moveClock({ seconds: -1 })
  await does((work) => dossierIntake(here.desk).take(work, id, item, 'nl'))
  here.app.house.moveClock({ seconds: 1 })
  await recall(id, item.id)
  const whole = await read(id)
  const then = decisionThen(whole, decision)
  assert.ok(then)
  const on = { language: 'nl', desk: here.desk, read: whole } as const
  const paper = JSON.stringify(paperOf(Object.assign(on, { then })))
  for (const part of [/2 oktober 2026/, /via Politie Waterrade/, /Teruggehaald/]) {
    assert.match(paper, part)
  }
  // What our text of the grounds must be compared with.
  assert.match(paper, new RegExp(here.desk.sepot.warnings[0]?.text.nl.slice(0, 40) ?? 'none'))
})
