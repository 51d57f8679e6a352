import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aProtocolDesk, aSchool, doing } from './a-protocol.ts'
import type { ProtocolDesk } from './desk.ts'
import { carriedOver, differencesIn } from './edition.ts'
import { asRead, printOf } from './edition-print.ts'
import {
  addOwnStep,
  backToExample,
  changeImmediate,
  changeStep,
  discardDraft,
  startDraft,
} from './keep-draft.ts'
import { putInForce } from './put-in-force.ts'
import {
  checkEdition,
  listEditions,
  readDraft,
  readEdition,
  readProtocol,
} from './read-editions.ts'

let house: TestHouse
let desk: ProtocolDesk
let people: Awaited<ReturnType<typeof aSchool>>
let does: ReturnType<typeof doing>

before(async () => {
  house = await aHouse()
  desk = aProtocolDesk(house)
  does = doing(house)
  people = await aSchool(house)
})
after(() => house.close())

const draft = async (actor: PersonActor = people.careCoordinator) => {
  const read = await does(actor, (work) => readDraft(work, desk))
  if (!read?.edition) throw new Error('There is no draft.')
  return { ...read, edition: read.edition }
}
const rows = async () =>
  (await house.pool.query('select t::text from protocol_edition t order by 1')).rows
const adopt = async () => {
  await does(people.careCoordinator, (work) => startDraft(work, desk))
  const read = asRead(await draft())
  await does(people.careCoordinator, (work) => putInForce(work, desk, read))
  return read.draft
}
const discard = async () => {
  const read = asRead(await draft())
  await does(people.careCoordinator, (work) => discardDraft(work, desk, read))
}
const ownStep = {
  follows: 'talk',
  title: 'Bel de jeugdagent',
  text: 'Bel.',
  term: null,
  roles: [],
  covers: [],
  writes: 'contact',
} as const

const edits: Record<string, (work: Work) => Promise<unknown>> = {
  'begin a draft': (work) => startDraft(work, desk),
  'read the draft': (work) => readDraft(work, desk),
  'change a step': (work) => changeStep(work, desk, { step: 'talk', print: '' }, { title: 'X' }),
  'change the immediate route': (work) => changeImmediate(work, desk, '', { text: 'X' }),
  'add a step': (work) => addOwnStep(work, desk, { key: newId(), ...ownStep }),
  'go back to the example': (work) => backToExample(work, desk, { step: 'talk', print: '' }),
  'throw the draft away': (work) => discardDraft(work, desk, { draft: newId(), print: '' }),
  'put it in force': (work) => putInForce(work, desk, { draft: newId(), print: '' }),
}

for (const [name, edit] of Object.entries(edits)) {
  test(`a teacher or mentor cannot ${name}, and nothing changes`, async () => {
    await does(people.careCoordinator, (work) => startDraft(work, desk))
    const before = await rows()
    for (const actor of [people.mentor, people.colleague]) {
      await assert.rejects(does(actor, edit), { kind: 'not-allowed' })
    }
    assert.deepEqual(await rows(), before)
  })
}

test('another school reads its own and nothing of this one', async () => {
  const id = await adopt()
  await assert.rejects(
    does(people.outsider, (work) => readEdition(work, desk, id)),
    { kind: 'not-found' },
  )
  const read = await does(people.outsider, (work) => readProtocol(work, desk))
  assert.equal(read.edition, undefined)
  assert.deepEqual(await does(people.outsider, listEditions), [])
})

test('an edition in force never changes: a newer one replaces it and the old one reads as it was', async () => {
  const first = await adopt()
  await does(people.careCoordinator, (work) => startDraft(work, desk))
  const { content } = await draft()
  const read = { step: 'talk', print: printOf(content, 'talk') }
  await does(people.leader, (work) =>
    changeStep(work, desk, read, { title: 'Een goed gesprek', term: { unit: 'weeks', count: 1 } }),
  )
  const titleIn = async (id: string) =>
    (await does(people.mentor, (work) => readEdition(work, desk, id))).protocol.steps.find(
      (step) => step.id === 'talk',
    )?.title.nl
  const before = await titleIn(first)
  const changed = await draft()
  const { edition } = changed
  await does(people.leader, (work) => putInForce(work, desk, asRead(changed)))
  assert.equal(await titleIn(first), before)
  assert.equal(await titleIn(edition.id), 'Een goed gesprek')
  const listed = await does(people.mentor, listEditions)
  assert.deepEqual(
    listed.slice(0, 2).map(({ state }) => state),
    ['in-force', 'replaced'],
  )
  // Once more is once.
  await does(people.leader, (work) => putInForce(work, desk, asRead(changed)))
})

test('what a colleague changed after reading is not put in force, thrown away or undone unread', async () => {
  const { careCoordinator, leader } = people
  await does(careCoordinator, (work) => startDraft(work, desk))
  const first = await draft()
  const talk = (from: typeof first) => ({ step: 'talk', print: printOf(from.content, 'talk') })
  await does(leader, (work) => changeStep(work, desk, talk(first), { title: 'Ongelezen' }))
  const before = await rows()
  const unread: ((work: Work) => Promise<void>)[] = [
    (work) => putInForce(work, desk, asRead(first)),
    (work) => discardDraft(work, desk, asRead(first)),
    (work) => backToExample(work, desk, talk(first)),
  ]
  for (const verb of unread) {
    await assert.rejects(does(careCoordinator, verb), { because: 'step-changed-meanwhile' })
  }
  const other = { draft: newId(), print: asRead(await draft()).print }
  await assert.rejects(
    does(careCoordinator, (work) => discardDraft(work, desk, other)),
    { because: 'no-draft' },
  )
  assert.deepEqual(await rows(), before)
  const now = talk(await draft())
  // Sent twice it is one.
  await does(careCoordinator, (work) => backToExample(work, desk, now))
  await does(careCoordinator, (work) => backToExample(work, desk, now))
  const read = asRead(await draft())
  await does(careCoordinator, (work) => discardDraft(work, desk, read))
  await does(careCoordinator, (work) => discardDraft(work, desk, read))
})

test('two people who change one step: the second hears it, and both changes of two steps stay', async () => {
  await does(people.careCoordinator, (work) => startDraft(work, desk))
  const { content } = await draft()
  const of = (step: string) => ({ step, print: printOf(content, step) })
  await does(people.leader, (work) => changeStep(work, desk, of('consult'), { title: 'Een' }))
  await assert.rejects(
    does(people.careCoordinator, (work) =>
      changeStep(work, desk, of('consult'), { title: 'Twee' }),
    ),
    { kind: 'conflict', because: 'step-changed-meanwhile' },
  )
  await does(people.careCoordinator, (work) =>
    changeStep(work, desk, of('advice'), { title: 'Drie' }),
  )
  const { changes } = (await draft()).content
  assert.deepEqual([changes.steps.consult?.title, changes.steps.advice?.title], ['Een', 'Drie'])
  await discard()
})

test('the term of a law stays as it is, whatever is sent', async () => {
  await does(people.careCoordinator, (work) => startDraft(work, desk))
  const { content } = await draft()
  const read = { step: 'absence-report', print: printOf(content, 'absence-report') }
  await does(people.careCoordinator, (work) => changeStep(work, desk, read, { term: null }))
  const step = (await draft()).protocol.steps.find(({ id }) => id === 'absence-report')
  assert.deepEqual([step?.term?.unit, step?.term?.count], ['working-days', 5])
  await discard()
})

test('a step of the school’s own comes once for one form, follows its neighbour, and goes again', async () => {
  const { careCoordinator } = people
  await does(careCoordinator, (work) => startDraft(work, desk))
  const key = newId()
  for (let sent = 0; sent < 2; sent += 1) {
    await does(careCoordinator, (work) => addOwnStep(work, desk, { key, ...ownStep }))
  }
  const { protocol } = await draft()
  const at = protocol.steps.findIndex(({ id }) => id === 'talk')
  const [talk, own, next] = protocol.steps.slice(at, at + 3)
  assert.equal(own?.title.nl, 'Bel de jeugdagent')
  assert.deepEqual([own?.after, own?.when], [['talk'], talk?.when])
  assert.notEqual(next?.title.nl, 'Bel de jeugdagent')
  const mine = { step: `own-${key}`, print: printOf((await draft()).content, `own-${key}`) }
  await does(careCoordinator, (work) => backToExample(work, desk, mine))
  await does(careCoordinator, (work) => backToExample(work, desk, mine))
  assert.equal((await draft()).content.changes.own.length, 0)
  for (const step of ['nowhere', 'x x', 'own-x']) {
    const read = { step, print: printOf((await draft()).content, step) }
    await assert.rejects(
      does(careCoordinator, (work) => backToExample(work, desk, read)),
      { kind: 'not-found', because: 'no-such-step' },
      step,
    )
  }
  await discard()
})

test('a step of the school’s own cannot follow the step that ends the run', async () => {
  await does(people.careCoordinator, (work) => startDraft(work, desk))
  const late = { key: newId(), ...ownStep, follows: 'close' }
  await assert.rejects(
    does(people.careCoordinator, (work) => addOwnStep(work, desk, late)),
    { kind: 'invalid', because: 'no-such-step' },
  )
  await discard()
})

test('what differs from the example is told per step, and carried over to a newer example', async () => {
  await does(people.careCoordinator, (work) => startDraft(work, desk))
  const { content } = await draft()
  const read = { step: 'police', print: printOf(content, 'police') }
  await does(people.careCoordinator, (work) =>
    changeStep(work, desk, read, { roles: ['mentor'], off: 'Doet het bestuur.' }),
  )
  const changed = await draft()
  const police = changed.protocol.steps.find(({ id }) => id === 'police')
  assert.deepEqual(police && differencesIn(police), ['roles', 'off'])
  const newer = { ...content.example, steps: content.example.steps.slice(0, 5) }
  const carried = carriedOver(changed.content, newer)
  assert.equal(carried.changes.steps.police, undefined)
  await discard()
})

test('a named colleague who leaves is found by the check', async () => {
  const { careCoordinator, colleague } = people
  await does(careCoordinator, (work) => startDraft(work, desk))
  const { content } = await draft()
  const read = { step: 'talk', print: printOf(content, 'talk') }
  await does(careCoordinator, (work) =>
    changeStep(work, desk, read, { personId: colleague.personId }),
  )
  const reasons = async () => {
    const read = await draft()
    const found = await does(careCoordinator, (work) => {
      work.audit({ act: 'test.check' })
      return checkEdition(work, desk, read)
    })
    return found.map(({ because }) => because)
  }
  assert.ok(!(await reasons()).includes('colleague-gone'))
  await house.pool.query('update membership set active = false where person_id = $1', [
    colleague.personId,
  ])
  assert.ok((await reasons()).includes('colleague-gone'))
  await house.pool.query('update membership set active = true where person_id = $1', [
    colleague.personId,
  ])
  await discard()
})
