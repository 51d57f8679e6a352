import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { chooseLanguage } from '#capabilities/identity/choose-language.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { actsOn, aFinishedDraft, aRecording, aSchool, aSignal, doing } from './a-recording.ts'
import { keepDraft, readDraft, startDraft } from './keep-draft.ts'
import { readSignal } from './read-signal.ts'
import { recordSignal } from './record-signal.ts'
import type { Recording } from './recording.ts'

let house: TestHouse
let recording: Recording
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  recording = aRecording(house)
  people = await aSchool(house)
})
after(() => house.close())

const countSignals = async () =>
  (await house.pool.query('select count(*)::int from signal')).rows[0].count

test('an unfinished draft is refused with the page that needs something, and stays a draft', async () => {
  const does = doing(house)
  const before = await countSignals()
  const id = await does(people.mentor, (work) =>
    startDraft(work, recording, aFinishedDraft({ subject: '' })),
  )
  await assert.rejects(
    does(people.mentor, (work) => recordSignal(work, recording, id)),
    (error) => error instanceof Refusal && error.because === 'unfinished-what',
  )
  assert.equal(await countSignals(), before)
  const drafts = await house.pool.query('select 1 from signal_draft where id = $1', [id])
  assert.equal(drafts.rowCount, 1)
})

test('what nobody here could read is not recorded, and stays a draft', async () => {
  const does = doing(house)
  const school = await house.anOrganisation()
  const teacher = await house.aPerson(school, ['teacher'])
  const leader = await house.aPerson(school, ['school-leader', 'mentor'])
  const gone = await house.aPerson(school, ['care-coordinator'])
  await house.pool.query('update membership set active = false where person_id = $1', [
    gone.personId,
  ])
  const before = await countSignals()
  for (const [reporter, change] of [
    [teacher, { readers: 'coordinators' }],
    [teacher, { readers: 'care-coordinators' }],
    [teacher, { readers: 'one-colleague', readerId: gone.personId }],
    [leader, { readers: 'one-colleague', readerId: leader.personId }],
    [teacher, { readers: 'one-colleague', readerId: 'niemand' }],
  ] as const) {
    const id = await does(reporter, (work) => startDraft(work, recording, aFinishedDraft(change)))
    await assert.rejects(
      does(reporter, (work) => recordSignal(work, recording, id)),
      (error) => error instanceof Refusal && error.because === 'nobody-looks',
    )
    const kept = await does(reporter, (work) => readDraft(work, recording, id))
    assert.equal(kept.subject, 'Noor Voorbeeld')
  }
  assert.equal(await countSignals(), before)
})

test('somebody else, in this school or another, cannot record my draft or tell that it exists', async () => {
  const does = doing(house)
  const id = await does(people.mentor, (work) => startDraft(work, recording, aFinishedDraft()))
  for (const other of [people.colleague, people.careCoordinator, people.outsider]) {
    await assert.rejects(
      does(other, (work) => recordSignal(work, recording, id)),
      (error) => error instanceof Refusal && error.kind === 'not-found',
    )
  }
  const found = await house.pool.query('select 1 from signal where id = $1', [id])
  assert.equal(found.rowCount, 0)
})

test('someone whose role does not record is told so', async () => {
  const administrator = await house.aPerson(people.school, ['administrator'])
  await assert.rejects(
    doing(house)(administrator, (work) => startDraft(work, recording, aFinishedDraft())),
    (error) => error instanceof Refusal && error.kind === 'not-allowed',
  )
})

test('a recorded signal keeps its words, its observations and its term, and the draft is gone', async () => {
  const id = await aSignal(house, recording, people.mentor)
  const signal = await doing(house)(people.mentor, (work) => readSignal(work, recording, id))
  assert.equal(signal.words?.subject, 'Noor Voorbeeld')
  assert.equal(signal.state, 'new')
  assert.equal(signal.lookBefore, '2026-11-25')
  assert.deepEqual(signal.observations, [
    { code: 'TEL-01', answer: 'observed', found: 'recognised' },
  ])
  assert.equal(signal.edition, recording.knowledge.editions.signals.id)
  assert.match(signal.reference, /^S-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const drafts = await house.pool.query('select 1 from signal_draft where id = $1', [id])
  assert.equal(drafts.rowCount, 0)
})

test('recording leaves exactly one entry in the trail', async () => {
  const id = await aSignal(house, recording, people.mentor)
  assert.deepEqual(await actsOn(house, people.school, id), ['signal.record'])
})

test('sending the same page twice records once', async () => {
  const does = doing(house)
  const before = await countSignals()
  const id = await does(people.mentor, (work) => startDraft(work, recording, aFinishedDraft()))
  const record = () => does(people.mentor, (work) => recordSignal(work, recording, id))
  await Promise.all([record(), record(), record()])
  await record()
  assert.equal(await countSignals(), before + 1)
})

test('beginning with the same form twice begins one draft, with the last answer about danger', async () => {
  const does = doing(house)
  const key = newId()
  const begin = (danger: 'yes' | 'no', actor = people.mentor) =>
    does(actor, (work) => startDraft(work, recording, { danger }, key))
  const [one, other] = await Promise.all([begin('no'), begin('no')])
  assert.equal(one, other)
  assert.equal(await begin('yes'), one)
  const draft = await does(people.mentor, (work) => readDraft(work, recording, one))
  assert.equal(draft.danger, 'yes')
  assert.notEqual(await begin('no', people.colleague), one)
  await does(people.mentor, (work) => keepDraft(work, recording, one, aFinishedDraft()))
  await does(people.mentor, (work) => recordSignal(work, recording, one))
  assert.notEqual(await begin('no'), one)
})

test('a message without any detail waits for those it is meant for, and for nobody else', async () => {
  const id = await aSignal(house, recording, people.mentor, { readers: 'care-coordinators' })
  const { rows } = await house.pool.query(
    `select o.recipient_id, o.template, o.reference from outbox o
     join signal s on s.reference = o.reference where s.id = $1`,
    [id],
  )
  assert.deepEqual(
    rows.map((row) => row.recipient_id),
    [people.careCoordinator.personId],
  )
  assert.equal(rows[0].template, 'new-signal')
})

test('each reads in their own language that there is a new signal', async () => {
  const languages = { nl: people.careCoordinator, en: people.safetyCoordinator } as const
  await doing(house)(languages.en, (work) => chooseLanguage(work, 'en'))
  const id = await aSignal(house, recording, people.mentor, { readers: 'coordinators' })
  const { rows } = await house.pool.query(
    `select o.recipient_id as person, o.language from outbox o
     join signal s on s.reference = o.reference where s.id = $1 order by o.language desc`,
    [id],
  )
  assert.deepEqual(
    rows.filter(({ person }) =>
      Object.values(languages).some(({ personId }) => personId === person),
    ),
    Object.entries(languages).map(([language, { personId }]) => ({ person: personId, language })),
  )
})

test('what is stored holds no name and no word of the story', async () => {
  await aSignal(house, recording, people.mentor)
  for (const table of ['signal', 'signal_draft', 'signal_event', 'outbox', 'trail_entry']) {
    const { rows } = await house.pool.query(`select t::text as row from ${table} t`)
    const stored = rows.map((row) => row.row).join('\n')
    const plain = Buffer.from(
      stored.replaceAll(/\\x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString('latin1')),
    )
    for (const word of ['Noor', 'scooter', 'muziek']) {
      assert.equal(plain.includes(word), false, `${table} holds "${word}"`)
    }
  }
})
