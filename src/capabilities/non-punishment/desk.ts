import type { RoutesFile, SepotFile } from '#capabilities/law/index.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { NoticesFile, WorksheetFile } from './worksheet-pack.ts'

/** What the verbs need besides their Work; made once at start. */
export type DossierDesk = {
  readonly keyring: Keyring
  readonly routes: RoutesFile
  readonly sepot: SepotFile
  readonly worksheet: WorksheetFile
  readonly notices: NoticesFile
  readonly tell: Tell
  /** names of colleagues by person id */
  readonly namesOf: (
    work: Work,
    personIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
  /** colleagues who hold any of these roles now, in order of name */
  readonly colleagues: (
    work: Work,
    roles: readonly Role[],
  ) => Promise<readonly { readonly personId: string; readonly name: string }[]>
}

/** Somebody in the circle of a dossier. */
export type Handler = PersonActor
