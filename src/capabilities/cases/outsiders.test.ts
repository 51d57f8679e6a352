import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSignal } from '#capabilities/signals/a-recording.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aDesk, aFact, aFullCase, aPupil, aSchool, doing, refusalOf } from './a-case.ts'
import { bringInSignal } from './bring-in-signal.ts'
import { addToCircle, endInCircle, handOverCase } from './change-circle.ts'
import { changeIdentity, changeQuestion } from './change-words.ts'
import type { CaseDesk } from './desk.ts'
import { editEntry, withdrawEntry } from './edit-entry.ts'
import { closeCase, reopenCase, takeOverCase } from './end-case.ts'
import { endRole, judgeRole } from './judge-role.ts'
import { readCases } from './list-cases.ts'
import { readCase } from './read-case.ts'
import { readEntry } from './read-entry.ts'
import { addTask, endTask, moveTask } from './tasks.ts'
import { writeEntry } from './write-entry.ts'

let house: TestHouse
let desk: CaseDesk
let people: Awaited<ReturnType<typeof aSchool>>
/** Of the care coordinator and the mentor; nobody else may see it. */
let guarded: Where

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
  people = await aSchool(house)
  guarded = await aWhere()
})
after(() => house.close())

type Where = Awaited<ReturnType<typeof aFullCase>> & { readonly signalId: string }

/** In every act something that stands nowhere else, so that it can be looked for. */
const secret = 'Kanariegeel'
const words = { source: secret, evidence: secret, against: secret }
const today = '2026-11-23'

type Verb = {
  readonly act: string
  /** in a closed case it is a conflict, unless said otherwise */
  readonly closed?: 'fine'
  readonly verb: (work: Work, where: Where) => Promise<unknown>
}

/** Every verb that takes the number of a case, and what it leaves in the trail. A new verb belongs here. */
const verbs: readonly Verb[] = [
  {
    act: 'case.read',
    closed: 'fine',
    verb: (work, { caseId }) => readCase(work, desk, caseId),
  },
  {
    act: 'case.read-entry',
    closed: 'fine',
    verb: (work, { caseId, entryId: id }) => readEntry(work, desk, { caseId, id }),
  },
  {
    act: 'case.write-fact',
    verb: (work, { caseId }) => writeEntry(work, desk, caseId, aFact({ text: secret })),
  },
  {
    act: 'case.write-decision',
    verb: (work, { caseId }) =>
      writeEntry(work, desk, caseId, { kind: 'decision', text: secret, reasons: 'x', not: true }),
  },
  {
    act: 'case.edit-entry',
    verb: (work, { caseId, entryId: id }) =>
      editEntry(work, desk, { caseId, id }, { version: 1, entry: aFact({ text: secret }) }),
  },
  {
    act: 'case.withdraw-entry',
    verb: (work, { caseId, entryId: id }) => withdrawEntry(work, desk, { caseId, id }, 'mistake'),
  },
  {
    act: 'case.bring-in-signal',
    verb: (work, { caseId, signalId }) => bringInSignal(work, desk, caseId, signalId),
  },
  {
    act: 'case.add-task',
    verb: (work, { caseId }) =>
      addTask(work, desk, caseId, {
        title: secret,
        ownerId: people.careCoordinator.personId,
        dueOn: today,
        clock: 'agreement',
      }),
  },
  {
    act: 'case.task-done',
    verb: (work, { caseId, taskId: id }) =>
      endTask(work, desk, { caseId, id }, { how: 'done', words: secret }),
  },
  {
    act: 'case.task-dropped',
    verb: (work, { caseId, taskId: id }) =>
      endTask(work, desk, { caseId, id }, { how: 'dropped', words: secret }),
  },
  {
    act: 'case.move-task',
    verb: (work, { caseId, taskId: id }) =>
      moveTask(work, desk, { caseId, id }, { ownerId: people.mentor.personId, dueOn: today }),
  },
  {
    act: 'case.judge-role',
    verb: (work, { caseId }) =>
      judgeRole(work, desk, caseId, { role: 'exploited', fromOn: today, words }),
  },
  {
    act: 'case.end-role',
    verb: (work, { caseId, roleId: id }) =>
      endRole(work, desk, { caseId, id }, { untilOn: today, reason: secret }),
  },
  {
    act: 'case.change-identity',
    verb: (work, { caseId }) =>
      changeIdentity(work, desk, caseId, { identity: aPupil({ name: secret }), version: 1 }),
  },
  {
    act: 'case.change-question',
    verb: (work, { caseId }) =>
      changeQuestion(work, desk, caseId, { question: secret, version: 1 }),
  },
  {
    act: 'case.add-to-circle',
    verb: (work, { caseId }) =>
      addToCircle(work, desk, caseId, { personId: people.colleague.personId, reason: secret }),
  },
  {
    act: 'case.end-in-circle',
    // Whoever should not see a file any more is taken out of it at all times.
    closed: 'fine',
    verb: (work, { caseId }) =>
      endInCircle(work, desk, caseId, { personId: people.mentor.personId, reason: secret }),
  },
  {
    act: 'case.hand-over',
    verb: (work, { caseId }) =>
      handOverCase(work, desk, caseId, { personId: people.leader.personId, reason: secret }),
  },
  {
    act: 'case.take-over-again',
    closed: 'fine',
    verb: (work, { caseId }) => takeOverCase(work, desk, caseId, { reason: secret }),
  },
  {
    act: 'case.close',
    verb: (work, { caseId }) =>
      closeCase(work, desk, caseId, { outcome: 'explained', words: secret, told: secret }),
  },
]

const aWhere = async (): Promise<Where> => ({
  ...(await aFullCase(house, desk, people.careCoordinator, [people.mentor])),
  signalId: await aSignal(house, desk.recording, people.mentor),
})

const snapshot = async () => {
  const tables = [
    'case_file',
    'case_identity',
    'case_circle',
    'case_entry',
    'case_entry_version',
    'case_task',
    'case_role',
    'signal',
    'signal_event',
    'outbox',
    'trail_entry',
  ]
  const rows = await Promise.all(
    tables.map((table) => house.pool.query(`select t::text from ${table} t order by 1`)),
  )
  return rows.map((result) => result.rows)
}

/** Not in its circle: a teacher, who has cases; the other coordinators here; and one of another school. */
const outsiders = () => [people.colleague, people.safetyCoordinator, people.leader, people.outsider]

for (const { act, verb } of verbs) {
  test(`nobody outside the circle comes to ${act}, or can tell the case from one that does not exist`, async () => {
    const none = { ...guarded, caseId: newId() }
    const before = await snapshot()
    for (const actor of outsiders()) {
      const real = await refusalOf(house, actor, (work) => verb(work, guarded))
      assert.equal(real, await refusalOf(house, actor, (work) => verb(work, none)))
      assert.match(real, /^not-found: /)
    }
    assert.deepEqual(await snapshot(), before)
  })
}

test('the entries, tasks and roles of one case are not reached through another', async () => {
  const [mine, other] = [await aWhere(), await aWhere()]
  await doing(house)(people.careCoordinator, (work) =>
    handOverCase(work, desk, other.caseId, { personId: people.leader.personId, reason: 'Zo.' }),
  )
  await doing(house)(people.leader, (work) =>
    endInCircle(work, desk, other.caseId, {
      personId: people.careCoordinator.personId,
      reason: 'Zo.',
    }),
  )
  const mixed = { ...other, caseId: mine.caseId }
  for (const act of [
    'case.read-entry',
    'case.edit-entry',
    'case.withdraw-entry',
    'case.end-role',
    'case.task-done',
    'case.move-task',
  ]) {
    const one = verbs.find((each) => each.act === act)
    assert.ok(one)
    const refused = await refusalOf(house, people.careCoordinator, (work) => one.verb(work, mixed))
    assert.match(refused, /^not-found: /, act)
  }
})

test('what somebody of the circle does leaves exactly one entry of that act, and no word of it', async () => {
  for (const { act, verb } of verbs) {
    const where = await aWhere()
    const before = (await house.trailOf(people.school)).length
    await doing(house)(people.careCoordinator, (work) => verb(work, where))
    const left = (await house.trailOf(people.school)).slice(before)
    const about = left.filter((line) => line.subject === where.caseId)
    assert.deepEqual(
      about.map((line) => line.act),
      [act],
    )
    assert.equal(JSON.stringify(left).includes(secret), false, act)
    assert.equal(JSON.stringify(left).includes('Bas'), false, act)
  }
})

test('in a closed case every act is a conflict, and reading is not', async () => {
  const { careCoordinator } = people
  for (const { act, verb, closed } of verbs) {
    const where = await aWhere()
    const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' } as const
    await doing(house)(careCoordinator, (work) => closeCase(work, desk, where.caseId, ending))
    const answer = await refusalOf(house, careCoordinator, (work) => verb(work, where))
    assert.match(answer, closed === 'fine' ? /^no refusal/ : /^conflict: case-is-closed$/, act)
  }
})

test('an open case is not opened again', async () => {
  const { caseId } = await aWhere()
  const answer = await refusalOf(house, people.careCoordinator, (work) =>
    reopenCase(work, desk, caseId, { reason: 'Toch.' }),
  )
  assert.equal(answer, 'conflict: case-is-open')
})

test('a list holds the cases of its reader’s circle and of nobody else', async () => {
  const { caseId } = await aWhere()
  const listed = async (actor: typeof people.mentor) => {
    const list = await doing(house)(actor, (work) => readCases(work, desk, { open: true }))
    return list.lines.map(({ id }) => id)
  }
  assert.ok((await listed(people.mentor)).includes(caseId))
  for (const actor of outsiders()) assert.equal((await listed(actor)).includes(caseId), false)
})
