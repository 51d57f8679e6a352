import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { aSchool } from '#capabilities/signals/a-recording.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { anExplanation, aTable, aTableDesk, atTable } from './an-intervision.ts'
import { decide, stopIntervision } from './decide.ts'
import type { IntervisionDesk } from './desk.ts'
import { enterPaper } from './enter-paper.ts'
import { forgetIntervisions } from './forget-intervisions.ts'
import { listAgreements } from './list-agreements.ts'
import { listIntervisions } from './list-intervisions.ts'
import type { PaperCard } from './paper-form.ts'
import { takeToCase, yieldOf } from './take-to-case.ts'

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

const words = {
  source: 'intervisie (Niet pluis)',
  copied: 'Van papier.',
  task: 'Afspraak uit de intervisie',
  noReasons: 'Besproken.',
  outcome: 'Er is meer zorg nodig',
}

const aDecision = (ownerId: string) => ({
  question: 'Wie helpt hem aan een andere bijbaan?',
  agreement: 'De mentor praat met hem.',
  outcome: 'more-care' as const,
  ownerId,
  dueOn: '2026-12-04',
  told: { pupil: 'Wij praten vrijdag.', parents: 'De mentor belt donderdag.' },
})

/** A whole table, up to and with its decision. */
async function ended({ innocent = true, owner = people.mentor } = {}): Promise<string> {
  const { careCoordinator, mentor } = people
  const id = await aTable(house, desk, [careCoordinator, mentor])
  await table.write(mentor, id, 'occasion', {
    kind: 'fact',
    text: 'Kwam dinsdag met een nieuwe telefoon.',
    origin: 'own',
    moment: 'dinsdag',
  })
  const go = async (...acts: ('next' | 'reveal')[]) => {
    for (const act of acts) await table.move(careCoordinator, id, act)
  }
  await go('next', 'reveal', 'next', 'reveal', 'next')
  await table.write(mentor, id, 'reading', anExplanation('Iemand geeft hem spullen.', false))
  if (innocent) {
    await table.write(careCoordinator, id, 'reading', anExplanation('Hij spaarde ervoor.', true))
    await go('reveal', 'next')
    await table.does(careCoordinator, (work) =>
      decide(work, desk, id, { ...aDecision(owner.personId), from: '4-open' }),
    )
  }
  return id
}

const entriesOf = async (caseId: string) => {
  const { rows } = await house.pool.query(
    `select kind, origin, from_capability, from_id from case_entry
     where case_id = $1 and kind <> 'event' order by id`,
    [caseId],
  )
  return rows
}

test('a decision whose answer was lost is answered the same; another decision is told that the table ended', async () => {
  const { careCoordinator, mentor, school } = people
  const id = await ended()
  const again = (change: object = {}) =>
    table.does(careCoordinator, (work) =>
      decide(work, desk, id, { ...aDecision(mentor.personId), from: '4-open', ...change }),
    )
  await again()
  for (const change of [
    { agreement: 'Iets anders.' },
    { dueOn: '2026-12-05' },
    { told: { pupil: '', parents: '' } },
  ]) {
    await assert.rejects(again(change), refused('conflict', 'moved-already'))
  }
  const acts = (await house.trailOf(school))
    .filter(({ subject, act }) => subject === id && act.startsWith('intervision.decide'))
    .map(({ act }) => act)
  assert.deepEqual(acts, ['intervision.decide', 'intervision.decide-again'])
})

test('who does it is told without words, and sees what was agreed; of the table they learn nothing', async () => {
  const { careCoordinator, mentor, leader, colleague } = people
  const agreementsOf = (who: typeof mentor) => table.does(who, (work) => listAgreements(work, desk))
  const toldOf = async () => {
    const { rows } = await house.pool.query(
      `select recipient_id, reference from outbox where template = 'agreement-given'
         and recipient_id = any($1) order by id`,
      [[careCoordinator.personId, leader.personId]],
    )
    return rows
  }
  const [own, theirs] = [await ended({ owner: careCoordinator }), await ended({ owner: leader })]
  assert.deepEqual(await toldOf(), [{ recipient_id: leader.personId, reference: '' }])
  const agreed = { outcome: 'more-care', text: 'De mentor praat met hem.', dueOn: '2026-12-04' }
  assert.deepEqual(await agreementsOf(leader), [agreed])
  assert.deepEqual(await agreementsOf(colleague), [])
  assert.deepEqual(await table.does(leader, (work) => listIntervisions(work, desk)), [])
  for (const id of [own, theirs]) {
    await assert.rejects(table.read(leader, id), refused('not-found', 'no-such-intervision'))
  }
})

test('what a colleague saw and thought stays theirs in the case, and when they wrote it', async () => {
  const { careCoordinator, mentor } = people
  const caseId = await aCase(house, aDesk(house), careCoordinator)
  const id = await aTable(house, desk, [careCoordinator, mentor])
  const saw = (text: string, origin: 'own' | 'hearsay') =>
    ({ kind: 'fact', text, origin, moment: '' }) as const
  await table.write(mentor, id, 'occasion', saw('De mentor zag het.', 'own'))
  await table.write(careCoordinator, id, 'occasion', saw('Ik zag het.', 'own'))
  await table.write(careCoordinator, id, 'occasion', saw('Ik hoorde het.', 'hearsay'))
  for (const act of ['next', 'reveal', 'next', 'reveal', 'next'] as const) {
    await table.move(careCoordinator, id, act)
  }
  await table.write(mentor, id, 'reading', anExplanation('Iemand geeft hem spullen.', false))
  await table.write(mentor, id, 'reading', anExplanation('Hij spaarde ervoor.', true))
  await table.move(careCoordinator, id, 'reveal')
  await table.does(careCoordinator, (work) => stopIntervision(work, desk, id, '3-revealed'))
  const { facts, interpretations } = yieldOf(await table.read(careCoordinator, id))
  const cards = [...facts, ...interpretations].map((card) => card.id)
  await table.does(careCoordinator, (work) =>
    takeToCase(work, desk, id, { caseId, cards, decision: false, key: newId(), words }),
  )
  const { rows } = await house.pool.query(
    `select e.origin, e.written_by, v.written_by as first_by, e.written_at = v.written_at as at_once,
       e.written_at in (select written_at from intervision_contribution) as as_then
     from case_entry e join case_entry_version v on v.entry_id = e.id
     where e.case_id = $1 and kind <> 'event' order by e.id`,
    [caseId],
  )
  const entry = (origin: string | null, { personId }: typeof mentor) => ({
    origin,
    written_by: personId,
    first_by: personId,
    at_once: true,
    as_then: true,
  })
  assert.deepEqual(rows, [
    entry('own', mentor),
    entry('own', careCoordinator),
    entry('hearsay', careCoordinator),
    entry(null, mentor),
  ])
})

test('what the team chose goes to the case once, each as what it is, with a task for who does it', async () => {
  const { careCoordinator, mentor } = people
  const caseId = await aCase(house, aDesk(house), careCoordinator, { circle: [mentor] })
  const id = await ended()
  const chosen = yieldOf(await table.read(careCoordinator, id))
  const cards = [...chosen.facts, ...chosen.interpretations].map((card) => card.id)
  const key = newId()
  const take = (who = careCoordinator, sent = key) =>
    table.does(who, (work) =>
      takeToCase(work, desk, id, { caseId, cards, decision: true, key: sent, words }),
    )
  await assert.rejects(take(mentor), refused('not-allowed', 'only-the-facilitator'))
  // The answer to the first was lost.
  await Promise.all([take(), take()])
  const from = { from_capability: 'intervision', from_id: id }
  assert.deepEqual(await entriesOf(caseId), [
    { kind: 'fact', origin: 'own', ...from },
    { kind: 'interpretation', origin: null, ...from },
    { kind: 'decision', origin: null, ...from },
  ])
  const tasks = await house.pool.query(
    'select owner_id, due_on::text, from_id, place from case_task where case_id = $1',
    [caseId],
  )
  // Without a place of its own it is ended on the page of the task, by an owner who sat at no table.
  assert.deepEqual(tasks.rows, [
    { owner_id: mentor.personId, due_on: '2026-12-04', from_id: id, place: null },
  ])
  await take()
  await assert.rejects(take(careCoordinator, newId()), refused('conflict', 'taken-already'))
  assert.equal((await entriesOf(caseId)).length, 3)
})

test('nothing goes to a case that was not chosen, or to one outside one’s circle', async () => {
  const { careCoordinator, leader } = people
  const theirs = await aCase(house, aDesk(house), leader)
  const own = await aCase(house, aDesk(house), careCoordinator)
  const id = await ended()
  const take = (caseId: string) =>
    table.does(careCoordinator, (work) =>
      takeToCase(work, desk, id, { caseId, cards: [], decision: false, key: newId(), words }),
    )
  await assert.rejects(take(theirs), refused('not-found', 'no-such-case'))
  await assert.rejects(take(own), refused('invalid', 'choose-something'))
  assert.deepEqual([await entriesOf(theirs), await entriesOf(own)], [[], []])
})

test('what was never turned does not go along', async () => {
  const { careCoordinator } = people
  const id = await ended({ innocent: false })
  const { facts, interpretations } = yieldOf(await table.read(careCoordinator, id))
  assert.deepEqual([facts.length, interpretations.length], [1, 0])
})

test('paper that was typed in holds to the same rule, and sent twice it is there once', async () => {
  const { careCoordinator, mentor } = people
  const id = await table.start(careCoordinator, { onPaper: true })
  const cards: PaperCard[] = [
    {
      phase: 'occasion',
      contribution: { kind: 'fact', text: 'Kwam laat.', origin: 'own', moment: '' },
    },
    { phase: 'reading', contribution: anExplanation('Iemand geeft hem spullen.', false) },
  ]
  const enter = (more: typeof cards) =>
    table.does(careCoordinator, (work) =>
      enterPaper(work, desk, id, {
        cards: [...cards, ...more],
        decision: aDecision(mentor.personId),
      }),
    )
  await assert.rejects(enter([]), refused('invalid', 'needs-competing-explanations'))
  const ordinary = {
    phase: 'reading',
    contribution: anExplanation('Hij spaarde ervoor.', true),
  }
  await enter([ordinary])
  await enter([ordinary])
  const seen = await table.read(careCoordinator, id)
  assert.deepEqual([seen.state, seen.cards.length, seen.code], ['ended', 3, undefined])
  // Who wrote it on the sheet is not known here: whoever types it in claims to have seen nothing.
  const caseId = await aCase(house, aDesk(house), careCoordinator)
  const taken = seen.cards.map((card) => card.id)
  await table.does(careCoordinator, (work) =>
    takeToCase(work, desk, id, { caseId, cards: taken, decision: false, key: newId(), words }),
  )
  assert.deepEqual(
    (await entriesOf(caseId)).map(({ kind, origin }) => [kind, origin]),
    [
      ['fact', 'hearsay'],
      ['interpretation', null],
    ],
  )
})

test('after the term only the outcome is left: the key is gone, and the cards with it', async () => {
  const { careCoordinator, mentor, colleague, school } = people
  const id = await ended()
  const begun = await aTable(house, desk, [careCoordinator])
  const { code = '' } = await table.read(careCoordinator, begun)
  const system = { kind: 'system', name: 'retention', organisationId: school } as const
  const forget = () =>
    house.inTransaction(system, 'maintenance', (work) =>
      forgetIntervisions(work, house.clock().subtract({ hours: 24 }), 100),
    )
  assert.equal(await forget(), 0)
  house.moveClock({ hours: 25 })
  assert.ok((await forget()) >= 2)
  const { rows } = await house.pool.query(
    `select content_key, content, conclusion,
       (select count(*)::int from intervision_contribution c where c.intervision_id = i.id) as cards
     from intervision i where id = $1`,
    [id],
  )
  assert.deepEqual(rows, [{ content_key: null, content: null, conclusion: null, cards: 0 }])
  const seen = await table.read(mentor, id)
  assert.deepEqual(
    [seen.topic, seen.conclusion, seen.outcome, seen.dueOn, seen.told?.pupil],
    [undefined, undefined, 'more-care', '2026-12-04', 'Wij praten vrijdag.'],
  )
  // A table that was left standing is closed as well.
  await assert.rejects(table.join(colleague, code), refused('not-found', 'no-such-code'))
})
