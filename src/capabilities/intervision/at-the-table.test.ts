import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSchool } from '#capabilities/signals/a-recording.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { anExplanation, aTable, aTableDesk, aThought, atTable } from './an-intervision.ts'
import { appointInbrenger, takeOver } from './appoint.ts'
import { mostPerPhase } from './contribution.ts'
import { decide, stopIntervision } from './decide.ts'
import type { IntervisionDesk } from './desk.ts'
import { keepCardDraft } from './keep-draft.ts'
import { listIntervisions } from './list-intervisions.ts'
import { sayReady } from './say-ready.ts'
import { takeAway } from './take-away.ts'
import { changeContribution } from './write-contribution.ts'

let house: TestHouse
let desk: IntervisionDesk
let people: Awaited<ReturnType<typeof aSchool>>
let table: ReturnType<typeof atTable>

before(async () => {
  house = await aHouse()
  desk = aTableDesk(house)
  people = await aSchool(house)
  table = atTable(house, desk)
})
after(() => house.close())

const refused = (kind: string, because: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind && error.because === because

/** Samira-like: the care coordinator facilitates, the mentor and the colleague sit at the table. */
const viewpoints = async (): Promise<string> => {
  const { careCoordinator, mentor, colleague } = people
  const id = await aTable(house, desk, [careCoordinator, mentor, colleague])
  await table.move(careCoordinator, id, 'next')
  return id
}
const textsFor = async (who: typeof people.mentor, id: string) =>
  (await table.read(who, id)).cards.map(({ content }) => content.text)

test('before the turning a card is read by its writer only, not by the facilitator either', async () => {
  const { careCoordinator, mentor, colleague } = people
  const id = await viewpoints()
  await table.write(mentor, id, 'viewpoints', aThought('Hij werkt te veel bij.'))
  assert.deepEqual(await textsFor(mentor, id), ['Hij werkt te veel bij.'])
  assert.deepEqual(await textsFor(colleague, id), [])
  assert.deepEqual(await textsFor(careCoordinator, id), [])
  await table.move(careCoordinator, id, 'reveal')
  assert.deepEqual(await textsFor(colleague, id), ['Hij werkt te veel bij.'])
})

test('a card in silence changes nothing that others see: not even the count of changes', async () => {
  const { mentor, colleague } = people
  const id = await viewpoints()
  const before = await table.read(colleague, id)
  await table.write(mentor, id, 'viewpoints', aThought('Stil.'))
  assert.deepEqual(await table.read(colleague, id), before)
})

test('whoever is no facilitator turns nothing and moves nothing', async () => {
  const { mentor } = people
  const id = await viewpoints()
  await assert.rejects(
    table.move(mentor, id, 'reveal'),
    refused('not-allowed', 'only-the-facilitator'),
  )
  assert.equal((await table.read(mentor, id)).stage, 'writing')
})

test('two clicks at once move one step; the second is told', async () => {
  const { careCoordinator } = people
  const id = await viewpoints()
  const both = await Promise.allSettled([
    table.move(careCoordinator, id, 'reveal', '1-writing'),
    table.move(careCoordinator, id, 'reveal', '1-writing'),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const lost = both.find((one) => one.status === 'rejected')
  assert.ok(refused('conflict', 'moved-already')(lost?.reason))
  assert.equal((await table.read(careCoordinator, id)).place, '1-revealed')
})

test('the same form sent again lays down one card, also after it was taken back', async () => {
  const { mentor } = people
  const id = await viewpoints()
  const key = newId()
  const twice = () => table.write(mentor, id, 'viewpoints', aThought('Eén keer.'), key)
  await Promise.all([twice(), twice(), twice()])
  assert.deepEqual(await textsFor(mentor, id), ['Eén keer.'])
  const [card] = (await table.read(mentor, id)).cards
  await table.does(mentor, (work) => changeContribution(work, desk, id, card?.id ?? '', undefined))
  await twice()
  assert.deepEqual(await textsFor(mentor, id), [])
})

test('a form whose answer was lost counts as it did, also at the last card and after the table ended', async () => {
  const { careCoordinator, mentor } = people
  const id = await viewpoints()
  const key = newId()
  const last = () => table.write(mentor, id, 'viewpoints', aThought('De laatste.'), key)
  for (let count = 1; count < mostPerPhase; count += 1) {
    await table.write(mentor, id, 'viewpoints', aThought('Nog een.'))
  }
  await last()
  await last()
  await assert.rejects(
    table.write(mentor, id, 'viewpoints', aThought('Te veel.')),
    refused('invalid', 'too-many-cards'),
  )
  const { place } = await table.read(careCoordinator, id)
  await table.does(careCoordinator, (work) => stopIntervision(work, desk, id, place))
  assert.deepEqual(await last(), { late: false })
  await assert.rejects(
    table.write(mentor, id, 'viewpoints', aThought('Te laat.')),
    refused('conflict', 'not-running'),
  )
})

test('own cards change until they are turned, and are fixed from then on', async () => {
  const { careCoordinator, mentor, colleague } = people
  const id = await viewpoints()
  await table.write(mentor, id, 'viewpoints', aThought('Eerst dit.'))
  const [card] = (await table.read(mentor, id)).cards
  const change = (who: typeof mentor, text: string) =>
    table.does(who, (work) => changeContribution(work, desk, id, card?.id ?? '', aThought(text)))
  await assert.rejects(change(colleague, 'Van een ander.'), refused('not-found', 'no-such-card'))
  await change(mentor, 'Toch dat.')
  await table.move(careCoordinator, id, 'reveal')
  assert.deepEqual(await textsFor(colleague, id), ['Toch dat.'])
  await assert.rejects(change(mentor, 'Nu anders.'), refused('conflict', 'cards-are-turned'))
})

test('what arrives after the turning is there, marked as later', async () => {
  const { careCoordinator, mentor, colleague } = people
  const id = await viewpoints()
  await table.move(careCoordinator, id, 'reveal')
  await table.write(mentor, id, 'viewpoints', aThought('Dat dacht ik ook.'))
  const [card] = (await table.read(colleague, id)).cards
  assert.equal(card?.late, true)
})

test('of those who are ready only the number is known', async () => {
  const { mentor, colleague } = people
  const id = await viewpoints()
  await table.does(mentor, (work) => sayReady(work, desk, id, { phase: 'viewpoints', ready: true }))
  const seen = await table.read(colleague, id)
  assert.deepEqual(seen.ready, { count: 1, mine: false })
  assert.equal(JSON.stringify(seen.ready).includes(mentor.personId), false)
})

test('what somebody was typing comes back, for them alone, and not after it was laid down', async () => {
  const { mentor, colleague } = people
  const id = await viewpoints()
  const key = newId()
  const keep = (text: string) =>
    table.does(mentor, (work) =>
      keepCardDraft(work, desk, id, {
        phase: 'viewpoints',
        kind: 'thought',
        key,
        fields: { text },
        card: aThought(text),
      }),
    )
  await keep('Half een zin')
  assert.deepEqual((await table.read(mentor, id)).drafts, {
    'viewpoints.thought': { key, fields: { text: 'Half een zin' } },
  })
  assert.deepEqual((await table.read(colleague, id)).drafts, {})
  await table.write(mentor, id, 'viewpoints', aThought('Half een zin, en heel.'), key)
  // Overtaken on its way: kept after the card was laid down.
  await keep('Half een zin, en heel.')
  assert.deepEqual((await table.read(mentor, id)).drafts, {})
})

test('a draft is kept for what a step of the table asks, and not after the end; letting go of it stays possible', async () => {
  const { careCoordinator, mentor } = people
  const id = await viewpoints()
  const keep = (phase: string, kind: 'thought' | 'advice', text: string) =>
    table.does(mentor, (work) =>
      keepCardDraft(work, desk, id, {
        phase,
        kind,
        key: newId(),
        fields: { text },
        card: undefined,
      }),
    )
  const notAsked = refused('conflict', 'not-asked-here')
  await assert.rejects(keep('no-such-step', 'thought', 'Half'), notAsked)
  await assert.rejects(keep('viewpoints', 'advice', 'Half'), notAsked)
  await keep('viewpoints', 'thought', 'Half')
  await table.does(careCoordinator, (work) => stopIntervision(work, desk, id, '1-writing'))
  await assert.rejects(keep('viewpoints', 'thought', 'Heel'), refused('conflict', 'not-running'))
  const draftsOf = async () => Object.values((await table.read(mentor, id)).drafts)
  assert.deepEqual(
    (await draftsOf()).map(({ fields }) => fields.text),
    ['Half'],
  )
  await keep('viewpoints', 'thought', '')
  assert.deepEqual(await draftsOf(), [])
})

test('one form on two devices with other words on each: both cards lie there, and the second is kept while it is typed', async () => {
  const { mentor } = people
  const id = await viewpoints()
  const key = newId()
  const lay = (text: string) => table.write(mentor, id, 'viewpoints', aThought(text), key)
  await lay('Op de telefoon.')
  await table.does(mentor, (work) =>
    keepCardDraft(work, desk, id, {
      phase: 'viewpoints',
      kind: 'thought',
      key,
      fields: { text: 'Op de laptop.' },
      card: aThought('Op de laptop.'),
    }),
  )
  const { drafts } = await table.read(mentor, id)
  assert.equal(drafts['viewpoints.thought']?.fields.text, 'Op de laptop.')
  await lay('Op de laptop.')
  await Promise.all([lay('Op de laptop.'), lay('Op de telefoon.')])
  assert.deepEqual(await textsFor(mentor, id), ['Op de telefoon.', 'Op de laptop.'])
  assert.deepEqual((await table.read(mentor, id)).drafts, {})
})

test('there is no way to the decision without two explanations of which one is ordinary', async () => {
  const { careCoordinator, mentor } = people
  const id = await viewpoints()
  for (const act of ['reveal', 'next', 'reveal', 'next'] as const) {
    await table.move(careCoordinator, id, act)
  }
  await table.write(mentor, id, 'reading', anExplanation('Iemand geeft hem spullen.', false))
  await table.write(careCoordinator, id, 'reading', anExplanation('Hij wordt gedwongen.', false))
  await table.move(careCoordinator, id, 'reveal')
  await assert.rejects(
    table.move(careCoordinator, id, 'next'),
    refused('invalid', 'needs-competing-explanations'),
  )
  await table.write(mentor, id, 'reading', anExplanation('Hij heeft een bijbaan.', true))
  await table.move(careCoordinator, id, 'next')
  assert.equal((await table.read(mentor, id)).place, '4-open')
})

test('a decision ends the table: the code is closed, and nobody writes any more', async () => {
  const { careCoordinator, mentor, leader, colleague } = people
  const id = await aTable(house, desk, [careCoordinator, mentor], { method: 'five-steps' })
  const { code = '' } = await table.read(careCoordinator, id)
  for (const act of ['next', 'next', 'reveal', 'next', 'reveal', 'next'] as const) {
    await table.move(careCoordinator, id, act)
  }
  const told = { pupil: 'Wij praten vrijdag.', parents: '' }
  const decision = {
    question: 'Wat helpt hem nu?',
    agreement: 'De mentor belt.',
    outcome: 'next-step',
    ownerId: leader.personId,
    dueOn: '2026-12-01',
    told,
    from: '4-open',
  } as const
  await assert.rejects(
    table.does(mentor, (work) => decide(work, desk, id, decision)),
    refused('not-allowed', 'only-the-facilitator'),
  )
  await table.does(careCoordinator, (work) => decide(work, desk, id, decision))
  const seen = await table.read(mentor, id)
  assert.deepEqual(
    [seen.state, seen.outcome, seen.conclusion?.question, seen.told, seen.code],
    ['ended', 'next-step', 'Wat helpt hem nu?', told, undefined],
  )
  await assert.rejects(table.join(colleague, code), refused('not-found', 'no-such-code'))
  await assert.rejects(
    table.write(mentor, id, 'evaluation', { kind: 'insight', text: 'Nog iets.' }),
    refused('conflict', 'not-running'),
  )
})

test('when the facilitator drops out somebody at the table goes on, without seeing more', async () => {
  const { careCoordinator, mentor, colleague } = people
  const id = await viewpoints()
  await table.write(colleague, id, 'viewpoints', aThought('Nog dicht.'))
  const take = (from: string) => table.does(mentor, (work) => takeOver(work, desk, id, from))
  await take(careCoordinator.personId)
  await assert.rejects(take(careCoordinator.personId), refused('conflict', 'moved-already'))
  assert.deepEqual(await textsFor(mentor, id), [])
  assert.equal((await table.read(colleague, id)).facilitatorId, mentor.personId)
  await table.move(mentor, id, 'reveal')
  assert.deepEqual(await textsFor(mentor, id), ['Nog dicht.'])
})

test('only the facilitator takes somebody away, never the facilitator nor who set the table', async () => {
  const { careCoordinator, mentor, colleague, leader } = people
  const id = await viewpoints()
  const away = (who: typeof mentor, whom: typeof mentor) => table.takeAway(who, id, whom)
  await assert.rejects(away(mentor, colleague), refused('not-allowed', 'only-the-facilitator'))
  await assert.rejects(
    away(careCoordinator, careCoordinator),
    refused('not-allowed', 'holds-the-table'),
  )
  await assert.rejects(away(careCoordinator, leader), refused('invalid', 'choose-participant'))
  await table.does(mentor, (work) => takeOver(work, desk, id, careCoordinator.personId))
  // Somebody with the wrong code who takes over cannot shut out the person whose table it is.
  await assert.rejects(away(mentor, careCoordinator), refused('not-allowed', 'holds-the-table'))
  await assert.rejects(away(mentor, mentor), refused('not-allowed', 'holds-the-table'))
  assert.equal((await table.read(careCoordinator, id)).people.length, 3)
})

test('what somebody who was taken away laid down stays with the name, and turns with the rest', async () => {
  const { careCoordinator, mentor, colleague, school } = people
  const id = await viewpoints()
  const key = newId()
  await table.write(mentor, id, 'occasion', {
    kind: 'fact',
    text: 'Lag al open.',
    origin: 'own',
    moment: '',
  })
  await table.write(mentor, id, 'viewpoints', aThought('Lag nog dicht.'))
  await table.does(mentor, async (work) => {
    const fields = { text: 'Nog niet neergelegd' }
    const typing = { phase: 'viewpoints', kind: 'fact', key, fields, card: undefined } as const
    await keepCardDraft(work, desk, id, typing)
    await sayReady(work, desk, id, { phase: 'viewpoints', ready: true })
  })
  await table.does(careCoordinator, (work) => appointInbrenger(work, desk, id, mentor.personId))
  const before = await table.read(colleague, id)
  assert.equal(before.ready.count, 1)
  await Promise.all([1, 2].map(() => table.takeAway(careCoordinator, id, mentor)))
  const seen = await table.read(colleague, id)
  assert.ok(seen.revision > before.revision)
  assert.deepEqual(
    [seen.people.includes(mentor.personId), seen.inbrengerId, seen.ready.count],
    [false, undefined, 0],
  )
  assert.deepEqual(await textsFor(colleague, id), ['Lag al open.'])
  await table.move(careCoordinator, id, 'reveal')
  assert.deepEqual(await textsFor(colleague, id), ['Lag al open.', 'Lag nog dicht.'])
  assert.ok((await table.read(colleague, id)).names.get(mentor.personId))
  const { rows } = await house.pool.query(
    'select from intervision_participant where intervision_id = $1 and draft is not null',
    [id],
  )
  assert.equal(rows.length, 0)
  const acts = (await house.trailOf(school)).filter(
    ({ subject, details }) => subject === id && details.person === mentor.personId,
  )
  assert.deepEqual(acts.map(({ act }) => act).sort(), [
    'intervision.take-away',
    'intervision.take-away-again',
  ])
})

test('whoever waits for the table while being taken away from it does nothing any more', async () => {
  const { careCoordinator, mentor } = people
  const id = await viewpoints()
  const acts: Promise<unknown>[] = []
  const waiting = async (count: number): Promise<void> => {
    const { rows } = await house.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length < count) await waiting(count)
  }
  await table.does(careCoordinator, async (work) => {
    await takeAway(work, desk, id, mentor.personId)
    acts.push(
      table.does(mentor, (other) => takeOver(other, desk, id, careCoordinator.personId)),
      table.write(mentor, id, 'viewpoints', aThought('Te laat.')),
    )
    for (const act of acts) act.catch(() => undefined)
    await waiting(acts.length)
  })
  for (const act of acts) await assert.rejects(act, refused('not-found', 'no-such-intervision'))
  assert.equal((await table.read(careCoordinator, id)).facilitatorId, careCoordinator.personId)
})

test('nobody is taken away from a table that has ended', async () => {
  const { careCoordinator, mentor } = people
  const id = await viewpoints()
  await table.does(careCoordinator, (work) => stopIntervision(work, desk, id, '1-writing'))
  await assert.rejects(
    table.takeAway(careCoordinator, id, mentor),
    refused('conflict', 'not-running'),
  )
})

test('only somebody at the table can bring the case', async () => {
  const { careCoordinator, colleague, leader, mentor } = people
  const id = await viewpoints()
  const appoint = (who: string) =>
    table.does(careCoordinator, (work) => appointInbrenger(work, desk, id, who))
  await assert.rejects(appoint(leader.personId), refused('invalid', 'choose-participant'))
  await table.takeAway(careCoordinator, id, colleague)
  await assert.rejects(appoint(colleague.personId), refused('invalid', 'choose-participant'))
  await appoint(mentor.personId)
  assert.equal((await table.read(mentor, id)).inbrengerId, mentor.personId)
})

test('a code is typed as people type, and joining twice is joining once', async () => {
  const { careCoordinator, leader } = people
  const id = await table.start(careCoordinator)
  const { code = '' } = await table.read(careCoordinator, id)
  const typed = code.replace('N-', '').replace('-', ' ').toLowerCase()
  assert.equal(await table.join(leader, typed), id)
  assert.equal(await table.join(leader, code), id)
  assert.equal((await table.read(leader, id)).people.length, 2)
})

test('the form that starts a table, sent twice, starts one', async () => {
  const { leader } = people
  const key = newId()
  const ids = await Promise.all([table.start(leader, { key }), table.start(leader, { key })])
  assert.equal(new Set(ids).size, 1)
  const lines = await table.does(leader, (work) => listIntervisions(work, desk))
  assert.equal(lines.filter(({ id }) => id === ids[0]).length, 1)
})

test('every act leaves its entry, and no word that was written is among them', async () => {
  const { careCoordinator, mentor, school } = people
  const id = await viewpoints()
  await table.write(mentor, id, 'viewpoints', aThought('Een heel eigen zin.'))
  await table.move(careCoordinator, id, 'reveal')
  const trail = (await house.trailOf(school)).filter(({ subject }) => subject === id)
  const acts = trail.map(({ act }) => act).filter((act) => act !== 'intervision.read')
  assert.deepEqual(acts, [
    'intervision.start',
    'intervision.join',
    'intervision.join',
    'intervision.begin',
    'intervision.next',
    'intervision.write',
    'intervision.reveal',
  ])
  assert.doesNotMatch(JSON.stringify(trail), /eigen zin|Nieuwe spullen/)
})
