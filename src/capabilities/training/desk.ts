import type { Keyring } from '#platform/keyring.ts'
import type { Tell } from '#platform/outbox.ts'
import type { Practice } from './practice.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type TrainingDesk = {
  readonly practice: Practice
  readonly keyring: Keyring
  readonly tell: Tell
}
