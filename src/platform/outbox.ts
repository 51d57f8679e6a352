import { type Kysely, sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'

/** The messages we send. Each is a fixed text with at most a reference; nobody's name is in one. */
export const messageTemplates = [
  'new-signal',
  'question-asked',
  'question-answered',
  'signal-added-to',
  'signal-passed',
  'own-signal-passed',
  'signal-closed',
  'own-signal-in-case',
  'case-circle',
  'case-handed-over',
  'case-same-person',
  'case-left',
  'task-given',
  'task-due',
  'agreement-given',
  'new-delivery',
  'delivery-answered',
  'delivery-recalled',
  'consultation-answered',
  'training-due',
  'training-invited',
  'film-asked',
  'film-answered',
  'table-invited',
  'table-agreement',
  'table-minutes',
  'table-answered',
  'table-ended',
  'advice-asked',
  'advice-answered',
  'advice-added',
  'letter-came',
  'letter-answered',
  'sign-in-changed',
] as const
export type MessageTemplate = (typeof messageTemplates)[number]

export type Message = {
  /** a person of the same organisation */
  readonly to: string
  readonly template: MessageTemplate
  /** empty when there is nothing to refer to */
  readonly reference: string
  /** the language in which the recipient works, unless said otherwise */
  readonly language?: Language
}

export type Tell = (work: Work, message: Message) => Promise<void>

export type OutboxTables = {
  outbox: {
    organisation_id: string
    id: string
    recipient_id: string
    template: MessageTemplate
    language: Language
    reference: string
    created_at: string
    sent_at: string | null
    attempts: number
    last_error: string | null
  }
}

const outboxTables = (work: Work): Kysely<OutboxTables> => work.db.withTables<OutboxTables>()

/**
 * Leaves a message in the same transaction as what it tells about: sent if that was kept, never
 * sent if it was not.
 */
export const tell: Tell = async (work, message) => {
  const row = outboxTables(work)
    .insertInto('outbox')
    .values({
      organisation_id: work.actor.organisationId,
      id: newId(),
      recipient_id: message.to,
      template: message.template,
      language: message.language ?? languageOf(work, message.to),
      reference: message.reference,
      created_at: work.now.toString(),
      attempts: 0,
      sent_at: null,
      last_error: null,
    })
  work.leave(row.compile())
}

const languageOf = (work: Work, personId: string) => sql<Language>`(select language from membership
  where organisation_id = ${work.actor.organisationId} and person_id = ${personId})`
