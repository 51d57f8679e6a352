import { speak } from '#platform/messages.ts'
import { en } from './messages.paper.en.ts'
import { nl } from './messages.paper.nl.ts'

/** The words on the file as it is printed. */
export const t = speak<typeof nl>({ nl, en })
