import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Law } from '#capabilities/law/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { ArrestKnowledge } from './load-arrest-knowledge.ts'

/** What the verbs need besides their Work; made once at start. */
export type ArrestDesk = ArrestKnowledge & {
  readonly keyring: Keyring
  readonly knowledge: Knowledge
  readonly law: Pick<Law, 'clocks' | 'telling' | 'findRule'>
  readonly tell: Tell
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** colleagues who hold any of these roles now, in order of name */
  readonly colleagues: (
    work: Work,
    roles: readonly Role[],
  ) => Promise<readonly { readonly personId: string; readonly name: string }[]>
}
