import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  title: 'Working together',
  lead: 'What goes on between you and other organisations. In each part the earliest day comes first.',
  none: 'Nothing waits for you here now.',
  all: 'See everything',
}
