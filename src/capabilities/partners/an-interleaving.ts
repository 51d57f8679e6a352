import assert from 'node:assert/strict'
import fc from 'fast-check'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { differences } from '#capabilities/sharing/a-comparison.ts'
import {
  aDraft,
  aFile,
  aSharingDesk,
  deliver,
  receivedOf,
  sharing,
} from '#capabilities/sharing/a-disclosure.ts'
import { recallDisclosure, replyToQuestion } from '#capabilities/sharing/after-delivery.ts'
import { answerReceived, takeReceived } from '#capabilities/sharing/answer-received.ts'
import { endInTime } from '#capabilities/sharing/end-in-time.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import { readDisclosure } from '#capabilities/sharing/read-disclosure.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import { readReceived } from '#capabilities/sharing/received.ts'
import { Temporal } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aNet, type Net, type NetFault, netFaults } from './a-net.ts'
import { addPeer } from './keep-peers.ts'

const language = 'nl' as const
const words = 'Zeldzaamwoord op de weg tussen twee servers.'
const sides = ['one', 'other'] as const
type SideName = (typeof sides)[number]

const deeds = ['accept', 'return', 'decline', 'reply', 'recall', 'take'] as const
type Deed = (typeof deeds)[number]

/** What was acknowledged to people: which deeds of each disclosure, in the order of delivering. */
type Model = { readonly sent: { readonly done: Record<Deed, number> }[] }

/** For tests: two servers on which real disclosures are delivered. */
export const aNetOfDisclosures = (): Promise<Net> =>
  aNet((house) => {
    const desk = aSharingDesk(house)
    return [...receivingHandlers(desk), ...answerHandlers(desk)]
  })

/** A school on one server and a municipality on the other, that know each other from now on. */
async function aPairApart({ one, other }: Net) {
  const name = 'Het Voorbeeldcollege (verzonnen)'
  const school = await one.house.anOrganisation('secondary-school', name)
  const town = 'Gemeente Voorbeeld (verzonnen)'
  const municipality = await other.house.anOrganisation('municipality', town)
  const sender = await one.house.aPerson(school, ['care-coordinator'], 'Zoë Voorbeeld')
  const colleague = await one.house.aPerson(school, ['safety-coordinator'], 'Vera Voorbeeld')
  const recipient = await other.house.aPerson(municipality, ['municipal-coordinator'], 'Rosa')
  const elsewhere = { address: other.origin, kind: 'municipality', name: town } as const
  await addPeer(one.house, { id: municipality, ...elsewhere })
  const here = { address: one.origin, kind: 'secondary-school', name } as const
  await addPeer(other.house, { id: school, ...here })
  const file = await aFile(one.house, { sender, colleague })
  const taking = await aCase(other.house, aDesk(other.house), recipient)
  return { school, municipality, sender, colleague, recipient, file, taking }
}

/** Everything people and servers can do here, each by its name. */
async function aRun(net: Net) {
  const pair = await aPairApart(net)
  const { school, municipality, sender, recipient } = pair
  const desks = { one: aSharingDesk(net.one.house), other: aSharingDesk(net.other.house) }
  const organisations = { one: school, other: municipality }
  const does = { one: sharing(net.one.house), other: sharing(net.other.house) }
  const ids: string[] = []
  net.seen.length = 0

  const deedsOf = (id: string, key: string): Readonly<Record<Deed, () => Promise<boolean>>> => {
    const which = { id, language }
    const there = () => receivedOf(net.other.house, municipality, id)
    const answer = (act: 'accept' | 'return' | 'decline') => async () => {
      const row = await there()
      if (!row) return false
      const given = { act, words, key }
      await does.other(recipient, (work) => answerReceived(work, desks.other, row.id, given))
      return true
    }
    return {
      accept: answer('accept'),
      return: answer('return'),
      decline: answer('decline'),
      async reply() {
        const given = { words, key }
        await does.one(sender, (work) => replyToQuestion(work, desks.one, which, given))
        return true
      },
      async recall() {
        const given = { because: 'mistake', words, key } as const
        await does.one(sender, (work) => recallDisclosure(work, desks.one, which, given))
        return true
      },
      async take() {
        const row = await there()
        if (!row) return false
        const { body } = await does.other(recipient, (work) =>
          readReceived(work, desks.other, { id: row.id, language }),
        )
        const file = { kind: 'case', id: pair.taking } as const
        const given = { itemId: body?.facts[0]?.id ?? newId(), file, language }
        await does.other(recipient, (work) => takeReceived(work, desks.other, row.id, given))
        return true
      },
    }
  }

  return {
    ids,
    async deliver() {
      const { id } = await aDraft(net.one.house, desks.one, pair, {}, pair.file)
      await deliver(net.one.house, desks.one, sender, id)
      ids.push(id)
    },
    /** Answers whether it was acknowledged; with the same key once more it changes nothing. */
    async deed(which: number, deed: Deed, twice: boolean): Promise<boolean> {
      const act = deedsOf(ids[which] ?? '', newId())[deed]
      const attempt = () =>
        act().catch((error) => {
          if (error instanceof Refusal) return false
          throw error
        })
      const done = await attempt()
      if (twice) await attempt()
      return done
    },
    carry: (side: SideName, fault: NetFault) => net[side].carry(organisations[side], fault),
    async atOnce() {
      await Promise.all([
        ...sides.map((side) => net[side].carry(organisations[side])),
        net.one.carry(school),
      ])
    },
    again: (which: number) => net.again(which),
    later: (side: SideName, hours: number) => net[side].house.moveClock({ hours }),
    async end(side: SideName) {
      const { house } = net[side]
      const actor = {
        kind: 'system',
        name: 'retention',
        organisationId: organisations[side],
      } as const
      await house.inTransaction(actor, 'share', (work) => endInTime(work, house))
    },
    /** Both clocks tell the same again, everything is carried, and each side ends what is past its day. */
    async settle() {
      const [first, second] = [net.one.house.clock(), net.other.house.clock()]
      net.one.house.moveClock(maxZero(first.until(second)))
      net.other.house.moveClock(maxZero(second.until(first)))
      await net.settle(school, municipality)
      for (const side of sides) await this.end(side)
      await net.settle(school, municipality)
    },
    differences: () =>
      differences(
        { house: net.one.house, organisation: school },
        { house: net.other.house, organisation: municipality },
      ),
    /** How often the trail has each deed of this disclosure, and how it stands at the sender. */
    async standing(id: string) {
      const { state, happenings } = await does.one(sender, (work) =>
        readDisclosure(work, desks.one, { id, language }),
      )
      const own = await net.one.house.trailOf(school)
      const theirs = await net.other.house.trailOf(municipality)
      const row = await receivedOf(net.other.house, municipality, id)
      const done = Object.fromEntries(
        deeds.map((deed) => {
          const [trail, subject] =
            deed === 'reply' || deed === 'recall' ? [own, id] : [theirs, row?.id]
          const found = trail.filter(
            (line) => line.act === `sharing.${deed}` && line.subject === subject,
          )
          return [deed, found.length]
        }),
      )
      return { state, done, kinds: happenings.map(({ kind }) => kind) }
    },
  }
}

type Run = Awaited<ReturnType<typeof aRun>>
type Command = fc.AsyncCommand<Model, Run>

const always = (told: string, act: (run: Run, model: Model) => Promise<void>): Command => ({
  check: () => true,
  run: (model, run) => act(run, model),
  toString: () => told,
})

const delivering = always('deliver', async (run, model) => {
  await run.deliver()
  const done = Object.fromEntries(deeds.map((deed) => [deed, 0])) as Record<Deed, number>
  model.sent.push({ done })
})

const doing = (which: number, deed: Deed, twice: boolean): Command => ({
  check: ({ sent }) => sent.length > 0,
  async run({ sent }, run) {
    const at = which % sent.length
    const one = sent[at]
    if (!(await run.deed(at, deed, twice)) || !one) return
    // The same fact into the same file is taken once.
    one.done[deed] = deed === 'take' ? 1 : one.done[deed] + 1
  },
  toString: () => `${deed} ${which}${twice ? ' twice' : ''}`,
})

const carrying = (side: SideName, fault: NetFault) =>
  always(`carry ${side} ${fault}`, (run) => run.carry(side, fault))

/** It comes back with a question, and whoever sent it replies: by itself that seldom happens in this order. */
const asking = (which: number): Command => {
  const parts = [
    doing(which, 'return', false),
    carrying('other', 'none'),
    doing(which, 'reply', true),
  ]
  return {
    check: ({ sent }) => sent.length > 0,
    async run(model, run) {
      for (const part of parts) await part.run(model, run)
    },
    toString: () => `question and answer ${which}`,
  }
}

const side = fc.constantFrom(...sides)
/** As one of several choices, this many times as likely as one that stands there once. */
const often = <T>(times: number, one: fc.Arbitrary<T>) => Array.from({ length: times }, () => one)

const carried = side.map((one) => carrying(one, 'none'))
const failing = fc
  .tuple(side, fc.constantFrom(...netFaults))
  .map(([one, fault]) => carrying(one, fault))
const passing = fc
  .tuple(side, fc.constantFrom(1, 5, 24 * 40, 24 * 95))
  .map(([one, hours]) => always(`${hours} hours at ${one}`, async (run) => run.later(one, hours)))
const ending = side.map((one) => always(`end at ${one}`, (run) => run.end(one)))
const old = fc.nat(1000).map((which) => always(`old request ${which}`, (run) => run.again(which)))

const commands = [
  fc.constant(delivering),
  fc
    .tuple(fc.nat(2), fc.constantFrom(...deeds), fc.boolean())
    .map(([which, deed, twice]) => doing(which, deed, twice)),
  fc.nat(2).map(asking),
  // Much is done with what arrived, so much must arrive.
  fc.oneof(...often(3, carried), ...often(2, failing)),
  fc.oneof(
    fc.constant(always('both at once', (run) => run.atOnce())),
    ...[old, ...often(2, passing), ...often(2, ending)],
  ),
]

/**
 * Any interleaving of what people do on both sides, of carriers that fail and of clocks that differ. When all is
 * settled, what was acknowledged is there once and both sides agree. Answers what happened at all, by its name
 * at the sender: a test that reaches nothing shows nothing.
 */
export async function interleave(
  net: Net,
  { runs, seed }: { runs: number; seed: number },
): Promise<ReadonlySet<string>> {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 24, size: 'max' }), async (acts) => {
      const run = await aRun(net)
      const model: Model = { sent: [] }
      const first = [delivering, carrying('one', 'none')]
      for (const act of first) await act.run(model, run)
      await fc.asyncModelRun(() => ({ model, real: run }), acts)
      await run.settle()
      assert.deepEqual(await run.differences(), [])
      for (const [at, id] of run.ids.entries()) {
        const { state, done, kinds } = await run.standing(id)
        for (const kind of kinds) reached.add(kind)
        assert.deepEqual(done, model.sent[at]?.done, 'what was acknowledged is there once')
        if (model.sent[at]?.done.recall) assert.equal(state, 'recalled')
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  return reached
}

const maxZero = (duration: Temporal.Duration): Temporal.Duration =>
  duration.sign < 0 ? Temporal.Duration.from({ hours: 0 }) : duration
