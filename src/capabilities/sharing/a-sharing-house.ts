import { after, before } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import {
  aDraft,
  type aFile,
  aPair,
  aSharingDesk,
  deliver,
  type Pair,
  receivedOf,
  sharing,
} from './a-disclosure.ts'
import { answerReceived } from './answer-received.ts'
import { checkDisclosure } from './deliver-disclosure.ts'
import type { SharingDesk } from './desk.ts'
import type { DraftChange } from './draft-disclosure.ts'

type Here = { readonly house: TestHouse; readonly desk: SharingDesk; readonly pair: Pair }

/** For a test file: a house with a school that shares and a municipality that receives, from first test to last. */
export function aSharingHouse() {
  let here: Here | undefined
  before(async () => {
    const house = await aHouse()
    const desk = aSharingDesk(house)
    here = { house, desk, pair: await aPair(house, desk) }
  })
  after(() => here?.house.close())
  const now = (): Here => {
    if (!here) throw new Error('Only within a test.')
    return here
  }
  const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>): Promise<T> =>
    sharing(now().house)(actor, verb)
  const of = (id: string) => ({ id, language: 'nl' }) as const
  /** at the municipality */
  const received = (id: string) => receivedOf(now().house, now().pair.municipality, id)
  return {
    get house() {
      return now().house
    },
    get desk() {
      return now().desk
    },
    get pair() {
      return now().pair
    },
    does,
    of,
    received,
    /** how it was refused, as `kind: because` */
    refused: (actor: PersonActor, verb: (work: Work) => Promise<unknown>): Promise<string> =>
      does(actor, verb).then(
        () => 'no refusal',
        (error: unknown) =>
          error instanceof Refusal ? `${error.kind}: ${error.because}` : String(error),
      ),
    /** of the sender */
    aDraft: (change: DraftChange = {}, file?: Awaited<ReturnType<typeof aFile>>) =>
      aDraft(now().house, now().desk, now().pair, change, file),
    deliver: (id: string) => deliver(now().house, now().desk, now().pair.sender, id),
    /** how it would leave now, as the sender checks it */
    check: async (id: string) =>
      (await does(now().pair.sender, (work) => checkDisclosure(work, now().desk, of(id)))).composed,
    /** everything came there, and the municipality accepted it; answers its id there */
    async accepted(id: string): Promise<string> {
      await now().pair.channel.settle()
      const { id: there } = await received(id)
      await does(now().pair.recipient, (work) =>
        answerReceived(work, now().desk, there, { act: 'accept', words: '' }),
      )
      return String(there)
    },
  }
}
