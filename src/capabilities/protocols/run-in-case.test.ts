import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { addClosedPeriod } from '#capabilities/calendar/keep-closed-periods.ts'
import { aCase } from '#capabilities/cases/a-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { anEdition, aProtocolDesk, aSchool, doing } from './a-protocol.ts'
import { beginImmediate, endImmediate, finishStep, leaveStep, stopRun } from './act-in-run.ts'
import type { ProtocolDesk } from './desk.ts'
import type { RunAct } from './move-run.ts'
import { listCaseRuns, readRun } from './read-run.ts'
import { startRun } from './start-run.ts'
import type { Home } from './store-runs.ts'
import { dueDay } from './term.ts'

let house: TestHouse
let desk: ProtocolDesk
let people: Awaited<ReturnType<typeof aSchool>>
let does: ReturnType<typeof doing>
let caseId: string
let runId: string
let home: Home

before(async () => {
  house = await aHouse()
  desk = aProtocolDesk(house)
  does = doing(house)
  people = await aSchool(house)
  await anEdition(house, desk, people.careCoordinator)
})
after(() => house.close())

beforeEach(async () => {
  const { careCoordinator, mentor, leader } = people
  caseId = await aCase(house, desk.cases, careCoordinator, { circle: [mentor, leader] })
  home = { caseId }
  runId = await does(careCoordinator, (work) => startRun(work, desk, caseId, { language: 'nl' }))
})

const act = (change: Partial<RunAct> = {}): RunAct => ({ home, runId, language: 'nl', ...change })
const fact = { kind: 'fact', text: 'Twee telefoons.', source: 'mentor', origin: 'own' } as const
const filled = (answers: Record<string, string[]>, again = false) => ({
  entries: [fact],
  answers,
  again,
})
const signalDone = (work: Work, change: Partial<RunAct> = {}) =>
  finishStep(work, desk, act(change), 'signal', filled({ danger: ['no'] }))
const readBy = (actor: PersonActor) => does(actor, (work) => readRun(work, desk, home, runId))
const stateOf = async (step: string) =>
  (await readBy(people.careCoordinator)).steps.find((one) => one.step.id === step)
const tasks = async () =>
  (
    await house.pool.query(
      `select owner_id, clock, due_on::text as due, state, place from case_task
       where case_id = $1 order by due_on, id`,
      [caseId],
    )
  ).rows
const refusalOf = async (actor: PersonActor, verb: (work: Work) => Promise<unknown>) => {
  const thrown = await does(actor, verb).then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `not refused: ${thrown}`
}
const snapshot = async () => {
  const names = ['protocol_run', 'protocol_step', 'protocol_event', 'case_entry', 'case_task']
  const all = await Promise.all(
    names.map((name) => house.pool.query(`select t::text from ${name} t order by 1`)),
  )
  return all.map(({ rows }) => rows)
}

/** Every verb that takes the number of a run. A new verb belongs in this list. */
const verbs: Record<string, (work: Work, given: RunAct) => Promise<unknown>> = {
  read: (work, given) => readRun(work, desk, given.home, given.runId),
  'do a step of': (work, given) =>
    finishStep(work, desk, given, 'signal', filled({ danger: ['no'] })),
  'skip a step of': (work, given) => leaveStep(work, desk, given, 'signal', 'Niet nodig.'),
  'take the immediate route in': (work, given) => beginImmediate(work, desk, given),
  'go on after the immediate route in': (work, given) => endImmediate(work, desk, given, [fact]),
  stop: (work, given) => stopRun(work, desk, given, { title: 'Stop', reason: 'Klaar.' }),
  'list the runs beside': (work, given) =>
    listCaseRuns(work, desk, given.home === 'drill' ? '' : given.home.caseId),
  'begin another beside': (work, given) =>
    startRun(work, desk, given.home === 'drill' ? '' : given.home.caseId, { language: 'nl' }),
}

for (const [name, verb] of Object.entries(verbs)) {
  test(`nobody outside the circle can ${name} a run, or tell it from one that does not exist`, async () => {
    const none = { ...act(), home: { caseId: newId() }, runId: newId() }
    const before = await snapshot()
    for (const actor of [people.outsider, people.colleague, people.safetyCoordinator]) {
      const real = await refusalOf(actor, (work) => verb(work, act()))
      assert.equal(real, await refusalOf(actor, (work) => verb(work, none)))
      assert.match(real, /^not-found: /)
    }
    assert.deepEqual(await snapshot(), before)
  })
}

test('a run of one case cannot be reached through another, nor as a drill', async () => {
  const other = await aCase(house, desk.cases, people.careCoordinator)
  for (const wrong of [{ caseId: other }, 'drill'] as const) {
    const refused = await refusalOf(people.careCoordinator, (work) =>
      readRun(work, desk, wrong, runId),
    )
    assert.match(refused, /^not-found/)
  }
})

test('a mentor in the circle does steps and takes the immediate route, and decides nothing', async () => {
  const { mentor } = people
  await does(mentor, signalDone)
  assert.equal((await stateOf('signal'))?.state, 'done')
  const before = await snapshot()
  const skipped = await refusalOf(mentor, (work) => leaveStep(work, desk, act(), 'absence', 'Nee.'))
  assert.equal(skipped, 'not-allowed: may-not-decide')
  const stopped = await refusalOf(mentor, (work) =>
    stopRun(work, desk, act(), { title: 'Stop', reason: 'Nee.' }),
  )
  assert.equal(stopped, 'not-allowed: may-not-decide')
  assert.deepEqual(await snapshot(), before)
  await does(mentor, (work) => beginImmediate(work, desk, act()))
  assert.equal((await readBy(mentor)).state, 'immediate')
})

test('a case has one run at a time, and the same form begins one', async () => {
  const { careCoordinator } = people
  const again = await refusalOf(careCoordinator, (work) =>
    startRun(work, desk, caseId, { language: 'nl' }),
  )
  assert.equal(again, 'conflict: case-has-a-run')
  const other = await aCase(house, desk.cases, careCoordinator)
  const key = newId()
  const [first, second] = [
    await does(careCoordinator, (work) => startRun(work, desk, other, { language: 'nl', key })),
    await does(careCoordinator, (work) => startRun(work, desk, other, { language: 'nl', key })),
  ]
  assert.equal(first, second)
})

test('what opens stands in the day list of whoever does it, and goes when it is done', async () => {
  const first = await tasks()
  assert.deepEqual(
    first.map(({ owner_id, clock, due, state }) => [owner_id, clock, due, state]),
    [
      [people.mentor.personId, 'protocol', '2026-11-23', 'open'],
      [people.careCoordinator.personId, 'protocol', '2026-11-25', 'open'],
    ],
  )
  assert.equal(first[0]?.place, `/casussen/${caseId}/protocol/${runId}/stap/signal`)
  await does(people.mentor, signalDone)
  const next = await tasks()
  assert.equal(next[0]?.state, 'done')
  assert.equal(next.filter(({ state }) => state === 'open').length, 2)
})

test('the report of absence has the clock of a law, counted from the day that was filled in', async () => {
  const period = { id: newId(), name: 'Studiedag', from: '2026-11-26', until: '2026-11-26' }
  await does(people.careCoordinator, (work) => addClosedPeriod(work, period))
  await does(people.mentor, overSixteen)
  const law = (await tasks()).find(({ clock }) => clock === 'law')
  // A day off of the school is a working day all the same.
  assert.equal(law?.due, '2026-11-27')
})

test('what a form said becomes an entry of the case, in the same act', async () => {
  await does(people.mentor, signalDone)
  const { rows } = await house.pool.query(
    'select kind, from_capability, from_id from case_entry where case_id = $1 and from_id is not null',
    [caseId],
  )
  assert.deepEqual(rows, [{ kind: 'fact', from_capability: 'protocols', from_id: runId }])
})

test('when an entry cannot be written the step is not done either', async () => {
  const before = await snapshot()
  const empty = { entries: [{ ...fact, text: ' ' }], answers: {}, again: false }
  await assert.rejects(
    does(people.mentor, (work) => finishStep(work, desk, act(), 'signal', empty)),
    { because: 'words-missing' },
  )
  assert.deepEqual(await snapshot(), before)
})

test('of two people who do one step at once one hears that it is done, and it is written once', async () => {
  const both = await Promise.allSettled([
    does(people.mentor, signalDone),
    does(people.careCoordinator, signalDone),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  assert.deepEqual(
    lost.map(({ because }) => because),
    ['step-is-done'],
  )
  const { rows } = await house.pool.query(
    'select count(*)::int as n from case_entry where case_id = $1 and from_id = $2',
    [caseId, runId],
  )
  assert.equal(rows[0]?.n, 1)
})

test('the same form sent twice counts once', async () => {
  const key = newId()
  await does(people.mentor, (work) => signalDone(work, { key }))
  const before = await snapshot()
  const second = await does(people.mentor, (work) => signalDone(work, { key }))
  assert.equal(second.again, true)
  assert.deepEqual(await snapshot(), before)
})

test('skipping is a decision not to do it, with its reason in the case and on the run', async () => {
  await does(people.careCoordinator, (work) =>
    leaveStep(work, desk, act(), 'absence', 'De leerling is niet leerplichtig.'),
  )
  const skipped = await stateOf('absence')
  assert.equal(skipped?.state, 'skipped')
  assert.equal(skipped?.settled?.reason, 'De leerling is niet leerplichtig.')
  const { rows } = await house.pool.query(
    `select kind, not_to from case_entry where case_id = $1 and from_id = $2`,
    [caseId, runId],
  )
  assert.deepEqual(rows, [{ kind: 'decision', not_to: true }])
  const dropped = (await tasks()).filter(({ state }) => state === 'dropped')
  assert.equal(dropped.length, 1)
})

const openTasks = async () => (await tasks()).filter(({ state }) => state === 'open')
const overSixteen = (work: Work) =>
  finishStep(
    work,
    desk,
    act(),
    'absence',
    filled({ reached: ['yes'], 'reached-on': ['2026-11-20'] }),
  )

test('the immediate route drops no term of a law: that step stays in the day list and can be done', async () => {
  await does(people.mentor, overSixteen)
  const law = async () => (await openTasks()).find(({ clock }) => clock === 'law')
  const before = await law()
  await does(people.mentor, (work) => beginImmediate(work, desk, act()))
  assert.ok(before)
  assert.deepEqual(await law(), before)
  assert.equal((await stateOf('signal'))?.state, 'set-aside')
  await does(people.careCoordinator, (work) =>
    finishStep(work, desk, act(), 'absence-report', filled({})),
  )
  assert.equal((await readBy(people.mentor)).state, 'immediate')
  assert.equal((await stateOf('absence-report'))?.state, 'done')
  assert.equal(await law(), undefined)
  const early = await refusalOf(people.mentor, signalDone)
  assert.equal(early, 'conflict: run-is-immediate')
})

test('the immediate route calls for its own end, in the day of the coordinator, until it came', async () => {
  await does(people.mentor, (work) => beginImmediate(work, desk, act()))
  const [call, ...others] = await openTasks()
  assert.deepEqual(others, [])
  assert.deepEqual(
    [call?.owner_id, call?.clock, call?.due, call?.place],
    [
      people.careCoordinator.personId,
      'protocol',
      house.clock().toString().slice(0, 10),
      `/casussen/${caseId}/protocol/${runId}/direct`,
    ],
  )
  await does(people.mentor, (work) => endImmediate(work, desk, act(), [fact]))
  const called = async () => (await tasks()).filter(({ place }) => place === call?.place)
  assert.deepEqual(
    (await called()).map(({ state }) => state),
    ['done'],
  )
  await does(people.mentor, (work) => beginImmediate(work, desk, act()))
  await does(people.careCoordinator, (work) =>
    stopRun(work, desk, act(), { title: 'Stop', reason: 'Klaar.' }),
  )
  assert.deepEqual((await called()).map(({ state }) => state).sort(), ['done', 'dropped'])
})

test('the immediate route sets aside what was open and brings it back, counted from then', async () => {
  const { careCoordinator } = people
  await does(people.mentor, signalDone)
  await does(careCoordinator, (work) => beginImmediate(work, desk, act()))
  assert.equal((await openTasks()).length, 1)
  assert.equal((await stateOf('triage'))?.state, 'set-aside')
  house.moveClock({ hours: 24 * 7 })
  await does(careCoordinator, (work) => endImmediate(work, desk, act(), [fact]))
  const triage = await stateOf('triage')
  assert.equal(triage?.state, 'open')
  assert.equal(triage?.overdue, false)
  assert.equal((await openTasks()).length, 2)
})

test('what opens after the immediate route counts from the day the run went on as well', async () => {
  const { careCoordinator } = people
  await does(people.mentor, signalDone)
  await does(careCoordinator, (work) => beginImmediate(work, desk, act()))
  house.moveClock({ hours: 24 * 7 })
  await does(careCoordinator, (work) => endImmediate(work, desk, act(), [fact]))
  const wentOn = dutchDay(house.clock())
  house.moveClock({ hours: 24 })
  await does(people.mentor, (work) =>
    finishStep(work, desk, act(), 'triage', filled({ 'go-on': ['yes'] })),
  )
  const consult = await stateOf('consult')
  assert.deepEqual([consult?.step.term?.from, consult?.step.term?.count], ['start', 5])
  const five = { unit: 'school-days', count: 5 } as const
  const calendars = { schoolDays: desk.workingDays, workingDays: desk.workingDays }
  assert.equal(consult?.dueOn, dueDay(five, wentOn, calendars))
  assert.equal((await readBy(careCoordinator)).countsFrom, wentOn)
})

test('a term that has passed is told, and stays open', async () => {
  house.moveClock({ hours: 24 * 10 })
  const signal = await stateOf('signal')
  assert.equal(signal?.state, 'open')
  assert.equal(signal?.overdue, true)
})

test('terms count from the day of the signal; a day to come or long ago is refused', async () => {
  const { careCoordinator } = people
  const other = await aCase(house, desk.cases, careCoordinator)
  const today = house.clock().toString().slice(0, 10)
  const begun = (countsFrom: string) => (work: Work) =>
    startRun(work, desk, other, { language: 'nl', countsFrom })
  assert.match(await refusalOf(careCoordinator, begun('2099-01-01')), /date-in-future/)
  assert.match(await refusalOf(careCoordinator, begun('2020-01-01')), /date-too-long-ago/)
  const id = await does(careCoordinator, begun(today))
  const run = await does(careCoordinator, (work) => readRun(work, desk, { caseId: other }, id))
  assert.equal(run.countsFrom, today)
})

test('every act leaves an entry about the run, without a word of it', async () => {
  await does(people.mentor, signalDone)
  await does(people.careCoordinator, (work) => leaveStep(work, desk, act(), 'absence', 'Geheim.'))
  const trail = await house.trailOf(people.school)
  const acts = trail.filter(({ subject }) => subject === runId).map((line) => line.act)
  for (const wanted of ['protocol.start', 'protocol.done', 'protocol.skipped']) {
    assert.ok(acts.includes(wanted), wanted)
  }
  assert.doesNotMatch(JSON.stringify(trail), /telefoons|Geheim|Noor/)
})

test('nothing of a run can be read in the database', async () => {
  await does(people.careCoordinator, (work) =>
    leaveStep(work, desk, act(), 'absence', 'Onuitwisbaar geheim.'),
  )
  const { rows } = await house.pool.query(
    `select encode(words, 'escape') as text from protocol_event where words is not null
     union all select encode(answers, 'escape') from protocol_run
     union all select encode(content, 'escape') from protocol_edition`,
  )
  assert.ok(rows.length > 2)
  for (const { text } of rows) assert.doesNotMatch(text, /geheim|danger|zorgco/i)
})
