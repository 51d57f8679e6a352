import { aChannel } from '#capabilities/sharing/a-channel.ts'
import { aSharingDesk, deliver } from '#capabilities/sharing/a-disclosure.ts'
import { answerReceived } from '#capabilities/sharing/answer-received.ts'
import { beginDisclosure, keepDraft } from '#capabilities/sharing/draft-disclosure.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { aDossierDesk, aFilledDossier, doing } from './a-dossier.ts'
import { considerExploitation } from './assess.ts'
import { dossierSource } from './facts-of-dossier.ts'
import { assessmentHandler } from './receive-assessment.ts'

/** For tests: an invented expert group with two experts, and the channel to and from a prosecutor. */
export async function anExpertGroup(house: TestHouse) {
  const organisation = await house.anOrganisation('expert-group', 'Expertgroep Verzonnen')
  const expert = () => house.aPerson(organisation, ['expert'], 'Elif Kenner')
  const dossiers = aDossierDesk(house)
  const desk = { ...aSharingDesk(house), sources: [dossierSource(dossiers)] }
  const channel = aChannel(house, [
    ...receivingHandlers(desk),
    ...answerHandlers(desk),
    assessmentHandler(dossiers) as never,
  ])
  return { organisation, expert: await expert(), colleague: await expert(), desk, channel }
}

export type ExpertGroup = Awaited<ReturnType<typeof anExpertGroup>>

const answers = {
  'wjsg-39f-aim': 'crime',
  'weighty-interest': 'Iemand die daarvoor is opgeleid kijkt eerst.',
  ...{ 'recipient-task': 'yes', necessary: 'yes', 'others-hidden': 'yes', told: 'both' },
}

type Asking = {
  readonly by: PersonActor
  readonly id: string
  /** of the dossier */
  readonly facts: readonly string[]
  /** false: a delivery that asks for nothing */
  readonly asks?: boolean
}

/** Delivered out of a dossier to the expert group, as the pages do it; answers its id at both. */
export async function anAsking(
  house: TestHouse,
  { organisation, desk, channel }: ExpertGroup,
  { by, id: fileId, facts, asks = true }: Asking,
) {
  const does = <T>(verb: (work: Work) => Promise<T>) => house.inTransaction(by, 'share', verb)
  const begun = { kind: 'dossier', fileId, language: 'nl', key: newId(), asks } as const
  const disclosure = await does((work) => beginDisclosure(work, desk, begun))
  await does((work) =>
    keepDraft(
      work,
      desk,
      { id: disclosure, language: 'nl' },
      {
        ...{ refs: facts, aim: 'investigate', road: 'prosecution-experts', answers },
        ...{ question: 'Is er reden om aan uitbuiting te denken?' },
        ...{ toId: organisation, toRole: 'expert' },
      },
    ),
  )
  await deliver(house, desk, by, disclosure)
  await channel.settle()
  const { rows } = await house.pool.query(
    'select id from received_disclosure where organisation_id = $1 and disclosure_id = $2',
    [organisation, disclosure],
  )
  return { disclosure, received: String(rows[0]?.id) }
}

/** A dossier of which a prosecutor asks, and that the expert accepted. */
export async function aConsultation(house: TestHouse, group: ExpertGroup, by: PersonActor) {
  const dossiers = aDossierDesk(house)
  const filled = await aFilledDossier(house, dossiers, by)
  await doing(
    house,
    by,
  )((work) =>
    considerExploitation(work, dossiers, filled.id, { answer: 'yes', because: 'Berichten.' }),
  )
  const asked = await anAsking(house, group, { by, ...filled })
  await accept(house, group, asked.received)
  return { ...filled, ...asked }
}

export async function accept(house: TestHouse, group: ExpertGroup, received: string) {
  await house.inTransaction(group.expert, 'share', (work) =>
    answerReceived(work, group.desk, received, { act: 'accept', words: '' }),
  )
  await group.channel.settle()
}

/** A whole assessment as somebody types it. */
export const assessmentForm = (change: Record<string, string> = {}): Record<string, string> => ({
  capacity: 'lid van de expertgroep',
  qualification: 'certificaat mensenhandel (verzonnen)',
  ...{ 'qualifiedOn-day': '1', 'qualifiedOn-month': '2', 'qualifiedOn-year': '2020' },
  involved: 'Niet betrokken.',
  'favour-act': 'Iemand anders bepaalde waar en wanneer.',
  'against-purpose': 'De opbrengst was voor Noor zelf.',
  'unknown-link': 'Of het in dezelfde tijd was.',
  'unknown-compulsion': 'Of Noor kon weigeren.',
  'against-voluntary': 'Noor wilde stoppen.',
  'unknown-gravity': 'Wie er schade van had.',
  'unknown-role': 'Hoe het daarvoor was.',
  conclusion: 'Er is reden om aan te nemen dat Noor is geworven. Zeker weet ik het niet.',
  ...change,
})
