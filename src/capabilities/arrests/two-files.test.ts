import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { actingAt, arrest, aStep, aWorkplace, protection, type Workplace } from './a-workplace.ts'
import { anArrest, aProtection } from './an-arrest.ts'
import { endAccess, letIn, listToLetIn } from './circle.ts'
import { fileSteps } from './file.ts'
import type { Place } from './find-file.ts'
import { listFiles } from './list-files.ts'
import { openProtection } from './open-protection.ts'
import { headOf, readFile } from './read-file.ts'
import { takeStep } from './take-step.ts'
import { withdrawNote, writeNote } from './write-note.ts'

let { app, desk, people } = {} as Workplace
before(async () => {
  ;({ app, desk, people } = await aWorkplace())
})
after(() => app.close())
const { does, refusalOf, snapshot, aFact } = actingAt(() => app)

const onFile: readonly ((work: Work, place: Place) => Promise<unknown>)[] = [
  (work, place) => readFile(work, desk, place),
  (work, place) => headOf(work, desk, place),
  (work, place) => writeNote(work, desk, place, aFact()),
  (work, place) => withdrawNote(work, desk, place, newId()),
  (work, place) => listToLetIn(work, desk, place),
  (work, place) => letIn(work, desk, place, { personId: people.officer.personId, reason: 'x' }),
  (work, place) => endAccess(work, desk, place, { personId: people.officer.personId, reason: 'x' }),
  ...fileSteps.map(
    (one) => (work: Work, place: Place) =>
      takeStep(work, desk, place, aStep(one, { without: 'x' })),
  ),
]

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
