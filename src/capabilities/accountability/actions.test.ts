import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { keepsRegister } from './access.ts'
import {
  actionStates,
  canBecome,
  type Development,
  isDueBy,
  isOverdue,
  statesAfter,
} from './action.ts'
import { developmentForm, readActionForm } from './action-form.ts'
import { actionPaths } from './action-paths.ts'
import { addAction } from './add-action.ts'
import { changeAction } from './change-action.ts'
import { readAction, readActions } from './read-actions.ts'
import { tellDevelopment } from './tell-development.ts'

let program: TestApp
let keeper: PersonActor
let otherMinistry: PersonActor

before(async () => {
  program = await anApp()
  const { house } = program
  keeper = await house.aPerson(await house.anOrganisation('ministry', 'Ministerie A (verzonnen)'), [
    'programme-staff',
  ])
  otherMinistry = await house.aPerson(
    await house.anOrganisation('ministry', 'Ministerie B (verzonnen)'),
    ['programme-staff'],
  )
})
after(() => program.close())

const does = <T>(verb: (work: Work) => Promise<T>, actor = keeper) =>
  program.app.inTransaction(actor, 'keep-account', verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

const anAction = {
  line: 'Verzonnen lijn',
  title: 'Verzonnen actie',
  owner: 'Directie Voorbeelden',
  partners: ['Verzonnen partner'],
  items: ['motion-29911-266'],
  startsOn: '2026-01-01',
  dueOn: '2026-06-30',
}
const told = (change: Partial<Development> = {}): Development => ({
  state: 'running',
  development: 'Het is begonnen.',
  nextStep: '',
  evidence: '',
  ...change,
})
const added = async (change = {}): Promise<string> =>
  (await does((work) => addAction(work, { ...anAction, ...change }))) ?? ''

test('only programme staff of a ministry keep the register', () => {
  assert.equal(keepsRegister(keeper), true)
  assert.equal(keepsRegister({ ...keeper, roles: ['privacy-officer'] }), false)
  assert.equal(keepsRegister({ ...keeper, organisationKind: 'research-institute' }), false)
  assert.equal(keepsRegister(somebody('samira-denkbeeld')), false)
})

test('for anybody else there is no such page, and another ministry finds no such action', async () => {
  const id = await added()
  const verbs: ((work: Work) => Promise<unknown>)[] = [
    readActions,
    (work) => readAction(work, id),
    (work) => addAction(work, anAction),
    (work) => changeAction(work, id, { content: anAction, version: 1 }),
    (work) => tellDevelopment(work, id, told()),
  ]
  for (const verb of verbs) {
    await assert.rejects(does(verb, somebody('samira-denkbeeld')), refused('no-such-page'))
  }
  for (const verb of [verbs[1], verbs[3], verbs[4]]) {
    assert.ok(verb)
    await assert.rejects(does(verb, otherMinistry), refused('no-such-action'))
  }
  assert.deepEqual(await does(readActions, otherMinistry), [])
})

test('an action cannot be finished before it began, and what is finished can be taken up again', () => {
  assert.equal(canBecome('not-started', 'done'), false)
  assert.equal(canBecome('done', 'dropped'), false)
  assert.equal(canBecome('done', 'running'), true)
  for (const state of actionStates) {
    assert.equal(canBecome(state, state), true)
    assert.ok(statesAfter(state).length > 1, state)
  }
})

test('an action is overdue from the day after its last day, and never when it is finished', () => {
  const on = (state: (typeof actionStates)[number], today: string) =>
    isOverdue({ state, dueOn: '2026-06-30' }, today)
  assert.equal(on('running', '2026-06-30'), false)
  assert.equal(on('running', '2026-07-01'), true)
  assert.equal(on('done', '2026-07-01'), false)
  assert.equal(on('dropped', '2026-07-01'), false)
  assert.equal(isOverdue({ state: 'running', dueOn: undefined }, '2026-07-01'), false)
})

test('before a letter is due what ends by then or has no day, and nothing that is finished', () => {
  const by = (dueOn: string | undefined, state: (typeof actionStates)[number] = 'running') =>
    isDueBy({ state, dueOn }, '2026-06-30')
  assert.deepEqual([by('2026-06-30'), by(undefined), by('2026-07-01')], [true, true, false])
  assert.equal(by('2026-01-01', 'done'), false)
  assert.equal(isDueBy({ state: 'delayed', dueOn: '2030-01-01' }, undefined), true)
})

test('a form says everything that is wrong at once', () => {
  const typed = {
    line: ' ',
    title: 'x'.repeat(161),
    owner: '',
    partners: 'p\n'.repeat(3) + 'q'.repeat(81),
    'startsOn-day': '31',
    'startsOn-month': '2',
    'startsOn-year': '2026',
    'dueOn-day': '1',
  }
  const read = readActionForm(typed, () => true)
  assert.ok(!read.ok)
  assert.deepEqual(read.errors, {
    line: 'line-missing',
    title: 'too-long',
    owner: 'owner-missing',
    partners: 'partner-too-long',
    startsOn: 'date-impossible',
    dueOn: 'date-incomplete',
  })
})

const typedAction = {
  line: 'Verzonnen lijn',
  title: 'Verzonnen  actie',
  owner: 'Directie',
  partners: 'Een\n\n Een \nTwee',
  items: ['motion-29911-266', 'nonsense'],
}
const days = (start: string, due: string) => ({
  'startsOn-day': start,
  'startsOn-month': '6',
  'startsOn-year': '2026',
  'dueOn-day': due,
  'dueOn-month': '6',
  'dueOn-year': '2026',
})

test('an action that ends before it begins is refused, and on the same day it is not', () => {
  const known = (id: string) => id === 'motion-29911-266'
  const early = readActionForm({ ...typedAction, ...days('2', '1') }, known)
  assert.deepEqual(early.ok ? {} : early.errors, { dueOn: 'due-before-start' })
  const read = readActionForm({ ...typedAction, ...days('2', '2') }, known)
  assert.ok(read.ok)
  assert.equal(read.value.title, 'Verzonnen actie')
  assert.deepEqual(read.value.partners, ['Een', 'Twee'])
  assert.deepEqual(read.value.items, ['motion-29911-266'])
})

test('evidence is a paper or an address that begins with https, and nothing else', () => {
  const reads = (evidence: string) => developmentForm.safeParse({ ...told(), evidence }).success
  for (const good of ['', 'kst-28638-257', '2025D11232', 'https://voorbeeld.example/a?b=c']) {
    assert.equal(reads(good), true, good)
  }
  for (const bad of [
    'http://voorbeeld.example',
    'javascript:alert(1)',
    'https://',
    'https://a b',
  ]) {
    assert.equal(reads(bad), false, bad)
  }
})

test('an action keeps its whole history: who, when, in which state and with which day', async () => {
  const id = await added()
  await does((work) => tellDevelopment(work, id, told({ evidence: 'kst-28638-257' })))
  const later = { ...anAction, dueOn: '2026-09-30' }
  await does((work) => changeAction(work, id, { content: later, version: 1 }))
  await does((work) => tellDevelopment(work, id, told({ state: 'done', development: 'Klaar.' })))
  const { action, events } = await does((work) => readAction(work, id))
  assert.equal(action.state, 'done')
  assert.equal(action.development, 'Klaar.')
  assert.deepEqual(
    events.map(({ kind, state, dueOn, byPerson }) => [kind, state, dueOn, byPerson]),
    [
      ['added', 'not-started', '2026-06-30', keeper.personId],
      ['told', 'running', '2026-06-30', keeper.personId],
      ['changed', 'running', '2026-09-30', keeper.personId],
      ['told', 'done', '2026-09-30', keeper.personId],
    ],
  )
})

test('a state that cannot follow is a conflict, and nothing of it is kept', async () => {
  const id = await added()
  const jump = told({ state: 'done' })
  await assert.rejects(
    does((work) => tellDevelopment(work, id, jump)),
    refused('action-stands-otherwise'),
  )
  assert.equal((await does((work) => readAction(work, id))).events.length, 1)
})

test('the same form sent twice counts once', async () => {
  const key = newId()
  const id = (await does((work) => addAction(work, anAction, key))) ?? ''
  assert.equal(await does((work) => addAction(work, anAction, key)), undefined)
  const second = newId()
  await does((work) => tellDevelopment(work, id, told({ state: 'running' }), second))
  await does((work) => tellDevelopment(work, id, told({ state: 'running' }), second))
  assert.equal((await does((work) => readAction(work, id))).events.length, 2)
})

test('somebody else’s change in between is a conflict, unless it says the same', async () => {
  const id = await added()
  const first = { ...anAction, title: 'Anders' }
  await does((work) => changeAction(work, id, { content: first, version: 1 }))
  await does((work) => changeAction(work, id, { content: first, version: 1 }))
  const second = { ...anAction, title: 'Nog anders' }
  await assert.rejects(
    does((work) => changeAction(work, id, { content: second, version: 1 })),
    refused('action-was-changed'),
  )
})

test('the pages of the register are valid in both languages, and overdue is said in words', async () => {
  const id = await added({ title: 'Een verzonnen late actie', dueOn: '2026-01-31' })
  const visitor = await program.signedIn(keeper)
  await visitor.post(actionPaths.one(id), { ...told({ evidence: 'kst-28638-257' }), key: newId() })
  const every = [
    actionPaths.list,
    actionPaths.due,
    `${actionPaths.due}?dag-day=31&dag-month=12&dag-year=2026`,
    actionPaths.add,
    actionPaths.one(id),
    actionPaths.change(id),
  ]
  for (const language of languages) {
    for (const path of every) {
      const { status, body } = await visitor.get(link(language, path))
      assert.equal(status, 200, path)
      assert.deepEqual(await faultsIn(raw(body)), [], `${language} ${path}`)
      assert.equal(body.match(/<h1[ >]/g)?.length, 1, path)
    }
  }
  const list = await visitor.get(actionPaths.list)
  assert.match(list.body, /31 januari 2026 \(die dag is voorbij\)/)
  const one = await visitor.get(actionPaths.one(id))
  assert.match(one.body, /href="\/kennis\/kamer\/stukken\/kst-28638-257"/)
  assert.match(one.body, /href="\/kennis\/kamer\/punten\/motion-29911-266"/)
  const wrongDay = await visitor.get(`${actionPaths.due}?dag-day=31&dag-month=2&dag-year=2026`)
  assert.match(wrongDay.body, /Deze dag bestaat niet/)
})

test('what was typed comes back when something is wrong or somebody was first', async () => {
  const visitor = await program.signedIn(keeper)
  const wrong = await visitor.post(actionPaths.add, { title: 'Bewaar mij', key: newId() })
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /value="Bewaar mij"/)
  const id = await added()
  const jump = { state: 'done', development: 'Mijn lange verhaal.', key: newId() }
  const late = await visitor.post(actionPaths.one(id), jump)
  assert.equal(late.status, 409)
  assert.match(late.body, /Mijn lange verhaal\./)
})

test('who works on the programme begins with the register, and it leads to what Parliament asked', async () => {
  const visitor = await program.signedIn(otherMinistry)
  assert.equal((await visitor.get('/')).headers.get('location'), actionPaths.list)
  const { body } = await visitor.get(actionPaths.list)
  assert.match(body, /Er staan nog geen acties in/)
  assert.match(body, /href="\/kennis\/kamer"/)
})
