import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aCase } from '#capabilities/cases/a-case.ts'
import { sendMessage } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aTableChannel, aTableDesk, sharing, someWords } from './a-table.ts'
import { agreeOn } from './agree-on.ts'
import { bringContribution } from './bring-contribution.ts'
import { conveneTable } from './convene-table.ts'
import type { TableDesk } from './desk.ts'
import { endTable } from './end-table.ts'
import { followAgreement } from './follow-agreement.ts'
import { readTable, readTables } from './read-table.ts'
import {
  type AgreementAct,
  mayFix,
  possibleOnAgreement,
  possibleOnSeat,
  type SeatAct,
} from './round-table.ts'
import { sayOnMinutes } from './say-on-minutes.ts'
import { takeSeat } from './take-seat.ts'
import { fixMinutes, proposeMinutes } from './write-minutes.ts'

let house: TestHouse
let desk: TableDesk
let channel: ReturnType<typeof aTableChannel>
let school: PersonActor
let town: PersonActor
let help: PersonActor
let safe: PersonActor
let outsider: PersonActor
let mentor: PersonActor

before(async () => {
  house = await aHouse()
  desk = aTableDesk(house)
  channel = aTableChannel(house, desk)
  const one = await house.anOrganisation()
  school = await house.aPerson(one, ['care-coordinator'], 'Samira Denkbeeld')
  mentor = await house.aPerson(one, ['mentor'], 'Milan Proefpersoon')
  const of = async (
    kind: Parameters<TestHouse['anOrganisation']>[0],
    role: PersonActor['roles'][number],
  ) =>
    house.aPerson(
      await house.anOrganisation(kind, `Een ${kind} (verzonnen)`),
      [role],
      `Iemand ${role}`,
    )
  town = await of('municipality', 'municipal-coordinator')
  help = await of('youth-help', 'youth-worker')
  safe = await of('safe-home', 'safe-home-worker')
  outsider = await of('municipality', 'municipal-coordinator')
})
after(() => house.close())

const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
  sharing(house)(actor, verb)
const refused = (kind: string, because: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind && error.because === because
const noSuch = refused('not-found', 'no-such-table')
const day = '2026-12-01'

const convene = async (change: object = {}) => {
  const made = await does(school, (work) =>
    conveneTable(work, desk, {
      invited: [town, help, safe].map(({ organisationId, roles: [role = 'mentor'] }) => ({
        party: organisationId,
        role,
      })),
      aim: 'help',
      day,
      words: someWords(),
      seen: [],
      ...change,
    }),
  )
  assert.ok('id' in made)
  return made.id
}
const seat = (actor: PersonActor, id: string, act: SeatAct) =>
  does(actor, (work) => takeSeat(work, desk, id, act))
const read = (actor: PersonActor, id: string) => does(actor, (work) => readTable(work, desk, id))

/** Convened, and everybody but `absent` takes part. */
const aTable = async (change: object = {}) => {
  const id = await convene(change)
  await channel.settle()
  for (const actor of [town, help, safe]) await seat(actor, id, 'join')
  await channel.settle()
  return id
}

/** Answers every condition of a road so that it is open. */
const answersOn = (road: string): Record<string, string> => {
  const line = desk.law.sharing.findLine(road)
  assert.ok(line, road)
  return Object.fromEntries(
    desk.law.sharing
      .questionsOf(line)
      .map((question) => [
        question.id,
        question.answer === 'yes-no'
          ? 'yes'
          : question.answer === 'words'
            ? 'Daarom.'
            : (question.choices.find(({ id }) => !question.forbids?.includes(id))?.id ?? ''),
      ]),
  )
}
const bring = (
  actor: PersonActor,
  id: string,
  to: PersonActor,
  road: string,
  text: string,
  change: object = {},
) =>
  does(actor, (work) =>
    bringContribution(work, desk, id, {
      to: to.organisationId,
      kind: 'fact',
      text,
      road,
      answers: answersOn(road),
      language: 'nl',
      ...change,
    }),
  )
const end = (id: string) =>
  does(school, (work) => endTable(work, desk, id, { keepUntil: '2027-01-31' }))
const agree = (id: string, owner: PersonActor, text = 'Belt de ouders.') =>
  does(school, (work) =>
    agreeOn(work, desk, id, { owner: owner.organisationId, text, due: day, seen: [] }),
  )
const agreementOf = async (actor: PersonActor, id: string) => {
  const item = (await read(actor, id)).items.find(({ kind }) => kind === 'agreement')
  assert.ok(item)
  return item
}
const follow = (actor: PersonActor, tableId: string, id: string, act: AgreementAct, change = {}) =>
  does(actor, (work) =>
    followAgreement(work, desk, { tableId, id }, { act, reason: '', ...change }),
  )

test('an organisation that was not invited, and a role that was not, find nothing and can do nothing', async () => {
  const id = await aTable()
  for (const actor of [outsider, mentor]) {
    await assert.rejects(read(actor, id), noSuch)
    await assert.rejects(seat(actor, id, 'leave'), noSuch)
    await assert.rejects(bring(actor, id, town, 'school-municipality', 'x'), noSuch)
  }
  assert.deepEqual(await does(outsider, (work) => readTables(work, desk)), [])
  await assert.rejects(
    does(mentor, (work) => readTables(work, desk)),
    refused('not-allowed', 'no-tables-here'),
  )
  await assert.rejects(
    does(safe, (work) =>
      agreeOn(work, desk, id, { owner: town.organisationId, text: 'x', due: day, seen: [] }),
    ),
    refused('not-allowed', 'only-the-convener'),
  )
})

test('forged turns of an organisation that is not there, and of one in the place of the convener, are refused', async () => {
  const id = await aTable()
  const send = (actor: PersonActor, to: PersonActor, turn: object) =>
    does(actor, (work) =>
      sendMessage(work, house, {
        to: to.organisationId,
        kind: 'round-tables.turn',
        body: { table: id, turn },
      }),
    )
  const forged = [
    { act: 'end', keepUntil: day },
    { act: 'minutes', id: newId(), version: 1, text: 'Onderschoven.', due: day },
    { act: 'agreement', id: newId(), text: 'Onderschoven.', due: day },
    { act: 'fixed', version: 1 },
  ]
  for (const turn of forged) {
    await send(outsider, town, turn)
    await send(help, town, turn)
  }
  await send(outsider, town, { act: 'seat', state: 'left', answer: false })
  await send(help, town, { act: 'word', id: newId(), version: 1, state: 'approved', text: '' })
  await channel.settle()
  const there = await read(town, id)
  assert.deepEqual([there.ended, there.items], [false, []])
  assert.deepEqual(
    there.seats.map(({ state }) => state),
    ['joined', 'joined', 'joined', 'joined'],
  )
})

test('the invitation tells of nobody: what may tell who it is is shown first', async () => {
  const caseId = await aCase(house, desk.cases, school)
  const made = await does(school, (work) =>
    conveneTable(work, desk, {
      invited: [{ party: town.organisationId, role: 'municipal-coordinator' }],
      aim: 'help',
      day,
      words: someWords({ question: 'Wie helpt Noor?' }),
      caseId,
      seen: [],
    }),
  )
  assert.ok('look' in made)
  const id = await convene({ caseId })
  await channel.settle()
  const { rows } = await house.pool.query(
    'select organisation_id, case_id, made_by from round_table where id = $1 and organisation_id <> $2',
    [id, school.organisationId],
  )
  assert.equal(rows.length, 3)
  for (const row of rows) assert.deepEqual([row.case_id, row.made_by], [null, null])
})

test('a contribution reaches whom it is for; the others see from whom to whom, and not a word', async () => {
  const id = await aTable()
  assert.equal(await bring(school, id, town, 'school-municipality', 'Zeldzaamfeit.'), undefined)
  await channel.settle()
  const got = (await read(town, id)).items
  assert.deepEqual(
    got.map(({ kind, words }) => [kind, words?.text]),
    [['contribution', 'Zeldzaamfeit.']],
  )
  assert.ok((got[0]?.words?.basis?.conditions.length ?? 0) > 0)
  for (const actor of [help, safe]) {
    const seen = await read(actor, id)
    assert.deepEqual(
      seen.items.map(({ kind, from, to, words }) => [kind, from, to, words]),
      [['brought', school.organisationId, town.organisationId, undefined]],
    )
    assert.doesNotMatch(JSON.stringify(seen), /Zeldzaamfeit/)
  }
  assert.doesNotMatch(JSON.stringify(await house.trailOf(school.organisationId)), /Zeldzaamfeit/)
})

test('what the table does not allow is refused with the reason, and nothing leaves', async () => {
  const id = await aTable()
  const answers = { ...answersOn('school-municipality'), consent: 'nobody' }
  const no = await bring(school, id, town, 'school-municipality', 'x', { answers })
  assert.ok(no && no.why.length > 0)
  // A line that runs elsewhere, and a kind of information that the line does not carry.
  await assert.rejects(
    bring(school, id, town, 'police-municipality', 'x'),
    refused('invalid', 'choose-road'),
  )
  assert.ok(await bring(school, id, town, 'school-municipality', 'x', { kind: 'decision' }))
  // The care and safety house is for its participants; a school is none.
  await assert.rejects(
    bring(school, id, town, 'care-and-safety-house', 'x'),
    refused('invalid', 'choose-road'),
  )
  assert.equal(await bring(town, id, safe, 'care-and-safety-house', 'Wel.'), undefined)
  await channel.settle()
  assert.deepEqual(
    (await read(school, id)).items.map(({ kind }) => kind),
    ['brought'],
  )
})

test('whoever left keeps nothing, reads nothing, and nothing more reaches it', async () => {
  const id = await aTable()
  await bring(school, id, town, 'school-municipality', 'Voor de gemeente.')
  await channel.settle()
  // Under way while it leaves.
  await bring(school, id, town, 'school-municipality', 'Onderweg.')
  await seat(town, id, 'leave')
  await channel.settle()
  await assert.rejects(read(town, id), noSuch)
  const { rows } = await house.pool.query(
    'select count(*)::int as n from round_table_item where organisation_id = $1 and table_id = $2 and content is not null',
    [town.organisationId, id],
  )
  assert.equal(rows[0].n, 0)
  const own = (await read(school, id)).items.filter(({ kind }) => kind === 'contribution')
  assert.deepEqual(
    own.map(({ undelivered }) => undelivered),
    [undefined, 'not-at-the-table'],
  )
  await assert.rejects(
    bring(school, id, town, 'school-municipality', 'Daarna.'),
    refused('invalid', 'choose-recipient'),
  )
})

test('an agreement goes to its owner only, is taken on or not, and followed', async () => {
  const id = await aTable()
  await agree(id, town, 'De gemeente zoekt een plek.')
  await channel.settle()
  assert.deepEqual((await read(help, id)).items, [])
  const item = await agreementOf(town, id)
  await assert.rejects(follow(help, id, item.id, 'accept'), refused('not-found', 'no-such-item'))
  await assert.rejects(
    follow(town, id, item.id, 'done'),
    refused('conflict', 'cannot-done-when-proposed'),
  )
  await assert.rejects(follow(town, id, item.id, 'refuse'), refused('invalid', 'reason-missing'))
  const caseId = await aCase(house, desk.cases, town)
  await follow(town, id, item.id, 'accept', { caseId })
  const tasks = async () => {
    const { rows } = await house.pool.query(
      'select state from case_task where case_id = $1 and from_id = $2',
      [caseId, item.id],
    )
    return rows.map(({ state }) => state)
  }
  assert.deepEqual(await tasks(), ['open'])
  await channel.settle()
  assert.equal((await agreementOf(school, id)).state, 'accepted')
  await follow(town, id, item.id, 'done')
  await channel.settle()
  assert.deepEqual(await tasks(), ['done'])
  assert.equal((await agreementOf(school, id)).state, 'done')
})

test('minutes are fixed when everybody approved that version, or when the last day is over', async () => {
  const id = await aTable()
  const propose = (text: string) =>
    does(school, (work) => proposeMinutes(work, desk, id, { text, due: day, seen: [] }))
  const say = (actor: PersonActor, state: 'approved' | 'remarked', text = '') =>
    does(actor, (work) => sayOnMinutes(work, desk, id, { state, text }))
  const fix = () => does(school, (work) => fixMinutes(work, desk, id))
  await assert.rejects(fix(), refused('conflict', 'no-minutes'))
  await propose('Het eerste verslag.')
  await channel.settle()
  await say(town, 'approved')
  await say(help, 'remarked', 'Er mist iets.')
  await channel.settle()
  await assert.rejects(fix(), refused('conflict', 'not-approved-yet'))
  // What was said of the minutes is between each and the convener.
  assert.doesNotMatch(JSON.stringify(await read(town, id)), /Er mist iets/)
  await propose('Het tweede verslag.')
  await channel.settle()
  for (const actor of [town, help, safe]) await say(actor, 'approved')
  await channel.settle()
  await fix()
  await channel.settle()
  const last = (await read(safe, id)).items.findLast(({ kind }) => kind === 'minutes')
  assert.deepEqual([last?.state, last?.version], ['fixed', 2])
  await assert.rejects(propose('Nog een.'), refused('conflict', 'minutes-fixed'))
  const silent = { joined: ['a', 'b'], approved: ['a'], lastDay: day }
  assert.equal(mayFix(silent, day), false)
  assert.equal(mayFix(silent, '2026-12-02'), true)
})

test('after the end nobody reads minutes or contributions of others; what is one’s own and what was taken on stays', async () => {
  const id = await aTable()
  await bring(school, id, town, 'school-municipality', 'Van de school.')
  await bring(town, id, safe, 'care-safe-home', 'Van de gemeente.')
  await agree(id, town)
  await does(school, (work) =>
    proposeMinutes(work, desk, id, { text: 'Verslag.', due: day, seen: [] }),
  )
  await channel.settle()
  await follow(town, id, (await agreementOf(town, id)).id, 'accept')
  await channel.settle()
  await end(id)
  await channel.settle()
  const words = async (actor: PersonActor) =>
    (await read(actor, id)).items.flatMap(({ kind, words: one }) =>
      one?.text ? [`${kind}: ${one.text}`] : [],
    )
  assert.deepEqual(await words(school), [
    'contribution: Van de school.',
    'agreement: Belt de ouders.',
    'minutes: Verslag.',
  ])
  assert.deepEqual(await words(town), [
    'contribution: Van de gemeente.',
    'agreement: Belt de ouders.',
  ])
  assert.deepEqual(await words(safe), [])
  assert.equal((await read(safe, id)).words, undefined)
  await assert.rejects(
    bring(town, id, safe, 'care-safe-home', 'Daarna.'),
    refused('conflict', 'table-ended'),
  )
  await follow(town, id, (await agreementOf(town, id)).id, 'done')
})

test('the tables of what can be done are complete', () => {
  assert.deepEqual(possibleOnSeat('invited'), ['join', 'decline'])
  assert.deepEqual(possibleOnSeat('joined'), ['leave'])
  assert.deepEqual([possibleOnSeat('declined'), possibleOnSeat('left')], [[], []])
  assert.deepEqual(possibleOnAgreement('proposed'), ['accept', 'refuse'])
  assert.deepEqual(possibleOnAgreement('accepted'), ['done', 'not-done'])
  for (const over of ['refused', 'done', 'not-done'] as const)
    assert.deepEqual(possibleOnAgreement(over), [])
})

/** Any order of joining, bringing, agreeing, following, leaving, ending and carrying. */
test('whatever crosses whatever: nobody holds words that were not for it, or after it left or it ended', async () => {
  const people = () => [school, town, help, safe]
  const roads: Record<string, string> = {
    '0>1': 'school-municipality',
    '0>3': 'school-safe-home',
    '0>2': 'school-youth-help',
    '1>3': 'care-safe-home',
    '1>0': 'municipality-school',
    '2>3': 'care-safe-home',
  }
  const act = fc.oneof(
    fc.record({
      what: fc.constantFrom('join', 'leave', 'decline'),
      who: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ what: fc.constant('bring'), pair: fc.constantFrom(...Object.keys(roads)) }),
    fc.record({ what: fc.constant('agree'), who: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      what: fc.constantFrom('accept', 'refuse', 'done'),
      who: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      what: fc.constantFrom('carry', 'carry', 'end'),
      who: fc.integer({ min: 0, max: 3 }),
    }),
  )
  let brought = 0

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 18 }), async (acts) => {
      const id = await convene()
      await channel.settle()
      for (const actor of [town, help]) await seat(actor, id, 'join')
      await channel.settle()
      let count = 0
      const attempt = (doing: Promise<unknown>) =>
        doing.then(
          () => true,
          (error: unknown) => {
            if (error instanceof Refusal) return false
            throw error
          },
        )
      for (const one of acts) {
        const actor = 'who' in one ? (people()[one.who] ?? school) : school
        if (one.what === 'carry') await channel.carryFrom(actor.organisationId)
        else if (one.what === 'end') await attempt(end(id))
        else if (one.what === 'agree')
          await attempt(agree(id, actor, `afspraak>${actor.organisationId}`))
        else if ('pair' in one) {
          const [from = 0, to = 0] = one.pair.split('>').map(Number)
          const [a, b] = [people()[from] ?? school, people()[to] ?? school]
          count += 1
          const text = `woorden ${count}>${b.organisationId}`
          if (await attempt(bring(a, id, b, roads[one.pair] ?? '', text))) brought += 1
        } else if (one.what === 'join' || one.what === 'leave' || one.what === 'decline') {
          await attempt(seat(actor, id, one.what))
        } else {
          const said = one.what as AgreementAct
          const item = await agreementOf(actor, id).catch(() => undefined)
          if (item) await attempt(follow(actor, id, item.id, said, { reason: 'Daarom.' }))
        }
      }
      await channel.settle()
      for (const actor of people()) {
        const { rows } = await house.pool.query(
          `select i.from_id, i.to_id, i.kind, i.state, i.content is not null as words, s.state as seat, t.ended_at
           from round_table t join round_table_seat s on s.organisation_id = t.organisation_id and s.table_id = t.id
             and s.party_id = t.organisation_id
           left join round_table_item i on i.organisation_id = t.organisation_id and i.table_id = t.id
           where t.organisation_id = $1 and t.id = $2`,
          [actor.organisationId, id],
        )
        for (const row of rows) {
          const received = row.from_id !== null && row.from_id !== actor.organisationId
          if (!received || !row.words) continue
          assert.equal(row.to_id ?? actor.organisationId, actor.organisationId)
          assert.ok(row.seat === 'joined', `${row.kind} with one that ${row.seat}`)
          const kept =
            row.kind === 'agreement' && ['accepted', 'done', 'not-done'].includes(row.state)
          assert.ok(row.ended_at === null || kept, `${row.kind} after the end`)
        }
      }
      // Both sides of an agreement that arrived say the same, unless it was followed after the end.
      const all = await house.pool.query(
        `select a.state as here, b.state as there, t.ended_at from round_table_item a
         join round_table_item b on b.id = a.id and b.organisation_id = a.to_id
         join round_table_seat s on s.organisation_id = b.organisation_id and s.table_id = b.table_id and s.party_id = b.organisation_id
         join round_table t on t.organisation_id = b.organisation_id and t.id = b.table_id
         where a.table_id = $1 and a.kind = 'agreement' and a.organisation_id = $2 and s.state = 'joined'`,
        [id, school.organisationId],
      )
      for (const { here, there, ended_at } of all.rows) {
        if (ended_at === null) assert.equal(here, there)
      }
    }),
    { numRuns: 12 },
  )
  assert.ok(brought > 5)
})
