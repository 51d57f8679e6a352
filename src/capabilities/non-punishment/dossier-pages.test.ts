import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import { readPdf, rolesOf } from '#platform/pdf/a-read-pdf.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { aDecidedDossier, aDossier, factWords } from './a-dossier.ts'
import { aDossierApp } from './a-dossier-app.ts'
import { noticeRecipients } from './notice-recipients.ts'
import { reopenDossier } from './reopen-dossier.ts'
import { addFact, withdraw } from './write-in-dossier.ts'

const here = aDossierApp()
const { can, does, read, trailOf } = here

async function sound(answer: Promise<Exchange>, status = 200): Promise<string> {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const on = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' }

for (const language of languages) {
  test(`from a new dossier to a signed decision through the pages, by forms alone (${language})`, async () => {
    const visitor = await here.app.signedIn(here.handler)
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
    for (const element of here.desk.worksheet.elements) {
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
    for (const moment of ['', ...here.desk.routes.stages.map((stage) => `?moment=${stage.id}`)]) {
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
    for (const notice of noticeRecipients(here.desk.notices, (await read(id)).facts)) {
      await sound(visitor.get(to(`${root}/bericht/${notice.id}`)))
    }
    await sound(visitor.get(to('/dossiers')))
    await sound(visitor.get(to(`${root}/kring`)))
    const wrongs = ['Voorbeeld</b>', 'undefined', '[object']
    for (const wrong of wrongs) assert.ok(!page.includes(wrong), wrong)
  })
}

test('what a reason does not name does not become a link, and every statement leads to its fact', async () => {
  const { id, decision } = await aDecidedDossier(can(), here.desk, here.handler)
  const { body } = await (await here.app.signedIn(here.handler)).get(
    `/dossiers/${id}/besluit/${decision}`,
  )
  const targets = [...body.matchAll(/href="[^"]*#(feit-[0-9a-f-]+)"/g)].map(([, to]) => to)
  assert.ok(targets.length >= 4)
  for (const to of targets) assert.ok(body.includes(`id="${to}"`), to)
  const briefs = body.match(/id="regel-[\s\S]*?<\/article>/g) ?? []
  assert.ok(briefs.length > 0)
  for (const brief of briefs) assert.match(brief, /#feit-/)
})

test('the decision as a PDF says what the page says, tagged for whoever reads by ear', async () => {
  const { id, decision } = await aDecidedDossier(can(), here.desk, here.handler)
  const visitor = await here.app.signedIn(here.handler)
  const response = await here.app.app.routes.request(
    `${here.app.origin}/dossiers/${id}/besluit/${decision}/besluit.pdf`,
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
  const { id, facts, decision } = await aDecidedDossier(can(), here.desk, here.handler)
  here.app.house.moveClock({ seconds: 2 })
  const words = factWords({ text: 'Een nieuw bericht.' })
  await does((work) => addFact(work, here.desk, id, { kind: 'fact', words, on: undefined }))
  await does((work) => reopenDossier(work, here.desk, id, { because: 'Nieuw bericht.' }))
  const [statement] = (await read(id)).statements
  const gone = {
    what: 'dossier_statement',
    id: statement?.id ?? '',
    because: 'Klopt niet.',
  } as const
  here.app.house.moveClock({ seconds: 2 })
  await does((work) => withdraw(work, here.desk, id, gone))
  for (const fact of facts) {
    const away = { what: 'dossier_fact', id: fact, because: 'Dubbel.' } as const
    await does((work) => withdraw(work, here.desk, id, away))
  }
  const visitor: Visitor = await here.app.signedIn(here.handler)
  const { body } = await visitor.get(`/dossiers/${id}/besluit/${decision}`)
  assert.match(body, /Noor werd aangestuurd met berichten/)
  assert.doesNotMatch(body, /Een nieuw bericht|<s>/)
  for (const fact of facts) assert.match(body, new RegExp(`id="feit-${fact}"`))
  assert.equal(facts.length, 2)
  assert.match(body, /heropend/)
})

test('another law is named with its article, and is laid beside nothing', async () => {
  const id = await aDossier(can(), here.desk, here.handler)
  const visitor = await here.app.signedIn(here.handler)
  const at = `/dossiers/${id}/strafbaar-feit`
  const form = { law: 'other', article: '2:1', text: 'Een overtreding.' }
  const refused = await visitor.post(at, form)
  assert.equal(refused.status, 422)
  assert.match(refused.body, /Schrijf op welke wet/)
  assert.equal((await visitor.post(at, { ...form, lawName: 'APV Waterrade' })).status, 303)
  assert.match((await visitor.get(`/dossiers/${id}`)).body, /APV Waterrade, 2:1/)
  const { rows } = await here.app.house.pool.query(
    'select article from dossier_offence where dossier_id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ article: '0' }])
})
