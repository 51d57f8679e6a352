import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).found.title`. */
export const t = speak<typeof nl>({ nl, en })
