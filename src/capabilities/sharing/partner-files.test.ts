import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aDesk, aPupil } from '#capabilities/cases/a-case.ts'
import { openCase } from '#capabilities/cases/open-case.ts'
import { readCase } from '#capabilities/cases/read-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import type { OrganisationKind, PersonActor, Role } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aChannel } from './a-channel.ts'
import { aReceived, aSharingDesk, deliver, sharing } from './a-disclosure.ts'
import { beginCase } from './begin-case.ts'
import type { SharingDesk } from './desk.ts'
import { beginDisclosure, keepDraft } from './draft-disclosure.ts'
import { answerHandlers } from './hear-answers.ts'
import { receivingHandlers } from './receive-disclosure.ts'
import { readReceived, readReceivedList } from './received.ts'

let house: TestHouse
let desk: SharingDesk
let does: ReturnType<typeof sharing>
let vera: PersonActor
let worker: PersonActor

before(async () => {
  house = await aHouse()
  desk = aSharingDesk(house)
  does = sharing(house)
  vera = await somebodyAt('safe-home', 'safe-home-worker')
  worker = await somebodyAt('youth-help', 'youth-worker')
})
after(() => house.close())

const somebodyAt = async (kind: OrganisationKind, role: Role): Promise<PersonActor> =>
  house.aPerson(await house.anOrganisation(kind, `Een ${kind} (verzonnen)`), [role])

const opening = (change: object = {}) => ({
  identity: aPupil({ name: `Iemand ${newId()}`, group: '', number: '' }),
  question: 'Is het hier veilig?',
  language: 'nl' as const,
  ...change,
})

const casesOf = async ({ organisationId }: PersonActor): Promise<number> => {
  const { rows } = await house.pool.query(
    'select count(*)::int as count from case_file where organisation_id = $1',
    [organisationId],
  )
  return rows[0].count
}

const begins = (who: PersonActor, id: string, facts: readonly string[], change: object = {}) =>
  does(who, (work) => beginCase(work, desk, aDesk(house), id, { ...opening(change), facts }))

test('police, prosecution, a mayor, a ministry and researchers open no case, also with what they received', async () => {
  for (const [kind, role] of [
    ['police', 'officer'],
    ['police', 'trafficking-detective'],
    ['prosecution', 'youth-prosecutor'],
    ['municipality', 'mayor'],
    ['ministry', 'programme-staff'],
    ['research-institute', 'researcher'],
    ['expert-group', 'trafficking-detective'],
  ] as const) {
    const who = await somebodyAt(kind, role)
    const { id, items } = await aReceived(house, who, role)
    await assert.rejects(begins(who, id, items), { because: 'may-not-open-a-case' }, role)
    const plain = does(who, (work) => openCase(work, aDesk(house), opening()))
    await assert.rejects(plain, { because: 'may-not-open-a-case' }, role)
    assert.equal(await casesOf(who), 0)
  }
})

test('what was not chosen, is not in it, was not accepted or came to another opens nothing', async () => {
  const { id, items } = await aReceived(house, vera, 'safe-home-worker')
  await assert.rejects(begins(vera, id, []), { because: 'facts-missing' })
  await assert.rejects(begins(vera, id, [newId()]), { because: 'no-such-fact' })
  await assert.rejects(begins(vera, id, [...items, newId()]), { because: 'no-such-fact' })
  await assert.rejects(begins(worker, id, items), { because: 'no-such-delivery' })
  await house.pool.query("update received_disclosure set state = 'delivered' where id = $1", [id])
  await assert.rejects(begins(vera, id, items), { because: 'cannot-take-when-delivered' })
  for (const who of [vera, worker]) assert.equal(await casesOf(who), 0)
})

test('a case begins with what was chosen and nothing else, with its origin; sent twice is once', async () => {
  const { id, items } = await aReceived(house, vera, 'safe-home-worker', [
    { text: 'Twee telefoons.' },
    { text: 'Nieuwe kleren.' },
    { kind: 'interpretation', text: 'Iemand betaalt.', beside: ['Een bijbaan.'] },
  ])
  const chosen = [items[0] ?? '', items[2] ?? '']
  const form = { ...opening({ key: newId() }) }
  const caseId = await begins(vera, id, chosen, form)
  assert.equal(await begins(vera, id, chosen, form), caseId)
  const read = await does(vera, (work) => readCase(work, aDesk(house), caseId))
  const facts = read.line.items.flatMap((one) => (one.kind === 'fact' && one.words ? [one] : []))
  const texts = facts.map(({ words }) => words?.text)
  assert.equal(facts.length, 2)
  assert.ok(texts.includes('Twee telefoons.'))
  assert.ok(!JSON.stringify(texts).includes('Nieuwe kleren'))
  for (const { words } of facts) {
    assert.equal(words?.received?.organisation, 'Het Voorbeeldcollege (verzonnen)')
  }
  const { taken } = await does(vera, (work) => readReceived(work, desk, { id, language: 'nl' }))
  assert.deepEqual(
    taken.map(({ path }) => path),
    [`/casussen/${caseId}`, `/casussen/${caseId}`],
  )
  assert.equal(read.atSchool, false)
})

test('Veilig Thuis tells who reported what it decided, out of its own case', async () => {
  const { id, items } = await aReceived(house, vera, 'safe-home-worker')
  const caseId = await begins(vera, id, items)
  const decision = await does(vera, (work) =>
    writeEntry(work, aDesk(house), caseId, {
      ...{ kind: 'decision', text: 'We onderzoeken of het veilig is.', reasons: 'Drie zorgen.' },
      not: false,
    }),
  )
  const school = await somebodyAt('secondary-school', 'care-coordinator')
  const file = { kind: 'case', fileId: caseId, language: 'nl' } as const
  const draft = await does(vera, (work) => beginDisclosure(work, desk, file))
  const change = {
    ...{ refs: [decision], aim: 'help', road: 'safe-home-feedback', question: '' },
    ...{ toId: school.organisationId, toRole: 'care-coordinator' as const },
    answers: { reporter: 'yes', necessary: 'yes', 'recipient-task': 'yes', told: 'both' },
  }
  await does(vera, (work) => keepDraft(work, desk, { id: draft, language: 'nl' }, change))
  await deliver(house, desk, vera, draft)
  await aChannel(house, [...receivingHandlers(desk), ...answerHandlers(desk)]).carry()
  const { open } = await does(school, readReceivedList)
  assert.equal(open.length, 1)
})
