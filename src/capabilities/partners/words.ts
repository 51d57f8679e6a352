import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen and in the description of the API. */
export const t = speak<typeof nl>({ nl, en })

type ErrorCode = keyof typeof nl.errors

export const isErrorCode = (code: string): code is ErrorCode => code in nl.errors
