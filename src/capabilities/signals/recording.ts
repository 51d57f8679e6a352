import type { ReadCalendar } from '#capabilities/calendar/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { FirstLook } from './signal-term.ts'

export type Colleague = { readonly personId: string; readonly name: string }

/** What the verbs of this capability need besides their Work; made once at start. */
export type Recording = {
  readonly keyring: Keyring
  readonly knowledge: Knowledge
  readonly firstLook: FirstLook
  /** which days count here, read with the transaction */
  readonly schoolCalendar: ReadCalendar
  /** Leaves a message without personal detail in the outbox of this transaction. */
  readonly tell: Tell
  /** Colleagues in the same organisation with one of these roles. */
  readonly colleagues: (work: Work, roles: readonly Role[]) => Promise<readonly Colleague[]>
  /** Names of people of the same organisation, by person id. */
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
