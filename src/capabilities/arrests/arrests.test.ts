import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listFrom } from '#capabilities/sharing/a-disclosure.ts'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { actingAt, arrest, aStep, aWorkplace, type Workplace } from './a-workplace.ts'
import { aLook, anArrest, aProtection, someArrest, someLook } from './an-arrest.ts'
import { answerTelling } from './answer-telling.ts'
import { changeArrest } from './change-arrest.ts'
import { factSource } from './fact-source.ts'
import { intake } from './intake.ts'
import { keepLook } from './look.ts'
import { openArrest } from './open-arrest.ts'
import { openProtection } from './open-protection.ts'
import { readFigures } from './read-figures.ts'
import { readFile } from './read-file.ts'
import { takeStep } from './take-step.ts'
import { momentFields } from './typed-moment.ts'
import { t } from './words.ts'
import { withdrawNote, writeNote } from './write-note.ts'

let { app, desk, people } = {} as Workplace
before(async () => {
  ;({ app, desk, people } = await aWorkplace())
})
after(() => app.close())
const { does, refusalOf, snapshot, moment, aFact, aTelling } = actingAt(() => app)

test('the same form twice in one instant makes one arrest', async () => {
  const key = newId()
  const open = () => does(people.officer, (work) => openArrest(work, desk, someArrest({ key })))
  const ids = await Promise.all([open(), open(), open()])
  assert.equal(new Set(ids).size, 1)
  const { rows } = await app.house.pool.query('select id from police_file where key = $1', [key])
  assert.equal(rows.length, 1)
})

test('an arrest cannot be made ready before a certified detective looked, or without the reason why not', async () => {
  const { officer, detective } = people
  const id = await anArrest(app.house, desk, officer)
  const ready =
    (change = {}) =>
    (work: Work) =>
      takeStep(work, desk, arrest(id), aStep('ready', change))
  assert.equal(await refusalOf(officer, ready()), 'invalid: look-or-why')
  await aLook(app.house, desk, officer, id)
  await aLook(app.house, desk, detective, id)
  assert.equal(await refusalOf(officer, ready({ without: '  ' })), 'invalid: look-or-why')
  const full = (work: Work) => keepLook(work, desk, id, someLook(desk, { part: 'full' }))
  assert.equal(await refusalOf(officer, full), 'not-allowed: only-certified')
  // Also when the program forgot to ask.
  await assert.rejects(
    app.house.pool.query(`update police_file set state = 'ready' where id = $1`, [id]),
    /check/,
  )
  await does(detective, full)
  // It says: look further. Nobody did since.
  assert.equal(await refusalOf(officer, ready()), 'invalid: look-or-why')
  const asked = (await (await app.signedIn(officer)).get(`/aanhoudingen/${id}/stap/gereed`)).body
  assert.match(asked, /Een blik zegt dat verder kijken nodig is\./)
  assert.doesNotMatch(asked, /Er is verder gekeken\./)
  await aLook(app.house, desk, detective, id, { part: 'full', further: false })
  await does(officer, ready())
  const file = await does(officer, (work) => readFile(work, desk, arrest(id)))
  assert.equal(file.state, 'ready')
  assert.equal(file.readyWithout, false)
  assert.equal(await refusalOf(officer, ready()), 'conflict: cannot-ready')
})

test('who departs from looking first writes why, and that stands in the file', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const take = (name: 'ready' | 'halt', change = {}) =>
    does(people.officer, (work) => takeStep(work, desk, arrest(id), aStep(name, change)))
  await assert.rejects(take('halt'), /look-or-why/)
  await take('halt', { without: 'De ouders vroegen erom.' })
  await take('ready', { without: 'Er is vandaag niemand gecertificeerd.' })
  const file = await does(people.officer, (work) => readFile(work, desk, arrest(id)))
  assert.equal(file.readyWithout, true)
  assert.deepEqual(
    file.notes.filter(({ kind }) => kind === 'decision').map(({ words }) => words.without),
    ['De ouders vroegen erom.', 'Er is vandaag niemand gecertificeerd.'],
  )
})

test('in a closed file nothing is written, and it can be opened again', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const take = (name: 'close' | 'reopen') => (work: Work) =>
    takeStep(work, desk, arrest(id), aStep(name))
  await does(people.officer, take('close'))
  const writes: ((work: Work) => Promise<unknown>)[] = [
    (work) => writeNote(work, desk, arrest(id), aFact()),
    (work) => keepLook(work, desk, id, someLook(desk)),
    (work) => answerTelling(work, desk, id, aTelling()),
    (work) => changeArrest(work, desk, id, { ...someArrest(), version: 1, reasons: '' }),
  ]
  for (const write of writes) {
    assert.equal(await refusalOf(people.officer, write), 'conflict: file-is-closed')
  }
  assert.equal(await refusalOf(people.officer, take('close')), 'conflict: cannot-close')
  await does(people.officer, take('reopen'))
  for (const write of writes.slice(0, 3)) await does(people.officer, write)
})

test('a form that is sent twice counts once: recording, notes, looks, steps, telling, and the file apart', async () => {
  const { officer, detective } = people
  const key = () => newId()
  const [a, b, c, d, e, f] = [key(), key(), key(), key(), key(), key()]
  const twice = async <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) => [
    await does(actor, verb),
    await does(actor, verb),
  ]
  const [id, again] = await twice(officer, (work) => openArrest(work, desk, someArrest({ key: a })))
  assert.equal(id, again)
  assert.ok(id)
  await twice(officer, (work) => writeNote(work, desk, arrest(id), aFact(b)))
  await twice(officer, (work) =>
    keepLook(work, desk, id, someLook(desk, { further: false, key: c })),
  )
  await twice(officer, (work) => takeStep(work, desk, arrest(id), aStep('halt', { key: d })))
  await twice(officer, (work) => answerTelling(work, desk, id, aTelling({ key: e })))
  const [kept, keptAgain] = await twice(detective, (work) =>
    openProtection(work, desk, id, { reason: 'Gestuurd.', key: f }),
  )
  assert.equal(kept, keptAgain)
  const file = await does(officer, (work) => readFile(work, desk, arrest(id)))
  assert.equal(file.looks.length, 1)
  assert.deepEqual(
    file.notes.map(({ kind }) => kind),
    ['fact', 'fact', 'decision', 'told'],
  )
  const acts = (await app.house.trailOf(officer.organisationId))
    .filter(({ subject }) => subject === id || subject === kept)
    .map(({ act }) => act)
  for (const act of [
    'arrest.register-again',
    'arrest.fact-again',
    'arrest.look-first-again',
    'arrest.halt-again',
    'arrest.told-again',
    'protection.open-again',
  ]) {
    assert.equal(acts.filter((one) => one === act).length, 1, act)
  }
})

test('a note is taken back by who wrote it; its words are gone from the database, that it stood there stays', async () => {
  const { officer, detective } = people
  const id = await anArrest(app.house, desk, officer, { fact: undefined })
  await does(officer, (work) => writeNote(work, desk, arrest(id), aFact()))
  const notes = async () => (await does(officer, (work) => readFile(work, desk, arrest(id)))).notes
  const noteId = (await notes())[0]?.id ?? ''
  const withdraw = (work: Work) => withdrawNote(work, desk, arrest(id), noteId)
  assert.equal(await refusalOf(detective, withdraw), 'not-allowed: not-yours')
  await does(officer, withdraw)
  await does(officer, withdraw)
  const [left] = await notes()
  assert.equal(left?.withdrawn, true)
  assert.deepEqual(left?.words, {})
})

test('two people who correct an arrest at once do not overwrite each other', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const change = (name: string) => (work: Work) =>
    changeArrest(work, desk, id, {
      ...someArrest(),
      person: { name, born: '', toldAge: 11, language: '' },
      version: 1,
      reasons: '',
    })
  await does(people.officer, change('Noor Eerst'))
  assert.equal(
    await refusalOf(people.detective, change('Noor Later')),
    'conflict: changed-meanwhile',
  )
  const file = await does(people.officer, (work) => readFile(work, desk, arrest(id)))
  assert.equal(file.person.name, 'Noor Eerst')
  assert.equal(file.ageGroup, 'under-12')
  assert.ok(file.tellings.some(({ telling }) => telling.id === 'care-report'))
})

test('parents are left out on a ground of the rule only, and what is still to come cannot have happened', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const answer = (change: object) => (work: Work) => answerTelling(work, desk, id, aTelling(change))
  assert.equal(await refusalOf(people.officer, answer({ done: false })), 'invalid: choose-ground')
  const invented = { done: false, exception: 'geen-zin' }
  assert.equal(await refusalOf(people.officer, answer(invented)), 'invalid: choose-ground')
  const later = { at: app.house.clock().add({ hours: 1 }) }
  assert.equal(await refusalOf(people.officer, answer(later)), 'invalid: moment-future')
  assert.equal(
    await refusalOf(people.officer, answer({ who: 'pers' })),
    'not-found: no-such-telling',
  )
  const alone = { done: false, exception: 'unreachable' }
  assert.equal(await refusalOf(people.officer, answer(alone)), 'invalid: choose-instead')
  const parents = async () => {
    const { clocks } = await does(people.officer, (work) => readFile(work, desk, arrest(id)))
    return clocks.find(({ rule }) => rule.id === 'parents')
  }
  await does(people.officer, answer({ ...alone, instead: 'nobody' }))
  assert.equal((await parents())?.state, 'open')
  await does(people.officer, answer({ ...alone, instead: 'board' }))
  assert.equal((await parents())?.endedBy?.event, 'other-told')
  const { body } = await (await app.signedIn(people.officer)).get(`/aanhoudingen/${id}`)
  assert.doesNotMatch(body, /klaar: ouders ingelicht/)
  assert.match(body, /grond: zij zijn niet te bereiken, in plaats daarvan: de Raad voor/)
  const facts = await does(people.officer, (work) => listFrom(factSource(desk, 'arrest'), work, id))
  for (const part of ['grond: zij zijn niet te bereiken', 'in plaats daarvan: nog niemand']) {
    assert.ok(
      facts.some(({ text }) => text.includes(part)),
      part,
    )
  }
})

test('nobody who reads the database reads a name or a word', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  await does(people.officer, (work) => writeNote(work, desk, arrest(id), aFact()))
  await aLook(app.house, desk, people.officer, id)
  await aProtection(app.house, desk, people.detective, id)
  const dump = JSON.stringify(await snapshot())
  const hex = (text: string) => Buffer.from(text).toString('hex')
  for (const secret of [
    'Noor',
    'telefoon',
    'pakketjes',
    'station',
    'durft niet',
    'gestuurd',
    'Moeder',
  ]) {
    assert.equal(dump.includes(secret) || dump.includes(hex(secret)), false, secret)
  }
})

test('the numbers of a unit are of that unit alone, of minors alone, and small ones stay secret', async () => {
  const unit = await app.house.anOrganisation('police', 'Politie Cijfers (verzonnen)')
  const counter = await app.house.aPerson(unit, ['trafficking-detective'])
  const september = Temporal.Instant.from('2026-09-15T08:00:00Z')
  const ids: string[] = []
  for (let one = 0; one < 9; one += 1) {
    ids.push(await anArrest(app.house, desk, counter, { arrestedAt: september, fact: undefined }))
  }
  const looked = (id: string) => aLook(app.house, desk, counter, id)
  const grown = { name: '', born: '1990-01-01', toldAge: undefined, language: '' }
  await anArrest(app.house, desk, counter, { arrestedAt: september, person: grown })
  for (const id of ids.slice(0, 3)) await looked(id)
  const [quarter] = await does(counter, readFigures)
  assert.equal(quarter?.quarter, '2026-07-01')
  assert.equal(quarter?.arrested, 10)
  assert.equal(quarter?.looked['not-yet'], undefined)
  // Today is in a quarter that goes on: it is in no number, and neither is another unit's work.
  await anArrest(app.house, desk, counter)
  assert.deepEqual((await does(counter, readFigures))[0], quarter)
  const theirs = await does(people.officer, readFigures)
  assert.equal(theirs[0]?.arrested, undefined)
  // Of whom no age is known is counted, and how many they are stands apart.
  const person = { name: '', born: '', toldAge: undefined, language: '' }
  for (let one = 0; one < 11; one += 1) {
    await anArrest(app.house, desk, counter, { arrestedAt: september, person, fact: undefined })
  }
  const [more] = await does(counter, readFigures)
  assert.deepEqual([more?.arrested, more?.ageUnknown], [20, 10])
})

test('how soon a certified detective looked is counted apart from how soon anybody did', async () => {
  const unit = await app.house.anOrganisation('police', 'Politie Tempo (verzonnen)')
  const counter = await app.house.aPerson(unit, ['trafficking-detective'])
  const late = app.house.clock().subtract({ hours: 24 * 60 })
  for (let one = 0; one < 12; one += 1) {
    const id = await anArrest(app.house, desk, counter, { arrestedAt: late, fact: undefined })
    await aLook(app.house, desk, counter, id)
    await app.house.pool.query(
      `update police_file_look set looked_at = $2::timestamptz + interval '1 hour' where file_id = $1`,
      [id, late.toString()],
    )
    await aLook(app.house, desk, counter, id, { part: 'full' })
  }
  const quarters = await does(counter, readFigures)
  const quarter = quarters.find(({ arrested }) => arrested !== undefined)
  assert.equal(quarter?.looked['within-six-hours'], 10)
  assert.equal(quarter?.certified.later, 10)
  const { body } = await (await app.signedIn(counter)).get('/aanhoudingen/cijfers')
  assert.match(body, /Hoe snel een gecertificeerd rechercheur keek/)
})

const pageOf = async (actor: PersonActor, id: string) =>
  (await (await app.signedIn(actor)).get(`/aanhoudingen/${id}`)).body

test('the age counts on the day of the fact, the page says which day, and a fact after the arrest is refused', async () => {
  const person = { name: 'Noor', born: '2014-11-20', toldAge: undefined, language: '' }
  const open = (factOn: string) => anArrest(app.house, desk, people.officer, { person, factOn })
  const young = await open('2026-11-19')
  const file = await does(people.officer, (work) => readFile(work, desk, arrest(young)))
  assert.equal(file.ageGroup, 'under-12')
  assert.ok(file.tellings.some(({ telling }) => telling.id === 'care-report'))
  const page = await pageOf(people.officer, young)
  assert.match(page, /Op 19 november 2026, de dag van het feit\./)
  const atDesk = await app.signedIn(people.officer)
  for (const [step, path] of [
    ['ready', 'gereed'],
    ['halt', 'halt'],
  ] as const) {
    assert.doesNotMatch(page, new RegExp(`/stap/${path}"`))
    // Nor by an old tab or a link.
    assert.equal((await atDesk.get(`/aanhoudingen/${young}/stap/${path}`)).status, 409)
    const take = (work: Work) =>
      takeStep(work, desk, arrest(young), aStep(step, { without: 'Toch.' }))
    assert.equal(await refusalOf(people.officer, take), `conflict: cannot-${step}`)
  }
  const older = await pageOf(people.officer, await open(''))
  assert.match(
    older,
    /Van 12 tot en met 17[^<]*<br>Op 23 november 2026, de dag van de aanhouding\./,
  )
  await assert.rejects(open('2026-11-24'), /fact-after/)
  const visitor = await app.signedIn(people.officer)
  const typed = { ...momentFields('at', moment()), offence: 'unknown' }
  const late = { 'factOn-day': '1', 'factOn-month': '1', 'factOn-year': '2099' }
  const refused = await visitor.post('/aanhoudingen/nieuw', { ...typed, ...late })
  assert.equal(refused.status, 422)
  assert.ok(refused.body.includes(t('nl').errors['fact-after']))
})

test('what is corrected stays to be read as it was, and once the file is ready it is said why', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const visitor = await app.signedIn(people.officer)
  const change = async (fields: object) => {
    const { version } = await does(people.officer, (work) => readFile(work, desk, arrest(id)))
    const form = {
      ...momentFields('at', Temporal.Instant.from('2026-11-23T05:00:00Z')),
      ...{ offence: 'unknown', name: 'Noor Nieuw', offences: 'theft', version: String(version) },
      ...{ 'born-day': '4', 'born-month': '5', 'born-year': '2011', language: 'Nederlands' },
      ...{ place: 'bij het station', offenceWords: 'Een tas met pakketjes.', ...fields },
    }
    return visitor.post(`/aanhoudingen/${id}/gegevens`, form)
  }
  assert.equal((await change({})).status, 303)
  const notes = async () =>
    (await does(people.officer, (work) => readFile(work, desk, arrest(id)))).notes
  const [note] = (await notes()).filter(({ kind }) => kind === 'history')
  assert.equal(note?.code, 'changed')
  const page = await pageOf(people.officer, id)
  for (const line of [
    'Aangehouden: was 23 november 2026 om 09:00, is nu 23 november 2026 om 06:00',
    'Voorlopige hechtenis mogelijk: was ja, is nu weet ik niet',
    'Naam: was Noor Voorbeeld, is nu Noor Nieuw',
    'was drugs verkopen of bezorgen, is nu diefstal, zoals in een winkel of op straat',
  ]) {
    assert.ok(page.includes(line), line)
  }
  // The same again corrects nothing, and says so nowhere but in the trail.
  assert.equal((await change({})).status, 303)
  assert.equal((await notes()).filter(({ kind }) => kind === 'history').length, 1)
  const ready = aStep('ready', { without: 'Niemand bereikbaar.' })
  await does(people.officer, (work) => takeStep(work, desk, arrest(id), ready))
  const silent = await change({ name: 'Noor Anders' })
  assert.equal(silent.status, 422)
  assert.ok(silent.body.includes(t('nl').errors['reasons-missing']))
  assert.equal(
    (await change({ name: 'Noor Anders', reasons: 'Identiteitsbewijs gezien.' })).status,
    303,
  )
  assert.match(await pageOf(people.officer, id), /Identiteitsbewijs gezien\./)
  // Nothing of it is delivered.
  const facts = await does(people.officer, (work) => listFrom(factSource(desk, 'arrest'), work, id))
  assert.doesNotMatch(JSON.stringify(facts), /Voorbeeld|Nieuw/)
})

test('after a look that says further, Halt asks for that look or for reasons', async () => {
  const { officer, detective } = people
  const id = await anArrest(app.house, desk, officer)
  await aLook(app.house, desk, officer, id)
  const halt = (work: Work) => takeStep(work, desk, arrest(id), aStep('halt'))
  assert.equal(await refusalOf(officer, halt), 'invalid: look-or-why')
  const { body } = await (await app.signedIn(officer)).get(`/aanhoudingen/${id}/stap/halt`)
  assert.match(body, /Een blik zegt dat verder kijken nodig is\./)
  assert.match(body, /name="without"/)
  await aLook(app.house, desk, detective, id, { part: 'full', further: false })
  await does(officer, halt)
})

test('what was delivered can be taken into any open file: the newest are there to choose, any other by its reference', async () => {
  const unit = await app.house.anOrganisation('police', 'Politie Druk (verzonnen)')
  const busy = await app.house.aPerson(unit, ['officer'])
  const ids: string[] = []
  for (let one = 0; one < 27; one += 1) {
    ids.push(await anArrest(app.house, desk, busy, { fact: undefined }))
  }
  const [oldest = '', closed = ''] = ids
  await does(busy, (work) => takeStep(work, desk, arrest(closed), aStep('close')))
  const files = await does(busy, (work) => intake(desk, 'arrest').listFiles(work, 'nl'))
  assert.deepEqual(
    files.map(({ id }) => id),
    ids.slice(2).toReversed(),
  )
  const referenceOf = async (id: string) =>
    (await does(busy, (work) => readFile(work, desk, arrest(id)))).reference
  const found = async (
    actor: PersonActor,
    id: string,
    kind: 'arrest' | 'protection' = 'arrest',
  ) => {
    const typed = ` ${(await referenceOf(id)).toLowerCase()} `
    return does(actor, async (work) => {
      work.audit({ act: 'test.look' })
      return intake(desk, kind).findByReference?.(work, typed)
    })
  }
  assert.equal(await found(busy, oldest), oldest)
  assert.equal(await found(busy, closed), undefined)
  assert.equal(await found(busy, oldest, 'protection'), undefined)
  const neighbour = await app.house.aPerson(unit, ['officer'])
  for (const other of [neighbour, people.detective, people.mentor]) {
    assert.equal(await found(other, oldest), undefined)
  }
})
