import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase, aDesk, aFact, aPupil } from '#capabilities/cases/a-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { consented, secretWord } from './a-disclosure.ts'

let app: TestApp
let coordinator: Visitor
let municipal: Visitor
let caseId: string
let fact: string

const samira = somebody('samira-denkbeeld')
const rosa = somebody('rosa-regie')

before(async () => {
  app = await anApp({ demoRegion: true })
  coordinator = await app.signedIn(samira)
  municipal = await app.signedIn(rosa)
  const cases = aDesk(app.house)
  caseId = await aCase(app.house, cases, samira, { identity: aPupil({ number: '' }) })
  fact = await app.app.inTransaction(samira, 'follow-up-cases', (work) =>
    writeEntry(work, cases, caseId, aFact({ text: `${secretWord}: twee telefoons.` })),
  )
})
after(() => app.close())

const begin = async (): Promise<string> => {
  const form = { soort: 'case', dossier: caseId, key: newId() }
  const { headers } = await coordinator.post('/delen/nieuw', form)
  return /\/delen\/([0-9a-f-]{36})\//.exec(headers.get('location') ?? '')?.[1] ?? ''
}

const answers = Object.fromEntries(
  Object.entries(consented).map(([name, given]) => [`q-${name}`, given]),
)
const end = { 'end-day': '1', 'end-month': '2', 'end-year': '2027' }
const recipient = `${rosa.organisationId}/municipal-coordinator`

const filled = async (): Promise<string> => {
  const id = await begin()
  await coordinator.post(`/delen/${id}/feiten`, { facts: fact })
  await coordinator.post(`/delen/${id}/ontvanger`, { recipient, aim: 'help', language: 'en' })
  await coordinator.post(`/delen/${id}/grond`, { road: 'school-municipality' })
  const form = { road: 'school-municipality', ...answers, ...end, question: 'Kan het?' }
  await coordinator.post(`/delen/${id}/grond`, form)
  return id
}

test('nothing is ticked, nothing chosen is said, and a recipient or road that is not offered is refused', async () => {
  const id = await begin()
  const page = await coordinator.get(`/delen/${id}/feiten`)
  assert.match(page.body, new RegExp(secretWord))
  assert.doesNotMatch(page.body, /\schecked/)
  assert.equal((await coordinator.post(`/delen/${id}/feiten`, {})).status, 422)
  const ministry = somebody('bas-brief').organisationId
  for (const other of [`${ministry}/programme-staff`, `${rosa.organisationId}/mayor`, 'x']) {
    const form = { recipient: other, aim: 'help', language: 'nl' }
    const sent = await coordinator.post(`/delen/${id}/ontvanger`, form)
    assert.equal(sent.status, 422, other)
  }
  const form = { recipient, aim: 'investigate', language: 'nl' }
  await coordinator.post(`/delen/${id}/ontvanger`, form)
  const closed = await coordinator.get(`/delen/${id}/grond`)
  assert.match(closed.body, /Zo kan het niet/)
  assert.match(closed.body, /zonder namen om advies/)
})

test('looking for an organisation sends nothing and loses nothing, and finds it beyond the first page', async () => {
  const id = await begin()
  await app.house.pool.query(
    `insert into organisation (id, kind, name)
     select gen_random_uuid(), 'municipality', 'Gemeente Aa ' || n || ' (verzonnen)' from generate_series(1, 60) n`,
  )
  const { body } = await coordinator.get(`/delen/${id}/ontvanger`)
  assert.doesNotMatch(body, new RegExp(recipient))
  assert.match(body, /Volgende organisaties/)
  const typed = { recipient, aim: 'help', language: 'en' }
  const search = { find: 'first', 'find-kind': 'municipality', 'find-name': 'aa 6' }
  const found = await coordinator.post(`/delen/${id}/ontvanger`, { ...typed, ...search })
  assert.equal(found.status, 200)
  assert.match(found.body, /Gemeente Aa 60 /)
  assert.doesNotMatch(found.body, /Gemeente Aa 59 /)
  // What was chosen and ticked is still there.
  assert.match(found.body, new RegExp(`<option value="${recipient}" selected>`))
  assert.match(found.body, /value="help" checked/)
  const next = /name="find" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
  const more = await coordinator.post(`/delen/${id}/ontvanger`, { find: next })
  assert.doesNotMatch(more.body, /Gemeente Aa 1 /)
  assert.match(more.body, /Gemeente Aa 9 /)
  assert.equal((await coordinator.post(`/delen/${id}/ontvanger`, typed)).status, 303)
})

test('what was typed stays in the draft, also when something is wrong with it', async () => {
  const id = await begin()
  await coordinator.post(`/delen/${id}/feiten`, { facts: fact })
  await coordinator.post(`/delen/${id}/ontvanger`, { recipient, aim: 'help', language: 'nl' })
  await coordinator.post(`/delen/${id}/grond`, { road: 'school-municipality' })
  const half = { ...answers, 'q-free': '', 'q-consent-words': 'Moeder zei ja.' }
  const sent = await coordinator.post(`/delen/${id}/grond`, {
    ...{ road: 'school-municipality', ...half, ...end, question: 'Een lange vraag.' },
  })
  assert.equal(sent.status, 422)
  for (const { body } of [sent, await coordinator.get(`/delen/${id}/grond`)]) {
    assert.match(body, /Moeder zei ja\./)
    assert.match(body, /Een lange vraag\./)
  }
})

test('delivering asks for a fresh proof, and for the very page that was seen', async () => {
  const id = await filled()
  const { body } = await coordinator.get(`/delen/${id}/nakijken`)
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
  // The recipient reads it in the language that was chosen for them.
  assert.match(body, /<div class="delivery" lang="en">/)
  const other = await coordinator.post(`/delen/${id}/leveren`, { hash: 'f'.repeat(64) })
  assert.equal(other.status, 409)
  assert.match(other.body, /Er is iets veranderd/)
  app.house.moveClock({ minutes: 6 })
  const old = await coordinator.post(`/delen/${id}/leveren`, { hash, key: newId() })
  assert.equal(old.status, 403)
  assert.match((await coordinator.get(`/delen/${id}`)).body, /concept/)
  const fresh = await app.signedIn(samira)
  assert.equal((await fresh.post(`/delen/${id}/leveren`, { hash, key: newId() })).status, 303)
})

test('from the case to the recipient and back, through the pages, without scripts', async () => {
  const fresh = await app.signedIn(samira)
  const id = await filled()
  const { body } = await fresh.get(`/delen/${id}/nakijken`)
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
  await fresh.post(`/delen/${id}/leveren`, { hash, key: newId() })
  const reference = /D-\w{4}-\w{4}/.exec((await fresh.get(`/delen/${id}`)).body)?.[0] ?? ''
  const there = await untilIn('/ontvangen', reference)
  const own = new RegExp(`/ontvangen/([0-9a-f-]{36})">${reference}`).exec(there)?.[1] ?? ''
  // Both lists say what it is about, and no word of what is in it.
  const rowIn = (page: string) =>
    /<tr>[\s\S]*?<\/tr>/g[Symbol.match](page)?.find((row) => row.includes(reference)) ?? ''
  const sentRow = rowIn((await fresh.get('/delen')).body)
  const road = /De school deelt met de gemeente, met toestemming/
  for (const part of [/Casus C-\w{4}-\w{4}/, road, /één feit/]) assert.match(sentRow, part)
  for (const part of [/hulp en opvang/, road]) assert.match(rowIn(there), part)
  assert.doesNotMatch(sentRow + rowIn(there), new RegExp(`${secretWord}|Kan het`))
  const came = await municipal.get(`/ontvangen/${own}`)
  assert.match(came.body, new RegExp(secretWord))
  assert.ok(came.body.includes(hash.slice(0, 4)))
  // What can be done with it stands before all that it says.
  assert.ok(came.body.indexOf(`/ontvangen/${own}/aannemen`) < came.body.indexOf(secretWord))
  const none = await municipal.post(`/ontvangen/${own}/afwijzen`, { 'decline-words': ' ' })
  assert.equal(none.status, 422)
  await municipal.post(`/ontvangen/${own}/aannemen`, { key: newId() })
  const late = await municipal.post(`/ontvangen/${own}/afwijzen`, { 'decline-words': 'Toch niet.' })
  assert.equal(late.status, 409)
  assert.match(late.body, /Toch niet\./)
  const recall = { because: 'mistake', words: 'Het was een ander kind.', key: newId() }
  await fresh.post(`/delen/${id}/terughalen`, recall)
  const gone = await untilIn(`/ontvangen/${own}`, 'haalde dit terug')
  assert.doesNotMatch(gone, new RegExp(`${secretWord}|ander kind`))
  // Beside the case everybody of its circle sees that it was shared, and how it stands.
  assert.match((await fresh.get(`/casussen/${caseId}`)).body, new RegExp(reference))
})

/** The page when these words are on it: the carrier comes by within a second of a commit. */
async function untilIn(path: string, words: string): Promise<string> {
  for (let turn = 0; turn < 200; turn += 1) {
    const { body } = await municipal.get(path)
    if (body.includes(words)) return body
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`'${words}' never came to ${path}.`)
}
