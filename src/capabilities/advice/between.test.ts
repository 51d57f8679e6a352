import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase, doing } from '#capabilities/cases/a-case.ts'
import { closeCase } from '#capabilities/cases/end-case.ts'
import { readCase } from '#capabilities/cases/read-case.ts'
import { loadLaw } from '#capabilities/law/index.ts'
import { sendMessage } from '#capabilities/sharing/index.ts'
import { organisationKinds, type PersonActor, roles } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { mayAdvise, mayAsk } from './access.ts'
import { addToAdvice } from './add-to-advice.ts'
import { anAdviceChannel, anAdviceDesk, aQuestion, asked, sharing } from './an-advice.ts'
import { askAdvice } from './ask-advice.ts'
import { closeAdvice } from './close-advice.ts'
import type { AdviceDesk } from './desk.ts'
import { giveAdvice } from './give-advice.ts'
import { seenWith } from './look-first.ts'
import { readAdvice, readAdvices } from './read-advice.ts'
import { findOpenTo } from './store.ts'
import { takeUpAdvice } from './take-up-advice.ts'

let house: TestHouse
let desk: AdviceDesk
let channel: ReturnType<typeof anAdviceChannel>
let coordinator: PersonActor
let colleague: PersonActor
let teacher: PersonActor
let municipal: PersonActor
let second: PersonActor
let outsider: PersonActor
let school: string
let town: string

before(async () => {
  house = await aHouse()
  desk = anAdviceDesk(house)
  channel = anAdviceChannel(house, desk)
  school = await house.anOrganisation()
  coordinator = await house.aPerson(school, ['care-coordinator'], 'Samira Denkbeeld')
  colleague = await house.aPerson(school, ['safety-coordinator'], 'Ruben Schets')
  teacher = await house.aPerson(school, ['teacher'], 'Fenna Voorbeeld')
  town = await house.anOrganisation('municipality', 'Gemeente Waterrade (verzonnen)')
  municipal = await house.aPerson(town, ['municipal-coordinator'], 'Rosa Regie')
  second = await house.aPerson(town, ['trafficking-care-coordinator'], 'Karim Kompas')
  const other = await house.anOrganisation('municipality', 'Gemeente Elders (verzonnen)')
  outsider = await house.aPerson(other, ['municipal-coordinator'], 'Iemand Elders')
})
after(() => house.close())

const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
  sharing(house)(actor, verb)
const refused = (kind: string, because: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind && error.because === because
const noSuch = refused('not-found', 'no-such-question')
const ask = (change = {}) => asked(house, desk, coordinator, town, change)
const read = (actor: PersonActor, id: string) => does(actor, (work) => readAdvice(work, desk, id))
const take = (actor: PersonActor, id: string) => does(actor, (work) => takeUpAdvice(work, desk, id))
const give = (
  actor: PersonActor,
  id: string,
  act: 'answer' | 'ask-back' | 'end',
  text = 'Wat wij ervan denken.',
  key?: string,
) => does(actor, (work) => giveAdvice(work, desk, id, { act, text, key, seen: [] }))
const add = (id: string, act: 'add' | 'reply' = 'add', text = 'Nog iets.', seen: string[] = []) =>
  does(coordinator, (work) => addToAdvice(work, desk, id, { act, text, seen }))
const close = (id: string, change = {}) =>
  does(coordinator, (work) =>
    closeAdvice(work, desk, id, {
      outcome: 'We praten eerst met de leerling.',
      told: '',
      seen: [],
      language: 'nl',
      ...change,
    }),
  )
const postOf = async (person: PersonActor) => {
  const { rows } = await house.pool.query(
    'select template, reference from outbox where organisation_id = $1 and recipient_id = $2 order by created_at, id',
    [person.organisationId, person.personId],
  )
  return rows
}

test('whoever does neither work finds no list, no form and no question', async () => {
  const id = await ask()
  await channel.settle()
  for (const actor of [teacher]) {
    await assert.rejects(
      does(actor, (work) => readAdvices(work, desk)),
      refused('not-allowed', 'no-advice-here'),
    )
    await assert.rejects(read(actor, id), noSuch)
    await assert.rejects(
      does(actor, (work) =>
        askAdvice(work, desk, { to: town, words: aQuestion(), seen: [], language: 'nl' }),
      ),
      refused('not-allowed', 'may-not-ask'),
    )
  }
})

test('another organisation that gives advice finds nothing of a question that was not asked of it', async () => {
  const id = await ask()
  await channel.settle()
  await assert.rejects(read(outsider, id), noSuch)
  await assert.rejects(take(outsider, id), noSuch)
  await assert.rejects(give(outsider, id, 'answer'), noSuch)
  const { lists } = await does(outsider, (work) => readAdvices(work, desk))
  assert.deepEqual(
    lists.flatMap(({ goingOn, over }) => [...goingOn, ...over]),
    [],
  )
})

test('nobody does the work of the other side', async () => {
  const id = await ask()
  await channel.settle()
  await assert.rejects(take(coordinator, id), refused('not-allowed', 'not-your-side'))
  await assert.rejects(give(coordinator, id, 'answer'), refused('not-allowed', 'not-your-side'))
  await assert.rejects(
    does(municipal, (work) =>
      closeAdvice(work, desk, id, { outcome: 'x', told: '', seen: [], language: 'nl' }),
    ),
    refused('not-allowed', 'not-your-side'),
  )
})

test('an organisation that gives no advice, the own one and one that does not exist cannot be asked', async () => {
  const help = await house.anOrganisation('youth-help', 'Jeugdhulp (verzonnen)')
  for (const to of [help, school, newId()]) {
    await assert.rejects(ask({ to }), refused('invalid', 'choose-organisation'))
  }
})

test('a question linked to a case is for the circle of that case, and colleagues learn nothing of it', async () => {
  const caseId = await aCase(house, desk.cases, coordinator)
  await assert.rejects(
    does(colleague, (work) =>
      askAdvice(work, desk, { to: town, caseId, words: aQuestion(), seen: [], language: 'nl' }),
    ),
    refused('not-found', 'no-such-case'),
  )
  const id = await ask({ caseId })
  await assert.rejects(read(colleague, id), noSuch)
  await assert.rejects(
    does(colleague, (work) => addToAdvice(work, desk, id, { act: 'add', text: 'x', seen: [] })),
    noSuch,
  )
  assert.equal((await read(coordinator, id)).caseId, caseId)
  assert.equal((await read(colleague, await ask())).caseId, undefined)
})

test('what leaves names no case, no person and nothing that was kept here', async () => {
  const caseId = await aCase(house, desk.cases, coordinator)
  const id = await ask({ caseId })
  await channel.settle()
  await close(id, { outcome: 'Noor praat met de mentor.', told: 'Dank, dit hielp.' })
  await channel.settle()
  const { rows } = await house.pool.query(
    'select * from advice_question where organisation_id = $1 and id = $2',
    [town, id],
  )
  assert.equal(rows[0].case_id, null)
  assert.equal(rows[0].asked_by, null)
  const received = await read(municipal, id)
  const told = JSON.stringify(received)
  for (const kept of [caseId, coordinator.personId, 'Samira', 'Noor', 'mentor']) {
    assert.ok(!told.includes(kept), kept)
  }
  assert.match(told, /Dank, dit hielp/)
})

test('words that may tell who it is go only after somebody looked at them', async () => {
  const caseId = await aCase(house, desk.cases, coordinator)
  const words = aQuestion({ situation: 'Noor (4411) belt met 06-12345678.' })
  const form = { to: town, caseId, words, language: 'nl' } as const
  const first = await does(coordinator, (work) => askAdvice(work, desk, { ...form, seen: [] }))
  assert.ok('look' in first)
  assert.deepEqual(
    first.look.map(({ kind }) => kind),
    ['name', 'pupil-number', 'phone'],
  )
  const seen = seenWith(first.look)
  // What was typed after looking is looked at too.
  const more = { ...words, asks: 'En Mies?' }
  const second = await does(coordinator, (work) =>
    askAdvice(work, desk, { ...form, words: more, seen }),
  )
  assert.ok('look' in second)
  const sent = await does(coordinator, (work) => askAdvice(work, desk, { ...form, seen }))
  assert.ok('id' in sent)
  const looked = await add(sent.id, 'add', 'Noor zei niets.')
  assert.ok(looked)
  assert.equal((await read(coordinator, sent.id)).steps.length, 0)
  assert.equal(await add(sent.id, 'add', 'Noor zei niets.', [...seenWith(looked.look)]), undefined)
  const closing = await close(sent.id, { told: 'Met Noor gaat het goed.' })
  assert.ok(closing)
  assert.equal((await read(coordinator, sent.id)).state, 'waiting')
})

test('asked, taken up, asked back, replied, answered, added to and closed: both sides read the same', async () => {
  const id = await ask()
  await channel.settle()
  assert.deepEqual((await postOf(municipal)).at(-1)?.template, 'advice-asked')
  await assert.rejects(
    give(municipal, id, 'answer'),
    refused('conflict', 'cannot-answer-when-waiting'),
  )
  await take(municipal, id)
  await assert.rejects(give(second, id, 'answer'), refused('not-allowed', 'not-with-you'))
  await assert.rejects(take(municipal, id), refused('conflict', 'you-have-it'))
  await give(municipal, id, 'ask-back', 'Weten de ouders hiervan?')
  await channel.settle()
  assert.deepEqual((await postOf(coordinator)).at(-1)?.template, 'advice-answered')
  assert.equal((await read(coordinator, id)).state, 'asked-back')
  await add(id, 'reply', 'Nee, nog niet.')
  await assert.rejects(add(id, 'reply'), refused('conflict', 'cannot-reply-when-taken'))
  await channel.settle()
  assert.deepEqual((await postOf(municipal)).at(-1)?.template, 'advice-added')
  // A colleague takes it over, and everybody sees who has it.
  await take(second, id)
  assert.equal((await read(municipal, id)).holderId, second.personId)
  await give(second, id, 'answer')
  await channel.settle()
  await close(id, { told: 'Dank.' })
  await channel.settle()
  const [here, there] = [await read(coordinator, id), await read(municipal, id)]
  assert.equal(here.state, 'closed')
  assert.equal(there.state, 'closed')
  assert.equal(here.code, there.code)
  const said = ({ steps }: typeof here) => steps.map(({ act, words }) => `${act}: ${words.text}`)
  assert.deepEqual(said(here), said(there))
  assert.deepEqual([here.acts, there.acts], [[], []])
  // Who it was stays with each.
  assert.ok(!JSON.stringify(here).includes('Karim') && !JSON.stringify(there).includes('Samira'))
})

test('an answer and a closing that cross each other are both kept, and it is closed on both sides', async () => {
  const id = await ask()
  await channel.settle()
  await take(municipal, id)
  await channel.settle()
  await give(municipal, id, 'answer', 'Dit kruiste.')
  await close(id)
  await channel.settle()
  for (const actor of [coordinator, municipal]) {
    const one = await read(actor, id)
    assert.equal(one.state, 'closed')
    assert.ok(one.steps.some(({ words }) => words.text === 'Dit kruiste.'))
  }
  await assert.rejects(
    give(municipal, id, 'answer'),
    refused('conflict', 'cannot-answer-when-closed'),
  )
  await assert.rejects(add(id), refused('conflict', 'cannot-add-when-closed'))
})

test('a form that was sent twice counts once, on both sides', async () => {
  const key = newId()
  const id = await ask({ key })
  assert.equal(await ask({ key }), id)
  await channel.settle()
  await take(municipal, id)
  const again = newId()
  await give(municipal, id, 'answer', 'Eén keer.', again)
  await give(municipal, id, 'answer', 'Eén keer.', again)
  await channel.settle()
  const answers = ({ steps }: Awaited<ReturnType<typeof read>>) =>
    steps.filter(({ act }) => act === 'answer').length
  assert.deepEqual(
    [answers(await read(coordinator, id)), answers(await read(municipal, id))],
    [1, 1],
  )
})

test('whoever answers while something about the same question comes in is not caught in a ring', async () => {
  const id = await ask()
  await channel.settle()
  await take(municipal, id)
  await channel.settle()
  await add(id)
  const waiting = async () => {
    const { rows } = await house.pool.query(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0].n
  }
  let carrying = Promise.resolve()
  await does(municipal, async (work) => {
    await findOpenTo(work, id, true)
    carrying = channel.carry()
    while ((await waiting()) === 0) await new Promise((resolve) => setImmediate(resolve))
    await giveAdvice(work, desk, id, { act: 'answer', text: 'Kwam tegelijk.', seen: [] })
  })
  await carrying
  await channel.settle()
  for (const actor of [coordinator, municipal]) {
    const acts = (await read(actor, id)).steps.map(({ act }) => act)
    assert.deepEqual(acts.toSorted(), ['add', 'answer', 'take'])
  }
  assert.deepEqual(channel.failures, [])
})

test('where nobody gives advice it does not arrive, the asker hears it, and can only close it', async () => {
  const empty = await house.anOrganisation('safe-home', 'Veilig Thuis Leeg (verzonnen)')
  const id = await ask({ to: empty })
  await channel.settle()
  const one = await read(coordinator, id)
  assert.equal(one.state, 'undelivered')
  assert.equal(one.undelivered, 'nobody-advises')
  assert.deepEqual((await postOf(coordinator)).at(-1), {
    template: 'advice-answered',
    reference: one.code,
  })
  await close(id)
  assert.equal((await read(coordinator, id)).state, 'closed')
})

test('no other organisation can speak in a question, nor for the side that it is not on', async () => {
  const id = await ask()
  await channel.settle()
  const send = (actor: PersonActor, to: string, act: string, question = id) =>
    does(actor, (work) =>
      sendMessage(work, house, {
        to,
        kind: 'advice.step',
        body: { question, step: newId(), act, text: 'Onderschoven.' },
      }),
    )
  await send(outsider, school, 'answer')
  await send(outsider, town, 'close')
  // The right organisation, in the place of the other.
  await send(municipal, school, 'close')
  await send(municipal, school, 'answer', newId())
  await send(coordinator, town, 'answer')
  // Answering without having taken it up is not in the table.
  await send(municipal, school, 'answer')
  await does(outsider, (work) =>
    sendMessage(work, house, {
      to: town,
      kind: 'advice.ask',
      body: { question: id, code: 'V-3333-4444', ...aQuestion() },
    }),
  )
  await channel.settle()
  for (const actor of [coordinator, municipal]) {
    const one = await read(actor, id)
    assert.deepEqual([one.state, one.steps], ['waiting', []])
  }
  const { rows } = await house.pool.query(
    `select refused_because as because from outgoing_message where organisation_id = $1 order by to_id, number`,
    [outsider.organisationId],
  )
  assert.deepEqual(rows.map(({ because }) => because).toSorted(), [
    'known-question',
    'no-such-question',
    'no-such-question',
  ])
})

test('the case says that advice was asked and what was done with it; a closed case gets nothing more', async () => {
  const caseId = await aCase(house, desk.cases, coordinator)
  const follow = doing(house)
  const lines = async () =>
    (await follow(coordinator, (work) => readCase(work, desk.cases, caseId))).line.items
      .filter(({ from }) => from?.capability === 'advice')
      .map(({ kind }) => kind)
  const [one, two] = [await ask({ caseId }), await ask({ caseId })]
  await close(one)
  assert.deepEqual(await lines(), ['contact', 'contact', 'contact'])
  await follow(coordinator, (work) =>
    closeCase(work, desk.cases, caseId, { outcome: 'explained', words: 'Het klopt.', told: 'Ja.' }),
  )
  await close(two)
  assert.deepEqual(await lines(), ['contact', 'contact', 'contact'])
  await assert.rejects(ask({ caseId }), refused('conflict', 'case-is-closed'))
})

test('the trail of both tells what happened, and no word of it', async () => {
  const words = aQuestion({ topic: 'Zeldzaamwoord' })
  const id = await ask({ words })
  await channel.settle()
  await take(municipal, id)
  await channel.settle()
  const acts = async (organisation: string) => {
    const lines = (await house.trailOf(organisation)).filter(({ subject }) => subject === id)
    assert.doesNotMatch(JSON.stringify(lines), /Zeldzaamwoord/)
    return lines.map(({ act }) => act)
  }
  assert.deepEqual(await acts(school), ['advice.ask', 'advice.receive-take'])
  assert.deepEqual(await acts(town), ['advice.receive', 'advice.take'])
  const { rows } = await house.pool.query('select * from advice_question where id = $1', [id])
  for (const row of rows) {
    assert.ok(!Buffer.concat([row.content, row.content_key]).includes('Zeldzaamwoord'))
  }
})

test('whoever asks and whoever advises is just who the sharing table says, in every kind of organisation', () => {
  const { sharing: table } = loadLaw(readConfig({}).knowledgeFolder)
  const line = table.findLine('advice-without-names')
  assert.ok(line)
  const everybody = organisationKinds.flatMap((kind) => roles.map((role) => ({ kind, role })))
  const who = (test: (one: (typeof everybody)[number]) => boolean) =>
    everybody.filter(test).map(({ kind, role }) => `${role} at ${kind}`)
  const inTable = (parties: readonly string[]) =>
    who(({ kind, role }) =>
      parties
        .flatMap((id) => table.findParty(id)?.members ?? [])
        .some((one) => one.kind === kind && one.roles.includes(role)),
    )
  const may = (test: typeof mayAsk) =>
    who(({ kind, role }) => test({ ...coordinator, organisationKind: kind, roles: [role] }))
  assert.deepEqual(may(mayAsk), inTable(line.from))
  assert.deepEqual(may(mayAdvise), inTable(line.to))
})
