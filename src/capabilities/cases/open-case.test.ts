import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aCase, actsOn, aDesk, aPupil, aSchool, doing, refusalOf, toldOf } from './a-case.ts'
import type { Identity } from './case-file.ts'
import { addToCircle } from './change-circle.ts'
import { changeIdentity, changeQuestion } from './change-words.ts'
import type { CaseDesk } from './desk.ts'
import { closeCase, reopenCase } from './end-case.ts'
import { endRole, judgeRole } from './judge-role.ts'
import { readCases } from './list-cases.ts'
import { openCase } from './open-case.ts'
import { readCase } from './read-case.ts'
import { addTask, endTask } from './tasks.ts'

let house: TestHouse
let desk: CaseDesk
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
  people = await aSchool(house)
})
after(() => house.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)
const read = (actor: PersonActor, id: string) => does(actor, (work) => readCase(work, desk, id))
const question = 'Wat heeft Noor nodig?'
const open = (actor: PersonActor, identity: Identity, more = {}) =>
  does(actor, (work) => openCase(work, desk, { identity, question, ...more }))
/** A pupil of whom there is no other case. */
const aNewPupil = (change: Partial<Identity> = {}) =>
  aPupil({ name: `Bas Bedacht ${newId()}`, number: newId(), ...change })

test('who only works with pupils, who does not and who is from elsewhere opens no case here', async () => {
  for (const roles of [['mentor'], ['teacher'], ['caretaker']] as const) {
    const actor = await house.aPerson(people.school, roles)
    const refused = await refusalOf(house, actor, (work) =>
      openCase(work, desk, { identity: aNewPupil(), question }),
    )
    assert.equal(refused, 'not-allowed: may-not-open-a-case')
  }
  for (const roles of [['administrator'], ['privacy-officer']] as const) {
    const actor = await house.aPerson(people.school, roles)
    assert.match(
      await refusalOf(house, actor, (work) => readCases(work, desk, { open: true })),
      /^not-allowed/,
    )
  }
})

test('a case without a name is not opened', async () => {
  const refused = await refusalOf(house, people.careCoordinator, (work) =>
    openCase(work, desk, { identity: aPupil({ name: '  ' }), question }),
  )
  assert.equal(refused, 'invalid: name-missing')
})

test('whoever opens a case coordinates it and is the first of its circle', async () => {
  const identity = aNewPupil()
  const id = await open(people.leader, identity)
  const found = await read(people.leader, id)
  assert.deepEqual(
    [found.head.isCoordinator, found.head.state, found.identity, found.question],
    [true, 'open', identity, question],
  )
  assert.deepEqual(
    found.circle.map(({ personId }) => personId),
    [people.leader.personId],
  )
  assert.match(found.head.code, /^C-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const acts = await actsOn(house, people.school, id)
  assert.deepEqual(acts, ['case.open', 'case.read'])
})

test('the same form sent again, also in the same moment, opens one case', async () => {
  const [identity, key] = [aNewPupil(), newId()]
  const ids = await Promise.all([1, 2].map(() => open(people.careCoordinator, identity, { key })))
  ids.push(await open(people.careCoordinator, identity, { key }))
  assert.equal(new Set(ids).size, 1)
  const acts = await actsOn(house, people.school, ids[0] ?? '')
  assert.deepEqual(acts, ['case.open', 'case.open-again', 'case.open-again'])
})

test('no name, number or question of a case lies readable in any of its rows', async () => {
  const identity = aNewPupil({ name: 'Quirijn Zeepaardje', contacts: 'Oudoom Balthazar' })
  await open(people.careCoordinator, identity)
  for (const table of ['case_file', 'case_identity', 'case_entry', 'case_circle', 'outbox']) {
    const { rows } = await house.pool.query(`select t::text from ${table} t`)
    const text = JSON.stringify(rows)
    for (const word of ['Quirijn', 'Balthazar', identity.number, 'Noor nodig']) {
      assert.equal(text.includes(word), false, `${word} in ${table}`)
      assert.equal(text.includes(Buffer.from(word).toString('hex')), false, `${word} in ${table}`)
    }
  }
})

test('a second file on the same name or number: its coordinator hears who opened it, the opener learns nothing', async () => {
  const identity = aNewPupil()
  const first = await open(people.careCoordinator, identity)
  const before = (await house.trailOf(people.school)).length
  const byName = await open(people.safetyCoordinator, {
    ...aNewPupil(),
    name: ` ${identity.name.toUpperCase()}  `,
  })
  const trail = (await house.trailOf(people.school)).slice(before)
  assert.equal(JSON.stringify(trail).includes(first), false)
  const byNumber = await open(people.leader, aNewPupil({ number: identity.number }))
  assert.deepEqual(await toldOf(house, first, 'case-same-person'), [
    people.careCoordinator.personId,
    people.careCoordinator.personId,
  ])
  await does(people.careCoordinator, (work) =>
    addToCircle(work, desk, first, { personId: people.mentor.personId, reason: 'Mentor.' }),
  )
  const { line, names } = await read(people.careCoordinator, first)
  const told = line.items.filter((one) => one.kind === 'event' && one.event === 'same-person')
  assert.deepEqual(
    told.map((one) => one.aboutPerson).toSorted(),
    [people.safetyCoordinator.personId, people.leader.personId].toSorted(),
  )
  assert.equal(names.get(people.leader.personId), 'Daan Voorbeeld')
  // The rest of the circle does not learn of the other file either.
  for (const [actor, id] of [
    [people.safetyCoordinator, byName],
    [people.leader, byNumber],
    [people.mentor, first],
  ] as const) {
    const theirs = await read(actor, id)
    assert.equal(
      theirs.line.items.some((one) => one.kind === 'event' && one.event === 'same-person'),
      false,
    )
    if (id === first) continue
    assert.match(await refusalOf(house, actor, (work) => readCase(work, desk, first)), /^not-found/)
  }
})

test('no file of another organisation is ever meant', async () => {
  const identity = aNewPupil()
  const first = await open(people.careCoordinator, identity)
  await open(people.outsider, identity)
  assert.deepEqual(await toldOf(house, first, 'case-same-person'), [])
})

test('an empty number is nobody’s number, and a closed file is not warned about', async () => {
  const first = await open(people.careCoordinator, aNewPupil({ number: '' }))
  await open(people.leader, aNewPupil({ number: ' ' }))
  assert.deepEqual(await toldOf(house, first, 'case-same-person'), [])
  const identity = aNewPupil()
  const closed = await open(people.careCoordinator, identity)
  const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' } as const
  await does(people.careCoordinator, (work) => closeCase(work, desk, closed, ending))
  await open(people.leader, identity)
  assert.deepEqual(await toldOf(house, closed, 'case-same-person'), [])
})

test('a second file on somebody of a case in one’s own circle is opened only knowingly', async () => {
  const identity = aNewPupil()
  const { careCoordinator, safetyCoordinator } = people
  await aCase(house, desk, careCoordinator, { identity, circle: [safetyCoordinator] })
  for (const actor of [careCoordinator, safetyCoordinator]) {
    const refused = await refusalOf(house, actor, (work) =>
      openCase(work, desk, { identity, question }),
    )
    assert.equal(refused, 'invalid: own-case-there')
  }
  const elsewhere = await refusalOf(house, people.leader, (work) =>
    openCase(work, desk, { identity, question }),
  )
  assert.match(elsewhere, /^no refusal/, 'whoever does not see it learns nothing of it')
  assert.ok(await open(careCoordinator, identity, { knowing: true }))
})

test('a file that gets the name of another is told of like one that was opened', async () => {
  const identity = aNewPupil()
  const first = await open(people.careCoordinator, identity)
  const second = await open(people.leader, aNewPupil({ number: '' }))
  const change = (name: string, version: number) =>
    does(people.leader, (work) =>
      changeIdentity(work, desk, second, { identity: aNewPupil({ name, number: '' }), version }),
    )
  await change('Iemand Anders', 1)
  assert.deepEqual(await toldOf(house, first, 'case-same-person'), [])
  await change(identity.name, 2)
  await change(identity.name, 3)
  assert.deepEqual(await toldOf(house, first, 'case-same-person'), [
    people.careCoordinator.personId,
  ])
})

test('who it is about and the question are changed only by who may decide', async () => {
  const id = await aCase(house, desk, people.careCoordinator, { circle: [people.mentor] })
  for (const verb of [
    (work: Parameters<typeof changeQuestion>[0]) =>
      changeQuestion(work, desk, id, { question: 'Anders?', version: 1 }),
    (work: Parameters<typeof changeQuestion>[0]) =>
      changeIdentity(work, desk, id, { identity: aNewPupil(), version: 1 }),
  ]) {
    assert.equal(await refusalOf(house, people.mentor, verb), 'not-allowed: may-not-decide')
  }
})

test('two who sharpen the question at once: one does, the other hears so, and sent again counts once', async () => {
  const { careCoordinator, safetyCoordinator } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [safetyCoordinator] })
  const ask = (who: PersonActor, text: string, version: number) =>
    does(who, (work) => changeQuestion(work, desk, id, { question: text, version }))
  const both = await Promise.all([
    ask(careCoordinator, 'Van de een?', 1),
    ask(safetyCoordinator, 'Van de ander?', 1),
  ])
  assert.deepEqual(both.map(({ saved }) => saved).toSorted(), [false, true])
  const winner = both[0].saved ? 'Van de een?' : 'Van de ander?'
  const first = both[0].saved ? careCoordinator : safetyCoordinator
  assert.deepEqual(await ask(first, winner, 1), { saved: true })
  const found = await read(careCoordinator, id)
  assert.deepEqual([found.question, found.version], [winner, 2])
  const old = found.line.items.filter(
    (one) => one.kind === 'event' && one.event === 'question-changed',
  )
  assert.deepEqual(
    old.map((one) => one.words?.text),
    ['Gaat het goed met Noor, en wat is er nodig?'],
  )
})

test('two who correct who it is about at once: one does, the other hears so, and sent again counts once', async () => {
  const id = await open(people.careCoordinator, aNewPupil())
  const put = (identity: Identity) =>
    does(people.careCoordinator, (work) => changeIdentity(work, desk, id, { identity, version: 1 }))
  const [one, other] = [aNewPupil({ group: '4A' }), aNewPupil({ group: '4B' })]
  assert.deepEqual(await put(one), { saved: true })
  assert.deepEqual(await put(one), { saved: true })
  assert.deepEqual(await put(other), { saved: false, version: 2 })
  const found = await read(people.careCoordinator, id)
  assert.deepEqual([found.identity, found.identityVersion], [one, 2])
})

test('a case is not closed without what the pupil was told', async () => {
  const id = await open(people.careCoordinator, aNewPupil())
  const refused = await refusalOf(house, people.careCoordinator, (work) =>
    closeCase(work, desk, id, { outcome: 'explained', words: 'Klaar.', told: ' ' }),
  )
  assert.equal(refused, 'invalid: words-missing')
})

test('closing drops what was still to be done and says what the pupil was told; reopening lets people write again, and do what was dropped', async () => {
  const { careCoordinator } = people
  const id = await open(careCoordinator, aNewPupil())
  const ownerId = careCoordinator.personId
  const task = { title: 'Bel', ownerId, dueOn: '2026-12-01', clock: 'law' } as const
  const done = await does(careCoordinator, (work) => addTask(work, desk, id, task))
  await does(careCoordinator, (work) =>
    endTask(work, desk, { caseId: id, id: done }, { how: 'dropped', words: 'Niet nodig.' }),
  )
  house.moveClock({ minutes: 1 })
  await does(careCoordinator, (work) => addTask(work, desk, id, task))
  const key = newId()
  const ending = { outcome: 'left', words: 'Verhuisd.', told: 'Dat we gedag zeggen.', key } as const
  const close = () => does(careCoordinator, (work) => closeCase(work, desk, id, ending))
  await Promise.all([close(), close()])
  const closed = await read(careCoordinator, id)
  assert.deepEqual([closed.head.state, closed.outcome, closed.tasks], ['closed', 'left', []])
  const events = closed.line.items.filter((one) => one.kind === 'event' && one.event === 'closed')
  assert.deepEqual(
    events.map((one) => one.words),
    [{ text: 'Verhuisd.', told: 'Dat we gedag zeggen.', outcome: 'left' }],
  )
  const { rows } = await house.pool.query('select state from case_task where case_id = $1', [id])
  assert.deepEqual(rows, [{ state: 'dropped' }, { state: 'dropped' }])
  const again = newId()
  const reopen = () =>
    does(careCoordinator, (work) => reopenCase(work, desk, id, { reason: 'Terug.', key: again }))
  await reopen()
  await reopen()
  const opened = await read(careCoordinator, id)
  assert.equal(opened.head.state, 'open')
  assert.deepEqual(
    opened.tasks.map(({ title, dueOn, state }) => ({ title, dueOn, state })),
    [{ title: 'Bel', dueOn: '2026-12-01', state: 'open' }],
  )
  await does(careCoordinator, (work) => addTask(work, desk, id, task))
})

const words = { source: 'politie', evidence: 'Een verhoor.', against: 'Hij was er niet.' }

test('a role is judged by who may decide, on something, with what speaks against, and not before it was', async () => {
  const { careCoordinator, mentor } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [mentor] })
  const input = { role: 'accused', fromOn: '2026-11-01', words } as const
  const judge = (change: object, who = careCoordinator) =>
    refusalOf(house, who, (work) => judgeRole(work, desk, id, { ...input, ...change }))
  assert.equal(await judge({}, mentor), 'not-allowed: may-not-decide')
  assert.equal(await judge({ fromOn: '2026-11-24' }), 'invalid: not-yet')
  assert.equal(await judge({ untilOn: '2026-11-24' }), 'invalid: until-not-yet')
  assert.equal(await judge({ untilOn: '2026-10-31' }), 'invalid: ends-before-it-begins')
  for (const name of ['source', 'evidence', 'against']) {
    assert.equal(await judge({ words: { ...words, [name]: ' ' } }), `invalid: ${name}-missing`)
  }
  assert.deepEqual((await read(mentor, id)).roles, [])
})

test('several roles stand at once, each with its judge; one that ends stays to be read', async () => {
  const { careCoordinator, safetyCoordinator } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [safetyCoordinator] })
  const key = newId()
  const judge = (who: PersonActor, role: 'accused' | 'exploited' | 'recruiting', sent?: string) =>
    does(who, (work) => judgeRole(work, desk, id, { role, fromOn: '2026-11-01', words, key: sent }))
  const first = await judge(careCoordinator, 'accused', key)
  assert.equal(await judge(careCoordinator, 'accused', key), first)
  await judge(safetyCoordinator, 'exploited')
  await judge(careCoordinator, 'recruiting')
  const ending = { untilOn: '2026-11-20', reason: 'Vrijgesproken.', key: newId() }
  const end = () =>
    does(careCoordinator, (work) => endRole(work, desk, { caseId: id, id: first }, ending))
  await end()
  await end()
  const found = await read(careCoordinator, id)
  assert.deepEqual(
    found.roles.map(({ role, judgedBy, untilOn, endReason }) => [
      role,
      judgedBy,
      untilOn,
      endReason,
    ]),
    [
      ['accused', careCoordinator.personId, '2026-11-20', 'Vrijgesproken.'],
      ['exploited', safetyCoordinator.personId, undefined, ''],
      ['recruiting', careCoordinator.personId, undefined, ''],
    ],
  )
  const refused = await refusalOf(house, careCoordinator, (work) =>
    endRole(work, desk, { caseId: id, id: first }, { untilOn: '2026-11-21', reason: 'Nog eens.' }),
  )
  assert.equal(refused, 'conflict: role-is-ended')
})
