import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aCase, aDesk, aFact } from '#capabilities/cases/a-case.ts'
import { changeQuestion } from '#capabilities/cases/change-words.ts'
import { editEntry } from '#capabilities/cases/edit-entry.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aBadWay, aChannel } from './a-channel.ts'
import { differences } from './a-comparison.ts'
import {
  aDraft,
  aFile,
  aPair,
  aSharingDesk,
  consented,
  deliver,
  listFrom,
  type Pair,
  receivedOf,
  secretWord,
  sharing,
} from './a-disclosure.ts'
import { recallDisclosure, replyToQuestion } from './after-delivery.ts'
import { answerReceived, takeReceived } from './answer-received.ts'
import { checkDisclosure, deliverDisclosure } from './deliver-disclosure.ts'
import type { SharingDesk } from './desk.ts'
import { disclosureStates, endFault, nextReceived, nextState, proposedEnd } from './disclosure.ts'
import { findDisclosureRow } from './disclosure-store.ts'
import {
  beginDisclosure,
  type DraftChange,
  decideNotToShare,
  keepDraft,
  throwAwayDraft,
} from './draft-disclosure.ts'
import { endInTime } from './end-in-time.ts'
import { answerHandlers } from './hear-answers.ts'
import { readDisclosure, readOwnDisclosures } from './read-disclosure.ts'
import { receivingHandlers } from './receive-disclosure.ts'
import { readReceived, readReceivedList } from './received.ts'

let house: TestHouse
let desk: SharingDesk
let pair: Pair
let does: ReturnType<typeof sharing>

before(async () => {
  house = await aHouse()
  desk = aSharingDesk(house)
  pair = await aPair(house, desk)
  does = sharing(house)
})
after(() => house.close())

const nl = 'nl' as const
const of = (id: string) => ({ id, language: nl })

const refused = async (actor: PersonActor, verb: (work: Work) => Promise<unknown>) => {
  const thrown = await does(actor, verb).then(
    () => 'nothing',
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `no refusal: ${thrown}`
}

const faultsOf = async (id: string) => {
  const { composed } = await does(pair.sender, (work) => checkDisclosure(work, desk, of(id)))
  return composed.ok ? {} : composed.faults
}

test('what does not stand in the table of states cannot be done, and what is over stays over', () => {
  for (const over of ['not-shared', 'declined', 'recalled', 'ended', 'refused'] as const) {
    for (const act of [
      'send',
      'arrive',
      'accept',
      'return',
      'reply',
      'decline',
      'recall',
      'end',
    ] as const) {
      const expected = act === 'recall' && over === 'ended' ? 'recalled' : undefined
      assert.equal(nextState(act, over), expected, `${act} ${over}`)
    }
  }
  for (const state of disclosureStates) {
    assert.equal(nextState('send', state) !== undefined, state === 'draft')
    assert.equal(nextState('not-share', state) !== undefined, state === 'draft')
  }
  for (const over of ['declined', 'recalled'] as const) {
    for (const act of ['accept', 'return', 'reply', 'decline', 'recall', 'end'] as const) {
      assert.equal(nextReceived(act, over), undefined)
    }
  }
  assert.equal(nextReceived('recall', 'ended'), 'recalled')
  assert.equal(nextReceived('accept', 'ended'), undefined)
})

test('a last day that passed, that is too far, or that is long without a reason is refused', () => {
  const today = '2026-11-23'
  assert.equal(endFault('2026-11-22', today, ''), 'end-passed')
  assert.equal(endFault('2031-11-24', today, 'lang'), 'end-too-far')
  assert.equal(endFault('2027-05-23', today, ' '), 'end-reason-missing')
  assert.equal(endFault('2027-05-23', today, 'De hulp duurt een jaar.'), undefined)
  assert.equal(endFault('2027-05-22', today, ''), undefined)
  assert.equal(proposedEnd(today), '2027-02-21')
})

test('a draft with nothing chosen, no recipient, no aim or no ground cannot leave, and says all of it at once', async () => {
  const { caseId } = await aDraft(house, desk, pair)
  const id = await does(pair.sender, (work) =>
    beginDisclosure(work, desk, { kind: 'case', fileId: caseId, language: nl }),
  )
  assert.deepEqual(Object.keys(await faultsOf(id)).sort(), ['aim', 'facts', 'recipient', 'road'])
  assert.equal(
    await refused(pair.sender, (work) => deliverDisclosure(work, desk, of(id), { hash: '' })),
    'conflict: not-whole',
  )
  assert.deepEqual(await received(id), undefined)
})

const closedBy: Readonly<Record<string, [DraftChange, RegExp]>> = {
  'nobody consented': [{ answers: { ...consented, consent: 'nobody' } }, /toestemming/],
  'it is not necessary': [{ answers: { ...consented, necessary: 'no' } }, /Wat niet nodig is/],
  'a condition was not answered': [
    { answers: { ...consented, 'consent-words': ' ' } },
    /Waarvoor gaf/,
  ],
  'the ground runs to somebody else': [{ road: 'school-safe-home' }, /./],
  'the ground is not there for this aim': [{ aim: 'investigate' }, /niet voor dit doel/],
}
for (const [name, [change, says]] of Object.entries(closedBy)) {
  test(`refused with the reason: ${name}`, async () => {
    const { id } = await aDraft(house, desk, pair, change)
    assert.match((await faultsOf(id)).road ?? 'nothing', says)
    assert.equal(
      await refused(pair.sender, (work) => deliverDisclosure(work, desk, of(id), { hash: 'x' })),
      'conflict: not-whole',
    )
  })
}

test('a kind of fact that the ground does not carry is refused, and the roads that are open are named', async () => {
  const { id, caseId } = await aDraft(house, desk, pair)
  const decision = await does(pair.sender, (work) =>
    writeEntry(work, aDesk(house), caseId, {
      ...{ kind: 'decision', not: false, text: 'We bellen.', reasons: 'Omdat het moet.' },
    }),
  )
  await does(pair.sender, (work) => keepDraft(work, desk, of(id), { refs: [decision] }))
  const { composed } = await does(pair.sender, (work) => checkDisclosure(work, desk, of(id)))
  assert.equal(composed.ok, false)
  assert.match(composed.ok ? '' : (composed.faults.road ?? ''), /besluit/i)
  assert.ok(composed.ok || composed.roads.length > 0)
})

test('what changed in the file since somebody looked does not leave unseen', async () => {
  const { id, caseId, fact } = await aDraft(house, desk, pair)
  const { composed } = await does(pair.sender, (work) => checkDisclosure(work, desk, of(id)))
  assert.ok(composed.ok)
  const entry = aFact({ text: 'Eén telefoon, bleek later.' })
  await does(pair.sender, (work) =>
    editEntry(work, aDesk(house), { caseId, id: fact }, { entry, version: 1 }),
  )
  assert.equal(
    await refused(pair.sender, (work) =>
      deliverDisclosure(work, desk, of(id), { hash: composed.hash }),
    ),
    'conflict: changed-since',
  )
  await pair.channel.settle()
  assert.equal(await received(id), undefined)
})

test('outside the coordinator of the case nobody can tell that a disclosure exists', async () => {
  const { id, caseId } = await aDraft(house, desk, pair)
  const stranger = await house.aPerson(
    await house.anOrganisation('secondary-school', 'De Andere School (verzonnen)'),
    ['care-coordinator'],
  )
  const teacher = await house.aPerson(pair.school, ['teacher'])
  const caseless = await house.aPerson(pair.school, ['partner-worker'])
  const verbs: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
    read: (work) => readDisclosure(work, desk, of(id)),
    check: (work) => checkDisclosure(work, desk, of(id)),
    keep: (work) => keepDraft(work, desk, of(id), { question: 'x' }),
    deliver: (work) => deliverDisclosure(work, desk, of(id), { hash: 'x' }),
    notShare: (work) => decideNotToShare(work, desk, of(id), { reasons: 'x' }),
    throwAway: (work) => throwAwayDraft(work, desk, of(id)),
    reply: (work) => replyToQuestion(work, desk, of(id), { words: 'x' }),
    recall: (work) => recallDisclosure(work, desk, of(id), { because: 'other', words: 'x' }),
    begin: (work) => beginDisclosure(work, desk, { kind: 'case', fileId: caseId, language: nl }),
  }
  for (const [name, verb] of Object.entries(verbs)) {
    for (const person of [pair.colleague, stranger, pair.recipient]) {
      assert.match(await refused(person, verb), /^not-found: /, name)
    }
    assert.equal(await refused(teacher, verb), 'not-allowed: shares-nothing')
    // Whoever shares there and has nothing to do with cases hears the same as about what never was.
    const same = name === 'begin' ? 'not-allowed: has-no-cases' : 'not-found: no-such-disclosure'
    assert.equal(await refused(caseless, verb), same, name)
  }
  assert.deepEqual(await does(pair.colleague, (work) => readOwnDisclosures(work, desk, 'nl')), [])
  assert.equal(
    await refused(pair.sender, (work) =>
      beginDisclosure(work, desk, { kind: 'dossier', fileId: caseId, language: nl }),
    ),
    'not-found: no-such-file',
  )
})

test('at the recipient only the named role can tell that it exists, and nobody reads it after a recall', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: receivedId } = await received(id)
  const elsewhere = await house.aPerson(
    await house.anOrganisation('municipality', 'Gemeente Elders (verzonnen)'),
    ['municipal-coordinator'],
  )
  const verbs: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
    read: (work) => readReceived(work, desk, of(receivedId)),
    accept: (work) => answerReceived(work, desk, receivedId, { act: 'accept', words: '' }),
    return: (work) => answerReceived(work, desk, receivedId, { act: 'return', words: 'x' }),
    decline: (work) => answerReceived(work, desk, receivedId, { act: 'decline', words: 'x' }),
    take: (work) =>
      takeReceived(work, desk, receivedId, {
        ...{ itemId: newId(), file: { kind: 'case', id: newId() }, language: nl },
      }),
  }
  for (const [name, verb] of Object.entries(verbs)) {
    for (const person of [pair.otherRole, elsewhere, pair.sender]) {
      assert.equal(await refused(person, verb), 'not-found: no-such-delivery', name)
    }
  }
  const lines = async (who: PersonActor) => (await does(who, readReceivedList)).open
  assert.ok((await lines(pair.recipient)).some((line) => line.id === receivedId))
  for (const who of [pair.otherRole, elsewhere, pair.sender]) {
    assert.ok(!(await lines(who)).some((line) => line.id === receivedId))
  }
  await does(pair.sender, (work) =>
    recallDisclosure(work, desk, of(id), { because: 'mistake', words: 'Verkeerd kind.' }),
  )
  await pair.channel.settle()
  const after = await does(pair.recipient, (work) => readReceived(work, desk, of(receivedId)))
  assert.equal(after.state, 'recalled')
  assert.equal(after.body, undefined)
  assert.equal(after.happenings.at(-1)?.because, 'mistake')
  assert.doesNotMatch(JSON.stringify(after), new RegExp(`${secretWord}|Verkeerd kind`))
  assert.match(
    await refused(pair.recipient, (work) =>
      answerReceived(work, desk, receivedId, { act: 'accept', words: '' }),
    ),
    /^conflict: cannot-accept-when-recalled/,
  )
})

test('a recipient cannot answer what another organisation was sent, however it calls it', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const other = await house.anOrganisation('municipality', 'Gemeente Elders (verzonnen)')
  const forged = { disclosure: id, act: 'decline', words: 'x', by: 'Niemand' }
  await pair.channel.send(other, pair.school, forged, 'sharing.answer')
  await pair.channel.send(
    other,
    pair.municipality,
    { disclosure: id, because: 'other' },
    'sharing.recall',
  )
  await pair.channel.settle()
  assert.equal((await received(id)).state, 'delivered')
  const one = await does(pair.sender, (work) => readDisclosure(work, desk, of(id)))
  assert.equal(one.state, 'delivered')
})

/** The channel of the pair, on which one kind of message does not get through. */
const aChannelWithout = (kind: string, broken: () => unknown) =>
  aChannel(
    house,
    [...receivingHandlers(desk), ...answerHandlers(desk)].map((handler) =>
      handler.kind === kind
        ? {
            ...handler,
            receive: async (...given: Parameters<typeof handler.receive>) => {
              const thrown = broken()
              if (thrown) throw thrown
              await handler.receive(...given)
            },
          }
        : handler,
    ),
  )

const kindsOf = async (id: string) => {
  const { happenings } = await does(pair.sender, (work) => readDisclosure(work, desk, of(id)))
  return happenings.map(({ kind }) => kind)
}

const lettersTo = async (person: PersonActor, template: string) => {
  const { rows } = await house.pool.query(
    'select count(*)::int as n from outbox where recipient_id = $1 and template = $2',
    [person.personId, template],
  )
  return rows[0].n as number
}

test('a recall on which the other side stumbles is told to who recalled, goes again, and is confirmed when it arrived', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  let broken: Error | undefined = new Error('stumbled over a recall')
  const channel = aChannelWithout('sharing.recall', () => broken)
  await does(pair.sender, (work) =>
    recallDisclosure(work, desk, of(id), { because: 'consent-withdrawn', words: 'Ingetrokken.' }),
  )
  const letters = await lettersTo(pair.sender, 'delivery-answered')
  for (let turn = 0; turn < 20; turn += 1) {
    await channel.carry()
    if ((await kindsOf(id)).includes('recall-refused')) break
    house.moveClock({ hours: 5 })
  }
  assert.deepEqual((await kindsOf(id)).slice(-2), ['recalled', 'recall-refused'])
  assert.equal(await lettersTo(pair.sender, 'delivery-answered'), letters + 1)
  assert.equal((await received(id)).state, 'delivered')
  broken = undefined
  await channel.settle()
  const row = await received(id)
  assert.deepEqual([row.state, row.content], ['recalled', null])
  assert.ok((await kindsOf(id)).includes('recall-arrived'))
  const { rows } = await house.pool.query(
    `select because from received_event where received_id = $1 and kind = 'recalled'`,
    [row.id],
  )
  assert.deepEqual(rows, [{ because: 'consent-withdrawn' }])
})

test('a reply or an answer that the other side refuses is told to who gave it, and does not go again', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: receivedId } = await received(id)
  const answer = (act: 'return' | 'accept') =>
    does(pair.recipient, (work) =>
      answerReceived(work, desk, receivedId, { act, words: act === 'return' ? 'Wie?' : '' }),
    )
  await answer('return')
  await pair.channel.settle()
  await does(pair.sender, (work) => replyToQuestion(work, desk, of(id), { words: 'De mentor.' }))
  const refusal = new Refusal('conflict', 'not-understood')
  await aChannelWithout('sharing.reply', () => refusal).settle()
  assert.deepEqual((await kindsOf(id)).slice(-2), ['replied', 'reply-refused'])
  await answer('accept')
  const letters = await lettersTo(pair.recipient, 'delivery-answered')
  await aChannelWithout('sharing.answer', () => refusal).settle()
  const there = await does(pair.recipient, (work) => readReceived(work, desk, of(receivedId)))
  assert.equal(there.happenings.at(-1)?.kind, 'answer-refused')
  assert.equal(await lettersTo(pair.recipient, 'delivery-answered'), letters + 1)
})

test('past its last day nobody reads, answers or takes it, though the job has still to come', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: receivedId } = await received(id)
  house.moveClock({ hours: 24 * 91 })
  const there = await does(pair.recipient, (work) => readReceived(work, desk, of(receivedId)))
  assert.deepEqual([there.state, there.body], ['ended', undefined])
  const { open, over } = await does(pair.recipient, readReceivedList)
  assert.ok(!open.some((one) => one.id === receivedId))
  assert.equal(over.find((one) => one.id === receivedId)?.state, 'ended')
  assert.equal(
    await refused(pair.recipient, (work) =>
      answerReceived(work, desk, receivedId, { act: 'accept', words: '' }),
    ),
    'conflict: cannot-accept-when-ended',
  )
  const taking = { itemId: newId(), file: { kind: 'case', id: newId() }, language: nl } as const
  assert.equal(
    await refused(pair.recipient, (work) => takeReceived(work, desk, receivedId, taking)),
    'conflict: cannot-take-when-ended',
  )
  assert.equal((await received(id)).state, 'delivered')
})

test('after the last day the sender hears what stays in files and still recalls it', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: receivedId } = await received(id)
  const own = await aCase(house, aDesk(house), pair.recipient)
  await does(pair.recipient, (work) =>
    answerReceived(work, desk, receivedId, { act: 'accept', words: '' }),
  )
  const { body } = await does(pair.recipient, (work) => readReceived(work, desk, of(receivedId)))
  const itemId = body?.facts[0]?.id ?? ''
  const taking = { itemId, file: { kind: 'case', id: own }, language: nl } as const
  await does(pair.recipient, (work) => takeReceived(work, desk, receivedId, taking))
  await pair.channel.settle()
  house.moveClock({ hours: 24 * 91 })
  const ended = (organisationId: string) =>
    house.inTransaction({ kind: 'system', name: 'retention', organisationId }, 'share', (work) =>
      endInTime(work, house),
    )
  await ended(pair.municipality)
  assert.equal((await received(id)).state, 'ended')
  await ended(pair.school)
  await pair.channel.settle()
  const one = await does(pair.sender, (work) => readDisclosure(work, desk, of(id)))
  assert.equal(one.state, 'ended')
  assert.deepEqual(one.happenings.find(({ kind }) => kind === 'stays-taken')?.words?.taken, [
    { kind: 'fact', count: 1 },
  ])
  await does(pair.sender, (work) =>
    recallDisclosure(work, desk, of(id), { because: 'wrong-recipient', words: 'Ander kind.' }),
  )
  await pair.channel.settle()
  assert.equal((await received(id)).state, 'recalled')
  const { rows } = await house.pool.query(
    'select recalled_at is not null as recalled from case_entry where case_id = $1 and from_id = $2',
    [own, itemId],
  )
  assert.deepEqual(rows, [{ recalled: true }])
})

test('what was taken over is passed on as what it was, also after a correction: a name as a name, a thought as a thought', async () => {
  const file = await aFile(house, pair)
  const refs = ['name', file.opinion]
  const { id } = await aDraft(house, desk, pair, { refs }, file)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: receivedId } = await received(id)
  await does(pair.recipient, (work) =>
    answerReceived(work, desk, receivedId, { act: 'accept', words: '' }),
  )
  const own = await aCase(house, aDesk(house), pair.recipient)
  const { body } = await does(pair.recipient, (work) => readReceived(work, desk, of(receivedId)))
  for (const { id: itemId } of body?.facts ?? []) {
    const taking = { itemId, file: { kind: 'case', id: own }, language: nl } as const
    await does(pair.recipient, (work) => takeReceived(work, desk, receivedId, taking))
  }
  const listed = () =>
    does(pair.recipient, async (work) => {
      work.audit({ act: 'test.look' })
      return (await listFrom(desk.sources[0], work, own)).filter(({ origin }) => origin)
    })
  const before = await listed()
  assert.deepEqual(before.map(({ kind }) => kind).sort(), ['identity', 'interpretation'])
  const [first] = before
  const entry = aFact({ text: 'Verbeterd.', source: 'mentor' })
  await does(pair.recipient, (work) =>
    editEntry(work, aDesk(house), { caseId: own, id: first?.ref ?? '' }, { version: 1, entry }),
  )
  const after = (await listed()).find(({ ref }) => ref === first?.ref)
  assert.deepEqual([after?.text, after?.kind], ['Verbeterd.', first?.kind])
  assert.deepEqual(after?.origin, first?.origin)
  assert.match(after?.source ?? '', /na ontvangst aangepast/)
  assert.doesNotMatch(first?.source ?? '', /aangepast/)
})

test('nothing goes to a role that nobody has, and the sender reads why', async () => {
  const empty = await house.anOrganisation('municipality', 'Gemeente Leeg (verzonnen)')
  const { id } = await aDraft(house, desk, pair, { toId: empty })
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const one = await does(pair.sender, (work) => readDisclosure(work, desk, of(id)))
  assert.equal(one.state, 'refused')
  assert.equal(one.happenings.at(-1)?.words?.text, 'nobody-in-that-role')
})

test('what leaves is what was chosen and nothing else, without a name, and both keep one hash', async () => {
  const { id, caseId } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const own = await does(pair.sender, (work) => readDisclosure(work, desk, of(id)))
  const row = await received(id)
  const there = await does(pair.recipient, (work) => readReceived(work, desk, of(row.id)))
  assert.deepEqual(there.body, own.body)
  assert.equal(there.hash, own.hash)
  assert.equal(there.intact, true)
  assert.equal(there.body?.facts.length, 1)
  const said = JSON.stringify(there.body)
  assert.match(said, new RegExp(secretWord))
  for (const kept of ['Noor', '4411', '2011-05-04', 'Iemand betaalt', caseId, 'Gaat het goed']) {
    assert.ok(!said.includes(kept), kept)
  }
  assert.match(there.body?.about ?? '', /^J-\w{4}-\w{4}$/)
  assert.equal(there.body?.from.person, 'Zoë Voorbeeld')
  assert.equal(there.body?.basis.conditions.length, 5)
  // A letter to who reads it there, that says nothing.
  const { rows } = await house.pool.query(
    `select recipient_id, template from outbox where organisation_id = $1 and reference = $2`,
    [pair.municipality, own.reference],
  )
  assert.deepEqual(rows, [{ recipient_id: pair.recipient.personId, template: 'new-delivery' }])
  // The decision stands in the file.
  const entry = await house.pool.query(
    `select kind, not_to from case_entry where case_id = $1 and from_id = $2`,
    [caseId, id],
  )
  assert.deepEqual(entry.rows, [{ kind: 'decision', not_to: false }])
})

test('the name goes along when somebody chooses the name', async () => {
  const { id } = await aDraft(house, desk, pair, { refs: ['name'] })
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const row = await received(id)
  const there = await does(pair.recipient, (work) => readReceived(work, desk, of(row.id)))
  assert.deepEqual(
    there.body?.facts.map(({ kind, text }) => [kind, text]),
    [['identity', 'Naam: Noor Voorbeeld']],
  )
})

test('a decision not to share stands in the file with its reasons, and nothing leaves', async () => {
  const { id, caseId } = await aDraft(house, desk, pair)
  const key = newId()
  const decide = (work: Work) =>
    decideNotToShare(work, desk, of(id), { reasons: 'Eerst met moeder praten.', key })
  await does(pair.sender, decide)
  await does(pair.sender, decide)
  const { rows } = await house.pool.query(
    `select kind, not_to from case_entry where case_id = $1 and from_id = $2`,
    [caseId, id],
  )
  assert.deepEqual(rows, [{ kind: 'decision', not_to: true }])
  assert.equal(
    await refused(pair.sender, (work) => deliverDisclosure(work, desk, of(id), { hash: 'x' })),
    'conflict: cannot-send-when-not-shared',
  )
  await pair.channel.settle()
  assert.equal(await received(id), undefined)
})

test('what was taken keeps where it came from through a second hand, and a recall marks it there', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: receivedId } = await received(id)
  const cases = aDesk(house)
  const own = await aCase(house, cases, pair.recipient)
  const { body } = await does(pair.recipient, (work) => readReceived(work, desk, of(receivedId)))
  const itemId = body?.facts[0]?.id ?? ''
  const take = (work: Work) =>
    takeReceived(work, desk, receivedId, { itemId, file: { kind: 'case', id: own }, language: nl })
  assert.match(await refused(pair.recipient, take), /cannot-take-when-delivered/)
  await does(pair.recipient, (work) =>
    answerReceived(work, desk, receivedId, { act: 'accept', words: '' }),
  )
  await does(pair.recipient, take)
  await does(pair.recipient, take)
  const listed = () =>
    does(pair.recipient, async (work) => {
      work.audit({ act: 'test.look' })
      return listFrom(desk.sources[0], work, own)
    })
  const taken = (await listed()).filter(({ text }) => text.includes(secretWord))
  assert.deepEqual(
    taken.map(({ source, origin }) => ({ source, origin })),
    [
      {
        source: 'ontvangen van Het Voorbeeldcollege (verzonnen); daar: mentor',
        origin: {
          ...{
            organisation: 'Het Voorbeeldcollege (verzonnen)',
            kind: 'secondary-school',
            via: [],
          },
        },
      },
    ],
  )
  await does(pair.sender, (work) =>
    recallDisclosure(work, desk, of(id), {
      because: 'consent-withdrawn',
      words: 'Moeder trok het in.',
    }),
  )
  await pair.channel.settle()
  const { rows } = await house.pool.query(
    'select recalled_at is not null as recalled from case_entry where case_id = $1 and from_id = $2',
    [own, itemId],
  )
  assert.deepEqual(rows, [{ recalled: true }])
  // It is not passed on any more.
  assert.ok(!JSON.stringify(await listed()).includes(secretWord))
  const sender = await does(pair.sender, (work) => readDisclosure(work, desk, of(id)))
  const told = sender.happenings.find(({ kind }) => kind === 'recall-answered')
  assert.deepEqual(told?.words?.taken, [{ kind: 'fact', count: 1 }])
  assert.ok(!JSON.stringify(sender).includes(own))
  await does(pair.recipient, (work) =>
    changeQuestion(work, cases, own, { question: 'Nog steeds leesbaar?', version: 1 }),
  )
})

test('a recall reaches who got the words at second hand when somebody here recalls that too, and not by itself', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: receivedId } = await received(id)
  const [itemId, fileId] = [
    (await does(pair.recipient, (work) => readReceived(work, desk, of(receivedId)))).body?.facts[0]
      ?.id ?? '',
    await aCase(house, aDesk(house), pair.recipient),
  ]
  const taking = { itemId, file: { kind: 'case', id: fileId }, language: nl } as const
  await does(pair.recipient, async (work) => {
    await answerReceived(work, desk, receivedId, { act: 'accept', words: '' })
    await takeReceived(work, desk, receivedId, taking)
  })
  const third = await house.anOrganisation('secondary-school', 'Het Derde College (verzonnen)')
  await house.aPerson(third, ['care-coordinator'])
  const near = await house.aPerson(pair.municipality, ['municipal-coordinator'])
  const facts = await does(pair.recipient, (work) => {
    work.audit({ act: 'test.look' })
    return listFrom(desk.sources[0], work, fileId)
  })
  const fact = facts.find(({ text }) => text.includes(secretWord))?.ref ?? ''
  const other = facts.find(({ text }) => !text.includes(secretWord))?.ref ?? ''
  const passing = { ...pair, sender: pair.recipient, municipality: third }
  const on = { road: 'municipality-school', toRole: 'care-coordinator' } as const
  const file = { caseId: fileId, fact, opinion: '' }
  const { id: passed } = await aDraft(house, desk, passing, on, file)
  const { id: without } = await aDraft(house, desk, passing, { ...on, refs: [other] }, file)
  for (const one of [passed, without]) await deliver(house, desk, pair.recipient, one)
  await pair.channel.settle()
  await does(pair.sender, (work) =>
    recallDisclosure(work, desk, of(id), { because: 'wrong-recipient', words: 'Ander kind.' }),
  )
  await pair.channel.settle()
  const there = async () => (await receivedOf(house, third, passed)).state
  const passedOn = async (actor: PersonActor) =>
    (await does(actor, (work) => readReceived(work, desk, of(receivedId)))).passedOn
  assert.equal(await there(), 'delivered')
  const [line, ...more] = await passedOn(pair.recipient)
  assert.deepEqual([line?.id, line?.to, more], [passed, 'Het Derde College (verzonnen)', []])
  // Whoever holds the role and does not see the case learns nothing of where it went.
  assert.deepEqual(await passedOn(near), [])
  const told = async (one: string) =>
    (await does(pair.recipient, (work) => readDisclosure(work, desk, of(one)))).happenings.filter(
      ({ kind }) => kind === 'source-recalled',
    )
  assert.deepEqual(
    (await told(passed)).map(({ by, words }) => [by, words?.because]),
    [['Het Voorbeeldcollege (verzonnen)', 'wrong-recipient']],
  )
  assert.deepEqual(await told(without), [])
  await does(pair.recipient, (work) =>
    recallDisclosure(work, desk, of(passed), { because: 'mistake', words: 'Hoort bij een ander.' }),
  )
  await pair.channel.settle()
  assert.equal(await there(), 'recalled')
  assert.deepEqual(await passedOn(pair.recipient), [])
})

const received = (id: string) => receivedOf(house, pair.municipality, id)

const crashing = (at: number): TestHouse['inTransaction'] => {
  let turn = 0
  return async (...given) => {
    turn += 1
    const result = await house.inTransaction(...given)
    if (turn === at) throw new Error('crash')
    return result
  }
}

const step = fc.oneof(
  fc.record({ does: fc.constant('deliver' as const) }),
  fc.record({
    does: fc.constantFrom('accept', 'return', 'decline', 'reply', 'recall', 'take'),
    which: fc.nat(2),
    twice: fc.boolean(),
  }),
  fc.record({ does: fc.constant('carry' as const) }),
  fc.record({
    does: fc.constant('bad way' as const),
    how: fc.constantFrom(...Object.keys(aBadWay)),
  }),
  fc.record({ does: fc.constant('crash' as const), at: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    does: fc.constant('wait' as const),
    days: fc.constantFrom(1, 40, 95),
    end: fc.boolean(),
  }),
)

type Step = (typeof step)['generate'] extends (...args: never[]) => { value: infer S } ? S : never

test('in any order of delivering, answering, recalling, ending, crashing and retrying: once, agreeing in states and trails, and no word after the end', async () => {
  const cases = aDesk(house)
  const ends = (organisationId: string) =>
    house.inTransaction({ kind: 'system', name: 'retention', organisationId }, 'share', (work) =>
      endInTime(work, house),
    )
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const own = await aPair(house, desk)
      const { sender, recipient, municipality, school, channel } = own
      const file = await aCase(house, cases, recipient)
      const from = await aFile(house, own)
      const ids: string[] = []
      const attempt = async (act: () => Promise<unknown>) => {
        try {
          await act()
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      for (const one of [{ does: 'deliver' }, { does: 'carry' }, ...steps] as Step[]) {
        if (one.does === 'deliver') {
          const { id } = await aDraft(house, desk, own, {}, from)
          await deliver(house, desk, sender, id)
          ids.push(id)
        } else if (one.does === 'carry') await channel.carry()
        else if (one.does === 'bad way') {
          const way = aBadWay[one.how]?.(channel.way)
          if (way) await channel.carry({ wayTo: () => way })
        } else if (one.does === 'crash') {
          for (const from of [school, municipality]) {
            await channel.carryFrom(from, { inTransaction: crashing(one.at) }).catch(() => {})
          }
        } else if (one.does === 'wait') {
          house.moveClock({ hours: 24 * one.days })
          if (one.end) for (const organisation of [school, municipality]) await ends(organisation)
        } else {
          const id = ids[one.which % Math.max(1, ids.length)]
          if (!id) continue
          const row = await receivedOf(house, municipality, id)
          const key = newId()
          const run = async () => {
            if (one.does === 'reply') {
              await does(sender, (work) =>
                replyToQuestion(work, desk, of(id), { words: secretWord, key }),
              )
            } else if (one.does === 'recall') {
              const recall = { because: 'mistake', words: secretWord, key } as const
              await does(sender, (work) => recallDisclosure(work, desk, of(id), recall))
            } else if (row && one.does === 'take') {
              const { body } = await does(recipient, (work) => readReceived(work, desk, of(row.id)))
              const itemId = body?.facts[0]?.id ?? newId()
              const taking = { itemId, file: { kind: 'case', id: file }, language: nl } as const
              await does(recipient, (work) => takeReceived(work, desk, row.id, taking))
            } else if (row) {
              const act = one.does as 'accept' | 'return' | 'decline'
              await does(recipient, (work) =>
                answerReceived(work, desk, row.id, { act, words: secretWord, key }),
              )
            }
          }
          await attempt(run)
          // The same form once more changes nothing.
          if (one.twice) await attempt(run)
        }
      }
      await channel.settle()
      for (const organisation of [school, municipality]) await ends(organisation)
      await channel.settle()
      const here = { house, organisation: school }
      assert.deepEqual(await differences(here, { house, organisation: municipality }), [])
      for (const id of ids) {
        const { happenings } = await does(sender, (work) => readDisclosure(work, desk, of(id)))
        for (const { kind } of happenings) reached.add(kind)
        for (const kind of [
          'sent',
          'delivered',
          'accepted',
          'declined',
          'recalled',
          'ended',
        ] as const) {
          assert.ok(happenings.filter((one) => one.kind === kind).length <= 1, kind)
        }
      }
    }),
    { numRuns: 16, seed: 20261129, endOnFailure: true },
  )
  const all = ['delivered', 'accepted', 'returned', 'replied', 'declined', 'recalled', 'ended']
  assert.deepEqual(
    all.filter((kind) => !reached.has(kind)),
    [],
  )
})

test('whoever recalls while the receipt is noted is not caught in a ring', async () => {
  const { id } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  const waiting = async () => {
    const { rows } = await house.pool.query(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0].n
  }
  let carrying = Promise.resolve()
  await does(pair.sender, async (work) => {
    await findDisclosureRow(work, id, true)
    carrying = pair.channel.carry()
    while ((await waiting()) === 0) await new Promise((resolve) => setImmediate(resolve))
    await recallDisclosure(work, desk, of(id), { because: 'mistake', words: 'Tegelijk.' })
  })
  await carrying
  await pair.channel.settle()
  assert.deepEqual(pair.channel.failures, [])
  assert.equal((await received(id)).state, 'recalled')
})
