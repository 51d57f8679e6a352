import { aChannel } from '#capabilities/sharing/a-channel.ts'
import { aDraft, aPair, aSharingDesk, deliver } from '#capabilities/sharing/a-disclosure.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import type { TestApp } from '#tests/an-app.ts'
import { aProgram } from './a-program.ts'
import { tellingPrograms } from './listen-along.ts'
import type { Scope } from './program.ts'

const all: readonly Scope[] = ['deliveries:read', 'deliveries:answer', 'events:read']

/** For tests: a school that delivered to a municipality, with a program at both. */
export async function aDelivery(test: TestApp) {
  const { house } = test
  const desk = aSharingDesk(house)
  const pair = await aPair(house, desk)
  const handlers = [...receivingHandlers(desk), ...answerHandlers(desk)]
  const channel = aChannel(house, handlers.map(tellingPrograms))
  const programAt = async (organisation: string, scopes = all) =>
    aProgram(test, await house.aPerson(organisation, ['administrator'], 'Bea Beheer'), scopes)
  const sender = await programAt(pair.school)
  const recipient = await programAt(pair.municipality)
  const one = async () => {
    const { id } = await aDraft(house, desk, pair)
    await deliver(house, desk, pair.sender, id)
    await channel.settle()
    const { rows } = await house.pool.query(
      'select id from received_disclosure where disclosure_id = $1',
      [id],
    )
    return { sentId: id, receivedId: String(rows[0]?.id) }
  }
  return { ...pair, channel, programAt, sender, recipient, one }
}
