import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aSchool } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { anExplanation, aTable, aTableDesk, atTable } from './an-intervision.ts'
import type { Contribution } from './contribution.ts'
import type { IntervisionDesk } from './desk.ts'
import type { ReadIntervision } from './read-intervision.ts'
import { changeContribution } from './write-contribution.ts'

let house: TestHouse
let desk: IntervisionDesk
let people: readonly [PersonActor, PersonActor, PersonActor]

before(async () => {
  house = await aHouse()
  desk = aTableDesk(house)
  const { careCoordinator, mentor, colleague } = await aSchool(house)
  people = [careCoordinator, mentor, colleague]
})
after(() => house.close())

/** What one of three people does at some moment; `1` is a phone that drops out and sends again. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      who: fc.nat(2),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('rewrite' as const), who: fc.nat(2), which: fc.nat(5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('take-back' as const),
      who: fc.nat(2),
      which: fc.nat(5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resend' as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('second-device' as const), which: fc.nat(20) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      act: fc.constantFrom('reveal' as const, 'next' as const, 'back' as const),
      clicks: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), who: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('take-away' as const),
      who: fc.integer({ min: 1, max: 2 }),
      clicks: fc.integer({ min: 1, max: 2 }),
    }),
  },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Sent = {
  readonly who: PersonActor
  readonly phase: string
  readonly key: string
  text: string
  readonly contribution: Contribution
  gone: boolean
}

const cardFor = (kind: string, text: string): Contribution => {
  if (kind === 'fact') return { kind, text, origin: 'own', moment: '' }
  if (kind === 'mark') {
    return { kind, text, domain: 'school', lens: 'resilience', effect: 'supports' }
  }
  if (kind === 'explanation') return anExplanation(text, true)
  return { kind: kind as 'thought', text }
}

const quietly = async (act: Promise<unknown>): Promise<boolean> => {
  try {
    await act
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Nothing when there is no table for this person. */
const readAs = (table: ReturnType<typeof atTable>, who: PersonActor, id: string) =>
  table.read(who, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'not-found') return undefined
    throw error
  })

test('whatever people do at once, drop out, send again and are taken away: no card is lost or doubled, nobody sees one before its turning, and who is gone sees none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 10 }),
      async (bursts) => {
        const table = atTable(house, desk)
        const [facilitator] = people
        const id = await aTable(house, desk, people)
        const sent: Sent[] = []
        let count = 0

        /** Of whom the facilitator heard that they are taken away. */
        const gone = new Set<PersonActor>()
        /** Nothing of another person that was not turned when this was read, and nothing for who is gone. */
        const look = async (who: PersonActor): Promise<ReadIntervision | undefined> => {
          const wasGone = gone.has(who)
          const seen = await readAs(table, who, id)
          assert.ok(!wasGone || !seen, 'the table was there for somebody who is gone')
          if (!seen) return undefined
          for (const { mine, phase } of seen.cards) {
            const silent = seen.phases.find((one) => one.id === phase)?.silent
            assert.ok(mine || !silent || seen.revealed.includes(phase), `${phase} was seen early`)
          }
          return seen
        }
        const send = ({ who, phase, contribution, key }: Sent) =>
          table.write(who, id, phase, contribution, key)

        const doOne = async (one: Step): Promise<void> => {
          if (one.do === 'write') {
            const who = people[one.who] ?? facilitator
            const seen = await look(who)
            const phase = seen?.phases[seen.phase]
            const kind = phase?.asks[0]
            if (!phase || !kind) return
            const text = `kaart ${count++}`
            const card = {
              who,
              phase: phase.id,
              key: newId(),
              text,
              contribution: cardFor(kind, text),
              gone: false,
            }
            // A phone that heard no answer sends the same form again, at the same time.
            const done = await Promise.all(
              Array.from({ length: one.times }, () => quietly(send(card))),
            )
            if (done.some(Boolean)) sent.push(card)
          } else if (one.do === 'resend') {
            const card = sent[one.which % Math.max(1, sent.length)]
            if (card) await quietly(send(card))
          } else if (one.do === 'second-device') {
            // The same form, opened elsewhere or gone back to, with other words in it.
            const first = sent[one.which % Math.max(1, sent.length)]
            if (!first) return
            const text = `kaart ${count++}`
            const contribution = { ...first.contribution, text }
            const card = { ...first, text, contribution, gone: false }
            if (await quietly(send(card))) sent.push(card)
          } else if (one.do === 'rewrite' || one.do === 'take-back') {
            const who = people[one.who] ?? facilitator
            const mine = ((await look(who))?.cards ?? []).filter((card) => card.mine)
            const found = mine[one.which % Math.max(1, mine.length)]
            if (!found) return
            const known = sent.find((card) => card.text === found.content.text)
            const text = `kaart ${count++}`
            const next = one.do === 'rewrite' ? { ...found.content, text } : undefined
            const changed = await quietly(
              table.does(who, (work) => changeContribution(work, desk, id, found.id, next)),
            )
            if (!changed || !known) return
            if (next) known.text = text
            else known.gone = true
          } else if (one.do === 'move') {
            const { place } = await table.read(facilitator, id)
            await Promise.all(
              Array.from({ length: one.clicks }, () =>
                quietly(table.move(facilitator, id, one.act, place)),
              ),
            )
          } else if (one.do === 'take-away') {
            const who = people[one.who] ?? facilitator
            const taken = Array.from({ length: one.clicks }, () =>
              table.takeAway(facilitator, id, who),
            )
            await Promise.all(taken)
            gone.add(who)
          } else await look(people[one.who] ?? facilitator)
        }

        for (const burst of bursts) {
          // Changing one and the same card from two devices at once has no right answer; all else does.
          const changing = burst.filter(({ do: act }) => act === 'rewrite' || act === 'take-back')
          await Promise.all(burst.filter((one) => !changing.includes(one)).map(doOne))
          for (const one of changing) await doOne(one)
        }

        // Everything turned, everybody back: all see the same, and it is what was laid down.
        for (let turns = 0; turns < 12; turns += 1) {
          const { stage, phase, phases } = await table.read(facilitator, id)
          if (stage === 'writing') await table.move(facilitator, id, 'reveal')
          else if (phase < phases.length - 1) {
            if (!(await quietly(table.move(facilitator, id, 'next')))) break
          }
        }
        const laid = sent.filter(({ gone }) => !gone).map(({ text }) => text)
        for (const who of people) {
          const seen = await look(who)
          assert.equal(seen === undefined, gone.has(who))
          if (!seen) continue
          const { cards, revealed, phases } = seen
          const open = (phase: string) =>
            revealed.includes(phase) || !phases.find((one) => one.id === phase)?.silent
          const visible = sent
            .filter((card) => !card.gone && (open(card.phase) || card.who === who))
            .map(({ text }) => text)
          assert.deepEqual(cards.map(({ content }) => content.text).sort(), visible.sort())
        }
        const { rows } = await house.pool.query(
          'select count(*)::int from intervision_contribution where intervision_id = $1 and content is not null',
          [id],
        )
        assert.equal(rows[0].count, laid.length)
      },
    ),
    { seed: 20261129, numRuns: 15 },
  )
})
