import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aCase, aSchool, doing } from '#capabilities/cases/a-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aConversationDesk, anAccount, aPreparation, aPrepared, noWords } from './a-conversation.ts'
import type { ConversationDesk, Place } from './desk.ts'
import { callOffConversation, closeConversation } from './end-conversation.ts'
import { addToConversation, editAccount, holdConversation } from './hold-conversation.ts'
import { editPreparation } from './prepare-conversation.ts'
import { type ReadConversation, readConversation } from './read-conversation.ts'
import { correctConversation, showConversation } from './show-conversation.ts'

let house: TestHouse
let desk: ConversationDesk
let people: Awaited<ReturnType<typeof aSchool>>
let caseId: string

before(async () => {
  house = await aHouse()
  desk = aConversationDesk(house)
  people = await aSchool(house)
  caseId = await aCase(house, desk.cases, people.careCoordinator, { circle: [people.mentor] })
})
after(() => house.close())

const language = 'nl' as const

/** What was typed with one form: each text is different from every other. */
type Sent = { readonly key: string; readonly said: string; readonly seen: ReadConversation }

const lastOf = (versions: readonly { readonly version: number }[]) => versions.at(-1)?.version ?? 0

const acts: Record<string, (work: Work, place: Place, sent: Sent) => Promise<void>> = {
  edit: (work, place, { key, said, seen }) =>
    editPreparation(work, desk, place, {
      preparation: aPreparation(people.mentor, { goal: said }),
      key,
      language,
      after: lastOf(seen.preparations),
    }),
  hold: (work, place, { key, said }) =>
    holdConversation(work, desk, place, {
      account: anAccount(),
      summary: `${said} kort`,
      words: { ...noWords, quotes: [`${said} een`, `${said} twee`] },
      key,
      language,
    }),
  account: (work, place, { key, said, seen }) =>
    editAccount(work, desk, place, {
      account: anAccount({ told: `${said} hoort` }),
      summary: `${said} anders`,
      key,
      language,
      after: lastOf(seen.accounts),
    }),
  add: (work, place, { key, said }) =>
    addToConversation(work, desk, place, {
      words: { ...noWords, quotes: [said] },
      key,
      language,
    }),
  show: (work, place, { key, said }) => showConversation(work, desk, place, { present: said, key }),
  correct: (work, place, { key, said, seen }) =>
    correctConversation(work, desk, place, {
      corrections: new Map(
        seen.passages.filter(({ kind }) => kind === 'quote').map(({ id }) => [id, `${said} ${id}`]),
      ),
      addition: said,
      key,
    }),
  close: (work, place, { key, said, seen }) =>
    closeConversation(work, desk, place, {
      chosen: seen.passages.filter(({ kind }) => kind === 'quote').map(({ id }) => id),
      unread: said,
      key,
      language,
    }),
  'call off': (work, place, { key, said }) =>
    callOffConversation(work, desk, place, { because: 'other', note: said, key }),
}

/** Every text that a person typed, as it can be read back. */
const wordsOf = (one: ReadConversation): string[] => [
  ...one.preparations.map(({ content }) => content.goal),
  ...one.accounts.map(({ content }) => content.told).filter((told) => told.endsWith('hoort')),
  ...one.passages.map(({ text }) => text),
  ...one.happenings.map(({ words }) => words).filter((words) => words !== ''),
]

/** What must stand there after this form was accepted. */
const wordsIn = (name: string, { said, seen }: Sent): string[] => {
  switch (name) {
    case 'hold':
      return [`${said} een`, `${said} twee`, `${said} kort`]
    case 'account':
      return [`${said} hoort`, `${said} anders`]
    case 'correct':
      return [
        ...seen.passages.filter(({ kind }) => kind === 'quote').map(({ id }) => `${said} ${id}`),
        said,
      ]
    default:
      return [said]
  }
}

const step = fc.record({
  act: fc.constantFrom(...Object.keys(acts)),
  coordinator: fc.boolean(),
  /** how often the same form arrives, one after another or at once */
  times: fc.integer({ min: 1, max: 3 }),
  atOnce: fc.boolean(),
  /** the writer read it before the last act of somebody else */
  stale: fc.boolean(),
})

const settle = async (sends: readonly (() => Promise<void>)[], atOnce: boolean) => {
  if (atOnce) return Promise.allSettled(sends.map((send) => send()))
  const ends: PromiseSettledResult<void>[] = []
  for (const send of sends) ends.push(...(await Promise.allSettled([send()])))
  return ends
}

test('in any order of acts, retries and late forms no word is lost or doubled, and own words stay literal', async () => {
  const does = doing(house)
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const place = await aPrepared(house, desk, people.mentor, caseId)
      const read = () => does(people.mentor, (work) => readConversation(work, desk, place))
      const expected = wordsOf(await read())
      const ownWords = new Map<string, string>()
      let before = await read()
      let now = before
      for (const [turn, { act: name, coordinator, times, atOnce, stale }] of steps.entries()) {
        const actor: PersonActor = coordinator ? people.careCoordinator : people.mentor
        const sent: Sent = {
          key: newId(),
          said: `Woord ${turn} van ${place.id}`,
          seen: stale ? before : now,
        }
        const act = acts[name]
        assert.ok(act)
        const sends = Array.from(
          { length: times },
          () => () => does(actor, (work) => act(work, place, sent)),
        )
        const ends = await settle(sends, atOnce)
        for (const end of ends) {
          if (end.status === 'rejected')
            assert.ok(end.reason instanceof Refusal, String(end.reason))
        }
        // The same form is answered in the same way each time.
        assert.equal(new Set(ends.map(({ status }) => status)).size, 1, name)
        if (ends[0]?.status === 'fulfilled') {
          expected.push(...wordsIn(name, sent))
          reached.add(name)
        }
        before = now
        now = await read()
        assert.deepEqual(wordsOf(now).toSorted(), expected.toSorted(), name)
        for (const { id, kind, text } of now.passages) {
          if (kind !== 'quote') continue
          assert.equal(text, ownWords.get(id) ?? text)
          ownWords.set(id, text)
        }
        for (const id of ownWords.keys()) assert.ok(now.passages.some((one) => one.id === id))
      }
      const { rows } = await house.pool.query(
        'select count(*)::int as n from case_entry where from_id = $1',
        [place.id],
      )
      const quotes = now.passages.filter(({ kind }) => kind === 'quote').length
      assert.ok(now.state === 'closed' ? rows[0]?.n <= quotes : rows[0]?.n === 0)
    }),
    { numRuns: 60, seed: 20261129 },
  )
  // Each act was accepted at least once, so that the property spoke about all of them.
  assert.deepEqual([...reached].sort(), Object.keys(acts).sort())
})
