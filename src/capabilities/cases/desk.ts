import type { Recording } from '#capabilities/signals/index.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type CaseDesk = Pick<Recording, 'tell' | 'colleagues' | 'namesOf'> & {
  readonly keyring: Keyring
  /** the signals that are brought into a case */
  readonly recording: Recording
}

/** The names of these people, each asked for once; whoever is not given is left out. */
export const namesFor = (
  work: Work,
  { namesOf }: CaseDesk,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> =>
  namesOf(work, [...new Set(ids.filter((id): id is string => typeof id === 'string'))])
