import type { Knowledge } from '#capabilities/knowledge/index.ts'
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
  /** of exploitation, that a dossier can name */
  readonly forms: Knowledge['forms']
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

/** `any` says that a signal goes with every form: nothing that a dossier could name. */
export const formsToName = ({ forms }: Pick<Knowledge, 'forms'>): Knowledge['forms'] =>
  forms.filter(({ id }) => id !== 'any')

/** Somebody in the circle of a dossier. */
export type Handler = PersonActor
