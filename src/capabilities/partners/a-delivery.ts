import { aChannel } from '#capabilities/sharing/a-channel.ts'
import {
  aDraft,
  aPair,
  aSharingDesk,
  consented,
  deliver,
  secretWord,
} from '#capabilities/sharing/a-disclosure.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import type { TestApp } from '#tests/an-app.ts'
import { aProgram } from './a-program.ts'
import { tellingPrograms } from './listen-along.ts'
import type { Scope } from './program.ts'

const all: readonly Scope[] = [
  'deliveries:read',
  'deliveries:answer',
  'deliveries:send',
  'events:read',
]

/** For tests: a school that delivered to a municipality, with a program at both. */
export async function aDelivery(test: TestApp) {
  const { house } = test
  const desk = aSharingDesk(house)
  const pair = await aPair(house, desk)
  const handlers = [...receivingHandlers(desk), ...answerHandlers(desk)]
  const channel = aChannel(house, handlers.map(tellingPrograms))
  const programAt = async (
    organisation: string,
    scopes?: readonly Scope[],
    lines: readonly string[] = ['school-municipality'],
  ) => {
    const administrator = await house.aPerson(organisation, ['administrator'], 'Bea Beheer')
    // Only a school has that line to give.
    const usual =
      organisation === pair.school ? all : all.filter((one) => one !== 'deliveries:send')
    return aProgram(test, administrator, scopes ?? usual, lines)
  }
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
  /** what a program of the school asks when it sends; a test changes what is wrong with it */
  const asked = (change: Readonly<Record<string, unknown>> = {}) => ({
    ...{ line: 'school-municipality', aim: 'help', role: 'care-coordinator' },
    to: { organisation: pair.municipality, role: 'municipal-coordinator' },
    decidedBy: { function: 'Zorgcoördinator', reference: 'medewerker 4711' },
    ...{ why: 'Moeder vroeg erom.', about: 'dossier 2026-118', answers: consented },
    ...{ language: 'nl', question: 'Kunnen jullie helpen?' },
    facts: [
      {
        ...{ kind: 'fact', text: `${secretWord}: twee telefoons.`, source: 'mentor' },
        ...{ on: '2026-11-18', moment: 'in de pauze', beside: ['Van haar werk.'] },
      },
    ],
    ...change,
  })
  return { ...pair, coordinator: pair.sender, channel, asked, programAt, sender, recipient, one }
}
