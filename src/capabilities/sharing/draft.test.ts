import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDesk, aFact } from '#capabilities/cases/a-case.ts'
import { closeCase } from '#capabilities/cases/end-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { aDraft, aFile, consented, deliver, receivedOf } from './a-disclosure.ts'
import { aSharingHouse } from './a-sharing-house.ts'
import { recallDisclosure, replyToQuestion } from './after-delivery.ts'
import { answerReceived, takeReceived } from './answer-received.ts'
import { checkDisclosure, deliverDisclosure } from './deliver-disclosure.ts'
import { type Draft, draftAfter } from './draft.ts'
import { beginDisclosure, decideNotToShare, keepDraft } from './draft-disclosure.ts'
import { readDisclosure } from './read-disclosure.ts'
import { readReceived } from './received.ts'

const here = aSharingHouse()
const { does, of, refused, check } = here

const nl = 'nl' as const
const same = { elsewhere: false, inWords: [] }

const draft: Draft = {
  ...{ salt: 's', refs: ['a'], aim: 'help', road: 'one', answers: { necessary: 'yes' } },
  ...{ endReason: '', question: 'Kan het?', language: nl },
}

test('with other facts, another recipient or another aim every choice is asked again, and words that were typed stay', () => {
  for (const [change, elsewhere] of [
    [{ refs: ['a', 'b'] }, false],
    [{ aim: 'protect' }, false],
    [{}, true],
  ] as const) {
    const after = draftAfter(
      {
        ...{ ...draft, answers: { necessary: 'yes', words: 'Moeder zei ja.' } },
        earlier: { two: { free: 'yes', told: 'Aan tafel.' } },
      },
      change,
      { elsewhere, inWords: ['words', 'told'] },
    )
    assert.deepEqual(after.answers, { words: 'Moeder zei ja.' })
    assert.deepEqual(after.earlier?.two, { told: 'Aan tafel.' })
    assert.equal(after.question, 'Kan het?')
  }
  assert.deepEqual(draftAfter(draft, { refs: ['a'], aim: 'help' }, same).answers, draft.answers)
})

test('another ground begins without a tick, and what was typed for the first comes back with the first', () => {
  const left = { necessary: 'yes', words: 'Moeder zei ja.' }
  const second = draftAfter(draft, { road: 'two', left }, same)
  assert.deepEqual(second.answers, {})
  const answered = draftAfter(second, { answers: { necessary: 'no' } }, same)
  const back = draftAfter(answered, { road: 'one' }, same)
  assert.deepEqual(back.answers, left)
  assert.deepEqual(draftAfter(back, { road: 'two' }, same).answers, { necessary: 'no' })
})

test('answered for one municipality, it is asked again for the next one before anything can leave', async () => {
  const { id } = await here.aDraft()
  assert.equal((await check(id)).ok, true)
  const other = await here.house.anOrganisation('municipality', 'Gemeente Buur (verzonnen)')
  await does(here.pair.sender, (work) => keepDraft(work, here.desk, of(id), { toId: other }))
  const composed = await check(id)
  assert.equal(composed.ok, false)
  await does(here.pair.sender, (work) => keepDraft(work, here.desk, of(id), { answers: consented }))
  assert.equal((await check(id)).ok, true)
})

test('what the recipient could not read is told before it leaves, with the fact that is too long', async () => {
  const { id, caseId } = await here.aDraft()
  const long = await does(here.pair.sender, (work) =>
    writeEntry(work, aDesk(here.house), caseId, aFact({ text: 'Een kort feit.', source: 'x' })),
  )
  await does(here.pair.sender, (work) =>
    keepDraft(work, here.desk, of(id), { refs: [long], answers: consented }),
  )
  // A file may hold longer texts than a delivery: here its source is one of them.
  const [source] = here.desk.sources
  assert.ok(source)
  const tooLong = `Heel lang. ${'a'.repeat(20_000)}`
  const open: typeof source.open = async (...given) => {
    const file = await source.open(...given)
    const list: typeof file.list = async (language) =>
      (await file.list(language)).map((fact) =>
        fact.ref === long ? { ...fact, text: tooLong } : fact,
      )
    return { ...file, list }
  }
  const longer = { ...here.desk, sources: [{ ...source, open }] }
  const found = await does(here.pair.sender, (work) => checkDisclosure(work, longer, of(id)))
  assert.equal(found.composed.ok, false)
  assert.match(found.composed.ok ? '' : (found.composed.faults.facts ?? ''), /te lang.*Heel lang/)
  assert.equal(
    await refused(here.pair.sender, (work) =>
      deliverDisclosure(work, longer, of(id), { hash: 'f'.repeat(64) }),
    ),
    'conflict: not-whole',
  )
})

test('out of a closed case nothing is begun, delivered or decided, and recalling still works', async () => {
  const file = await aFile(here.house, here.pair)
  const sent = await here.aDraft({}, file)
  await deliver(here.house, here.desk, here.pair.sender, sent.id)
  const { id } = await here.aDraft({}, file)
  const seen = await check(id)
  const hash = seen.ok ? seen.hash : ''
  await here.house.inTransaction(here.pair.sender, 'follow-up-cases', (work) =>
    closeCase(work, aDesk(here.house), sent.caseId, {
      ...{ outcome: 'support-suffices', words: 'Het is klaar.', told: 'Ja.' },
    }),
  )
  const begun = { kind: 'case', fileId: sent.caseId, language: nl }
  assert.equal(
    await refused(here.pair.sender, (work) => beginDisclosure(work, here.desk, begun)),
    'conflict: file-is-closed',
  )
  const composed = await check(id)
  assert.equal(composed.ok || composed.faults.facts, 'file-is-closed')
  assert.equal(
    await refused(here.pair.sender, (work) => deliverDisclosure(work, here.desk, of(id), { hash })),
    'conflict: not-whole',
  )
  assert.equal(
    await refused(here.pair.sender, (work) =>
      decideNotToShare(work, here.desk, of(id), { reasons: 'x' }),
    ),
    'conflict: case-is-closed',
  )
  const recall = { because: 'mistake', words: 'Toch een ander kind.' } as const
  await does(here.pair.sender, (work) => recallDisclosure(work, here.desk, of(sent.id), recall))
  const { state } = await does(here.pair.sender, (work) =>
    readDisclosure(work, here.desk, of(sent.id)),
  )
  assert.equal(state, 'recalled')
})

test('the same form twice at the same moment is one act, and nobody reads of a defect', async () => {
  const { id, caseId } = await here.aDraft()
  const both = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
    Promise.all([does(actor, verb), does(actor, verb)])
  const begun = { kind: 'case', fileId: caseId, language: nl, key: newId() }
  const drafts = await both(here.pair.sender, (work) => beginDisclosure(work, here.desk, begun))
  assert.equal(drafts[0], drafts[1])
  const seen = await check(id)
  const sent = { hash: seen.ok ? seen.hash : '', key: newId() }
  await both(here.pair.sender, (work) => deliverDisclosure(work, here.desk, of(id), sent))
  await here.pair.channel.settle()
  const { id: there } = await receivedOf(here.house, here.pair.municipality, id)
  const question = { act: 'return', words: 'Wie zag dit?', key: newId() } as const
  await both(here.pair.recipient, (work) => answerReceived(work, here.desk, there, question))
  await here.pair.channel.settle()
  const reply = { words: 'De mentor.', key: newId() }
  await both(here.pair.sender, (work) => replyToQuestion(work, here.desk, of(id), reply))
  await here.pair.channel.settle()
  const accept = { act: 'accept', words: '', key: newId() } as const
  await both(here.pair.recipient, (work) => answerReceived(work, here.desk, there, accept))
  await here.pair.channel.settle()
  const recall = { because: 'mistake', words: 'x', key: newId() } as const
  await both(here.pair.sender, (work) => recallDisclosure(work, here.desk, of(id), recall))
  await here.pair.channel.settle()
  const { happenings } = await does(here.pair.sender, (work) =>
    readDisclosure(work, here.desk, of(id)),
  )
  assert.deepEqual(
    happenings.map(({ kind }) => kind),
    [
      ...['sent', 'delivered', 'returned', 'replied', 'accepted', 'recalled'],
      ...['recall-arrived', 'recall-answered'],
    ],
  )
  const read = await does(here.pair.recipient, (work) => readReceived(work, here.desk, of(there)))
  assert.equal(read.state, 'recalled')
  assert.equal(
    await refused(here.pair.recipient, (work) =>
      takeReceived(work, here.desk, there, {
        ...{ itemId: newId(), file: { kind: 'case', id: newId() }, language: nl },
      }),
    ),
    'conflict: cannot-take-when-recalled',
  )
})

const lettersTo = async ({ personId }: PersonActor) => {
  const { rows } = await here.house.pool.query(
    `select count(*)::int as n from outbox where recipient_id = $1 and template = 'delivery-answered'`,
    [personId],
  )
  return rows[0].n as number
}

test('what comes back is told to whoever follows the case by now, and never to nobody', async () => {
  const leaver = await here.house.aPerson(here.pair.school, ['care-coordinator'], 'Loes Verzonnen')
  const other = await here.house.aPerson(here.pair.school, ['mentor'], 'Mo Verzonnen')
  const { id } = await aDraft(here.house, here.desk, { ...here.pair, sender: leaver })
  await deliver(here.house, here.desk, leaver, id)
  await here.pair.channel.settle()
  const { id: there } = await receivedOf(here.house, here.pair.municipality, id)
  const before = await lettersTo(here.pair.colleague)
  const atOthers = await lettersTo(here.pair.sender)
  await here.house.pool.query('update membership set active = false where person_id = $1', [
    leaver.personId,
  ])
  await does(here.pair.recipient, (work) =>
    answerReceived(work, here.desk, there, { act: 'return', words: 'Wie zag dit?' }),
  )
  await here.pair.channel.settle()
  // Of the circle of that case she may go on with it; the others at that school learn nothing.
  assert.equal(await lettersTo(here.pair.colleague), before + 1)
  assert.equal(await lettersTo(here.pair.sender), atOthers)
  for (const one of [leaver, other]) assert.equal(await lettersTo(one), 0)
})
