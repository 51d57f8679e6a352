import assert from 'node:assert/strict'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { sendParts } from '#capabilities/cases/a-document.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import { typed } from './secrets.ts'

const pathOf = (answer: Exchange, ending: RegExp): string => {
  assert.equal(answer.status, 303, answer.url)
  assert.match(answer.location, ending)
  return answer.location.replace(ending, '')
}

export const went = (answer: Exchange): void => assert.equal(answer.status, 303, answer.url)

/** One click on /demo, as everybody does there. */
export async function clickIn(app: TestApp, slug: string): Promise<Visitor> {
  const { organisationId, personId } = somebody(slug)
  const visitor = app.aStranger()
  await visitor.get('/demo')
  went(await visitor.post('/demo', { organisation: organisationId, person: personId }))
  return visitor
}

/** From the first question to the receipt; answers the address of the signal. */
export async function writeDown(mentor: Visitor, language: '' | '/en' = ''): Promise<string> {
  const { subject, narrative, moment, heardFrom, innocent } = typed
  const begun = await mentor.post(`${language}/signalen/nieuw`, { danger: 'yes' })
  const draft = pathOf(begun, /\/gevaar$/)
  await mentor.get(`${draft}/gevaar`)
  await mentor.post(`${draft}/bewaar`, { narrative })
  const wrong = await mentor.post(`${draft}/wat`, { subject, narrative })
  assert.equal(wrong.status, 422)
  const what = { about: 'pupil', subject, narrative, moment, heardFrom, origin: 'both' }
  went(await mentor.post(`${draft}/wat`, what))
  await mentor.get(`${draft}/wat`)
  await mentor.get(`${draft}/signalen`)
  const chosen = { 'answer-MON-01': 'observed', innocent, readers: 'coordinators' }
  went(await mentor.post(`${draft}/signalen`, chosen))
  await mentor.get(`${draft}/controleer`)
  const signal = pathOf(await mentor.post(`${draft}/controleer`), /\/ontvangst$/)
  await mentor.get(`${signal}/ontvangst`)
  return signal
}

const dayOf = (name: string) => ({
  [`${name}-day`]: '23',
  [`${name}-month`]: '11',
  [`${name}-year`]: '2026',
})

/** A case with known words in each of its places: written in, corrected, searched, judged, closed. */
async function tellTheCase(
  people: Readonly<Record<'coordinator' | 'mentor' | 'safety', Visitor>>,
  signal: string,
): Promise<void> {
  const { coordinator, mentor, safety } = people
  const { subject: name, guardian: contacts, pupilNumber: number, caseQuestion: question } = typed
  const nieuw = `/casussen/nieuw?signaal=${signal}`
  await coordinator.get(nieuw)
  assert.equal((await coordinator.post('/casussen/nieuw', { name, contacts, number })).status, 422)
  const opened = await coordinator.post('/casussen/nieuw', {
    name,
    contacts,
    number,
    question,
    signal,
  })
  went(opened)
  const file = opened.location
  const does = async (at: string, fields: Fields, who = coordinator): Promise<void> => {
    went(await who.post(`${file}/${at}`, fields))
  }
  const reason = typed.circleReason
  const colleague = somebody('milan-proefpersoon').personId
  await does('kring/nieuw', { colleague, reason })
  const fact = { text: typed.fact, source: typed.factSource, origin: 'own', moment: typed.moment }
  await does('feit', { ...fact, ...dayOf('on') }, mentor)
  const found = /\/regels\/([0-9a-f-]{36})/.exec((await mentor.get(`${file}?soort=fact`)).body)
  const entry = `${file}/regels/${found?.[1]}`
  went(await mentor.post(`${entry}/aanpassen`, { ...fact, text: typed.factAgain, version: '1' }))
  const late = await coordinator.post(`${entry}/aanpassen`, { ...fact, version: '1' })
  assert.equal(late.status, 409)
  await mentor.get(entry)
  await does('duiding', { text: typed.thought, innocent: typed.otherwise }, mentor)
  await does('besluit', { text: typed.decision, reasons: typed.reasons, not: 'yes' })
  await does('contact', { text: typed.contact, withWhom: contacts, how: 'phone' })
  await does('vraag', { question: typed.sharpened, version: '1' })
  const { evidence, against } = typed
  const judged = { role: 'exploited', source: typed.factSource, evidence, against }
  await does('rollen/nieuw', { ...judged, ...dayOf('from') })
  await does('taken/nieuw', { title: typed.task, owner: colleague, ...dayOf('due') })
  await mentor.get('/vandaag')
  const task = /\/taken\/([0-9a-f-]{36})/.exec((await mentor.get(`${file}/taken`)).body)?.[1]
  await does(`taken/${task}/klaar`, { words: typed.taskEnd }, mentor)
  for (const who of [coordinator, mentor, safety]) {
    await who.post('/casussen/zoek', { q: name })
    await who.post('/casussen/zoek', { q: 'lavendelzeep chocolademelk' })
    await who.get(file)
    await who.get('/casussen')
  }
  // A second file on the same young person: one hears of it, the other learns nothing.
  went(await safety.post('/casussen/nieuw', { name, number, question }))
  await does('afronden', { outcome: 'explained', words: typed.ending, told: typed.told })
  for (const at of ['', '/kring', '/taken', '/rollen']) await coordinator.get(`${file}${at}`)
  const after = await mentor.post(`${file}/feit`, fact)
  assert.equal(after.status, 409)
  await does('heropenen', { reason })
}

/**
 * The first story of the product with known words: explored, written down, asked about, answered,
 * added to, passed on, taken up, combined and closed; a second one withdrawn; a case with one of them; a
 * colleague invited.
 */
export async function tellTheStory(app: TestApp): Promise<void> {
  const stranger = app.aStranger()
  await stranger.get('/verken')
  await stranger.post('/verken', { text: typed.narrative })
  await stranger.post('/en/verken/ouder', { text: typed.addition })
  const mentor = await clickIn(app, 'milan-proefpersoon')
  const coordinator = await clickIn(app, 'samira-denkbeeld')
  const safety = await clickIn(app, 'ruben-schets')
  const first = await writeDown(mentor)
  const second = await writeDown(mentor, '/en')
  const [one, two] = [first, second].map((path) => path.split('/').at(-1) ?? '')
  await coordinator.get('/wachtrij')
  went(await coordinator.post('/wachtrij/samen', { signal: [one ?? '', two ?? ''] }))
  went(await coordinator.post(`${first}/vraag`, { words: typed.question }))
  await mentor.get(first)
  went(await mentor.post(`${first}/antwoord`, { words: typed.answer }))
  went(await mentor.post(`${first}/aanvulling`, { words: typed.addition }))
  const colleague = somebody('ruben-schets').personId
  went(await coordinator.post(`${first}/doorgeven`, { colleague, words: typed.note }))
  went(await safety.post(`${first}/oppakken`))
  await safety.get(`${first}/afronden`)
  went(await safety.post(`${first}/afronden`, { outcome: 'explained', words: typed.outcome }))
  await mentor.get(first)
  await mentor.get('/signalen')
  await tellTheCase({ coordinator, mentor, safety }, two ?? '')
  const third = await writeDown(mentor)
  went(await mentor.post(`${third}/intrekken`, { because: 'mistake' }))
  await mentor.get(third)
  // A draft that stays a draft.
  const begun = await mentor.post('/signalen/nieuw', { danger: 'no' })
  const draft = pathOf(begun, /\/wat$/)
  went(await mentor.post(`${draft}/wat`, { ...draftOf(), origin: 'own', about: 'pupil' }))
  await keepDocuments(app)
  await inviteSomebody(app)
  await mentor.get('/sessies')
  await mentor.post('/uitloggen')
}

const draftOf = () => ({ subject: typed.subject, narrative: typed.narrative })

/** One document that stays, and one that is removed with its name and words. */
async function keepDocuments(app: TestApp): Promise<void> {
  const who = somebody('samira-denkbeeld')
  const coordinator = await clickIn(app, 'samira-denkbeeld')
  const path = `/casussen/${await aCase(app.house, aDesk(app.house), who)}/documenten`
  const bytes = Buffer.from(`${typed.document}\n`.repeat(9_000))
  for (const removed of [false, true]) {
    went(
      await sendParts(coordinator, app.origin, path, [
        { name: 'note', value: typed.documentNote },
        { name: 'file', file: `${typed.documentName}.txt`, bytes },
      ]),
    )
    const { body } = await coordinator.get(path)
    assert.ok(body.includes(typed.documentNote) && body.includes(typed.documentName))
    const [document] = new RegExp(`${path}/[0-9a-f-]{36}`).exec(body) ?? []
    const read = await coordinator.get(document ?? '')
    assert.equal(read.body, bytes.toString())
    if (removed) went(await coordinator.post(`${document}/weghalen`, { reason: typed.note }))
  }
}

async function inviteSomebody(app: TestApp): Promise<void> {
  const administrator = await clickIn(app, 'anja-sleutelbos')
  await administrator.get('/organisatie/mensen')
  const { colleague: name, mail, jobTitle, clientSecret } = typed
  const invited = await administrator.post('/organisatie/mensen/uitnodigen', {
    name,
    mail,
    jobTitle,
    roles: 'mentor',
  })
  assert.equal(invited.status, 200)
  const saved = await administrator.post('/organisatie/inloggen', {
    issuer: 'https://inloggen.voorbeeld.example',
    clientId: 'oogmerk',
    clientSecret,
    homeClaim: 'schac_home_organization',
    homeValue: 'voorbeeldcollege.example',
    affiliationClaim: 'eduperson_affiliation',
    admits: 'invited-only',
  })
  assert.equal(saved.status, 200)
}
