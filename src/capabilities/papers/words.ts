import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

export const words = speak<typeof nl>({ nl, en })
