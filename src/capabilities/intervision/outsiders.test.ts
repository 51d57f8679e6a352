import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { aSchool } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aTable, aTableDesk, aThought, atTable, doing } from './an-intervision.ts'
import { appointInbrenger, takeOver } from './appoint.ts'
import { decide, stopIntervision } from './decide.ts'
import type { IntervisionDesk } from './desk.ts'
import { enterPaper } from './enter-paper.ts'
import { keepCardDraft } from './keep-draft.ts'
import { listIntervisions } from './list-intervisions.ts'
import { moveOn } from './move-on.ts'
import { followIntervision, readIntervision } from './read-intervision.ts'
import { sayReady } from './say-ready.ts'
import { listOfCase } from './store-table.ts'
import { takeAway } from './take-away.ts'
import { takeToCase } from './take-to-case.ts'
import { viewTable } from './view-table.ts'
import { addContribution, changeContribution } from './write-contribution.ts'

let house: TestHouse
let desk: IntervisionDesk
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  desk = aTableDesk(house)
  people = await aSchool(house)
})
after(() => house.close())

const decision = {
  question: '',
  agreement: '',
  outcome: undefined,
  ownerId: undefined,
  dueOn: undefined,
  told: { pupil: '', parents: '' },
}
const around = { language: 'nl', origin: 'https://oogmerk.voorbeeld.example' } as const
const words = { source: 'x', copied: 'x', task: 'x', noReasons: 'x', outcome: 'x' }

/** Every verb that takes the number of a table. A new verb belongs in this list. */
const verbs: Record<string, (work: Work, id: string) => Promise<unknown>> = {
  read: (work, id) => readIntervision(work, desk, id),
  view: (work, id) => viewTable(work, desk, around, id),
  follow: (work, id) => followIntervision(work, desk, id),
  'write at': (work, id) =>
    addContribution(work, desk, id, {
      phase: 'occasion',
      contribution: aThought('X'),
      key: newId(),
    }),
  'change a card at': (work, id) => changeContribution(work, desk, id, newId(), undefined),
  'keep a draft at': (work, id) =>
    keepCardDraft(work, desk, id, {
      phase: 'map',
      kind: 'mark',
      key: newId(),
      fields: {},
      card: undefined,
    }),
  'say ready at': (work, id) => sayReady(work, desk, id, { phase: 'occasion', ready: true }),
  move: (work, id) => moveOn(work, desk, id, { act: 'next', from: '0-open' }),
  'appoint at': (work, id) => appointInbrenger(work, desk, id, undefined),
  'take over': (work, id) => takeOver(work, desk, id, people.careCoordinator.personId),
  'take somebody away from': (work, id) => takeAway(work, desk, id, people.mentor.personId),
  'decide at': (work, id) => decide(work, desk, id, { ...decision, from: '0-open' }),
  stop: (work, id) => stopIntervision(work, desk, id, '0-open'),
  'enter paper at': (work, id) => enterPaper(work, desk, id, { cards: [], decision }),
  'take to a case': (work, id) =>
    takeToCase(work, desk, id, {
      caseId: newId(),
      cards: [],
      decision: false,
      key: newId(),
      words,
    }),
}

const snapshot = async () => {
  const tables = ['intervision', 'intervision_participant', 'intervision_contribution']
  const rows = await Promise.all(
    tables.map((name) => house.pool.query(`select t::text from ${name} t order by 1`)),
  )
  return rows.map((result) => result.rows)
}

const refusalOf = async (actor: PersonActor, verb: (work: Work) => Promise<unknown>) => {
  const thrown = await doing(house)(actor, verb).then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `not refused: ${thrown}`
}

for (const [name, verb] of Object.entries(verbs)) {
  test(`nobody who did not join, or was taken away, can ${name} a table, or tell it from one that is not there`, async () => {
    const { careCoordinator, mentor, leader } = people
    const id = await aTable(house, desk, [careCoordinator, mentor, leader])
    await atTable(house, desk).takeAway(careCoordinator, id, leader)
    const before = await snapshot()
    for (const actor of [people.outsider, people.colleague, people.leader]) {
      const real = await refusalOf(actor, (work) => verb(work, id))
      assert.equal(real, 'not-found: no-such-intervision')
      assert.equal(await refusalOf(actor, (work) => verb(work, newId())), real)
    }
    assert.deepEqual(await snapshot(), before)
  })
}

test('a code of another organisation is a code that is not there', async () => {
  const table = atTable(house, desk)
  const id = await aTable(house, desk, [people.careCoordinator])
  const { code = '' } = await table.read(people.careCoordinator, id)
  for (const typed of [code, 'N-3333-3333', '', 'x']) {
    assert.equal(
      await refusalOf(people.outsider, async () => table.join(people.outsider, typed)),
      'not-found: no-such-code',
    )
  }
  assert.equal(await table.join(people.leader, code), id)
})

test('whoever was taken away finds the table in no list, and the code is not there for them', async () => {
  const { careCoordinator, mentor, leader } = people
  const table = atTable(house, desk)
  const caseId = await aCase(house, aDesk(house), careCoordinator, { circle: [leader] })
  const id = await aTable(house, desk, [careCoordinator, mentor, leader], { caseId })
  const { code = '' } = await table.read(careCoordinator, id)
  const listed = async () => {
    const own = await doing(house)(leader, (work) => listIntervisions(work, desk))
    const ofCase = await doing(house)(leader, (work) => {
      work.audit({ act: 'case.read', subject: caseId })
      return listOfCase(work, leader.personId, caseId)
    })
    return [own, ofCase].map((list) => list.some((line) => line.id === id))
  }
  assert.deepEqual(await listed(), [true, true])
  await table.takeAway(careCoordinator, id, leader)
  assert.deepEqual(await listed(), [false, false])
  assert.equal(
    await refusalOf(leader, async () => table.join(leader, code)),
    'not-found: no-such-code',
  )
  assert.equal(await table.join(mentor, code), id)
})

test('whoever does not work with pupils starts nothing and joins nothing', async () => {
  const table = atTable(house, desk)
  const officer = await house.aPerson(people.school, ['privacy-officer'])
  const id = await aTable(house, desk, [people.careCoordinator])
  const { code = '' } = await table.read(people.careCoordinator, id)
  const refused = 'not-allowed: cannot-hold-intervision'
  assert.equal(await refusalOf(officer, async () => table.start(officer)), refused)
  assert.equal(await refusalOf(officer, async () => table.join(officer, code)), refused)
})

test('the case behind a table is known to its circle only; the others at the table see none', async () => {
  const { careCoordinator, mentor, colleague } = people
  const caseId = await aCase(house, aDesk(house), careCoordinator, { circle: [mentor] })
  const id = await aTable(house, desk, [careCoordinator, mentor, colleague], { caseId })
  const codeFor = async (who: PersonActor) =>
    (await doing(house)(who, (work) => viewTable(work, desk, around, id))).caseCode
  assert.match((await codeFor(careCoordinator)) ?? '', /^C-/)
  assert.match((await codeFor(mentor)) ?? '', /^C-/)
  assert.equal(await codeFor(colleague), undefined)
})

test('nobody starts a table about a case outside whose circle they are', async () => {
  const table = atTable(house, desk)
  const caseId = await aCase(house, aDesk(house), people.careCoordinator)
  for (const unseen of [caseId, newId()]) {
    assert.equal(
      await refusalOf(people.colleague, async () =>
        table.start(people.colleague, { caseId: unseen }),
      ),
      'not-found: no-such-case',
    )
  }
})
