import type { Html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { ReceivedDelivery } from './received.ts'

/**
 * What another capability shows on the page of something received, such as a form to answer it with; nothing
 * when it has nothing to say. Runs in the transaction of the page, whose entry in the trail says that it was
 * read.
 */
export type ReceivedPanel = (
  work: Work,
  received: ReceivedDelivery,
  language: Language,
) => Promise<Html | undefined>
