import type { Keyring } from '#platform/keyring.ts'
import type { Definitions } from './load-definitions.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type FiguresDesk = {
  readonly keyring: Keyring
  readonly definitions: Definitions
}
