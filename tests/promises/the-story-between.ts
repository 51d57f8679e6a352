import assert from 'node:assert/strict'
import { momentFields } from '#capabilities/arrests/typed-moment.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import { typed } from './secrets.ts'
import { clickIn, went } from './the-story.ts'

/** Where the police keep what belongs to one young person: two files that nothing may tie to each other. */
export type TwoFiles = { readonly arrest: string; readonly protection: string }

const today = (name: string) => ({
  [`${name}-day`]: '23',
  [`${name}-month`]: '11',
  [`${name}-year`]: '2026',
})

const idIn = (path: string): string => /[0-9a-f-]{36}/.exec(path)?.[0] ?? assert.fail(path)

/** Posts, and answers where that leads. */
async function leads(who: Visitor, path: string, fields: object): Promise<string> {
  const answer = await who.post(path, { ...fields, key: newId() } as Record<string, string>)
  went(answer)
  return answer.location
}

/** What the program's own carrier brings, as soon as it is there. */
async function whenThere(
  who: Visitor,
  path: string,
  there: (page: Exchange) => boolean,
): Promise<Exchange> {
  for (let turn = 0; turn < 400; turn += 1) {
    const page = await who.get(path)
    if (there(page)) return page
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return assert.fail(`It never came to ${path}.`)
}

/** The value of the choice by this name that stands with these words. */
function choiceOf(body: string, name: string, words: string): string {
  const before = body.slice(0, Math.max(0, body.indexOf(words)))
  const [, value] = new RegExp(`.*name="${name}"[^>]*value="([^"]+)"`, 's').exec(before) ?? []
  return value ?? assert.fail(`no ${name} with ${words}`)
}

/** A question to another organisation, an answer, and what was done with it. */
async function askAdvice(coordinator: Visitor, adviser: Visitor): Promise<void> {
  const at = await leads(coordinator, '/advies/nieuw', {
    ...{ danger: 'no', to: somebody('vera-veiligstra').organisationId, topic: 'ruilen' },
    ...{ situation: typed.adviceSituation, asks: typed.question.toLowerCase() },
  })
  await whenThere(adviser, at, ({ status }) => status === 200)
  await leads(adviser, `${at}/oppakken`, {})
  await leads(adviser, `${at}/antwoord`, { text: typed.advice })
  await whenThere(coordinator, at, ({ body }) => body.includes(typed.advice))
  await leads(coordinator, `${at}/afronden`, { outcome: typed.adviceOutcome, told: '' })
  for (const who of [coordinator, adviser]) await who.get('/advies')
}

/** What is chosen on the four pages of a delivery. */
type Delivery = {
  readonly facts: (body: string) => readonly string[]
  readonly to: string
  readonly aim: string
  readonly road: string
  readonly answers: Readonly<Record<string, string>>
}

/** From the first page to what was delivered; answers how the delivery is called. */
async function deliver(who: Visitor, begun: string, one: Delivery): Promise<string> {
  const at = `/delen/${idIn(begun)}`
  const { body } = await who.get(`${at}/feiten`)
  went(await who.post(`${at}/feiten`, { facts: one.facts(body) }))
  const { to: recipient, aim, road, answers } = one
  await leads(who, `${at}/ontvanger`, { recipient, aim, language: 'nl' })
  const end = { 'end-day': '1', 'end-month': '12', 'end-year': '2026' }
  await leads(who, `${at}/grond`, { road, ...end })
  await leads(who, `${at}/grond`, { road, ...end, ...answers, question: typed.caseQuestion })
  const check = await who.get(`${at}/nakijken`)
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(check.body)?.[1] ?? ''
  await leads(who, `${at}/leveren`, { hash })
  const { body: delivered } = await who.get(at)
  return /D-\w{4}-\w{4}/.exec(delivered)?.[0] ?? assert.fail('no reference')
}

/** Its path at whoever it came to. */
async function received(who: Visitor, reference: string): Promise<string> {
  const { body } = await whenThere(who, '/ontvangen', (page) => page.body.includes(reference))
  const row = body.split(/<(?:li|tr)\b/).find((part) => part.includes(reference)) ?? ''
  return /\/ontvangen\/[0-9a-f-]{36}/.exec(row)?.[0] ?? assert.fail(reference)
}

/** A round table, with a contribution in somebody's own words. */
async function sitTogether(coordinator: Visitor, guest: Visitor): Promise<void> {
  const { organisationId } = somebody('rosa-regie')
  const to = `${organisationId}/municipal-coordinator`
  const at = await leads(coordinator, '/overleg/nieuw', {
    ...{ invited: to.replace('/', ':'), aim: 'help', question: typed.tableQuestion },
    ...{ agenda: '', place: '', ...today('day') },
  })
  await whenThere(guest, at, ({ status }) => status === 200)
  await leads(guest, `${at}/plaats`, { act: 'join' })
  await leads(coordinator, `${at}/opschrijven`, {
    ...{ kind: 'own-words', text: typed.tableWords, source: typed.tableSource },
    ...{ moment: '', beside: '' },
  })
  const table = `round-table/${idIn(at)}`
  await whenThere(coordinator, `/delen/nieuw?bij=${table}`, ({ body }) =>
    body.includes(organisationId),
  )
  const begin = { bij: table, aan: organisationId, bestand: table }
  await deliver(coordinator, await leads(coordinator, '/delen/nieuw', begin), {
    facts: (body) => [choiceOf(body, 'facts', typed.tableWords)],
    ...{ to, aim: 'help', road: 'school-municipality' },
    answers: {
      ...{ 'q-consent': 'parents', 'q-consent-words': typed.contact, 'q-free': 'yes' },
      ...{ 'q-necessary': 'yes', 'q-recipient-task': 'yes' },
    },
  })
  const page = await whenThere(guest, at, ({ body }) => /\/ontvangen\/[0-9a-f-]{36}/.test(body))
  await guest.get(/\/ontvangen\/[0-9a-f-]{36}/.exec(page.body)?.[0] ?? '')
}

/** Registered at the desk, looked at, and a file apart in which the young person is protected. */
async function arrest(app: TestApp, officer: Visitor, detective: Visitor): Promise<TwoFiles> {
  const at = momentFields('at', app.house.clock())
  const registered = await leads(officer, '/aanhoudingen/nieuw', {
    ...at,
    ...{ offence: 'unknown', name: typed.subject, text: typed.seenAtArrest },
    source: typed.factSource,
  })
  const { body } = await officer.get(`${registered}/kijk`)
  const asked = [...body.matchAll(/type="radio"[^>]*name="([^"]+)"[^>]*value="unknown"/g)]
  const answers = Object.fromEntries(asked.map(([, name]) => [name, 'unknown']))
  const look = { ...answers, further: 'yes', because: typed.lookReason }
  await leads(officer, `${registered}/kijk`, look)
  const said = { ...at, quote: typed.ownWords, source: typed.factSource }
  await leads(officer, `${registered}/noteer/eigen-woorden`, said)
  await detective.get(registered)
  const reason = typed.protectReason
  const apart = await leads(detective, `${registered}/beschermen`, { reason })
  await leads(detective, `${apart}/noteer/feit`, {
    ...{ ...at, text: typed.evidence, source: typed.factSource },
  })
  await detective.get(apart)
  for (const list of ['/aanhoudingen', '/beschermdossiers']) await detective.get(list)
  return { arrest: idIn(registered), protection: idIn(apart) }
}

/** What the police bring, with the name and the own words; taken into a dossier, in which somebody assesses it. */
async function weigh(
  detective: Visitor,
  prosecutor: Visitor,
  { arrest: dossier }: TwoFiles,
): Promise<void> {
  const begun = await leads(detective, '/delen/nieuw', { soort: 'suspect-file', dossier })
  const { organisationId } = somebody('olivier-afweging')
  const reference = await deliver(detective, begun, {
    facts: (body) => [typed.subject, typed.ownWords].map((words) => choiceOf(body, 'facts', words)),
    ...{ to: `${organisationId}/youth-prosecutor`, aim: 'investigate' },
    road: 'police-prosecution',
    answers: {
      ...{ 'q-necessary': 'yes', 'q-recipient-task': 'yes' },
      ...{ 'q-told': 'not-asked-here', 'q-told-why': typed.notKnown },
    },
  })
  const came = await received(prosecutor, reference)
  await leads(prosecutor, `${came}/aannemen`, {})
  const { subject: name, dossierQuestion: question } = typed
  const at = await leads(prosecutor, '/dossiers/nieuw', { name, question })
  const { body } = await prosecutor.get(came)
  assert.ok(body.includes(typed.ownWords) && body.includes(typed.subject))
  const items = [...body.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(([, item]) => item ?? '')
  for (const item of items) {
    await leads(prosecutor, `${came}/overnemen`, { item, file: `dossier/${idIn(at)}` })
  }
  await leads(prosecutor, `${at}/vermoeden`, { answer: 'yes', because: typed.suspicion })
  const filled = await prosecutor.get(at)
  assert.ok(filled.body.includes(typed.ownWords))
  await leads(prosecutor, `${at}/beoordeling`, {
    ...today('on'),
    ...{ by: typed.assessor, capacity: 'lid van de expertgroep', source: typed.documentName },
    ...{ qualification: typed.jobTitle, involved: typed.circleReason },
    facts: /feit-([0-9a-f-]{36})/.exec(filled.body)?.[1],
    ...{ inFavour: typed.inFavour, against: typed.speaksAgainst, unknown: typed.notKnown },
    conclusion: typed.conclusion,
  })
  const { body: assessed } = await prosecutor.get(at)
  assert.ok(assessed.includes(typed.conclusion))
  await prosecutor.get('/dossiers')
}

/** What goes between organisations, with known words: asked, delivered, brought to a table, arrested, weighed. */
export async function tellTheStoryBetween(app: TestApp): Promise<TwoFiles> {
  const coordinator = await clickIn(app, 'samira-denkbeeld')
  await askAdvice(coordinator, await clickIn(app, 'vera-veiligstra'))
  await sitTogether(coordinator, await clickIn(app, 'rosa-regie'))
  const detective = await clickIn(app, 'rik-rechercheur')
  const files = await arrest(app, await clickIn(app, 'bo-balie'), detective)
  await weigh(detective, await clickIn(app, 'olivier-afweging'), files)
  return files
}
