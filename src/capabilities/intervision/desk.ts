import type { CaseDesk } from '#capabilities/cases/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'

export type Colleague = { readonly personId: string; readonly name: string }

/** What the verbs of this capability need besides their Work; made once at start. */
export type IntervisionDesk = {
  readonly keyring: Keyring
  readonly knowledge: Knowledge
  /** Colleagues in the same organisation with one of these roles. */
  readonly colleagues: (work: Work, roles: readonly Role[]) => Promise<readonly Colleague[]>
  /** Names of people of the same organisation, by person id. */
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Leaves a message without words for a colleague. */
  readonly tell: Tell
  /** what the door of the cases asks for */
  readonly cases: Pick<CaseDesk, 'keyring' | 'tell'>
}
