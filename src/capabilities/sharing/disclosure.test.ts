import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDesk, aFact } from '#capabilities/cases/a-case.ts'
import { editEntry } from '#capabilities/cases/edit-entry.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { consented, secretWord } from './a-disclosure.ts'
import { aSharingHouse } from './a-sharing-house.ts'
import { recallDisclosure, replyToQuestion } from './after-delivery.ts'
import { checkDisclosure, deliverDisclosure } from './deliver-disclosure.ts'
import { disclosureStates, endFault, nextReceived, nextState, proposedEnd } from './disclosure.ts'
import {
  beginDisclosure,
  type DraftChange,
  decideNotToShare,
  keepDraft,
  throwAwayDraft,
} from './draft-disclosure.ts'
import { readDisclosure, readOwnDisclosures } from './read-disclosure.ts'
import { readReceived } from './received.ts'

const here = aSharingHouse()
const { does, of, received, refused } = here
const nl = 'nl' as const

const faultsOf = async (id: string) => {
  const composed = await here.check(id)
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
  const { caseId } = await here.aDraft()
  const id = await does(here.pair.sender, (work) =>
    beginDisclosure(work, here.desk, { kind: 'case', fileId: caseId, language: nl }),
  )
  assert.deepEqual(Object.keys(await faultsOf(id)).sort(), ['aim', 'facts', 'recipient', 'road'])
  assert.equal(
    await refused(here.pair.sender, (work) =>
      deliverDisclosure(work, here.desk, of(id), { hash: '' }),
    ),
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
    const { id } = await here.aDraft(change)
    assert.match((await faultsOf(id)).road ?? 'nothing', says)
    assert.equal(
      await refused(here.pair.sender, (work) =>
        deliverDisclosure(work, here.desk, of(id), { hash: 'x' }),
      ),
      'conflict: not-whole',
    )
  })
}

test('a kind of fact that the ground does not carry is refused, and the roads that are open are named', async () => {
  const { id, caseId } = await here.aDraft()
  const decision = await does(here.pair.sender, (work) =>
    writeEntry(work, aDesk(here.house), caseId, {
      ...{ kind: 'decision', not: false, text: 'We bellen.', reasons: 'Omdat het moet.' },
    }),
  )
  await does(here.pair.sender, (work) => keepDraft(work, here.desk, of(id), { refs: [decision] }))
  const { composed } = await does(here.pair.sender, (work) =>
    checkDisclosure(work, here.desk, of(id)),
  )
  assert.equal(composed.ok, false)
  assert.match(composed.ok ? '' : (composed.faults.road ?? ''), /besluit/i)
  assert.ok(composed.ok || composed.roads.length > 0)
})

test('what changed in the file since somebody looked does not leave unseen', async () => {
  const { id, caseId, fact } = await here.aDraft()
  const { composed } = await does(here.pair.sender, (work) =>
    checkDisclosure(work, here.desk, of(id)),
  )
  assert.ok(composed.ok)
  const entry = aFact({ text: 'Eén telefoon, bleek later.' })
  await does(here.pair.sender, (work) =>
    editEntry(work, aDesk(here.house), { caseId, id: fact }, { entry, version: 1 }),
  )
  assert.equal(
    await refused(here.pair.sender, (work) =>
      deliverDisclosure(work, here.desk, of(id), { hash: composed.hash }),
    ),
    'conflict: changed-since',
  )
  await here.pair.channel.settle()
  assert.equal(await received(id), undefined)
})

test('outside the coordinator of the case nobody can tell that a disclosure exists', async () => {
  const { id, caseId } = await here.aDraft()
  const stranger = await here.house.aPerson(
    await here.house.anOrganisation('secondary-school', 'De Andere School (verzonnen)'),
    ['care-coordinator'],
  )
  const teacher = await here.house.aPerson(here.pair.school, ['teacher'])
  const caseless = await here.house.aPerson(here.pair.school, ['partner-worker'])
  const verbs: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
    read: (work) => readDisclosure(work, here.desk, of(id)),
    check: (work) => checkDisclosure(work, here.desk, of(id)),
    keep: (work) => keepDraft(work, here.desk, of(id), { question: 'x' }),
    deliver: (work) => deliverDisclosure(work, here.desk, of(id), { hash: 'x' }),
    notShare: (work) => decideNotToShare(work, here.desk, of(id), { reasons: 'x' }),
    throwAway: (work) => throwAwayDraft(work, here.desk, of(id)),
    reply: (work) => replyToQuestion(work, here.desk, of(id), { words: 'x' }),
    recall: (work) => recallDisclosure(work, here.desk, of(id), { because: 'other', words: 'x' }),
    begin: (work) =>
      beginDisclosure(work, here.desk, { kind: 'case', fileId: caseId, language: nl }),
  }
  for (const [name, verb] of Object.entries(verbs)) {
    for (const person of [here.pair.colleague, stranger, here.pair.recipient]) {
      assert.match(await refused(person, verb), /^not-found: /, name)
    }
    assert.equal(await refused(teacher, verb), 'not-allowed: shares-nothing')
    // Whoever shares there and has nothing to do with cases hears the same as about what never was.
    const same = name === 'begin' ? 'not-allowed: has-no-cases' : 'not-found: no-such-disclosure'
    assert.equal(await refused(caseless, verb), same, name)
  }
  assert.deepEqual(
    await does(here.pair.colleague, (work) => readOwnDisclosures(work, here.desk, 'nl')),
    [],
  )
  assert.equal(
    await refused(here.pair.sender, (work) =>
      beginDisclosure(work, here.desk, { kind: 'dossier', fileId: caseId, language: nl }),
    ),
    'not-found: no-such-file',
  )
})

test('what leaves is what was chosen and nothing else, without a name, and both keep one hash', async () => {
  const { id, caseId } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const own = await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(id)))
  const row = await received(id)
  const there = await does(here.pair.recipient, (work) => readReceived(work, here.desk, of(row.id)))
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
  const { rows } = await here.house.pool.query(
    `select recipient_id, template from outbox where organisation_id = $1 and reference = $2`,
    [here.pair.municipality, own.reference],
  )
  assert.deepEqual(rows, [{ recipient_id: here.pair.recipient.personId, template: 'new-delivery' }])
  // The decision stands in the file.
  const entry = await here.house.pool.query(
    `select kind, not_to from case_entry where case_id = $1 and from_id = $2`,
    [caseId, id],
  )
  assert.deepEqual(entry.rows, [{ kind: 'decision', not_to: false }])
})

test('the name goes along when somebody chooses the name', async () => {
  const { id } = await here.aDraft({ refs: ['name'] })
  await here.deliver(id)
  await here.pair.channel.settle()
  const row = await received(id)
  const there = await does(here.pair.recipient, (work) => readReceived(work, here.desk, of(row.id)))
  assert.deepEqual(
    there.body?.facts.map(({ kind, text }) => [kind, text]),
    [['identity', 'Naam: Noor Voorbeeld']],
  )
})

test('a decision not to share stands in the file with its reasons, and nothing leaves', async () => {
  const { id, caseId } = await here.aDraft()
  const key = newId()
  const decide = (work: Work) =>
    decideNotToShare(work, here.desk, of(id), { reasons: 'Eerst met moeder praten.', key })
  await does(here.pair.sender, decide)
  await does(here.pair.sender, decide)
  const { rows } = await here.house.pool.query(
    `select kind, not_to from case_entry where case_id = $1 and from_id = $2`,
    [caseId, id],
  )
  assert.deepEqual(rows, [{ kind: 'decision', not_to: true }])
  assert.equal(
    await refused(here.pair.sender, (work) =>
      deliverDisclosure(work, here.desk, of(id), { hash: 'x' }),
    ),
    'conflict: cannot-send-when-not-shared',
  )
  await here.pair.channel.settle()
  assert.equal(await received(id), undefined)
})

test('nothing goes to a role that nobody has, and the sender reads why', async () => {
  const empty = await here.house.anOrganisation('municipality', 'Gemeente Leeg (verzonnen)')
  const { id } = await here.aDraft({ toId: empty })
  await here.deliver(id)
  await here.pair.channel.settle()
  const one = await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(id)))
  assert.equal(one.state, 'refused')
  assert.equal(one.happenings.at(-1)?.words?.text, 'nobody-in-that-role')
})
