import { type Language, link } from '#platform/language.ts'
import type { MessageTemplate } from '#platform/outbox.ts'
import { t } from './words.ts'

/** One mail, as it leaves the server. */
export type Letter = {
  /** the message's own number: the same at every try, so that a double can be recognised */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type Message = {
  readonly id: string
  readonly template: MessageTemplate
  readonly language: Language
  readonly reference: string
}

/** Where somebody sees what is new: their list, never the signal itself. */
const places: Record<
  MessageTemplate,
  | '/wachtrij'
  | '/signalen'
  | '/sessies'
  | '/casussen'
  | '/vandaag'
  | '/intervisie'
  | '/delen'
  | '/ontvangen'
  | '/oefenen'
  | '/oefenen/mijn'
  | '/oefenen/film/vragen'
  | '/oefenen/film/aanvragen'
  | '/advies'
  | '/overleg'
  | '/verantwoording/brieven'
> = {
  'new-signal': '/wachtrij',
  'question-answered': '/wachtrij',
  'signal-added-to': '/wachtrij',
  'signal-passed': '/wachtrij',
  'question-asked': '/signalen',
  'own-signal-passed': '/signalen',
  'signal-closed': '/signalen',
  'own-signal-in-case': '/signalen',
  'case-circle': '/casussen',
  'case-handed-over': '/casussen',
  'case-same-person': '/casussen',
  'case-left': '/casussen',
  'task-given': '/vandaag',
  'task-due': '/vandaag',
  'agreement-given': '/intervisie',
  'new-delivery': '/ontvangen',
  'delivery-answered': '/delen',
  'delivery-recalled': '/ontvangen',
  'consultation-answered': '/ontvangen',
  'training-due': '/oefenen/mijn',
  'training-invited': '/oefenen',
  'film-asked': '/oefenen/film/vragen',
  'film-answered': '/oefenen/film/aanvragen',
  'table-invited': '/overleg',
  'table-agreement': '/overleg',
  'table-minutes': '/overleg',
  'table-answered': '/overleg',
  'table-ended': '/overleg',
  'advice-asked': '/advies',
  'advice-answered': '/advies',
  'advice-added': '/advies',
  'letter-came': '/verantwoording/brieven',
  'letter-answered': '/verantwoording/brieven',
  'sign-in-changed': '/sessies',
}

/**
 * That there is something new, and where: no name and nothing about anyone. The subject is always the
 * same, because a telephone on a table shows it to whoever walks by.
 */
export function letterFor(message: Message, to: string, origin: string): Letter {
  const { id, template, language, reference } = message
  const words = t(language)
  const address = `${origin}${link(language, places[template])}`
  const lines = [
    words.greeting,
    '',
    words.news[template],
    ...(reference ? [`${words.reference}: ${reference}`] : []),
    '',
    words.look,
    address,
    '',
    words.why,
    words.noReply,
  ]
  return { id, to, subject: words.subject, text: `${lines.join('\n')}\n` }
}
