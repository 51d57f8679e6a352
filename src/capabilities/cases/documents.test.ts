import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { chunkSize } from '#platform/sealed-chunks.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aCase, actsOn, aDesk, aSchool, doing } from './a-case.ts'
import { aDocument, aTakenFile } from './a-document.ts'
import type { CaseDesk } from './desk.ts'
import { closeCase } from './end-case.ts'
import { listDocuments } from './list-documents.ts'
import { readCase } from './read-case.ts'
import { documentBytes, readDocument } from './read-document.ts'
import { removeDocument } from './remove-document.ts'

let house: TestHouse
let desk: CaseDesk
let school: Awaited<ReturnType<typeof aSchool>>
let does: ReturnType<typeof doing>
let caseId: string

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
  school = await aSchool(house)
  does = doing(house)
  caseId = await aCase(house, desk, school.careCoordinator, { circle: [school.mentor] })
})
after(() => house.close())

const aFile = aTakenFile
const added = (who: PersonActor, file = aFile(), key?: string, id = caseId) =>
  aDocument(house, desk, { who, caseId: id, key }, file)

const opened = (who: PersonActor, id: string, on = caseId) =>
  does(who, (work) => readDocument(work, desk, { caseId: on, id }))

async function bytesOf(who: PersonActor, id: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of documentBytes(house.inTransaction, await opened(who, id)))
    parts.push(part)
  return Buffer.concat(parts)
}

const counted = async () => {
  const { rows } = await house.pool.query(
    'select (select count(*) from case_document) + (select count(*) from case_document_chunk) as n',
  )
  return Number(rows[0].n)
}

test('nobody outside the circle can tell that a document exists, read it, add one or take it away', async () => {
  const id = await added(school.mentor)
  const before = await counted()
  for (const who of [school.colleague, school.safetyCoordinator, school.leader, school.outsider]) {
    const none = { kind: 'not-found' }
    await assert.rejects(added(who), none)
    await assert.rejects(opened(who, id), none)
    await assert.rejects(opened(who, newId()), none)
    await assert.rejects(
      does(who, (work) => listDocuments(work, desk, caseId)),
      none,
    )
    await assert.rejects(
      does(who, (work) => removeDocument(work, desk, { caseId, id }, 'x')),
      none,
    )
  }
  assert.equal(await counted(), before)
})

test('a document of another case does not open through this one', async () => {
  const other = await aCase(house, desk, school.careCoordinator)
  const id = await added(school.careCoordinator, aFile(), undefined, other)
  await assert.rejects(opened(school.careCoordinator, id), { kind: 'not-found' })
})

test('nothing is added to a closed case, and what is in it can still be read', async () => {
  const closed = await aCase(house, desk, school.careCoordinator)
  const id = await added(school.careCoordinator, aFile(), undefined, closed)
  const ending = { outcome: 'explained', words: 'Klaar.', told: 'Verteld.' } as const
  await does(school.careCoordinator, (work) => closeCase(work, desk, closed, ending))
  const before = await counted()
  const late = { kind: 'conflict', because: 'case-is-closed' }
  await assert.rejects(added(school.careCoordinator, aFile(), undefined, closed), late)
  await assert.rejects(
    does(school.careCoordinator, (work) => removeDocument(work, desk, { caseId: closed, id }, 'x')),
    late,
  )
  assert.equal(await counted(), before)
  assert.equal((await opened(school.careCoordinator, id, closed)).name, 'Verslag van Noor.pdf')
})

test('the circle reads what was added, whatever its size, and each reading is in the trail', async () => {
  for (const size of [1, chunkSize, chunkSize * 5 + 7]) {
    const bytes = randomBytes(size)
    const id = await added(school.mentor, aFile({ bytes }))
    assert.deepEqual(await bytesOf(school.careCoordinator, id), bytes)
  }
  const acts = await actsOn(house, school.school, caseId)
  assert.ok(acts.filter((one) => one === 'case.read-document').length >= 3)
})

test('the same form sent twice adds one document', async () => {
  const key = newId()
  const id = await added(school.mentor, aFile(), key)
  const before = await counted()
  assert.equal(await added(school.mentor, aFile({ name: 'nog eens.pdf' }), key), id)
  assert.equal(await counted(), before)
})

test('parts that were swapped, left out or changed in the database end the reading', async () => {
  const bytes = randomBytes(chunkSize * 2 + 1)
  const spoil = [
    `delete from case_document_chunk where document_id = $1 and nth = 2`,
    `update case_document_chunk set content = set_byte(content, 50, get_byte(content, 50) # 1) where document_id = $1 and nth = 1`,
    `update case_document_chunk c set content = o.content from case_document_chunk o
      where c.document_id = $1 and o.document_id = $1 and c.nth = 0 and o.nth = 1`,
    `update case_document set chunks = 2 where id = $1`,
  ]
  for (const sql of spoil) {
    const id = await added(school.mentor, aFile({ bytes }))
    await house.pool.query(sql, [id])
    await assert.rejects(bytesOf(school.mentor, id), sql)
  }
})

test('whoever neither decides nor added it takes nothing away, and nobody without a reason', async () => {
  const id = await added(school.careCoordinator)
  const remove = (who: PersonActor, reason: string) =>
    does(who, (work) => removeDocument(work, desk, { caseId, id }, reason))
  await assert.rejects(remove(school.mentor, 'Weg.'), { kind: 'not-allowed' })
  await assert.rejects(remove(school.careCoordinator, ' '), { kind: 'invalid' })
  assert.equal((await opened(school.mentor, id)).id, id)
})

test('what is removed is gone with its name, its words and its key; a line with the reason stays', async () => {
  const id = await added(school.mentor, aFile({ name: 'Verkeerd dossier.pdf' }))
  const reading = documentBytes(house.inTransaction, await opened(school.mentor, id))
  const place = { caseId, id }
  await does(school.mentor, (work) => removeDocument(work, desk, place, 'Hoort bij een ander.'))
  await assert.rejects(reading.next(), /gone/)
  await assert.rejects(opened(school.mentor, id), { kind: 'not-found' })
  await assert.rejects(
    does(school.careCoordinator, (work) => removeDocument(work, desk, place, 'Nog eens.')),
    { kind: 'conflict' },
  )
  const { documents } = await does(school.mentor, (work) => listDocuments(work, desk, caseId))
  const found = documents.find((one) => one.id === id)
  assert.equal(found?.words, undefined)
  assert.equal(found?.removed?.reason, 'Hoort bij een ander.')
  const { rows } = await house.pool.query(
    'select content_key, content, (select count(*)::int from case_document_chunk where document_id = d.id) as parts from case_document d where id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ content_key: null, content: null, parts: 0 }])
  const { line } = await does(school.mentor, (work) =>
    readCase(work, desk, caseId, { whole: true }),
  )
  const told = line.items.map((one) => JSON.stringify(one.words) ?? '')
  assert.equal(
    told.some((one) => one.includes('Verkeerd dossier')),
    false,
  )
  assert.ok(told.some((one) => one.includes('Hoort bij een ander.')))
})

test('each act is in the trail once, without any word of what it is about', async () => {
  const before = (await house.trailOf(school.school)).length
  const id = await added(school.mentor)
  await does(school.mentor, (work) => listDocuments(work, desk, caseId))
  await opened(school.mentor, id)
  await does(school.mentor, (work) => removeDocument(work, desk, { caseId, id }, 'Fout.'))
  const lines = (await house.trailOf(school.school)).slice(before)
  assert.deepEqual(
    lines.map(({ act }) => act),
    ['case.add-document', 'case.list-documents', 'case.read-document', 'case.remove-document'],
  )
  assert.equal(JSON.stringify(lines).includes('Verslag'), false)
})
