import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aFigureSource, aLetterDesk } from './a-letter.ts'
import { answerReceived, readAllReceived, readReceived } from './answer-received.ts'
import { beginLetter } from './begin-letter.ts'
import { letterHandlers } from './handlers.ts'
import { listPage } from './page-list.ts'
import { putAway, putBack } from './put-away.ts'
import { readLetter } from './read-letter.ts'
import { everybodyApproved } from './read-round.ts'
import { stateAfter } from './round.ts'
import { sendRound } from './send-round.ts'
import { moveBlock, writeBlock } from './write-block.ts'

let house: TestHouse
let channel: ReturnType<typeof aChannel>
let writer: PersonActor
let one: PersonActor
let other: PersonActor

before(async () => {
  house = await aHouse()
  const ministry = async (name: string) =>
    house.aPerson(await house.anOrganisation('ministry', `${name} (verzonnen)`), [
      'programme-staff',
    ])
  writer = await ministry('Ministerie A')
  one = await ministry('Ministerie B')
  other = await ministry('Ministerie C')
  channel = aChannel(house, letterHandlers(desk()))
})
after(() => house.close())

const source = aFigureSource()
const desk = () => aLetterDesk(house, source)
const does = <T>(verb: (work: Work) => Promise<T>, actor = writer) =>
  house.inTransaction(actor, 'keep-account', verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because
const words = (text: string) => ({ heading: 'Aanleiding', text, answered: [] })

const letterOf = (id: string) => does((work) => readLetter(work, desk(), id))
const statesOf = async (id: string) =>
  Object.fromEntries(
    (await letterOf(id)).round.parties.map(({ name, state }) => [name.slice(11, 12), state]),
  )

/** A letter with one sentence. */
async function begun(): Promise<string> {
  const frame = { title: 'Verzonnen brief', dossiers: ['29240'], previous: '' }
  const id = (await does((work) => beginLetter(work, desk(), frame))) ?? ''
  await write(id, 'Zo staat het ermee.')
  return id
}
async function write(id: string, text: string): Promise<void> {
  const block = (await letterOf(id)).content.blocks[0]
  assert.ok(block)
  await does((work) =>
    writeBlock(work, desk(), id, { id: block.id, words: words(text), read: block.changedIn }),
  )
}
async function sent(id: string, ...to: PersonActor[]): Promise<void> {
  const { version } = (await letterOf(id)).row
  const parties = to.map(({ organisationId }) => organisationId)
  await does((work) => sendRound(work, desk(), id, { parties, version, from: 'Ministerie A' }))
  await channel.settle()
}
const draftAt = (who: PersonActor, id: string) => does((work) => readReceived(work, id), who)
async function answered(
  who: PersonActor,
  id: string,
  answer: 'approved' | 'changes' = 'approved',
  remarks: { section: string; words: string }[] = [],
  key = newId(),
): Promise<void> {
  const { digest } = (await draftAt(who, id)).row
  await does((work) => answerReceived(work, desk(), id, { answer, remarks, digest, key }), who)
}

test('an approval is of one text: of another it is worth nothing', () => {
  assert.equal(stateAfter('approved', 'a', 'a'), 'approved')
  assert.equal(stateAfter('approved', 'a', 'b'), 'voided')
  assert.equal(stateAfter('changes', 'a', 'b'), 'changes')
})

test('a draft goes to ministries only, never to oneself, and only as somebody read it', async () => {
  const id = await begun()
  const school = await house.anOrganisation('secondary-school', 'Verzonnen school')
  const send = (parties: readonly string[], version: number) =>
    does((work) => sendRound(work, desk(), id, { parties, version, from: 'A' }))
  for (const party of [school, writer.organisationId, newId()]) {
    await assert.rejects(send([party], 2), refused('choose-ministries'))
  }
  await assert.rejects(send([one.organisationId], 1), refused('letter-was-changed'))
  assert.deepEqual((await letterOf(id)).round.parties, [])
})

test('whoever was not asked finds no draft, and cannot answer it', async () => {
  const id = await begun()
  await sent(id, one)
  await assert.rejects(draftAt(other, id), refused('no-such-letter'))
  const given = { answer: 'approved', remarks: [], digest: 'a'.repeat(64), key: undefined } as const
  await assert.rejects(
    does((work) => answerReceived(work, desk(), id, given), other),
    refused('no-such-letter'),
  )
  const colleague = await house.aPerson(one.organisationId, ['administrator'])
  await assert.rejects(draftAt(colleague, id), refused('no-such-page'))
})

test('a ministry reads the whole draft, says something of a piece and approves; both sides have it once', async () => {
  const id = await begun()
  await sent(id, one, other)
  const draft = await draftAt(one, id)
  assert.equal(draft.row.title, 'Verzonnen brief')
  const sections = draft.row.sections ?? []
  const opening = sections.find(({ heading }) => heading === 'Aanleiding')
  assert.ok(opening)
  assert.ok(JSON.stringify(opening).includes('Zo staat het ermee.'))
  const key = newId()
  const remarks = [{ section: opening.id, words: 'Graag korter.' }]
  await answered(one, id, 'approved', remarks, key)
  await answered(one, id, 'approved', remarks, key)
  await channel.settle()
  assert.deepEqual(await statesOf(id), { B: 'approved', C: 'asked' })
  const { round, content } = await letterOf(id)
  assert.deepEqual(
    round.remarks.map((each) => [each.section, each.words, each.party_id]),
    [[opening.id, 'Graag korter.', one.organisationId]],
  )
  assert.equal(everybodyApproved(round, content), false)
  await answered(other, id)
  await channel.settle()
  const ready = await letterOf(id)
  assert.equal(everybodyApproved(ready.round, ready.content), true)
  // No name of anybody crossed: not in the rows, and the channel carries what the schema holds.
  assert.equal(JSON.stringify(ready.round).includes(one.personId), false)
  assert.equal(round.remarks.length, (await draftAt(one, id)).remarks.length)
})

test('a change of the text voids an approval at once, on both sides, and the same text does not', async () => {
  const id = await begun()
  await sent(id, one, other)
  await answered(one, id)
  await answered(other, id, 'changes', [{ section: 'head', words: 'De titel klopt niet.' }])
  await channel.settle()
  await write(id, 'Zo staat het ermee.')
  assert.deepEqual(await statesOf(id), { B: 'approved', C: 'changes' })
  await write(id, 'Zo staat het er nu mee.')
  assert.deepEqual(await statesOf(id), { B: 'voided', C: 'changes' })
  await channel.settle()
  assert.equal((await draftAt(one, id)).row.state, 'voided')
  const stale = (await draftAt(one, id)).row.digest
  await assert.rejects(
    does(
      (work) =>
        answerReceived(work, desk(), id, {
          answer: 'approved',
          remarks: [],
          digest: stale,
          key: undefined,
        }),
      one,
    ),
    refused('draft-is-over'),
  )
  await sent(id, one, other)
  assert.deepEqual(await statesOf(id), { B: 'asked', C: 'asked' })
  assert.equal((await draftAt(one, id)).row.version, 3)
  const { events } = (await letterOf(id)).round
  assert.ok(
    events.some(({ kind, party_id }) => kind === 'voided' && party_id === one.organisationId),
  )
})

test('an approval that crosses a change on the way counts for the earlier text only', async () => {
  const id = await begun()
  await sent(id, one)
  await answered(one, id)
  await write(id, 'Intussen veranderd.')
  await channel.settle()
  assert.deepEqual(await statesOf(id), { B: 'voided' })
  const { events } = (await letterOf(id)).round
  assert.equal(events.at(-1)?.kind, 'approved-earlier')
})

test('sent again, whoever has this very text gets nothing; whoever is asked no more loses the draft', async () => {
  const id = await begun()
  await sent(id, one, other)
  await answered(one, id)
  await channel.settle()
  await sent(id, one)
  assert.deepEqual(await statesOf(id), { B: 'approved', C: 'withdrawn' })
  const gone = await draftAt(other, id)
  assert.deepEqual([gone.row.state, gone.row.sections], ['withdrawn', null])
  const { rows } = await house.pool.query(
    `select count(*)::int as n from incoming_message where organisation_id = $1 and kind = 'letters.draft'`,
    [one.organisationId],
  )
  const before = Number(rows[0]?.n)
  await sent(id, one)
  const again = await house.pool.query(
    `select count(*)::int as n from incoming_message where organisation_id = $1 and kind = 'letters.draft'`,
    [one.organisationId],
  )
  assert.equal(Number(again.rows[0]?.n), before)
})

test('a draft that is refused late does not ask again whoever is asked no more, or answered', async () => {
  const id = await begun()
  await sent(id, one, other)
  await answered(one, id)
  await channel.settle()
  await sent(id, one)
  const [draft] = letterHandlers(desk())
  const receipt = { outcome: 'refused', because: 'no-ministry' } as never
  for (const { organisationId: to } of [one, other]) {
    const by = { kind: 'system', name: 'delivery', organisationId: writer.organisationId } as const
    await house.inTransaction(by, 'keep-account', async (work) => {
      await draft?.settled?.(work, { kind: 'letters.draft', about: id, to, receipt } as never)
    })
  }
  assert.deepEqual(await statesOf(id), { B: 'approved', C: 'withdrawn' })
})

test('a draft that is put away is asked about nowhere and written in by nobody, and can be put back', async () => {
  const id = await begun()
  await sent(id, one)
  await assert.rejects(
    does((work) => putAway(work, desk(), id), one),
    refused('no-such-letter'),
  )
  await does((work) => putAway(work, desk(), id))
  await does((work) => putAway(work, desk(), id))
  await channel.settle()
  assert.deepEqual(await statesOf(id), { B: 'withdrawn' })
  assert.equal((await draftAt(one, id)).row.sections, null)
  await assert.rejects(write(id, 'Toch nog.'), refused('letter-is-put-away'))
  await assert.rejects(sent(id, one), refused('letter-is-put-away'))
  const { row, round } = await letterOf(id)
  assert.equal(round.events.filter(({ kind }) => kind === 'put-away').length, 1)
  assert.match(String(listPage('nl', [row], []).content), /Weggelegde concepten.*Verzonnen brief/s)
  await does((work) => putBack(work, id))
  await write(id, 'Toch nog.')
})

test('a piece of hundreds of short paragraphs arrives whole', async () => {
  const id = await begun()
  await write(id, 'Punt.\n\n'.repeat(400).trim())
  await sent(id, one)
  assert.deepEqual(await statesOf(id), { B: 'asked' })
  const { sections } = (await draftAt(one, id)).row
  assert.equal(sections?.find(({ heading }) => heading === 'Aanleiding')?.blocks.length, 401)
})

test('where nothing moves nothing is voided, and the draft stands in the list of whoever was asked', async () => {
  const id = await begun()
  const { blocks } = (await letterOf(id)).content
  await sent(id, one)
  await answered(one, id)
  await channel.settle()
  await does((work) => moveBlock(work, desk(), id, blocks[0]?.id ?? ''))
  assert.deepEqual(await statesOf(id), { B: 'approved' })
  const list = await does(readAllReceived, one)
  assert.ok(list.some((row) => row.id === id && row.from === 'Ministerie A (verzonnen)'))
})

test('no other organisation can send a draft, or answer or end one that is not theirs', async () => {
  const id = await begun()
  await sent(id, one)
  const digest = (await draftAt(one, id)).row.digest
  const school = await house.anOrganisation('secondary-school', 'Verzonnen school')
  const section = { id: 'head', heading: 'Kop', blocks: [] }
  const draft = { letter: id, version: 9, digest, title: 'Vals', sections: [section] }
  const answer = { letter: id, version: 2, digest, answer: 'approved', remarks: [] }
  await channel.send(school, one.organisationId, draft, 'letters.draft')
  await channel.send(other.organisationId, one.organisationId, draft, 'letters.draft')
  await channel.send(other.organisationId, writer.organisationId, answer, 'letters.answer')
  const turn = { letter: id, state: 'published' }
  await channel.send(other.organisationId, one.organisationId, turn, 'letters.turn')
  const script = [{ kind: 'linked', runs: [{ text: 'x', href: 'javascript:alert(1)' }] }]
  const strange = { ...draft, letter: newId(), sections: [{ ...section, blocks: script }] }
  await channel.send(writer.organisationId, one.organisationId, strange, 'letters.draft')
  await channel.settle()
  assert.deepEqual(await statesOf(id), { B: 'asked' })
  const { row } = await draftAt(one, id)
  assert.deepEqual([row.title, row.state, row.version], ['Verzonnen brief', 'asked', 2])
  await assert.rejects(draftAt(one, strange.letter), refused('no-such-letter'))
})
