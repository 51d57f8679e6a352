import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** The few words that belong to the elements themselves. */
export const words = speak<typeof nl>({ nl, en })
