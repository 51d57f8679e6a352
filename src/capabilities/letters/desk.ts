import type { FigureSource } from '#capabilities/figures/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { RegisterSource } from './register-source.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type LetterDesk = {
  readonly figures: FigureSource
  readonly register: RegisterSource
  readonly keyring: Keyring
  readonly tell: Tell
  readonly colleagues: (
    work: Work,
    roles: readonly Role[],
  ) => Promise<readonly { readonly personId: string }[]>
}
