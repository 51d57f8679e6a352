import type { MessageHandler } from '#capabilities/sharing/index.ts'
import type { TableDesk } from './desk.ts'
import { ended, invited } from './receive-invitation.ts'
import { turned } from './receive-turns.ts'
import { takenBack } from './take-back.ts'

/** What comes in about round tables. Each runs as `delivery` of whoever receives it. */
export const tableHandlers = (desk: TableDesk): readonly MessageHandler[] => [
  invited(desk) as MessageHandler,
  turned(desk) as MessageHandler,
  ended(desk) as MessageHandler,
  takenBack(desk) as MessageHandler,
]
