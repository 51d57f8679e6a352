import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aReceived } from '#capabilities/sharing/a-disclosure.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { faultsIn as faultsOf } from '#tests/promises/bad-requests.ts'
import { hostileText } from '#tests/promises/hostile.ts'
import { maySee, rolesToLetIn } from './access.ts'
import {
  aLook,
  anArrest,
  anArrestDesk,
  aProtection,
  aStation,
  doing,
  someArrest,
  someLook,
} from './an-arrest.ts'
import { answerTelling } from './answer-telling.ts'
import { beginArrest } from './begin-arrest.ts'
import { endAccess, letIn, listToLetIn } from './circle.ts'
import type { ArrestDesk } from './desk.ts'
import { factSource } from './fact-source.ts'
import { fileSteps } from './file.ts'
import type { Place } from './find-file.ts'
import { momentFields } from './forms.ts'
import { intake } from './intake.ts'
import { listFiles } from './list-files.ts'
import { keepLook } from './look.ts'
import { notePaths } from './note.ts'
import { changeArrest, openArrest } from './open-arrest.ts'
import { openProtection } from './open-protection.ts'
import { readFigures } from './read-figures.ts'
import { headOf, readFile } from './read-file.ts'
import { takeStep } from './take-step.ts'
import { t } from './words.ts'
import { withdrawNote, writeNote } from './write-note.ts'

let app: TestApp
let desk: ArrestDesk
let people: Awaited<ReturnType<typeof aStation>>

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = anArrestDesk(app.house)
  people = await aStation(app.house)
})
after(() => app.close())

const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
  doing(app.house)(actor, verb)
const arrest = (id: string): Place => ({ kind: 'arrest', id })
const protection = (id: string): Place => ({ kind: 'protection', id })
const moment = () => app.house.clock().subtract({ minutes: 5 })

const refusalOf = async (actor: PersonActor, verb: (work: Work) => Promise<unknown>) => {
  const thrown = await does(actor, verb).then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `not refused: ${thrown}`
}

const tables = ['police_file', 'police_file_circle', 'police_file_note', 'police_file_look']
const snapshot = async () =>
  Promise.all(
    tables.map(async (table) => {
      const { rows } = await app.house.pool.query(`select t::text from ${table} t order by 1`)
      return rows
    }),
  )

test('the same form twice in one instant makes one arrest', async () => {
  const key = newId()
  const open = () => does(people.officer, (work) => openArrest(work, desk, someArrest({ key })))
  const ids = await Promise.all([open(), open(), open()])
  assert.equal(new Set(ids).size, 1)
  const { rows } = await app.house.pool.query('select id from police_file where key = $1', [key])
  assert.equal(rows.length, 1)
})

const aFact = (key?: string) =>
  ({
    kind: 'fact',
    at: moment(),
    words: { text: 'De telefoon ging elke minuut.', source: 'Bo' },
    key,
  }) as const
const step = (name: (typeof fileSteps)[number], change = {}) => ({
  step: name,
  reasons: 'Omdat het zo is.',
  without: '',
  ...change,
})
const told = (change = {}) => ({
  who: 'parents',
  done: true,
  at: moment(),
  text: 'Moeder gebeld.',
  exception: '',
  instead: '',
  ...change,
})

/** Every verb on a file that is there. */
const onFile: readonly ((work: Work, place: Place) => Promise<unknown>)[] = [
  (work, place) => readFile(work, desk, place),
  (work, place) => headOf(work, desk, place),
  (work, place) => writeNote(work, desk, place, aFact()),
  (work, place) => withdrawNote(work, desk, place, newId()),
  (work, place) => listToLetIn(work, desk, place),
  (work, place) => letIn(work, desk, place, { personId: people.officer.personId, reason: 'x' }),
  (work, place) => endAccess(work, desk, place, { personId: people.officer.personId, reason: 'x' }),
  ...fileSteps.map(
    (one) => (work: Work, place: Place) => takeStep(work, desk, place, step(one, { without: 'x' })),
  ),
]
const onArrest: typeof onFile = [
  ...onFile,
  (work, { id }) => changeArrest(work, desk, id, { ...someArrest(), version: 1 }),
  (work, { id }) => keepLook(work, desk, id, someLook(desk)),
  (work, { id }) => answerTelling(work, desk, id, told()),
]

test('an officer outside the circle cannot read, write or move anything of an arrest, or tell that it exists', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const before = await snapshot()
  for (const verb of onArrest) {
    for (const which of [id, newId()]) {
      const refused = await refusalOf(people.colleague, (work) => verb(work, arrest(which)))
      assert.equal(refused, 'not-found: no-such-file')
    }
  }
  assert.deepEqual(await snapshot(), before)
  const { files } = await does(people.colleague, (work) => listFiles(work, desk, 'arrest'))
  assert.deepEqual(files, [])
})

test('another police unit finds nothing, and whoever has no such work may do nothing at all', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const before = await snapshot()
  for (const verb of onArrest) {
    const away = await refusalOf(people.away, (work) => verb(work, arrest(id)))
    assert.equal(away, 'not-found: no-such-file')
    for (const actor of [people.overseer, people.prosecutor, people.mentor]) {
      for (const which of [id, newId()]) {
        const refused = await refusalOf(actor, (work) => verb(work, arrest(which)))
        assert.equal(refused, 'not-allowed: has-no-arrests')
      }
    }
  }
  for (const actor of [people.overseer, people.prosecutor, people.mentor]) {
    for (const verb of [
      beginArrest,
      readFigures,
      (work: Work) => openArrest(work, desk, someArrest()),
      (work: Work) => listFiles(work, desk, 'arrest'),
      (work: Work) => listFiles(work, desk, 'protection'),
      (work: Work) => openProtection(work, desk, id, { reason: 'x' }),
    ]) {
      assert.equal(await refusalOf(actor, verb), 'not-allowed: has-no-arrests')
    }
  }
  assert.deepEqual(await snapshot(), before)
})

test('who reads the arrest and guesses the file apart finds nothing: not the officer, not another detective', async () => {
  const { officer, detective, otherDetective } = people
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const before = await snapshot()
  for (const actor of [officer, otherDetective, people.away]) {
    for (const verb of onFile) {
      for (const which of [kept, newId()]) {
        const refused = await refusalOf(actor, (work) => verb(work, protection(which)))
        assert.equal(refused, 'not-found: no-such-file')
      }
      // Nor as if it were an arrest.
      assert.equal(
        await refusalOf(actor, (work) => verb(work, arrest(kept))),
        'not-found: no-such-file',
      )
    }
  }
  // A detective of its circle does not find it as an arrest either, nor the arrest as one of these.
  assert.equal(
    await refusalOf(detective, (work) => readFile(work, desk, arrest(kept))),
    'not-found: no-such-file',
  )
  assert.equal(
    await refusalOf(detective, (work) => readFile(work, desk, protection(id))),
    'not-found: no-such-file',
  )
  assert.deepEqual(await snapshot(), before)
  assert.equal(
    await refusalOf(officer, (work) => listFiles(work, desk, 'protection')),
    'not-allowed: only-certified',
  )
  const { files } = await does(otherDetective, (work) => listFiles(work, desk, 'protection'))
  assert.deepEqual(files, [])
})

test('that the two files belong together stands in no plain row, no trail entry and no page of who may not see both', async () => {
  const { officer, detective, otherDetective } = people
  const id = await anArrest(app.house, desk, officer)
  const readBy = (actor: PersonActor, place: Place) =>
    does(actor, (work) => readFile(work, desk, place))
  const alone = await readBy(officer, arrest(id))
  const aloneToo = await readBy(otherDetective, arrest(id))
  const kept = await aProtection(app.house, desk, detective, id)
  assert.deepEqual(await readBy(officer, arrest(id)), alone)
  assert.deepEqual(await readBy(otherDetective, arrest(id)), aloneToo)
  assert.deepEqual(
    (await readBy(detective, arrest(id))).linked.map((one) => one.id),
    [kept],
  )
  assert.deepEqual(
    (await readBy(detective, protection(kept))).linked.map((one) => one.id),
    [id],
  )
  for (const rows of await snapshot()) {
    for (const { t: row } of rows) assert.equal(row.includes(id) && row.includes(kept), false)
  }
  const { rows } = await app.house.pool.query(
    'select pseudonym_index, content_key from police_file where id in ($1, $2)',
    [id, kept],
  )
  assert.equal(new Set(rows.map((one) => one.pseudonym_index.toString('hex'))).size, 2)
  for (const line of await app.house.trailOf(officer.organisationId)) {
    const text = JSON.stringify(line)
    assert.equal(text.includes(id) && text.includes(kept), false)
  }
})

test('a second detective who begins one is not told of the first, and has one of their own', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const first = await aProtection(app.house, desk, people.detective, id)
  const second = await aProtection(app.house, desk, people.otherDetective, id)
  assert.notEqual(first, second)
  const { linked } = await does(people.otherDetective, (work) => readFile(work, desk, arrest(id)))
  assert.deepEqual(
    linked.map((one) => one.id),
    [second],
  )
})

test('only a certified detective begins one, and nobody for an arrest that is not theirs to see', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const open = (work: Work) => openProtection(work, desk, id, { reason: 'x' })
  assert.equal(await refusalOf(people.officer, open), 'not-allowed: only-certified')
  assert.equal(await refusalOf(people.away, open), 'not-found: no-such-file')
})

test('access ends when somebody ends it; the last one stays, and a file with nobody left is with the other detectives', async () => {
  const { detective, otherDetective, officer } = people
  const kept = await aProtection(
    app.house,
    desk,
    detective,
    await anArrest(app.house, desk, officer),
  )
  const place = protection(kept)
  const ending = (personId: string) => (work: Work) =>
    endAccess(work, desk, place, { personId, reason: 'Klaar.' })
  assert.equal(await refusalOf(detective, ending(detective.personId)), 'conflict: last-one')
  const officerIn = (work: Work) =>
    letIn(work, desk, place, { personId: officer.personId, reason: 'x' })
  assert.equal(await refusalOf(detective, officerIn), 'invalid: no-such-colleague')
  const read = (work: Work) => readFile(work, desk, place)
  await does(detective, (work) =>
    letIn(work, desk, place, { personId: otherDetective.personId, reason: 'Kijkt mee.' }),
  )
  await does(otherDetective, read)
  await does(detective, ending(otherDetective.personId))
  assert.equal(await refusalOf(otherDetective, read), 'not-found: no-such-file')
  const works = (active: boolean) =>
    app.house.pool.query('update membership set active = $2 where person_id = $1', [
      detective.personId,
      active,
    ])
  await works(false)
  assert.equal((await does(otherDetective, read)).id, kept)
  assert.equal(await refusalOf(people.away, read), 'not-found: no-such-file')
  await works(true)
  assert.equal(await refusalOf(otherDetective, read), 'not-found: no-such-file')
})

test('an arrest cannot be made ready before a certified detective looked, or without the reason why not', async () => {
  const { officer, detective } = people
  const id = await anArrest(app.house, desk, officer)
  const ready =
    (change = {}) =>
    (work: Work) =>
      takeStep(work, desk, arrest(id), step('ready', change))
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
  await does(officer, ready())
  const file = await does(officer, (work) => readFile(work, desk, arrest(id)))
  assert.equal(file.state, 'ready')
  assert.equal(file.readyWithout, false)
  assert.equal(await refusalOf(officer, ready()), 'conflict: cannot-ready')
})

test('who departs from looking first writes why, and that stands in the file', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const take = (name: 'ready' | 'halt', change = {}) =>
    does(people.officer, (work) => takeStep(work, desk, arrest(id), step(name, change)))
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
    takeStep(work, desk, arrest(id), step(name))
  await does(people.officer, take('close'))
  const writes: ((work: Work) => Promise<unknown>)[] = [
    (work) => writeNote(work, desk, arrest(id), aFact()),
    (work) => keepLook(work, desk, id, someLook(desk)),
    (work) => answerTelling(work, desk, id, told()),
    (work) => changeArrest(work, desk, id, { ...someArrest(), version: 1 }),
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
  await twice(officer, (work) => keepLook(work, desk, id, someLook(desk, { key: c })))
  await twice(officer, (work) => takeStep(work, desk, arrest(id), step('halt', { key: d })))
  await twice(officer, (work) => answerTelling(work, desk, id, told({ key: e })))
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

test('a look keeps its edition and its questions, can be taken again, and nothing adds up', async () => {
  const id = await anArrest(app.house, desk, people.officer)
  const words = {
    answers: [
      { question: 'afraid', asked: 'Bang?', answer: 'seen', beside: 'Of moe.' },
      { question: 'debt', asked: 'Schuld?', answer: 'seen', beside: '' },
    ],
    because: 'Nog te weinig gezien.',
  } as const
  await aLook(app.house, desk, people.officer, id, { further: false, words })
  await aLook(app.house, desk, people.officer, id)
  const { looks } = await does(people.officer, (work) => readFile(work, desk, arrest(id)))
  assert.deepEqual(
    looks.map(({ further, edition }) => [further, edition]),
    [
      [false, desk.instrument.edition.id],
      [true, desk.instrument.edition.id],
    ],
  )
  assert.deepEqual(looks[0]?.words, words)
  const visitor = await app.signedIn(people.officer)
  const { body } = await visitor.get(`/aanhoudingen/${id}`)
  const section = body.slice(body.indexOf(t('nl').file.looks), body.indexOf(t('nl').file.notes))
  const said = section
    .replaceAll(/href="[^"]*"/g, '')
    .replaceAll(/\d{1,2} november 2026( om \d{2}:\d{2})?/g, '')
    .replaceAll(/<\/?h\d[^>]*>/g, '')
  assert.doesNotMatch(said, /\d/)
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
  const answer = (change: object) => (work: Work) => answerTelling(work, desk, id, told(change))
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
  const facts = await does(people.officer, (work) =>
    factSource(desk, 'arrest').list(work, id, 'nl'),
  )
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
  const grown = { name: '', born: '1990-01-01', toldAge: undefined, language: '' }
  await anArrest(app.house, desk, counter, { arrestedAt: september, person: grown })
  for (const id of ids.slice(0, 3)) await aLook(app.house, desk, counter, id)
  const [quarter] = await does(counter, readFigures)
  assert.equal(quarter?.quarter, '2026-07-01')
  assert.equal(quarter?.arrested, 10)
  assert.equal(quarter?.fully, undefined)
  assert.equal(quarter?.looked['not-yet'], undefined)
  // Today is in a quarter that goes on: it is in no number, and neither is another unit's work.
  await anArrest(app.house, desk, counter)
  assert.deepEqual((await does(counter, readFigures))[0], quarter)
  const theirs = await does(people.officer, readFigures)
  assert.equal(theirs[0]?.arrested, undefined)
})

const event = (change = {}) =>
  ({
    what: 'delivered',
    disclosureId: newId(),
    to: 'Parket',
    facts: 2,
    language: 'nl',
    ...change,
  }) as const
const received = () => ({
  id: newId(),
  deliveryId: newId(),
  fact: {
    kind: 'interpretation' as const,
    text: 'Noor lijkt bang.',
    source: 'mentor',
    on: '2026-11-20',
    beside: ['Een toets.'],
    origin: {
      organisation: 'Het Voorbeeldcollege (verzonnen)',
      kind: 'secondary-school' as const,
      via: ['Veilig Thuis (verzonnen)'],
    },
  },
  from: { id: newId(), name: 'Veilig Thuis (verzonnen)', kind: 'safe-home' as const },
  receivedOn: '2026-11-22',
})

test('nobody shares out of a file, or takes something into it, that they may not see', async () => {
  const { officer, detective, otherDetective, colleague, away, mentor } = people
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const tries = [
    { kind: 'arrest', file: id, who: [colleague, away] },
    { kind: 'protection', file: kept, who: [officer, otherDetective, away] },
    { kind: 'protection', file: id, who: [officer, detective] },
    { kind: 'arrest', file: kept, who: [officer, detective] },
  ] as const
  const before = await snapshot()
  for (const { kind, file, who } of tries) {
    const [source, into] = [factSource(desk, kind), intake(desk, kind)]
    for (const actor of who) {
      for (const verb of [
        (work: Work) => source.title(work, file, 'nl'),
        (work: Work) => source.list(work, file, 'nl'),
        (work: Work) => source.note(work, file, event()),
        (work: Work) => into.take(work, file, received(), 'nl'),
      ]) {
        assert.equal(await refusalOf(actor, verb), 'not-found: no-such-file')
      }
    }
  }
  assert.deepEqual(await snapshot(), before)
  const filesOf = (actor: PersonActor, kind: 'arrest' | 'protection') =>
    does(actor, async (work) => {
      work.audit({ act: 'test.look' })
      return intake(desk, kind).listFiles(work, 'nl')
    })
  for (const actor of [mentor, people.prosecutor, people.overseer]) {
    assert.deepEqual(await filesOf(actor, 'arrest'), [])
  }
  assert.deepEqual(await filesOf(officer, 'protection'), [])
  assert.ok((await filesOf(officer, 'arrest')).some((one) => one.id === id))
})

test('facts are shared one by one, each with its source; what was taken back and the other file are not among them', async () => {
  const { officer, detective } = people
  const id = await anArrest(app.house, desk, officer)
  const write = (note: Parameters<typeof writeNote>[3]) =>
    does(officer, (work) => writeNote(work, desk, arrest(id), note))
  await write({
    kind: 'interpretation',
    at: moment(),
    words: { text: 'Gestuurd?', innocent: 'Een eigen idee.' },
  })
  await write({
    kind: 'own-words',
    at: moment(),
    words: { quote: 'Ik mag niet stoppen.', asked: 'Hoe nu?' },
  })
  await write({
    kind: 'found',
    at: moment(),
    words: { items: ['cash'], text: 'Veel geld.', source: 'Bo' },
  })
  await write({ kind: 'fact', at: moment(), words: { text: 'Vergissing.', source: 'Bo' } })
  const { notes } = await does(officer, (work) => readFile(work, desk, arrest(id)))
  const mistake = notes.find(({ words }) => words.text === 'Vergissing.')?.id ?? ''
  await does(officer, (work) => withdrawNote(work, desk, arrest(id), mistake))
  await aLook(app.house, desk, detective, id, { part: 'full' })
  const kept = await aProtection(app.house, desk, detective, id)
  const source = factSource(desk, 'arrest')
  const facts = await does(detective, (work) => source.list(work, id, 'nl'))
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    [
      ...['identity', 'identity', 'identity', 'fact', 'interpretation'],
      ...['fact', 'interpretation', 'own-words', 'fact', 'interpretation'],
    ],
  )
  assert.equal(new Set(facts.map(({ ref }) => ref)).size, facts.length)
  for (const { source: who, text } of facts) assert.ok(who !== '' && text !== '')
  assert.deepEqual(facts.find(({ text }) => text === 'Gestuurd?')?.beside, ['Een eigen idee.'])
  assert.ok(facts.find(({ text }) => text.includes('Veel geld.'))?.beside?.[0])
  const all = JSON.stringify(facts)
  for (const secret of ['Vergissing', kept, 'lijkt gestuurd'])
    assert.equal(all.includes(secret), false)
  const other = await does(detective, (work) =>
    factSource(desk, 'protection').list(work, kept, 'nl'),
  )
  assert.equal(JSON.stringify(other).includes('telefoons'), false)
  await does(detective, (work) =>
    source.note(work, id, event({ words: 'Nodig voor de beslissing.' })),
  )
  const after = await does(detective, (work) => readFile(work, desk, arrest(id)))
  assert.equal(after.notes.at(-1)?.words.text, '2 feiten gedeeld met Parket')
})

test('what was received is taken in once, keeps where it first came from, and says when it was recalled', async () => {
  const { officer } = people
  const id = await anArrest(app.house, desk, officer, { fact: undefined })
  const into = intake(desk, 'arrest')
  const item = received()
  for (let time = 0; time < 2; time += 1) {
    const { path } = await does(officer, (work) => into.take(work, id, item, 'nl'))
    assert.equal(path, `/aanhoudingen/${id}`)
  }
  const facts = await does(officer, (work) => factSource(desk, 'arrest').list(work, id, 'nl'))
  const [taken, ...more] = facts.filter(({ origin }) => origin)
  assert.deepEqual(more, [])
  assert.deepEqual(taken?.origin, item.fact.origin)
  assert.equal(taken?.kind, 'interpretation')
  assert.equal(taken?.on, '2026-11-20')
  assert.deepEqual(taken?.beside, ['Een toets.'])
  const delivery = {
    kind: 'system',
    name: 'delivery',
    organisationId: officer.organisationId,
  } as const
  for (let time = 0; time < 2; time += 1) {
    await app.house.inTransaction(delivery, 'share', (work) => into.recalled(work, id, item.id))
  }
  // A name does not become a fact by being taken over.
  const named = { ...item, id: newId(), fact: { ...item.fact, kind: 'identity' as const } }
  const other = await anArrest(app.house, desk, officer, { fact: undefined })
  await does(officer, (work) => into.take(work, other, named, 'nl'))
  const listed = await does(officer, (work) => factSource(desk, 'arrest').list(work, other, 'nl'))
  assert.equal(listed.find(({ origin }) => origin)?.kind, 'identity')
  // What was recalled is not passed on any more.
  const left = await does(officer, (work) => factSource(desk, 'arrest').list(work, id, 'nl'))
  assert.deepEqual(
    left.filter(({ origin }) => origin),
    [],
  )
  const visitor = await app.signedIn(officer)
  const page = await sound(visitor.get(`/aanhoudingen/${id}`))
  assert.match(page, /Door de afzender teruggehaald op 23 november 2026/)
  assert.match(page, /eerst van: Het Voorbeeldcollege \(verzonnen\), via Veilig Thuis/)
  const marks = (await app.house.trailOf(officer.organisationId)).filter(
    ({ act, subject }) => act === 'arrest.mark-recalled' && subject === id,
  )
  assert.equal(marks.length, 1)
})

test('that a delivered fact was taken into a file apart is on no page of who may not see it, and ties no two files', async () => {
  const { officer, detective, otherDetective } = people
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const delivery = await aReceived(app.house, detective, 'trafficking-detective')
  const [item = ''] = delivery.items
  const at = `/ontvangen/${delivery.id}`
  const own = await app.signedIn(detective)
  for (const file of [`suspect-file/${id}`, `victim-file/${kept}`, `victim-file/${kept}`]) {
    app.house.moveClock({ seconds: 1 })
    assert.equal((await own.post(`${at}/overnemen`, { item, file })).status, 303)
  }
  const { body } = await (await app.signedIn(otherDetective)).get(at)
  assert.match(body, new RegExp(`/aanhoudingen/${id}`))
  assert.doesNotMatch(body, new RegExp(`${kept}|beschermdossiers/[0-9a-f]`))
  assert.equal(body.match(/Overgenomen in een dossier/g)?.length, 1)
  const { body: whole } = await own.get(at)
  assert.match(whole, new RegExp(`beschermdossiers/${kept}`))
  assert.equal(whole.match(/Overgenomen in een dossier/g)?.length, 2)

  const plain = async (file: string) => {
    const { rows } = await app.house.pool.query(
      `select to_jsonb(n) as row from police_file_note n where file_id = $1 and from_index is not null
       union all select to_jsonb(r) from received_taken r where r::text like '%' || $1::text || '%'`,
      [file],
    )
    assert.equal(rows.length, 1)
    return rows.flatMap(({ row }) => Object.values<unknown>(row))
  }
  const [one, other] = [await plain(id), await plain(kept)]
  const common = one.filter((value) => value !== null && other.includes(value))
  assert.deepEqual(
    common.filter((value) => value !== detective.organisationId && value !== detective.personId),
    ['fact'],
  )
  const takes = (await app.house.trailOf(detective.organisationId)).filter(
    ({ subject }) => subject === delivery.id,
  )
  assert.doesNotMatch(JSON.stringify(takes), new RegExp(`${id}|${kept}`))
  const { organisationId } = detective
  for (const [kind, file] of [
    ['arrest', id],
    ['protection', kept],
  ] as const) {
    await app.house.inTransaction(
      { kind: 'system', name: 'delivery', organisationId },
      'share',
      (work) => intake(desk, kind).recalled(work, file, item),
    )
    assert.match(
      (await own.get(kind === 'arrest' ? `/aanhoudingen/${file}` : `/beschermdossiers/${file}`))
        .body,
      /Door de afzender teruggehaald/,
    )
  }
})

test('from the page of a file one begins to share: its facts are there to choose, for nobody who may not see it', async () => {
  const [officer, detective] = [somebody('bo-balie'), somebody('rik-rechercheur')]
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const visitor = await app.signedIn(officer)
  const { body } = await visitor.get(`/aanhoudingen/${id}`)
  assert.match(body, /action="\/delen\/nieuw"/)
  const begun = await visitor.post('/delen/nieuw', { soort: 'suspect-file', dossier: id })
  assert.equal(begun.status, 303)
  const facts = await visitor.get(begun.location)
  assert.match(facts.body, /Noor had twee telefoons\./)
  for (const form of [
    { soort: 'victim-file', dossier: kept },
    { soort: 'suspect-file', dossier: kept },
    { soort: 'victim-file', dossier: id },
  ]) {
    assert.equal((await visitor.post('/delen/nieuw', form)).status, 404)
  }
})

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status, body.slice(0, 300))
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const filled = () => momentFields('at', moment())
const answers = (part: 'first' | 'full', answer: string) =>
  Object.fromEntries(desk.instrument[part].map(({ id }) => [id, answer]))

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`from the arrest to ready, without scripts; every page is valid, also with errors (${language})`, async () => {
    const words = t(language)
    const officer = await app.signedIn(somebody('bo-balie'))
    const detective = await app.signedIn(somebody('rik-rechercheur'))
    await sound(officer.get(at('/aanhoudingen')))
    await sound(officer.get(at('/aanhoudingen/nieuw')))
    const wrong = await sound(
      officer.post(at('/aanhoudingen/nieuw'), {
        name: '<b>Noor</b>',
        'at-time': 'straks',
        age: 'x',
      }),
      422,
    )
    assert.ok(wrong.includes('&lt;b&gt;Noor'))
    assert.ok(wrong.includes(words.errors['age-strange']))
    const { location } = await officer.post(at('/aanhoudingen/nieuw'), {
      ...filled(),
      offence: 'unknown',
      name: 'Noor <i>Verzonnen</i>',
      age: '14',
      offences: ['theft', 'nergens'],
    })
    const first = await sound(officer.get(location))
    assert.ok(first.includes(words.clocks.indicative))
    assert.ok(first.includes(words.file.nextSteps.rights))
    assert.equal(first.includes('<i>Verzonnen'), false)
    const pages = ['gegevens', 'kijk', 'kring', 'inlichten/parents', 'stap/halt', 'stap/gereed']
    for (const page of pages) await sound(officer.get(`${location}/${page}`))
    await sound(officer.post(`${location}/kijk`, { because: 'Nog <b>niet</b> alles.' }), 422)
    await sound(officer.post(`${location}/stap/halt`, { reasons: 'Eerste keer.' }), 422)
    await sound(officer.post(`${location}/inlichten/parents`, {}), 422)
    await sound(officer.post(`${location}/kring`, {}), 422)
    const rights = { ...filled(), items: desk.lists.rights.map(({ id }) => id), language: 'nl' }
    assert.equal((await officer.post(`${location}/noteer/rechten`, rights)).status, 303)
    assert.ok((await sound(officer.get(location))).includes(words.file.nextSteps.look))
    const look = {
      ...answers('first', 'seen'),
      'afraid-words': 'Of moe.',
      further: 'yes',
      because: 'Bang.',
    }
    assert.equal((await officer.post(`${location}/kijk`, look)).status, 303)
    assert.ok((await sound(officer.get(location))).includes(words.file.nextSteps.full))
    assert.equal((await officer.get(`${location}/kijk-verder`)).status, 403)
    const further = { ...answers('full', 'unknown'), further: 'yes', because: 'Gestuurd.' }
    await sound(detective.get(`${location}/kijk-verder`))
    assert.equal((await detective.post(`${location}/kijk-verder`, further)).status, 303)
    const refused = { ...filled(), beside: 'refused', text: 'Moeder bleef buiten.' }
    const form = await sound(officer.post(`${location}/noteer/begeleiding`, refused), 422)
    assert.ok(form.includes(words.errors['permission-missing']))
    assert.match(form, /Moeder bleef buiten\./)
    const ready = { reasons: 'Alles is bekeken.' }
    assert.equal((await officer.post(`${location}/stap/gereed`, ready)).status, 303)
    assert.ok((await sound(officer.get(location))).includes(words.file.nextSteps.readyNow))
    // Somebody was first: what was typed comes back with how it stands.
    const late = await sound(
      officer.post(`${location}/stap/gereed`, { reasons: 'Nog eens klaar.' }),
      409,
    )
    assert.match(late, /Nog eens klaar\./)
    assert.ok(late.includes(words.states.ready))
    await apart(detective, location, at)
    await sound(officer.get(at('/aanhoudingen/cijfers')))
  })

  async function apart(detective: Visitor, location: string, to: (path: string) => string) {
    await sound(detective.get(`${location}/beschermen`))
    await sound(detective.post(`${location}/beschermen`, {}), 422)
    const opened = await detective.post(`${location}/beschermen`, {
      reason: 'Noor lijkt gestuurd.',
    })
    assert.equal(opened.status, 303)
    const page = await sound(detective.get(opened.location))
    assert.ok(page.includes(t(language).file.linkedArrest))
    await sound(detective.get(`${opened.location}/noteer/besluit`))
    await sound(detective.get(`${opened.location}/kring`))
    await sound(detective.get(to('/beschermdossiers')))
    assert.ok((await sound(detective.get(location))).includes(t(language).file.linked))
    for (const path of ['', '/noteer/feit', '/kring', '/stap/afsluiten']) {
      const officer = await app.signedIn(somebody('bo-balie'))
      assert.equal((await officer.get(opened.location + path)).status, 404)
    }
  }
}

test('whoever proved who they are too long ago is asked again before ready and before a file apart, and loses nothing', async () => {
  const officer = somebody('agnes-agent')
  const id = await anArrest(app.house, desk, officer)
  const visitor = await app.signedIn(officer)
  app.house.moveClock({ minutes: 6 })
  const { status, body } = await visitor.post(`/aanhoudingen/${id}/stap/gereed`, {
    reasons: 'Alles is er.',
    without: 'Niemand was er.',
  })
  assert.notEqual(status, 303)
  assert.match(body, /Alles is er\./)
  const { state } = await does(officer, (work) => headOf(work, desk, arrest(id)))
  assert.equal(state, 'open')
})

test('no rubbish in any field of any form breaks it, comes back as markup or leaves half a record', async () => {
  const actor = somebody('rik-rechercheur')
  const id = await anArrest(app.house, desk, actor)
  const kept = await aProtection(app.house, desk, actor, id)
  const visitor = await app.signedIn(actor)
  const root = `/aanhoudingen/${id}`
  const places = [
    ...['/aanhoudingen/nieuw', `${root}/gegevens`, `${root}/kijk`, `${root}/kijk-verder`],
    ...['parents', 'comensha', 'nobody'].map((who) => `${root}/inlichten/${who}`),
    ...Object.values(notePaths).map((note) => `${root}/noteer/${note}`),
    ...['gereed', 'terug', 'halt', 'afsluiten', 'heropenen'].map((one) => `${root}/stap/${one}`),
    ...[`${root}/kring`, `${root}/beschermen`, `/beschermdossiers/${kept}/noteer/besluit`],
  ]
  const right: Readonly<Record<string, string | readonly string[]>> = {
    ...momentFields('at', moment()),
    ...momentFields('until', app.house.clock()),
    ...answers('first', 'seen'),
    ...answers('full', 'seen'),
    ...{ text: 'x', source: 'x', innocent: 'x', quote: 'x', asked: 'x', who: 'x', agreed: 'x' },
    ...{ reasons: 'x', without: 'x', reason: 'x', because: 'x', further: 'yes', done: 'no' },
    ...{ code: 'arrival', way: 'phone', beside: 'refused', ground: 'harms-case', permission: 'x' },
    ...{ items: 'more-phones', language: 'x', offence: 'unknown', name: 'x', age: '15', key: 'x' },
    ...{ exception: 'unreachable', instead: 'board', personId: newId(), version: '1', place: 'x' },
    ...{ 'afraid-words': 'x', 'born-day': '1', 'born-month': '1', 'born-year': '2011' },
  }
  const names = Object.keys(right)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.array(fc.tuple(fc.constantFrom(...names), hostileText), { minLength: 1, maxLength: 3 }),
      async (place, hurt) => {
        const answer = await visitor.post(place, { ...right, ...Object.fromEntries(hurt) })
        assert.deepEqual(faultsOf(app, answer), [], place)
      },
    ),
    { seed: 20261129, numRuns: 100 },
  )
  assert.deepEqual(faultsOf(app, await visitor.get(root)), [])
})

test('whoever is let in or out, in any order: everybody sees exactly what the rule says', async () => {
  const { officer, colleague, detective, otherDetective, away } = people
  const everybody = [officer, colleague, detective, otherDetective, away]
  const id = await anArrest(app.house, desk, officer)
  const kept = await aProtection(app.house, desk, detective, id)
  const circles = { arrest: new Set([officer.personId]), protection: new Set([detective.personId]) }
  const files = { arrest: id, protection: kept }
  const seen = async (actor: PersonActor, kind: 'arrest' | 'protection') =>
    (await refusalOf(actor, (work) => headOf(work, desk, { kind, id: files[kind] }))).startsWith(
      'not refused',
    )
  const moves = fc.record({
    kind: fc.constantFrom('arrest', 'protection'),
    by: fc.constantFrom(...everybody),
    whom: fc.constantFrom(...everybody),
    letIn: fc.boolean(),
  })
  const changes = fc.sample(moves, { seed: 20261129, numRuns: 25 })
  for (const { kind, by, whom, letIn: opens } of changes) {
    const circle = circles[kind]
    const standing = { kind, inCircle: circle.has(by.personId), forsaken: false }
    const here = by !== away && maySee(by, standing)
    const given = { personId: whom.personId, reason: 'Zo.' }
    const place = { kind, id: files[kind] }
    const answer = await refusalOf(by, (work) =>
      opens ? letIn(work, desk, place, given) : endAccess(work, desk, place, given),
    )
    const fits = rolesToLetIn(kind).some((role) => whom.roles.includes(role)) && whom !== away
    const may = opens ? fits : circle.has(whom.personId) && circle.size > 1
    assert.equal(answer.startsWith('not refused'), here && may, `${kind} ${answer}`)
    if (here && may) circle[opens ? 'add' : 'delete'](whom.personId)
    for (const actor of everybody) {
      const inCircle = circle.has(actor.personId)
      // Everybody who can be in the circle works here: it is with nobody when no detective is in it.
      const expected = actor !== away && maySee(actor, { kind, inCircle, forsaken: false })
      assert.equal(await seen(actor, kind), expected, `${kind} ${actor.roles}`)
    }
  }
})
