import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aCase, actsOn, aDesk, aFact, aSchool, doing, refusalOf } from './a-case.ts'
import { endInCircle } from './change-circle.ts'
import type { CaseDesk } from './desk.ts'
import { type Edited, editEntry, withdrawEntry } from './edit-entry.ts'
import type { NewEntry } from './entry.ts'
import { readCase } from './read-case.ts'
import { readEntry } from './read-entry.ts'
import { writeEntry } from './write-entry.ts'

let house: TestHouse
let desk: CaseDesk
let people: Awaited<ReturnType<typeof aSchool>>
let caseId: string

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
  people = await aSchool(house)
  const { careCoordinator, mentor, colleague, safetyCoordinator } = people
  caseId = await aCase(house, desk, careCoordinator, {
    circle: [mentor, colleague, safetyCoordinator],
  })
})
after(() => house.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)
const write = (actor: PersonActor, entry: NewEntry = aFact(), key?: string) =>
  does(actor, (work) => writeEntry(work, desk, caseId, entry, key))
const edit = (actor: PersonActor, id: string, version: number, entry: NewEntry) =>
  does(actor, (work) => editEntry(work, desk, { caseId, id }, { version, entry }))
const read = (actor: PersonActor, id: string) =>
  does(actor, (work) => readEntry(work, desk, { caseId, id }))
const textsOf = async (id: string) =>
  (await read(people.careCoordinator, id)).versions.map(({ words }) => words.text)

const decision = {
  kind: 'decision',
  text: 'Wij bellen eerst de moeder.',
  reasons: 'Zij kent haar dochter.',
  not: false,
} as const

test('a decision is only for who may decide, also in the circle', async () => {
  for (const actor of [people.mentor, people.colleague]) {
    const refused = await refusalOf(house, actor, (work) =>
      writeEntry(work, desk, caseId, decision),
    )
    assert.equal(refused, 'not-allowed: may-not-decide')
  }
  const id = await write(people.safetyCoordinator, { ...decision, not: true })
  const { rows } = await house.pool.query(
    'select not_to, decided_as from case_entry where id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ not_to: true, decided_as: 'safety-coordinator' }])
})

test('an interpretation without an innocent alternative is refused, and nothing is kept', async () => {
  const before = await house.pool.query('select count(*) from case_entry')
  const refused = await refusalOf(house, people.mentor, (work) =>
    writeEntry(work, desk, caseId, { kind: 'interpretation', text: 'Dwang.', innocent: [' '] }),
  )
  assert.equal(refused, 'invalid: innocent-missing')
  const after = await house.pool.query('select count(*) from case_entry')
  assert.deepEqual(after.rows, before.rows)
})

test('a decision is never changed, not even by who took it', async () => {
  const id = await write(people.careCoordinator, decision)
  const refused = await refusalOf(house, people.careCoordinator, (work) =>
    editEntry(work, desk, { caseId, id }, { version: 1, entry: { ...decision, text: 'Anders.' } }),
  )
  assert.equal(refused, 'not-allowed: not-your-entry')
  assert.deepEqual(await textsOf(id), [decision.text])
})

test('nobody changes what somebody else thinks or wrote, except the coordinator a fact', async () => {
  const id = await write(people.mentor)
  const changed = aFact({ text: 'Anders.' })
  const refused = await refusalOf(house, people.colleague, (work) =>
    editEntry(work, desk, { caseId, id }, { version: 1, entry: changed }),
  )
  assert.equal(refused, 'not-allowed: not-your-entry')
  assert.deepEqual(await edit(people.careCoordinator, id, 1, changed), { saved: true })
})

test('an entry is not turned into another kind of thing', async () => {
  const id = await write(people.mentor)
  const entry = { kind: 'interpretation', text: 'Een idee.', innocent: ['Toeval.'] } as const
  const refused = await refusalOf(house, people.mentor, (work) =>
    editEntry(work, desk, { caseId, id }, { version: 1, entry }),
  )
  assert.match(refused, /^conflict: /)
})

test('the same form sent again, also in the same moment, writes once', async () => {
  const key = newId()
  const ids = await Promise.all([
    write(people.mentor, aFact({ text: 'Eén keer.' }), key),
    write(people.mentor, aFact({ text: 'Eén keer.' }), key),
  ])
  ids.push(await write(people.mentor, aFact({ text: 'Eén keer.' }), key))
  assert.equal(new Set(ids).size, 1)
  const { line } = await does(people.mentor, (work) => readCase(work, desk, caseId))
  const found = line.items.filter((one) => one.words?.text === 'Eén keer.')
  assert.equal(found.length, 1)
  const acts = (await actsOn(house, people.school, caseId)).filter((act) => act.includes('again'))
  assert.equal(acts.filter((act) => act === 'case.write-fact-again').length, 2)
})

test('two people change at once: the second gets both texts, and nothing is lost or doubled', async () => {
  const id = await write(people.mentor, aFact({ text: 'Eerst.' }))
  const both = await Promise.all([
    edit(people.mentor, id, 1, aFact({ text: 'Van de mentor.' })),
    edit(people.careCoordinator, id, 1, aFact({ text: 'Van de coördinator.' })),
  ])
  assert.deepEqual(both.map(({ saved }) => saved).toSorted(), [false, true])
  const overtaken = both.find((one) => !one.saved)
  assert.deepEqual(overtaken, { saved: false, version: 2 })
  const second = both[0].saved ? people.careCoordinator : people.mentor
  assert.deepEqual(await edit(second, id, 2, aFact({ text: 'Samen.' })), { saved: true })
  const texts = await textsOf(id)
  assert.deepEqual([texts[0], texts[2], texts.length], ['Eerst.', 'Samen.', 3])
})

test('an edit sent twice counts once, also when somebody changed it in between', async () => {
  const id = await write(people.mentor, aFact({ text: 'Eerst.' }))
  const sent = aFact({ text: 'Verbeterd.' })
  const twice = await Promise.all([
    edit(people.mentor, id, 1, sent),
    edit(people.mentor, id, 1, sent),
  ])
  assert.deepEqual(twice, [{ saved: true }, { saved: true }])
  await edit(people.careCoordinator, id, 2, aFact({ text: 'Nog beter.' }))
  assert.deepEqual(await edit(people.mentor, id, 1, sent), { saved: true })
  assert.deepEqual(await textsOf(id), ['Eerst.', 'Verbeterd.', 'Nog beter.'])
})

test('the same words with another day or origin are another version, and the old day stays to be read', async () => {
  const id = await write(people.mentor, aFact({ happenedOn: '2026-11-20' }))
  await edit(people.mentor, id, 1, aFact({ happenedOn: '2026-11-19' }))
  const late = await edit(people.mentor, id, 1, aFact({ happenedOn: '2026-11-18' }))
  assert.deepEqual(late, { saved: false, version: 2 })
  await edit(people.mentor, id, 2, aFact({ happenedOn: '2026-11-19', origin: 'hearsay' }))
  const { versions } = await read(people.mentor, id)
  assert.deepEqual(
    versions.map(({ words }) => ('origin' in words ? [words.on, words.origin] : [])),
    [
      ['2026-11-20', 'own'],
      ['2026-11-19', 'own'],
      ['2026-11-19', 'hearsay'],
    ],
  )
})

test('withdrawing erases the words of every version in the table itself, and what was there stays to be seen', async () => {
  const id = await write(people.mentor)
  await edit(people.mentor, id, 1, aFact({ text: 'Verbeterd.' }))
  const refused = await refusalOf(house, people.colleague, (work) =>
    withdrawEntry(work, desk, { caseId, id }, 'mistake'),
  )
  assert.equal(refused, 'not-allowed: not-your-entry')
  await does(people.mentor, (work) => withdrawEntry(work, desk, { caseId, id }, 'mistake'))
  await does(people.mentor, (work) => withdrawEntry(work, desk, { caseId, id }, 'mistake'))
  const versions = await house.pool.query('select 1 from case_entry_version where entry_id = $1', [
    id,
  ])
  assert.equal(versions.rowCount, 0)
  const shown = await read(people.mentor, id)
  assert.deepEqual(
    [shown.withdrawnBecause, shown.writtenBy, shown.versions, shown.mayChange],
    ['mistake', people.mentor.personId, [], false],
  )
  const { line } = await does(people.mentor, (work) => readCase(work, desk, caseId))
  assert.deepEqual(
    line.items.flatMap((one) =>
      one.kind === 'event' && one.event === 'words-withdrawn'
        ? [[one.writtenBy, one.aboutPerson]]
        : [],
    ),
    [[people.mentor.personId, people.mentor.personId]],
  )
  const acts = (await actsOn(house, people.school, caseId)).filter((act) => act.includes('draw'))
  assert.deepEqual(acts, ['case.withdraw-entry', 'case.withdraw-entry-again'])
  const late = await refusalOf(house, people.mentor, (work) =>
    editEntry(work, desk, { caseId, id }, { version: 2, entry: aFact() }),
  )
  assert.equal(late, 'conflict: entry-is-withdrawn')
})

test('the line stands in the order of what happened, a page at a time, each thing once', async () => {
  const other = await aCase(house, desk, people.careCoordinator)
  const days = ['2026-03-01', '2025-12-31', '2026-11-23', '2026-03-01']
  for (let count = 0; count < 50; count += 1) {
    await does(people.careCoordinator, (work) =>
      writeEntry(work, desk, other, aFact({ happenedOn: days[count % days.length] })),
    )
  }
  const walked: { onLine: string; id: string }[] = []
  let before: { onLine: string; id: string } | undefined
  do {
    const { line } = await does(people.careCoordinator, (work) =>
      readCase(work, desk, other, { before }),
    )
    walked.push(...line.items.map(({ onLine, id }) => ({ onLine, id })))
    before = line.next
  } while (before)
  assert.equal(new Set(walked.map(({ id }) => id)).size, 51)
  const places = walked.map(({ onLine, id }) => `${onLine} ${id}`)
  assert.deepEqual(places, places.toSorted().toReversed())
})

test('however edits of several people come in, each acknowledged text is a version once, in its order', async () => {
  const { mentor, careCoordinator } = people
  const act = fc.record({
    who: fc.constantFrom(mentor, careCoordinator),
    /** how many versions behind the newest this person is */
    behind: fc.nat(3),
    text: fc.constantFrom('a', 'b', 'c', 'd'),
    retries: fc.nat(2),
    together: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const id = await write(mentor, aFact({ text: 'Eerst.' }))
      const model = ['Eerst.']
      const sentBy = new Map<number, { who: PersonActor; text: string }>()
      for (const { who, behind, text, retries, together } of acts) {
        const version = Math.max(1, model.length - behind)
        const send = () => edit(who, id, version, aFact({ text }))
        const answers: Edited[] = together
          ? await Promise.all(Array.from({ length: retries + 1 }, send))
          : []
        while (answers.length <= retries) answers.push(await send())
        const made = sentBy.get(version + 1)
        const again = made?.who === who && made.text === text
        if (version === model.length) {
          sentBy.set(version + 1, { who, text })
          model.push(text)
          assert.ok(answers.every(({ saved }) => saved))
        } else {
          assert.ok(answers.every(({ saved }) => saved === again))
        }
      }
      assert.deepEqual(await textsOf(id), model)
    }),
    { seed: 20_261_123, numRuns: 15 },
  )
})

test('whoever lost access writes nothing more', async () => {
  const other = await aCase(house, desk, people.careCoordinator, { circle: [people.mentor] })
  const { personId } = people.mentor
  await does(people.careCoordinator, (work) =>
    endInCircle(work, desk, other, { personId, reason: 'Niet meer nodig.' }),
  )
  const refused = await refusalOf(house, people.mentor, (work) =>
    writeEntry(work, desk, other, aFact()),
  )
  assert.equal(refused, 'not-found: no-such-case')
})
