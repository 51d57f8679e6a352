import { aChannel } from '#capabilities/sharing/a-channel.ts'
import { aSharingDesk, deliver } from '#capabilities/sharing/a-disclosure.ts'
import { beginDisclosure, keepDraft } from '#capabilities/sharing/draft-disclosure.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { anArrest, anArrestDesk } from './an-arrest.ts'
import { factSource } from './fact-source.ts'
import { expertHandler } from './hear-expert.ts'

const answers = {
  ...{ 'weighty-interest': 'Veiligheid.', 'partnership-decision': 'Besluit (verzonnen).' },
  ...{ 'partnership-data': 'Wat is gezien.', 'partnership-terms': 'Alleen om te kijken.' },
  ...{ necessary: 'yes', 'recipient-task': 'yes', told: 'both' },
}

/** For tests: what a detective asks the expert group about an arrest; carried by `carry`. Answers the ids at both. */
export async function anExpertAsked(
  house: TestHouse,
  { by, expert }: { by: PersonActor; expert: PersonActor },
  carry: (channel: ReturnType<typeof aChannel>) => Promise<void> = (channel) => channel.settle(),
) {
  const arrests = anArrestDesk(house)
  const desk = { ...aSharingDesk(house), sources: [factSource(arrests, 'arrest')] }
  const channel = aChannel(house, [
    ...receivingHandlers(desk),
    ...answerHandlers(desk),
    expertHandler(arrests, desk.sources) as never,
  ])
  const id = await anArrest(house, arrests, by)
  const kind = 'suspect-file'
  const begun = { kind, fileId: id, language: 'nl', key: newId(), asks: true } as const
  const which = {
    id: await house.inTransaction(by, 'share', (work) => beginDisclosure(work, desk, begun)),
    language: 'nl',
  } as const
  const change = {
    ...{ refs: ['arrest'], aim: 'protect', road: 'police-partnership', answers },
    ...{ question: 'Herkennen jullie dit?', toRole: 'expert' as const },
    toId: expert.organisationId,
  }
  await house.inTransaction(by, 'share', (work) => keepDraft(work, desk, which, change))
  await deliver(house, desk, by, which.id)
  await carry(channel)
  const { rows } = await house.pool.query(
    'select id from received_disclosure where organisation_id = $1 and disclosure_id = $2',
    [expert.organisationId, which.id],
  )
  return { id, received: String(rows[0]?.id), desk, channel }
}
