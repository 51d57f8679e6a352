import type { Keyring } from '#platform/keyring.ts'
import type { FigureSource } from './figure-source.ts'
import type { RegisterSource } from './register-source.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type LetterDesk = {
  readonly figures: FigureSource
  readonly register: RegisterSource
  readonly keyring: Keyring
}
