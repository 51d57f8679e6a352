import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listFrom } from '#capabilities/sharing/a-disclosure.ts'
import { recallDisclosure } from '#capabilities/sharing/after-delivery.ts'
import { beginDisclosure } from '#capabilities/sharing/draft-disclosure.ts'
import { readDisclosure } from '#capabilities/sharing/read-disclosure.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import {
  actingAt,
  arrest,
  aWorkplace,
  protection,
  somethingReceived,
  sound,
  type Workplace,
} from './a-workplace.ts'
import { aLook, anArrest, aProtection } from './an-arrest.ts'
import { anExpertAsked } from './an-asking.ts'
import { endFilesInTime } from './end-in-time.ts'
import { factSource } from './fact-source.ts'
import { intake } from './intake.ts'
import { listFiles } from './list-files.ts'
import { readFile } from './read-file.ts'
import { writeNote } from './write-note.ts'

let { app, desk, people } = {} as Workplace
before(async () => {
  ;({ app, desk, people } = await aWorkplace())
})
after(() => app.close())
const { does, refusalOf, aFact } = actingAt(() => app)

/** As if it began, and was written in last, so many years and days ago. */
const age = (id: string, { opened, changed = opened }: { opened: string; changed?: string }) =>
  app.house.pool.query(
    `update police_file set opened_at = $2::timestamptz - $3::interval, changed_at = $2::timestamptz - $4::interval
     where id = $1`,
    [id, app.house.clock().toString(), opened, changed],
  )
const end = ({ organisationId }: PersonActor) =>
  app.house.inTransaction(
    { kind: 'system', name: 'retention', organisationId },
    'maintenance',
    (work) => endFilesInTime(work, desk).then(() => work.audit({ act: 'test.ended' })),
  )
const rowsOf = async (id: string) => {
  const counts = await Promise.all(
    ['police_file', 'police_file_note', 'police_file_look', 'police_file_circle'].map(
      async (table) => {
        const column = table === 'police_file' ? 'id' : 'file_id'
        const { rows } = await app.house.pool.query(
          `select count(*)::int as count from ${table} where ${column} = $1`,
          [id],
        )
        return rows[0].count as number
      },
    ),
  )
  return counts
}
const actsOn = async (id: string) =>
  (await app.house.trailOf(people.officer.organisationId))
    .filter(({ subject }) => subject === id)
    .map(({ act, actor }) => `${act} ${actor}`)
    .filter((one) => one.includes('retention'))

test('on its last day an arrest is there; the day after it is put away and nobody finds it', async () => {
  const { officer, detective } = people
  const id = await anArrest(app.house, desk, officer)
  await aLook(app.house, desk, officer, id)
  await age(id, { opened: '5 years' })
  await end(officer)
  assert.equal((await does(officer, (work) => readFile(work, desk, arrest(id)))).id, id)
  await age(id, { opened: '5 years 1 day', changed: '1 day' })
  await end(officer)
  for (const actor of [officer, detective]) {
    for (const verb of [
      (work: Parameters<typeof readFile>[0]) => readFile(work, desk, arrest(id)),
      (work: Parameters<typeof readFile>[0]) => writeNote(work, desk, arrest(id), aFact()),
      (work: Parameters<typeof readFile>[0]) => listFrom(factSource(desk, 'arrest'), work, id),
      (work: Parameters<typeof readFile>[0]) =>
        intake(desk, 'arrest').take(work, id, { ...somethingReceived(), id: newId() }, 'nl'),
    ]) {
      assert.equal(await refusalOf(actor, verb), 'not-found: no-such-file')
    }
    const { files } = await does(actor, (work) => listFiles(work, desk, 'arrest'))
    assert.equal(
      files.some((one) => one.id === id),
      false,
    )
  }
  // It lies apart: everything is still there, also when it is asked again.
  await end(officer)
  assert.deepEqual(await rowsOf(id), [1, 1, 1, 1])
  assert.deepEqual(await actsOn(id), ['arrest.put-away retention'])
})

test('after the years apart a file goes whole, with its key, its looks and its circle; what is left is in the trail', async () => {
  const { officer } = people
  const id = await anArrest(app.house, desk, officer)
  await aLook(app.house, desk, people.detective, id, { part: 'full' })
  await app.house.pool.query(
    `update police_file set state = 'ready', ready_look_id = (select id from police_file_look where file_id = $1)
     where id = $1`,
    [id],
  )
  await age(id, { opened: '10 years' })
  await end(officer)
  await end(officer)
  assert.deepEqual(await rowsOf(id), [1, 1, 1, 1])
  await age(id, { opened: '10 years 1 day' })
  await end(officer)
  assert.deepEqual(await rowsOf(id), [0, 0, 0, 0])
  assert.deepEqual(await actsOn(id), ['arrest.put-away retention', 'arrest.erase retention'])
})

test('a file in which a young person is protected counts from the last time that somebody wrote in it', async () => {
  const { officer, detective } = people
  const kept = await aProtection(
    app.house,
    desk,
    detective,
    await anArrest(app.house, desk, officer),
  )
  await age(kept, { opened: '9 years', changed: '5 years' })
  await end(officer)
  const file = await does(detective, (work) => readFile(work, desk, protection(kept)))
  assert.deepEqual(file.keptUntil, { ground: '2026-11-23', there: '2031-11-23' })
  await age(kept, { opened: '9 years', changed: '5 years 1 day' })
  await end(officer)
  assert.equal(
    await refusalOf(detective, (work) => readFile(work, desk, protection(kept))),
    'not-found: no-such-file',
  )
  await age(kept, { opened: '20 years', changed: '10 years 1 day' })
  await end(officer)
  assert.deepEqual(await rowsOf(kept), [0, 0, 0, 0])
})

test('that a sender recalls something moves no day of what was put away', async () => {
  const { officer, detective } = people
  const kept = await aProtection(
    app.house,
    desk,
    detective,
    await anArrest(app.house, desk, officer),
  )
  const item = somethingReceived()
  await does(detective, (work) => intake(desk, 'protection').take(work, kept, item, 'nl'))
  await age(kept, { opened: '5 years 1 day' })
  await end(officer)
  await age(kept, { opened: '10 years 1 day' })
  await app.house.inTransaction(
    { kind: 'system', name: 'delivery', organisationId: officer.organisationId },
    'share',
    (work) => intake(desk, 'protection').recalled(work, kept, item.id),
  )
  await end(officer)
  assert.deepEqual(await rowsOf(kept), [0, 0, 0, 0])
})

/** An arrest out of which a detective asked the expert group, and began something else. */
async function aSharedArrest() {
  const { house } = app
  const group = await house.anOrganisation('expert-group', 'Expertgroep Verzonnen')
  const expert = await house.aPerson(group, ['expert'], 'Elif Kenner')
  const asked = await anExpertAsked(house, { by: people.detective, expert })
  const begun = { kind: 'suspect-file', fileId: asked.id, language: 'nl' } as const
  const draft = await does(people.detective, (work) => beginDisclosure(work, asked.desk, begun))
  const { rows } = await house.pool.query(
    `select id, reference from disclosure where file_id = $1 and state <> 'draft'`,
    [asked.id],
  )
  const { id: sent, reference } = rows[0] as { id: string; reference: string }
  return { ...asked, draft, sent, reference }
}
const leftOf = async (file: string) =>
  (
    await app.house.pool.query(
      `select d.id, d.state, d.facts, d.road, d.to_id is not null as told, d.hash is not null as hash,
         d.content is not null as words, d.content_key is not null as key,
         (select count(*)::int from disclosure_event e where e.disclosure_id = d.id and e.content is not null) as said
       from disclosure d where d.file_id = $1`,
      [file],
    )
  ).rows

test('what left a file that was put away can be taken back by a certified detective, who reads no word of it', async () => {
  const { id, desk: shares, draft, sent, reference, channel, received } = await aSharedArrest()
  await age(id, { opened: '5 years 1 day' })
  await end(people.officer)
  // Nothing leaves it any more.
  assert.deepEqual(
    (await leftOf(id)).map((row) => row.id),
    [sent],
  )
  const { otherDetective } = people
  const which = { id: sent, language: 'nl' } as const
  for (const actor of [people.officer, people.away, people.prosecutor, people.overseer]) {
    const read = (work: Parameters<typeof readFile>[0]) => readDisclosure(work, shares, which)
    assert.match(await refusalOf(actor, read), /not-found|not-allowed/)
    if (actor === people.overseer) continue
    const { body } = await (await app.signedIn(actor)).get('/delen')
    assert.doesNotMatch(body, new RegExp(reference))
  }
  assert.match(
    await refusalOf(people.detective, (work) =>
      readDisclosure(work, shares, { ...which, id: draft }),
    ),
    /not-found/,
  )
  const visitor = await app.signedIn(otherDetective)
  const list = await sound(visitor.get('/delen'))
  assert.match(list, new RegExp(`Uit dossiers die zijn weggelegd[\\s\\S]*${reference}`))
  const page = await sound(visitor.get(`/delen/${sent}`))
  assert.match(page, /Het dossier waar dit uit kwam, is weggelegd/)
  assert.doesNotMatch(page, /station|Herkennen jullie dit|Noor/)
  const before = await rowsOf(id)
  await does(otherDetective, (work) =>
    recallDisclosure(work, shares, which, { because: 'mistake', words: 'Klacht gegrond.' }),
  )
  await channel.settle()
  assert.equal((await leftOf(id))[0]?.state, 'recalled')
  const { rows } = await app.house.pool.query(
    'select state from received_disclosure where id = $1',
    [received],
  )
  assert.equal(rows[0]?.state, 'recalled')
  assert.deepEqual(await rowsOf(id), before)
})

test('when a file is erased no word of what left it is left here; that it left, to whom and on which ground is', async () => {
  const { id, draft, sent, channel } = await aSharedArrest()
  await channel.settle()
  await age(id, { opened: '10 years 1 day' })
  assert.deepEqual(
    (await leftOf(id)).map(({ words, key }) => [words, key]),
    [
      [true, true],
      [true, true],
    ],
  )
  await end(people.officer)
  await end(people.officer)
  assert.deepEqual(await rowsOf(id), [0, 0, 0, 0])
  const [left, ...more] = await leftOf(id)
  assert.deepEqual(more, [])
  assert.deepEqual(left, {
    ...{ id: sent, state: left?.state, facts: 1, road: 'police-partnership' },
    ...{ told: true, hash: true, words: false, key: false, said: 0 },
  })
  assert.deepEqual(await actsOn(sent), ['sharing.erase-words retention'])
  assert.deepEqual(await actsOn(draft), ['sharing.forget-draft retention'])
})

test('what ends here ends nothing elsewhere', async () => {
  const id = await anArrest(app.house, desk, people.away)
  await age(id, { opened: '11 years' })
  await end(people.officer)
  assert.deepEqual((await rowsOf(id))[0], 1)
  assert.equal((await does(people.away, (work) => readFile(work, desk, arrest(id)))).id, id)
})
