import type { ReadCalendar, SchoolCalendar } from '#capabilities/calendar/index.ts'
import type { CaseDesk } from '#capabilities/cases/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Protocols } from './read-protocols.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type ProtocolDesk = Pick<CaseDesk, 'colleagues' | 'namesOf'> & {
  readonly keyring: Keyring
  readonly knowledge: Knowledge
  readonly protocols: Protocols
  readonly schoolCalendar: ReadCalendar
  /** weekends and public holidays only */
  readonly workingDays: SchoolCalendar
  readonly cases: CaseDesk
}
