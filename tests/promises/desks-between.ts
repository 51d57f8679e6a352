import { anAdviceDesk, carriedBy } from '#capabilities/advice/an-advice.ts'
import { adviceOccasion } from '#capabilities/advice/occasion.ts'
import { adviceHandlers } from '#capabilities/advice/receive-advice.ts'
import { anArrestDesk } from '#capabilities/arrests/an-arrest.ts'
import { factSource } from '#capabilities/arrests/fact-source.ts'
import { expertHandler } from '#capabilities/arrests/hear-expert.ts'
import { intake } from '#capabilities/arrests/intake.ts'
import { aDossierDesk } from '#capabilities/non-punishment/a-dossier.ts'
import { assessmentForm } from '#capabilities/non-punishment/assessment-form.ts'
import { dossierIntake, dossierSource } from '#capabilities/non-punishment/facts-of-dossier.ts'
import { assessmentHandler } from '#capabilities/non-punishment/receive-assessment.ts'
import { tableSource } from '#capabilities/round-tables/fact-source.ts'
import { tableHandlers } from '#capabilities/round-tables/handlers.ts'
import { tableOccasion } from '#capabilities/round-tables/occasion.ts'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import { aSharingDesk } from '#capabilities/sharing/a-disclosure.ts'
import { answerInWords } from '#capabilities/sharing/answer-in-words.ts'
import type { SharingDesk } from '#capabilities/sharing/desk.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import type { MessageHandler } from '#capabilities/sharing/message-handler.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import type { TestHouse } from '#tests/a-house.ts'

/** The real parts between organisations, put together as the program does, and the channel that carries for them. */
export function desksBetween(house: TestHouse) {
  const plain = aSharingDesk(house)
  const arrests = anArrestDesk(house)
  const dossiers = aDossierDesk(house)
  const advice = anAdviceDesk(house)
  const tables = { ...advice, law: plain.law }
  const kinds = ['arrest', 'protection'] as const
  const policeSources = kinds.map((kind) => factSource(arrests, kind))
  const sharing: SharingDesk = {
    ...plain,
    sources: [...plain.sources, ...policeSources, dossierSource(dossiers), tableSource(tables)],
    intakes: [
      ...plain.intakes,
      ...kinds.map((kind) => intake(arrests, kind)),
      dossierIntake(dossiers),
    ],
    occasions: [tableOccasion(), adviceOccasion()],
  }
  const handlers = [
    ...adviceHandlers(advice),
    ...tableHandlers(tables),
    ...receivingHandlers(sharing),
    ...answerHandlers(sharing),
    assessmentHandler(dossiers) as MessageHandler,
    expertHandler(arrests, policeSources) as MessageHandler,
  ]
  const assessment = assessmentForm({ ...dossiers, law: plain.law, style: '' })
  const channel = aChannel(house, handlers)
  return {
    ...{ arrests, dossiers, advice, tables, sharing, cases: advice.cases },
    /** in which a delivery that asks for it is answered */
    answerForms: [answerInWords, assessment],
    carry: () => carriedBy(house, channel),
  }
}

export type Desks = ReturnType<typeof desksBetween>
